#include <io/read/laid_out.hpp>
#include <io/text/unicode.hpp>

namespace chiso::inline CHISO_BUILD {
KeptCell::KeptCell(const LineCell& cell) : cell_(cell.cell), text_(clean_text(cell.cell.text)), at_(cell.at) { cell_.text = {}; }
LineCell KeptCell::line_cell() const {
  LineCell out{cell_, at_};
  out.cell.text = text_;
  return out;
}

std::size_t LaidOut::column(const std::string& name, std::size_t at) {
  const auto [found, is_new] = by_name_.try_emplace(name, columns_.size());
  if (is_new) columns_.push_back({name, at, {}});
  return found->second;
}
std::size_t LaidOut::add_row(std::size_t at) {
  rows_.push_back(at);
  return rows_.size() - 1;
}
bool LaidOut::put(std::size_t row, std::size_t column, const LineCell& cell) {
  auto& cells = columns_[column].cells;
  if (cells.size() <= row) {
    room_ += row + 1 - cells.size();
    cells.resize(row + 1);
  }
  if (cells[row] != 0) return false;
  cells_.emplace_back(cell);
  cells[row] = static_cast<std::uint32_t>(cells_.size());
  return true;
}
void LaidOut::feed_columns(EvidenceReader& reader) const {
  for (const auto& column : columns_) reader.add_column(column.name);
  reader.expect_rows(rows_.size());
}
void LaidOut::feed_cells(EvidenceReader& reader, const std::function<void(std::size_t, const SheetCell&)>& add) const {
  std::string room;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const auto& cells = columns_[i].cells;
    const bool names = reader.takes_names(i);
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      const auto cell = row >= cells.size() || cells[row] == 0 ? SheetCell{} : cells_[cells[row] - 1].line_cell().cell;
      if (cell.kind == SheetCell::Kind::blank)
        reader.missing(i);
      else if (cell.kind == SheetCell::Kind::text)
        reader.text(i, names ? clean_name_view(cell.text, room) : cell.text);
      else
        add(i, cell);
    }
  }
}
std::size_t LaidOut::at(std::size_t row, std::size_t column) const {
  if (row == BadCell::none) return column < columns_.size() ? columns_[column].at : 0;
  const auto* cells = column < columns_.size() ? &columns_[column].cells : nullptr;
  if (cells && row < cells->size() && (*cells)[row] != 0) return cells_[(*cells)[row] - 1].at();
  return row < rows_.size() ? rows_[row] : 0;
}
void LaidOut::place(BadCell& bad, const TableLines& lines) const {
  for (auto& argument : bad.problem.arguments) place_rows(argument, lines);
  if (bad.problem.place.line == 0 && bad.problem.place.row == 0) lines.put(bad.problem.place, at(bad.row, bad.column));
}
void LaidOut::place_rows(Argument& argument, const TableLines& lines) const {
  for (auto& within : argument.arguments) place_rows(within, lines);
  auto* other = std::get_if<TableRow>(&argument.value);
  if (!other || other->row >= rows_.size()) return;
  Place of_row;
  lines.put(of_row, rows_[other->row]);
  *other = {.row = other->row, .line = of_row.line, .in_sheet = of_row.line != 0 ? of_row.line : of_row.row};
}
}
