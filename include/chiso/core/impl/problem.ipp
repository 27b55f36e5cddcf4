#pragma once
#include <algorithm>
#include <chiso/core/problem.hpp>
#include <chiso/core/text.hpp>
#include <string>
#include <utility>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE bool operator==(const Place& a, const Place& b) {
  return a.pointer == b.pointer && a.within == b.within && a.line == b.line && a.column == b.column && a.row == b.row && a.sheet == b.sheet;
}

CHISO_DEFINE_VALUE_MEMBERS(Argument)
CHISO_INLINE Argument::Argument(std::string data) : value(std::move(data)) {}
CHISO_INLINE Argument::Argument(std::string_view data) : value(std::string(data)) {}
CHISO_INLINE Argument::Argument(const char* data) : value(std::string(data)) {}
CHISO_INLINE Argument::Argument(TableRow row) : value(row) {}
CHISO_INLINE Argument::Argument(const Words& words) : value(words) {}
CHISO_INLINE Argument::Argument(const Words& words, std::vector<Argument> in_holes) : value(words), arguments(std::move(in_holes)) {}
CHISO_INLINE Argument Argument::whole(std::int64_t number) {
  Argument out;
  out.value = number;
  return out;
}
CHISO_INLINE bool Argument::empty() const {
  const auto* data = std::get_if<std::string>(&value);
  return data && data->empty();
}
CHISO_INLINE bool operator==(const Argument& a, const Argument& b) { return a.value == b.value && a.arguments == b.arguments; }

CHISO_INLINE std::string to_text(const Argument& argument, Text::Language language) {
  if (const auto* data = std::get_if<std::string>(&argument.value)) return *data;
  if (const auto* number = std::get_if<std::int64_t>(&argument.value)) return std::to_string(*number);
  if (const auto* words = std::get_if<Words>(&argument.value)) return to_text(*words, argument.arguments, language);
  constexpr Words row{"row {0} (counted from 0)", "dòng số {0} của dữ liệu (đếm từ 0)"}, line{"line {0}", "dòng {0}"},
      row_of_sheet{"row {0}", "dòng {0} của bảng"}, line_and_row{"line {0} (row {1} of the sheet)", "dòng {0} của tệp (dòng {1} của bảng)"};
  const auto& at = std::get<TableRow>(argument.value);
  if (at.line == 0) return at.in_sheet == 0 ? to_text(row, {at.row}, language) : to_text(row_of_sheet, {at.in_sheet}, language);
  return at.in_sheet == at.line ? to_text(line, {at.line}, language) : to_text(line_and_row, {at.line, at.in_sheet}, language);
}
CHISO_INLINE std::string to_text(const Words& words, const Arguments& arguments, Text::Language language) {
  std::string out;
  const auto text = words.in(language);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto hole =
        text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' ? static_cast<std::size_t>(text[i + 1] - '0') : ~std::size_t{0};
    if (hole < arguments.size())
      out += to_text(arguments[hole], language), i += 2;
    else
      out += text[i];
  }
  return out;
}

CHISO_INLINE std::string Problem::code() const { return std::string(entry->code); }
CHISO_INLINE std::string Problem::suggestion(Text::Language language) const { return to_text(hint, language); }
CHISO_INLINE bool operator==(const Problem& a, const Problem& b) {
  return a.entry == b.entry && a.severity == b.severity && a.place == b.place && a.arguments == b.arguments && a.hint == b.hint;
}
CHISO_INLINE std::string Problem::found(Text::Language language) const { return to_text(entry->found, arguments, language); }
CHISO_INLINE std::string Problem::expected(Text::Language language) const { return to_text(entry->expected, arguments, language); }

