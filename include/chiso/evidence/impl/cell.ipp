#pragma once
#include <algorithm>
#include <chiso/core/as_seen.hpp>
#include <chiso/core/error.hpp>
#include <chiso/core/problems.hpp>
#include <chiso/core/text.hpp>
#include <chiso/evidence/cell.hpp>
#include <chiso/evidence/impl/number_cell.ipp>
#include <chiso/evidence/impl/reading_options.ipp>

namespace chiso::inline CHISO_BUILD {
/// What cells of several kinds should contain.
namespace phrases {
inline constexpr Words yes_or_no{"yes or no (true/false, có/không, 1/0)", "'có' hoặc 'không' (yes/no, true/false, 1/0)"};
}

CHISO_INLINE std::optional<bool> yes_no(std::string_view text) {
  if (text.size() > 8) return {};  // longer in bytes than any of these words
  const auto is = [](std::string_view word) -> std::optional<bool> {
    if (word == "1" || word == "có" || word == "yes" || word == "true") return true;
    if (word == "0" || word == "không" || word == "no" || word == "false") return false;
    return {};
  };
  const auto as_written = is(text);
  return as_written ? as_written : is(lower_case(text));
}

CHISO_INLINE CellReader::CellReader(Measure measure, const ReadingOptions& options)
    : measure_(std::move(measure)),
      decimal_(options.decimal_mark()),
      thousands_(options.thousands),
      marks_are_told_(options.decimal || options.thousands) {
  for (const auto& word : options.missing_words) missing_words_.push_back(as_seen(word));
  const auto scaled = [&](const Decimal& end, bool up) {  // the outermost k within the limit
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
  if (measure_.type == MeasureType::date) {
    least_ = 0;
    most_ = Date::last_number;
  }
}

CHISO_INLINE Cell CellReader::option(std::string_view text) const {
  const auto place = measure_.options.find(text);
  if (!place) return {0, State::missing, &problems::cell_option};
  return {static_cast<std::int64_t>(*place), State::value, nullptr};
}

/// A number, or a word that says that the measure does not apply.
CHISO_INLINE Cell CellReader::number_or_word(std::string_view text) const {
  auto out = number_text(text);
  if (out.problem) out = word(text, out);
  return out;
}
/// What a text that is no value as it stands means as people see it; `otherwise` if that is nothing either.
CHISO_INLINE Cell CellReader::word(std::string_view text, const Cell& otherwise) const {
  if (means_not_applicable(text)) return {0, State::not_applicable};
  if (is_as_seen(text)) return otherwise;
  const auto seen = as_seen(text);  // a number is not read so, a word is
  if (is_missing_word(seen)) return {0, State::missing};
  if (means_not_applicable(seen)) return {0, State::not_applicable};
  return otherwise;
}
CHISO_INLINE Cell CellReader::text(std::string_view text) const {
  if (text.empty()) return {0, State::missing, nullptr};
  const bool means_missing = is_missing_word(text);
  if (measure_.type == MeasureType::count || measure_.type == MeasureType::decimal)
    return means_missing ? Cell(0, State::missing) : number_or_word(text);
  Cell out;
  switch (measure_.type) {
    case MeasureType::choice:  // a text that is an option means that option
      out = option(text);
      if (const auto whole = out.problem ? whole_text(text) : std::nullopt; whole && !means_missing) out = option(*whole);
      break;
    case MeasureType::yes_no: {
      auto truth = means_missing ? std::nullopt : yes_no(text);
      if (const auto whole = truth || means_missing ? std::nullopt : whole_text(text)) truth = yes_no(*whole);
      out = truth ? Cell{*truth ? 1 : 0, State::value, nullptr} : Cell{0, State::missing, &problems::cell_yes_no};
      break;
    }
    default: {
      const auto day = means_missing ? std::nullopt : Date::parse(text);
      out = day ? date(*day) : Cell{0, State::missing, &problems::cell_date};
    }
  }
  if (!out.problem) return out;
  return means_missing ? Cell(0, State::missing) : word(text, out);
}
CHISO_INLINE bool CellReader::is_missing_word(std::string_view text) const {
  return !missing_words_.empty() && std::find(missing_words_.begin(), missing_words_.end(), text) != missing_words_.end();
}

/// The digits of a whole number that has decimals by the mark of the table, as frames write it: 1 for `1.0`. Empty for any other text.
CHISO_INLINE std::optional<std::string> CellReader::whole_text(std::string_view text) const {
  const auto mark = text.find(decimal_);
  if (mark == text.npos) return {};
  std::string with_point(text);
  with_point[mark] = '.';
  return numbers::whole_digits(with_point);
}

CHISO_INLINE Cell CellReader::boolean(bool value) const {
  if (measure_.type == MeasureType::yes_no) return {value ? 1 : 0, State::value, nullptr};
  return {0, State::missing, &problems::cell_type};
}

CHISO_INLINE Cell CellReader::date(Date value) const {
  if (measure_.type == MeasureType::date) return {value.number(), State::value, nullptr};
  return {0, State::missing, &problems::cell_type};
}

CHISO_INLINE Argument CellReader::expected(const ProblemEntry& problem) const {
  constexpr Words within{"a number from -{0} to {0}", "một số, từ -{0} đến {0}"}, whole_number{"a whole number", "số nguyên"},
      one_decimal{"a number with at most 1 decimal", "số có tối đa 1 chữ số thập phân"},
      decimals{"a number with at most {0} decimals", "số có tối đa {0} chữ số thập phân"},
      from_to{"{0} from {1} to {2}", "{0}, từ {1} đến {2}"}, at_least{"{0} of at least {1}", "{0}, từ {1} trở lên"},
      at_most{"{0} of at most {1}", "{0}, không quá {1}"}, after_comma{"{0}, decimals after ','", "{0}, dấu thập phân là ','"},
      or_blank{"{0}; blank if it was not supplied, not_applicable (không áp dụng) if the unit has no such task",
               "{0}; để trống nếu chưa có số liệu, ghi không áp dụng nếu đơn vị không có nhiệm vụ đó"};
  if (&problem == &problems::cell_size) return {within, {Decimal(numbers::limit, measure_.decimals).text()}};
  Argument out;
  if (measure_.type == MeasureType::choice) {
    constexpr std::size_t most_listed = 10;
    std::string listed;
    for (std::size_t i = 0; i < measure_.options.size() && i < most_listed; ++i) listed += (i ? ", '" : "'") + measure_.options[i] + "'";
    if (measure_.options.size() > most_listed) listed += ", ...";
    out = {phrases::one_of, {std::move(listed)}};
  } else if (measure_.type == MeasureType::yes_no) {
    out = phrases::yes_or_no;
  } else if (measure_.type == MeasureType::date) {
    out = phrases::a_day;
  } else {
    out = measure_.decimals == 0   ? Argument(whole_number)
          : measure_.decimals == 1 ? Argument(one_decimal)
                                   : Argument(decimals, {measure_.decimals});
    const bool count = measure_.type == MeasureType::count;
    const auto least = measure_.min && !(count && *measure_.min < Decimal(0)) ? measure_.min
                       : count                                                ? std::optional(Decimal(0))
                                                                              : std::nullopt;
    if (least && measure_.max)
      out = {from_to, {std::move(out), least->text(), measure_.max->text()}};
    else if (least)
      out = {at_least, {std::move(out), least->text()}};
    else if (measure_.max)
      out = {at_most, {std::move(out), measure_.max->text()}};
    if (&problem == &problems::cell_number && decimal_ == ',' && measure_.decimals > 0) out = {after_comma, {std::move(out)}};
  }
  const bool may_be_none = &problem == &problems::cell_number || &problem == &problems::cell_option || &problem == &problems::cell_yes_no ||
                           &problem == &problems::cell_date;
  return may_be_none ? Argument(or_blank, {std::move(out)}) : out;
}
}
