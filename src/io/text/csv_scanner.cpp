#include <io/text/csv_scanner.hpp>

namespace chiso::inline CHISO_BUILD {
CsvScanner::CsvScanner(std::string_view text, char delimiter, std::size_t from) : text_(text), delimiter_(delimiter), at_(from) {
  for (const char c : {delimiter, '\n', '\r', '"'}) special_[static_cast<unsigned char>(c)] = true;
}

std::size_t CsvScanner::end_of_plain(std::size_t from) const {
  while (from < text_.size() && !special(text_[from])) ++from;
  return from;
}

bool CsvScanner::next(CsvRow& row) {
  while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) ++at_;
  if (at_ == text_.size()) return false;
  row.cells.clear();
  row.starts.clear();
  row.count = 0;
  row.fault.reset();
  used_ = 0;
  for (;;) {
    if (row.count < CsvRow::most_cells) row.starts.push_back(at_);
    cell(row);
    if (at_ == text_.size()) return true;
    const char end = text_[at_++];
    if (end == delimiter_) continue;
    if (end == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
    return true;
  }
}

void CsvScanner::add(CsvRow& row, std::string_view cell) {
  if (row.count++ < CsvRow::most_cells) row.cells.push_back(cell);
}

/// Reads a cell up to the delimiter or line break after it.
void CsvScanner::cell(CsvRow& row) {
  const auto start = at_;
  if (at_ < text_.size() && text_[at_] == '"') return quoted(row);
  at_ = end_of_plain(at_);
  while (!ends(at_)) {  // a quote
    if (!row.fault) row.fault = CsvRow::Fault{row.count, at_, false};
    at_ = end_of_plain(at_ + 1);
  }
  add(row, text_.substr(start, at_ - start));
}

void CsvScanner::quoted(CsvRow& row) {
  const auto start = ++at_;
  std::string* put_together = nullptr;
  auto piece = start;
  for (;;) {
    const auto quote = text_.find('"', at_);
    if (quote == text_.npos) {
      if (!row.fault) row.fault = CsvRow::Fault{row.count, start - 1, true};
      at_ = text_.size();
      add(row, text_.substr(start));
      return;
    }
    at_ = quote + 1;
    if (at_ == text_.size() || text_[at_] != '"') break;
    if (!put_together && row.count < CsvRow::most_cells) {
      if (used_ == unquoted_.size()) unquoted_.emplace_back();
      put_together = &unquoted_[used_++];
      put_together->clear();
    }
    if (put_together) put_together->append(text_, piece, at_ - piece);  // one of the two quotes
    piece = ++at_;
  }
  const auto end = at_ - 1;
  if (put_together) put_together->append(text_, piece, end - piece);
  add(row, put_together ? std::string_view(*put_together) : text_.substr(start, end - start));
  while (!ends(at_)) {  // text between the closing quote and the end of the cell
    if (!row.fault) row.fault = CsvRow::Fault{row.count - 1, at_, false};
    at_ = end_of_plain(at_ + 1);
  }
}

LineCounter::LineAndColumn LineCounter::of(std::size_t at) {
  if (at < at_) {
    at_ = 0;
    here_ = {};
  }
  for (; at_ < at; ++at_) {
    const char c = text_[at_];
    if (c == '\n' || (c == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] != '\n')))
      here_ = {here_.line + 1, 1};
    else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80)
      ++here_.column;
  }
  return here_;
}
}
