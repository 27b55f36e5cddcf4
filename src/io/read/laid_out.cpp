#include <algorithm>
#include <chiso/evidence/table_problems.hpp>
#include <io/read/laid_out.hpp>
#include <io/text/unicode.hpp>
#include <iterator>

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
std::optional<std::size_t> LaidOut::find(const std::string& name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? std::nullopt : std::optional(found->second);
}
void LaidOut::feed(std::size_t column, EvidenceReader& reader, std::size_t to, const Add& add) const {
  std::string room;
  const auto& cells = columns_[column].cells;
  const bool names = reader.takes_names(to);
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    const auto cell = row >= cells.size() || cells[row] == 0 ? SheetCell{} : cells_[cells[row] - 1].line_cell().cell;
    if (cell.kind == SheetCell::Kind::blank)
      reader.missing(to);
    else if (cell.kind == SheetCell::Kind::text)
      reader.text(to, names ? clean_name_view(cell.text, room) : cell.text);
    else
      add(to, cell);
  }
}
std::size_t LaidOut::at(std::size_t row, std::size_t column) const {
  if (row == BadCell::none) return column < columns_.size() ? columns_[column].at : 0;
  const auto* cells = column < columns_.size() ? &columns_[column].cells : nullptr;
  if (cells && row < cells->size() && (*cells)[row] != 0) return cells_[(*cells)[row] - 1].at();
  return row < rows_.size() ? rows_[row] : 0;
}

void JoinedTables::add(LaidOut table, std::shared_ptr<const TableLines> lines) {
  for (std::size_t column = 0; column < table.columns(); ++column)
    if (std::find(names_.begin(), names_.end(), table.name(column)) == names_.end()) names_.push_back(table.name(column));
  tables_.push_back({std::move(table), std::move(lines), rows_});
  rows_ += tables_.back().of_units.rows();
}
std::size_t JoinedTables::room() const {
  std::size_t out = 0;
  for (const auto& table : tables_) out += table.of_units.room();
  return out;
}
void JoinedTables::feed_columns(EvidenceReader& reader) const {
  for (const auto& name : names_) reader.add_column(name);
  reader.expect_rows(rows_);
}
void JoinedTables::report_absent(EvidenceReader& reader, std::size_t measures) const {
  constexpr Words line{"a line for every measure of the model in each form", "mỗi phiếu một dòng cho mỗi số liệu của bộ tiêu chí"};
  for (const auto& table : tables_)
    for (std::size_t measure = 0; measure < measures; ++measure) {
      const auto column = reader.column_of(measure);
      if (!column || table.of_units.find(names_[*column])) continue;
      const auto& name = names_[*column];
      auto* bad = reader.add_problem(BadCell::none, BadCell::none, problems::column_absent, [&] { return Arguments{name, line}; });
      if (!bad) continue;
      bad->problem.place.pointer = "/columns/" + name;
      table.lines->put(bad->problem.place, 0);
    }
}
void JoinedTables::feed_cells(EvidenceReader& reader, const LaidOut::Add& add) const {
  for (std::size_t column = 0; column < names_.size(); ++column)
    for (const auto& table : tables_) {
      if (const auto own = table.of_units.find(names_[column]))
        table.of_units.feed(*own, reader, column, add);
      else
        for (std::size_t row = 0; row < table.of_units.rows(); ++row) reader.missing(column);
    }
}
const JoinedTables::Table& JoinedTables::with_row(std::size_t row) const {
  const auto after =
      std::upper_bound(tables_.begin(), tables_.end(), row, [](std::size_t at, const Table& table) { return at < table.first_row; });
  return *std::prev(after);
}
void JoinedTables::put(Place& place, std::size_t row, std::size_t column) const {
  const auto* name = column < names_.size() ? &names_[column] : nullptr;
  const auto own = [&](const Table& table) { return name ? table.of_units.find(*name).value_or(BadCell::none) : BadCell::none; };
  const auto* of = &tables_.front();
  if (row != BadCell::none)
    of = &with_row(row);
  else if (name)
    of = &*std::find_if(tables_.begin(), tables_.end(), [&](const Table& table) { return table.of_units.find(*name).has_value(); });
  of->lines->put(place, of->of_units.at(row == BadCell::none ? row : row - of->first_row, own(*of)));
}
void JoinedTables::place(BadCell& bad) const {
  if (bad.problem.place.line == 0 && bad.problem.place.row == 0) put(bad.problem.place, bad.row, bad.column);
  for (auto& argument : bad.problem.arguments) place_rows(argument, bad.problem.place);
}
void JoinedTables::place_rows(Argument& argument, const Place& beside) const {
  for (auto& within : argument.arguments) place_rows(within, beside);
  const auto* other = std::get_if<TableRow>(&argument.value);
  if (!other || other->row >= rows_) return;
  Place of_row;
  put(of_row, other->row, BadCell::none);
  const TableRow row{.row = other->row, .line = of_row.line, .in_sheet = of_row.line != 0 ? of_row.line : of_row.row};
  constexpr Words in_a_sheet{"row {0} of the worksheet '{1}'", "dòng {0} của trang tính '{1}'"};
  const bool is_elsewhere = of_row.sheet && (!beside.sheet || *beside.sheet != *of_row.sheet);
  argument = is_elsewhere ? Argument(in_a_sheet, {of_row.row, *of_row.sheet}) : Argument(row);
}
}
