#pragma once
#include <chiso/core/date.hpp>
#include <chiso/io/tables/table.hpp>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Writes the cell of one row of a column that has a value, into CSV or JSON.
template <class Writer>
struct CellWriter {
  Writer& out;
  std::size_t row = 0;
  void operator()(const TextCells& cells) const { out.text(cells.names[cells.codes[row]]); }
  void operator()(const FigureCells& cells) const { out.number(cells.at(row)); }
  void operator()(const WholeCells& cells) const { out.number(cells.values[row]); }
  void operator()(const TruthCells& cells) const { out.truth(cells.values[row] != 0); }
  void operator()(const DateCells& cells) const { out.text(Date::of_unix_days(cells.days[row])->text()); }
};
/// Whether a column has a value in a row.
inline bool has_value(const TextCells& cells, std::size_t row) { return cells.codes[row] != TextCells::none; }
template <class Cells>
bool has_value(const Cells& cells, std::size_t row) {
  return cells.has.empty() || cells.has[row] != 0;
}
/// Writes the cells of a row of some columns.
template <class Columns, class Writer>
void write_cells(const Columns& columns, std::size_t row, Writer& out) {
  const CellWriter<Writer> cell{out, row};
  for (const auto& column : columns) std::visit([&](const auto& cells) { has_value(cells, row) ? cell(cells) : out.none(); }, column.cells);
}
inline std::vector<std::string_view> names_of_columns(const Table& table) {
  std::vector<std::string_view> names;
  for (const auto& column : table.columns()) names.push_back(column.name);
  return names;
}
}
