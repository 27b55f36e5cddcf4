#include <io/read/laid_out.hpp>
#include <io/text/unicode.hpp>

namespace chiso::inline CHISO_BUILD {
std::size_t LaidOut::column(const std::string& name, std::size_t at) {
  const auto [found, is_new] = by_name_.try_emplace(name, columns_.size());
  if (is_new) columns_.push_back({name, at, {}});
  return found->second;
}
std::size_t LaidOut::add_row(std::size_t at) {
  rows_.push_back(at);
  return rows_.size() - 1;
}
bool LaidOut::put(std::size_t row, std::size_t column, std::string text, std::size_t at) {
  auto& cells = columns_[column].cells;
  if (cells.size() <= row) {
    room_ += row + 1 - cells.size();
    cells.resize(row + 1);
  }
  if (cells[row] != 0) return false;
  cells_.push_back({std::move(text), at});
  cells[row] = static_cast<std::uint32_t>(cells_.size());
  return true;
}
void LaidOut::feed(EvidenceReader& reader) const {
  for (const auto& column : columns_) reader.add_column(column.name);
  reader.expect_rows(rows_.size());
  std::string room;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const auto& cells = columns_[i].cells;
    const bool names = reader.takes_names(i);
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (row >= cells.size() || cells[row] == 0) {
        reader.missing(i);
        continue;
      }
      const auto& text = cells_[cells[row] - 1].text;
      reader.text(i, names ? clean_name_view(text, room) : std::string_view(text));
    }
  }
}
std::size_t LaidOut::at(std::size_t row, std::size_t column) const {
  if (row == BadCell::none) return column < columns_.size() ? columns_[column].at : 0;
  const auto* cells = column < columns_.size() ? &columns_[column].cells : nullptr;
  if (cells && row < cells->size() && (*cells)[row] != 0) return cells_[(*cells)[row] - 1].at;
  return row < rows_.size() ? rows_[row] : 0;
}
void LaidOut::place(BadCell& bad, SourceText& source) const {
  for (auto& argument : bad.problem.arguments)
    if (auto* other = std::get_if<TableRow>(&argument.value); other && other->row < rows_.size()) {
      Place of_row;
      source.put(of_row, rows_[other->row]);
      *other = {.row = other->row, .line = of_row.line, .in_sheet = of_row.line};
    }
  if (bad.problem.place.line == 0) source.put(bad.problem.place, at(bad.row, bad.column));
}
}