// Member by member: if a later initialiser throws, g++ 12 destroys twice what nested braces made.
CHISO_INLINE Problem problem_at(Place place, Severity severity, const ProblemEntry& entry, Arguments arguments) {
  Problem out;
  out.entry = &entry;
  out.severity = severity;
  out.place = std::move(place);
  out.arguments = std::move(arguments);
  return out;
}
namespace detail {
/// Whether the words for what was found say that something is absent.
CHISO_INLINE bool found_an_absence(const Problem& problem) {
  if (problem.entry->found.vi != "{0}" || problem.arguments.empty()) return problem.entry->found.kind == Words::absence;
  const auto* words = std::get_if<Words>(&problem.arguments[0].value);
  return words && words->kind == Words::absence;
}
/// A part of a JSON pointer as it was before `~0` and `~1` stood for `~` and `/` in it.
CHISO_INLINE std::string pointer_part(std::string_view part) {
  std::string out;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const bool escaped = part[i] == '~' && i + 1 < part.size() && (part[i + 1] == '0' || part[i + 1] == '1');
    out += escaped ? (part[++i] == '0' ? '~' : '/') : part[i];
  }
  return out;
}
}
CHISO_INLINE std::string to_text(const Place& place, Text::Language language) {
  constexpr std::string_view tables = "/tables/";
  const std::string_view pointer = place.pointer;
  std::size_t at = 0;  // where the row begins; a table below the units stands before it
  if (pointer.starts_with(tables)) at = pointer.find('/', tables.size());
  const auto end = at < pointer.size() ? (std::min)(pointer.find('/', at + 1), pointer.size()) : at;
  const auto digits = at < pointer.size() && pointer[at] == '/' ? pointer.substr(at + 1, end - at - 1) : std::string_view();
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (digits.empty() || digits.size() > 18 || !std::all_of(digits.begin(), digits.end(), is_digit)) return place.pointer;
  std::string out;
  const auto add = [&](std::string part) {
    if (part.empty()) return;
    out.append(out.empty() ? "" : ", ").append(part);
  };
  if (at > 0) add(detail::pointer_part(pointer.substr(tables.size(), at - tables.size())));
  if (place.line == 0 && !place.sheet) add(to_text(TableRow{.row = std::stoull(std::string(digits))}, language));
  if (end < pointer.size()) add(detail::pointer_part(pointer.substr(end + 1)));
  return out;
}
CHISO_INLINE std::string sheet_cell(const Place& place) {
  if (!place.sheet || place.sheet->empty()) return {};
  const auto is_plain = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
  };
  auto out = *place.sheet;
  if (!std::all_of(out.begin(), out.end(), is_plain) || (out[0] >= '0' && out[0] <= '9')) {
    for (auto at = out.find('\''); at != out.npos; at = out.find('\'', at + 2)) out.insert(at, 1, '\'');
    out = "'" + out + "'";
  }
  if (place.row == 0) return out;
  const auto row = std::to_string(place.row);
  std::string letters;
  for (auto column = place.column; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return out + "!" + (letters.empty() ? row + ":" : letters) + row;
}
CHISO_INLINE Words severity_words(Severity severity) {
  return severity == Severity::error ? Words{"error", "lỗi"} : Words{"warning", "cảnh báo"};
}
CHISO_INLINE std::string to_text(const Problem& problem, Text::Language language, SeverityMention mention) {
  constexpr Words found{"found", "gặp"}, expected{"expected", "cần"}, meant{"did you mean", "có phải là"},
      row{" (row {0} of the sheet)", " (dòng {0} của bảng)"};
  const auto& place = problem.place;
  std::string out;
  if (place.line > 0) out = std::to_string(place.line) + ":" + std::to_string(place.column) + ": ";
  if (place.sheet) out = sheet_cell(place) + ": ";
  if (mention == SeverityMention::said) out.append(severity_words(problem.severity).in(language)).append(": ");
  if (const auto at = to_text(place, language); !at.empty()) out.append(at).append(": ");
  if (language == Text::Language::en || !detail::found_an_absence(problem)) out.append(found.in(language)).append(" ");
  out.append(problem.found(language)).append(", ").append(expected.in(language)).append(" ").append(problem.expected(language));
  if (!problem.hint.empty()) out.append(" (").append(meant.in(language)).append(" ").append(problem.suggestion(language)).append("?)");
  out = with_hidden_shown(out).append(" [").append(problem.code()).append("]");
  if (place.row != 0 && place.row != place.line && !place.sheet) out += to_text(row, {place.row}, language);
  return out;
}
}
