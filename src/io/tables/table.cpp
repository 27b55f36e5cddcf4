#include <algorithm>
#include <chiso/core/decimal.hpp>
#include <chiso/core/error.hpp>
#include <chiso/core/problems.hpp>
#include <chiso/expr/whole_arithmetic.hpp>
#include <chiso/io/tables/table.hpp>
#include <io/tables/cell_writer.hpp>
#include <io/text/table_writer.hpp>
#include <unordered_set>

namespace chiso::inline CHISO_BUILD {
namespace {
std::size_t size_of(const TextCells& cells) { return cells.codes.size(); }
std::size_t size_of(const FigureCells& cells) { return cells.wide.empty() ? cells.digits.size() : cells.wide.size(); }
std::size_t size_of(const WholeCells& cells) { return cells.values.size(); }
std::size_t size_of(const TruthCells& cells) { return cells.values.size(); }
std::size_t size_of(const DateCells& cells) { return cells.days.size(); }

CHISO_KERNEL bool are_within(std::int64_t most, const std::int64_t* list, std::size_t count) {
  std::int64_t beyond = 0;
  for (std::size_t i = 0; i < count; ++i) beyond |= list[i] >= most || list[i] <= -most ? 1 : 0;
  return beyond == 0;
}
CHISO_KERNEL void divide(const std::int64_t* list, double by, std::size_t count, double* out) {
  each_row(count, [=](std::size_t i) { out[i] = whole::from<double>(list[i]) / by; });
}

template <class Writer>
std::string written(const Table& table, Writer out) {
  for (std::size_t row = 0; row < table.rows(); ++row) {
    write_cells(table.columns(), row, out);
    out.end_row();
  }
  return out.finish();
}
}

TableNames::TableNames(std::vector<std::string> names) {
  auto own = std::make_shared<const std::vector<std::string>>(std::move(names));
  names_ = *own;
  owner_ = std::move(own);
}

std::size_t TableColumn::rows() const {
  return std::visit([](const auto& of) { return size_of(of); }, cells);
}
bool TableColumn::has(std::size_t row) const {
  return std::visit([&](const auto& of) { return has_value(of, row); }, cells);
}
std::size_t TableColumn::without() const {
  return std::visit(
      []<class Cells>(const Cells& of) {
        const auto count = [](const auto& list, auto none) { return static_cast<std::size_t>(std::count(list.begin(), list.end(), none)); };
        if constexpr (std::is_same_v<Cells, TextCells>)
          return count(of.codes, TextCells::none);
        else
          return count(of.has, std::uint8_t{0});
      },
      cells);
}

UnsetVector<double> as_doubles(const FigureCells& figures, double none) {
  UnsetVector<double> out(size_of(figures));
  const auto& digits = figures.digits;
  // Doubles hold these whole numbers, so a quotient of two is rounded only once.
  constexpr std::int64_t exact = std::int64_t{1} << 51;
  if (figures.wide.empty() && figures.decimals <= 15 && are_within(exact, digits.data(), out.size())) {
    divide(digits.data(), static_cast<double>(Decimal::power(figures.decimals)), out.size(), out.data());
  } else {
    for (std::size_t row = 0; row < out.size(); ++row) out[row] = nearest_double(figures.at(row));
  }
  for (std::size_t row = 0; row < figures.has.size(); ++row)
    if (figures.has[row] == 0) out[row] = none;
  return out;
}

Table::Table(std::vector<TableColumn> columns, std::size_t rows) {
  std::unordered_set<std::string_view> names;
  for (const auto& column : columns) {
    if (column.rows() != rows)
      throw ShapeError("the column " + column.name + " has " + std::to_string(column.rows()) + " rows, not " + std::to_string(rows));
    if (!names.insert(column.name).second) throw ShapeError("two columns are named " + column.name);
  }
  data_ = std::make_shared<const Data>(Data{std::move(columns), rows});
}
const TableColumn& Table::column(std::string_view name) const {
  std::vector<std::string> known;
  for (const auto& column : columns()) {
    if (column.name == name) return column;
    known.push_back(column.name);
  }
  return columns()[index_of_name(nouns::column, name, known)];
}
Table Table::only(std::span<const std::string> names) const {
  std::vector<TableColumn> out;
  for (const auto& name : names) out.push_back(column(name));
  return {std::move(out), rows()};
}

std::string to_csv(const Table& table) { return to_csv(table, '.'); }
std::string to_csv(const Table& table, char decimal) {
  if (decimal != '.' && decimal != ',') throw ShapeError("a decimal mark is '.' or ','");
  return written(table, CsvWriter(names_of_columns(table), decimal));
}
std::string to_json(const Table& table) { return written(table, JsonTableWriter(names_of_columns(table))); }
}
