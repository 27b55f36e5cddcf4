#include <algorithm>
#include <chiso/core/overloaded.hpp>
#include <io/tables/table_columns.hpp>
#include <io/tables/unreported_rows.hpp>
#include <numeric>
#include <tuple>
#include <unordered_map>

// What a roster adds to a table of scores.
namespace chiso::inline CHISO_BUILD {
namespace {
/// The units that have not reported, among the rows that a table is limited to.
std::vector<UnreportedUnit> shown_of(const Evidence& evidence, const ScoreTableOptions& options) {
  const auto& last_track = evidence.model().tracks().back();
  if (options.by_criterion || options.top || options.first || (options.track && *options.track != last_track)) return {};
  auto all = evidence.unreported();
  std::erase_if(all, [&](const UnreportedUnit& one) {
    return (options.block && *options.block != one.block) || (options.period && *options.period != one.period);
  });
  return all;
}

/// Cells behind which rows are added; each row has a text, or none and 0.
class LongerColumn {
 public:
  LongerColumn(std::size_t rows, std::vector<std::string> texts) : rows_(rows), texts_(std::move(texts)) {}
  TextCells operator()(const TextCells& cells) const {
    std::vector<std::string> names(cells.names.list().begin(), cells.names.list().end());
    LargeVector<std::uint32_t> codes(cells.codes.begin(), cells.codes.end());
    std::unordered_map<std::string, std::uint32_t> code_of;
    if (!texts_.empty())
      for (const auto& name : names) code_of.emplace(name, static_cast<std::uint32_t>(code_of.size()));
    for (const auto& text : texts_) {
      const auto [at, is_new] = code_of.try_emplace(text, static_cast<std::uint32_t>(names.size()));
      if (is_new) names.push_back(text);
      codes.push_back(at->second);
    }
    codes.resize(rows_, TextCells::none);
    return {.names = TableNames(std::move(names)), .codes = std::move(codes), .categorical = cells.categorical};
  }
  FigureCells operator()(const FigureCells& cells) const {
    return {.decimals = cells.decimals,
            .digits = longer(cells.digits),
            .wide = longer(cells.wide),
            .has = has(cells.has, std::max(cells.digits.size(), cells.wide.size()))};
  }
  WholeCells operator()(const WholeCells& cells) const {
    return {.values = longer(cells.values), .has = has(cells.has, cells.values.size())};
  }
  TruthCells operator()(const TruthCells& cells) const { return {.values = longer(cells.values), .has = cells.has}; }
  DateCells operator()(const DateCells& cells) const { return cells; }  // no table of scores has a date
  bool is_nullable = false;

 private:
  template <class T>
  CellValues<T> longer(const CellValues<T>& values) const {
    if (values.empty()) return values;
    LargeVector<T> out(values.begin(), values.end());
    out.resize(rows_);
    return out;
  }
  CellValues<std::uint8_t> has(const CellValues<std::uint8_t>& given, std::size_t count) const {
    if (!is_nullable) return given;
    LargeVector<std::uint8_t> out(given.begin(), given.end());
    if (out.empty()) out.assign(count, 1);
    out.resize(rows_, 0);
    return out;
  }
  std::size_t rows_;
  std::vector<std::string> texts_;
};

std::string text_at(const Table& table, std::string_view column, std::size_t row) {
  const auto& cells = std::get<TextCells>(table.column(column).cells);
  return cells.names[cells.codes[row]];
}
/// The labels of the units, behind their names.
Table with_labels(const Table& table, const Roster& roster) {
  std::vector<TableColumn> columns;
  for (const auto& column : table.columns()) {
    columns.push_back(column);
    if (column.name != "unit") continue;
    const auto& units = std::get<TextCells>(column.cells);
    TextColumn labels;
    for (const auto code : units.codes) {
      const auto place = roster.find(units.names[code]);
      const auto label = place ? std::string_view(roster.units()[*place].label) : std::string_view();
      label.empty() ? labels.none() : labels.add(label);
    }
    columns.push_back({"label", true, labels.take()});
  }
  return {std::move(columns), table.rows()};
}
}

Table with_roster(Table table, const Evidence& evidence, const ScoreTableOptions& options) {
  const auto& roster = evidence.roster();
  if (!roster) return table;
  const auto added = shown_of(evidence, options);
  const auto rows = table.rows() + added.size();
  if (!added.empty()) {
    Columns out;
    for (const auto& column : table.columns()) {
      std::vector<std::string> texts;
      for (const auto& one : added) {
        if (column.name == "unit") texts.emplace_back(one.unit);
        if (column.name == "block") texts.emplace_back(one.block);
        if (column.name == "period") texts.emplace_back(one.period);
        if (column.name == "track") texts.push_back(evidence.model().tracks().back());
        if (column.name == "model") texts.push_back(table.rows() > 0 ? text_at(table, "model", 0) : std::string());
      }
      LongerColumn longer(rows, std::move(texts));
      longer.is_nullable = column.nullable;
      const auto add = [&](auto cells) {
        column.nullable ? out.add_nullable(column.name, std::move(cells)) : out.add(column.name, std::move(cells));
      };
      std::visit([&](const auto& cells) { add(longer(cells)); }, column.cells);
    }
    if (options.order != RowOrder::evidence) {
      const auto longer = out.table(rows);
      std::vector<std::tuple<std::string, std::string, std::size_t>> keys;  // of block, period and track
      const auto& tracks = evidence.model().tracks();
      for (std::size_t row = 0; row < rows; ++row)
        keys.emplace_back(
            text_at(longer, "block", row), text_at(longer, "period", row),
            static_cast<std::size_t>(std::find(tracks.begin(), tracks.end(), text_at(longer, "track", row)) - tracks.begin()));
      std::vector<std::uint32_t> order(rows);
      std::iota(order.begin(), order.end(), std::uint32_t{0});
      std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return keys[a] < keys[b]; });
      Columns sorted({longer.columns().begin(), longer.columns().end()});
      sorted.put_in_order(order, 1);
      table = sorted.table(rows);
    } else {
      table = out.table(rows);
    }
  }
  return roster->has_labels() ? with_labels(table, *roster) : table;
}
}
