#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/core/text.hpp>
#include <chiso/core/utf8.hpp>
#include <io/read/frame_table.hpp>
#include <io/text/unicode.hpp>
#include <io/text/utf8.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr std::size_t rows_end = 0xFFFF'FFFE;  // of evidence

CellOptions cell_options(const FrameOptions& options) {
  CellOptions out{.decimal = options.decimal,
                  .thousands = options.thousands,
                  .unknown_columns = options.unknown_columns,
                  .absent_measures = options.absent_measures,
                  .most_problems = options.most_problems};
  for (const auto& word : options.missing_words) out.missing_words.push_back(clean_text(word));
  return out;
}
}

FrameTable::FrameTable(Model model, const FrameOptions& options)
    : table_(std::move(model), cell_options(options)), renames_(options.rename) {}

std::size_t FrameTable::column(std::string_view name) {
  const bool good = is_utf8(name);
  auto& own = columns_.emplace_back();
  own.name = good ? clean_text(name) : BadCells::shown(name);
  const auto* given = renames_.of(own.name);
  const auto at = table_.add_column(given ? *given : own.name);
  own.reads = table_.reads(at);
  if (!good) fault(at, "text.utf8", "bytes that are no text", "text in UTF-8");
  return at;
}

void FrameTable::expect_rows(std::size_t rows) {
  if (rows < rows_end) table_.expect_rows(rows, Expected::exactly);
}
bool FrameTable::has_room(std::size_t column, std::size_t cells) {
  const auto& own = columns_[column];
  if (!own.reads) return false;
  if (cells < rows_end - own.length) return true;
  fault(column, "rows.limit", std::to_string(own.length + cells), "fewer rows than 2^32 - 2");
  return false;
}
bool FrameTable::takes(std::size_t column, std::size_t cells) {
  if (!has_room(column, cells)) return false;
  columns_[column].length += cells;
  return true;
}
void FrameTable::numbers(std::size_t column, std::span<const double> cells) {
  if (takes(column, cells.size())) table_.numbers(column, cells);
}
void FrameTable::numbers(std::size_t column, std::span<const float> cells) {
  if (takes(column, cells.size())) table_.numbers(column, cells);
}
void FrameTable::wholes(std::size_t column, std::span<const std::int64_t> cells, std::span<const std::uint8_t> missing) {
  if (takes(column, cells.size())) table_.wholes(column, cells, missing);
}
void FrameTable::truths(std::size_t column, std::span<const std::uint8_t> cells, std::span<const std::uint8_t> missing) {
  if (takes(column, cells.size())) table_.truths(column, cells, missing);
}
void FrameTable::text(std::size_t column, std::string_view cell) {
  if (!reads(column)) return;
  if (!is_printable_ascii(cell)) {
    if (unicode::first_bad_byte(cell) < cell.size()) return unreadable(column, "text.utf8", "bytes that are no text", "text in UTF-8");
    if (cell.find('\0') != cell.npos) return unreadable(column, "text.nul", "a NUL character", "text without it");
  }
  if (takes(column, 1)) table_.text(column, clean_view(cell, room_));
}
void FrameTable::number(std::size_t column, const double& cell) {
  if (takes(column, 1)) table_.number(column, cell);
}
void FrameTable::number(std::size_t column, const float& cell) {
  if (takes(column, 1)) table_.number(column, cell);
}
void FrameTable::whole(std::size_t column, std::int64_t cell) {
  if (takes(column, 1)) table_.whole(column, cell);
}
void FrameTable::truth(std::size_t column, bool cell) {
  if (takes(column, 1)) table_.truth(column, cell);
}
void FrameTable::decimal(std::size_t column, std::string_view digits) {
  if (takes(column, 1)) table_.decimal(column, digits);
}
void FrameTable::missing(std::size_t column) {
  if (takes(column, 1)) table_.state(column, State::missing);
}

void FrameTable::unreadable(std::size_t column, std::string_view code, std::string_view found, std::string_view expected) {
  if (!takes(column, 1)) return;
  table_.add_problem(columns_[column].length - 1, column, code, found, expected);
  table_.unreadable(column);
}
void FrameTable::fault(std::size_t column, std::string_view code, std::string_view found, std::string_view expected) {
  auto& own = columns_[column];
  if (own.faulty) return;
  own.faulty = own.reads;
  own.reads = false;
  table_.add_problem(BadCell::none, column, code, found, expected);
}

/// How many rows the columns have, faulty ones apart.
std::size_t FrameTable::rows() {
  const FrameColumn* first = nullptr;
  for (const auto& own : columns_) {
    if (!own.reads) continue;
    if (first && own.length != first->length)
      throw ShapeError("the column '" + own.name + "' has " + std::to_string(own.length) + " rows, not " + std::to_string(first->length) +
                       " as '" + first->name + "'");
    if (!first) first = &own;
  }
  if (first) return first->length;
  std::size_t most = 0;
  for (const auto& own : columns_) most = std::max(most, own.length);
  return most;
}

Evidence FrameTable::build() {
  const auto count = rows();
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    auto& own = columns_[column];
    for (; own.faulty && own.length < count; ++own.length) table_.unreadable(column);
  }
  std::vector<std::string> names;
  for (const auto& own : columns_) names.push_back(own.name);
  renames_.check(names, "a column of the table", table_);
  if (auto evidence = table_.build(count)) return std::move(*evidence);
  throw table_.error([](BadCell&) {});
}
}
