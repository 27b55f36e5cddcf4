#include <algorithm>
#include <io/text/json_string.hpp>
#include <io/text/table_writer.hpp>

namespace chiso::inline CHISO_BUILD {
std::string guarded(std::string_view text) {
  constexpr std::string_view starts_a_formula = "=+-@\t\r";
  const bool risky = !text.empty() && starts_a_formula.find(text.front()) != std::string_view::npos;
  return (risky ? "'" : "") + std::string(text);
}

CsvWriter::CsvWriter(const std::vector<std::string_view>& columns, char decimal)
    : delimiter_(decimal == ',' ? ';' : ','), decimal_(decimal) {
  for (const auto column : columns) plain(column);
  end_row();
}
void CsvWriter::plain(std::string_view cell) {
  if (!first_) out_ += delimiter_;
  first_ = false;
  out_ += cell;
}
void CsvWriter::text(std::string_view value) {
  const auto cell = guarded(value);
  if (cell.find_first_of("\"\r\n") == std::string::npos && cell.find(delimiter_) == std::string::npos) return plain(cell);
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  plain(quoted + '"');
}
void CsvWriter::number(const Decimal& value) {
  auto digits = value.text();
  std::replace(digits.begin(), digits.end(), '.', decimal_);
  plain(digits);
}
void CsvWriter::end_row() {
  out_ += "\r\n";
  first_ = true;
}

void JsonTableWriter::raw(std::string_view value) {
  out_ += column_ == 0 ? (out_.size() == 1 ? "\n{\"" : ",\n{\"") : ", \"";
  out_ += columns_[column_++];  // names of columns need no escapes
  out_ += "\": ";
  out_ += value;
}
void JsonTableWriter::text(std::string_view value) {
  std::string quoted;
  quote(quoted, value);
  raw(quoted);
}
void JsonTableWriter::end_row() {
  out_ += '}';
  column_ = 0;
}
std::string JsonTableWriter::finish() { return std::move(out_ += "\n]\n"); }
}
