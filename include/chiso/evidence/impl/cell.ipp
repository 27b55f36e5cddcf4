#pragma once
#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/core/text.hpp>
#include <chiso/evidence/cell.hpp>
#include <chiso/evidence/impl/number_cell.ipp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE void check(const CellOptions& options) {
  std::vector<Problem> problems;
  const auto add = [&](const char* pointer, const char* code, std::string found, const char* expected) {
    problems.push_back(problem_at({.pointer = pointer}, Severity::error, code, found, expected));
  };
  const auto mark = [](char c) { return "'" + std::string(1, c) + "'"; };
  if (options.decimal != '.' && options.decimal != ',') add("/decimal", "option.decimal", mark(options.decimal), "'.' or ','");
  if (options.thousands && std::string_view("., '").find(*options.thousands) == std::string_view::npos)
    add("/thousands", "option.thousands", mark(*options.thousands), "'.', ',', a blank or an apostrophe");
  if (options.thousands == options.decimal)
    add("/thousands", "option.thousands", mark(options.decimal), "another mark than that of decimals");
  if (problems.empty()) return;
  std::string what = "the options of the reader do not fit together";
  for (const auto& problem : problems) what += "\n  " + to_text(problem);
  throw Error(what, std::move(problems));
}

CHISO_INLINE std::optional<bool> yes_no(std::string_view text) {
  if (text.size() > 8) return {};  // longer than any of them in bytes
  const auto is = [](std::string_view word) -> std::optional<bool> {
    if (word == "1" || word == "có" || word == "yes" || word == "true") return true;
    if (word == "0" || word == "không" || word == "no" || word == "false") return false;
    return {};
  };
  const auto as_written = is(text);
  return as_written ? as_written : is(lower_case(text));
}

CHISO_INLINE CellReader::CellReader(Measure measure, const CellOptions& options) : measure_(std::move(measure)), options_(options) {
  const auto scaled = [&](const Decimal& end, bool up) {  // the outermost k within
    const int128 digits = end.digits() * Decimal::power(measure_.decimals), power = Decimal::power(end.scale());
    const int128 k = up ? -floor_divide(-digits, power) : floor_divide(digits, power);
    return static_cast<std::int64_t>(std::clamp<int128>(k, -numbers::limit - 1, numbers::limit + 1));
  };
  least_ = measure_.min ? scaled(*measure_.min, true) : -numbers::limit;
  most_ = measure_.max ? scaled(*measure_.max, false) : numbers::limit;
  if (measure_.type == MeasureType::count) least_ = std::max<std::int64_t>(least_, 0);
  if (measure_.type == MeasureType::yes_no) {
    least_ = 0;
    most_ = 1;
  }
}

CHISO_INLINE Cell CellReader::option(std::string_view text) const {
  const auto place = measure_.options.find(text);
  if (!place) return {0, State::missing, "cell.option"};
  return {static_cast<std::int64_t>(*place), State::value, nullptr};
}

CHISO_INLINE Cell CellReader::text(std::string_view text) const {
  if (text.empty()) return {0, State::missing, nullptr};
  const auto& words = options_.missing_words;
  const bool told_missing = !words.empty() && std::find(words.begin(), words.end(), text) != words.end();
  Cell out;
  switch (measure_.type) {
    case MeasureType::choice: out = option(text); break;  // an option of that name is the option
    case MeasureType::yes_no: {
      const auto truth = told_missing ? std::nullopt : yes_no(text);
      out = truth ? Cell{*truth ? 1 : 0, State::value, nullptr} : Cell{0, State::missing, "cell.yes_no"};
      break;
    }
    default: out = told_missing ? Cell{0, State::missing, "cell.number"} : number_text(text);
  }
  if (!out.problem) return out;
  if (told_missing) return {0, State::missing, nullptr};
  if (means_not_applicable(text)) return {0, State::not_applicable, nullptr};
  return out;
}

CHISO_INLINE Cell CellReader::truth(bool value) const {
  if (measure_.type == MeasureType::yes_no) return {value ? 1 : 0, State::value, nullptr};
  return {0, State::missing, "cell.type"};
}

CHISO_INLINE std::string CellReader::expected(std::string_view problem) const {
  if (problem == "cell.size") {
    const auto most = Decimal(numbers::limit, measure_.decimals).text();
    return "a number from -" + most + " to " + most;
  }
  std::string out;
  if (measure_.type == MeasureType::choice) {
    out = "one of ";
    for (std::size_t i = 0; i < measure_.options.size(); ++i) {
      if (i == 10) {
        out += ", ...";
        break;
      }
      out += (i ? ", '" : "'") + measure_.options[i] + "'";
    }
  } else if (measure_.type == MeasureType::yes_no) {
    out = "yes or no (true/false, có/không, 1/0)";
  } else {
    out = measure_.decimals == 0
              ? "a whole number"
              : "a number with at most " + std::to_string(measure_.decimals) + (measure_.decimals == 1 ? " decimal" : " decimals");
    const bool count = measure_.type == MeasureType::count;
    const auto least = measure_.min && !(count && *measure_.min < Decimal(0)) ? measure_.min
                       : count                                                ? std::optional(Decimal(0))
                                                                              : std::nullopt;
    if (least && measure_.max)
      out += " from " + least->text() + " to " + measure_.max->text();
    else if (least)
      out += " of at least " + least->text();
    else if (measure_.max)
      out += " of at most " + measure_.max->text();
    if (problem == "cell.number" && options_.decimal == ',' && measure_.decimals > 0) out += ", decimals after ','";
  }
  if (problem == "cell.number" || problem == "cell.option" || problem == "cell.yes_no")
    out += "; blank if it was not supplied, not_applicable (không áp dụng) if the unit has no such task";
  return out;
}
}
