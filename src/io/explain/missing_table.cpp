#include <io/explain/missing_list.hpp>
#include <io/tables/row_names.hpp>
#include <io/tables/table_columns.hpp>

// What is missing, as a table.
namespace chiso::inline CHISO_BUILD {
namespace {
constexpr std::array<std::string_view, 9> missing_sources{"row",   "previous",       "previous_row", "parameter", "previous_parameter",
                                                          "table", "previous_table", "cohort",       "no_row"};
constexpr std::uint32_t no_row = 8;
std::uint32_t source_of(Op from) {
  switch (from) {
    case Op::previous_measure: return 1;
    case Op::previous: return 2;
    case Op::parameter: return 3;
    case Op::previous_parameter: return 4;
    case Op::below: return 5;
    case Op::previous_below: return 6;
    case Op::cohort: return 7;
    default: return 0;
  }
}
/// The ids of the leaves and entries that wait, and the vetoes and classes that do.
std::pair<std::string, std::string> ids_of(const MissingAsk& ask, const Model& model, const std::vector<std::string_view>& class_ids) {
  std::pair<std::string, std::string> out;
  for (const auto& [kind, index] : ask.waiting) {
    auto& list = kind == Reader::Kind::item ? out.first : out.second;
    list += list.empty() ? "" : "; ";
    list += kind == Reader::Kind::item   ? model.nodes()[model.items()[index]].id
            : kind == Reader::Kind::veto ? "veto " + std::to_string(index + 1)
                                         : std::string(class_ids[index]);
  }
  return out;
}
/// Whose each row is, by a column of the evidence.
TextCells names_of_rows(const TableColumn& column, std::span<const Missing::Cell> cells, const Missing& missing) {
  const auto& texts = std::get<TextCells>(column.cells);
  if (missing.unreported.empty()) {
    LargeVector<std::uint32_t> codes;
    codes.reserve(cells.size());
    for (const auto& cell : cells) codes.push_back(texts.codes[cell.row]);
    return {.names = texts.names, .codes = std::move(codes)};
  }
  TextColumn out;
  for (const auto& cell : cells) out.add(texts.names[texts.codes[cell.row]]);
  for (const auto& one : missing.unreported)
    out.add(column.name == "unit"     ? one.unit
            : column.name == "block"  ? one.block
            : column.name == "period" ? one.period
                                      : std::string_view(missing.ranked.scores().model().tracks().back()));
  return out.take();
}
/// The texts of a column that each ask has one of: none where it is empty; rows behind these have one text, or none.
TextCells texts_by_ask(std::vector<std::string> of_ask, std::span<const Missing::Cell> cells, std::size_t rows, std::string behind = {}) {
  LargeVector<std::uint32_t> codes;
  codes.reserve(rows);
  for (const auto& cell : cells) codes.push_back(of_ask[cell.ask].empty() ? TextCells::none : cell.ask);
  codes.resize(rows, behind.empty() ? TextCells::none : static_cast<std::uint32_t>(of_ask.size()));
  if (!behind.empty()) of_ask.push_back(std::move(behind));
  return {.names = TableNames(std::move(of_ask)), .codes = std::move(codes)};
}
}

Table missing_table(const Missing& missing, const MissingListOptions& options) {
  const auto cells = listed_cells(missing, options.by);
  const auto& scores = missing.ranked.scores();
  const auto& model = scores.model();
  const MissingListWords words(missing, options.language);
  const auto ids = class_ids(model);
  std::vector<std::string> names, labels, criteria, classes;
  std::vector<std::int64_t> points;
  const auto decimals = model.publish().point_decimals();
  for (const auto& ask : missing.asks) {
    names.push_back(words.name(ask.input));
    labels.push_back(words.label(ask.input));
    auto [of_items, of_classes] = ids_of(ask, model, ids);
    criteria.push_back(std::move(of_items));
    classes.push_back(std::move(of_classes));
    points.push_back(published(ask.points, model).scaled(decimals).value());
  }
  TextColumn waiting;  // the label of a class may depend on the block
  LargeVector<std::uint32_t> sources;
  const auto rows = cells.size() + missing.unreported.size();
  FigureColumn figures(decimals, rows);
  for (const auto& cell : cells) {
    waiting.add(words.waiting(missing.asks[cell.ask], cell.row));
    sources.push_back(source_of(missing.asks[cell.ask].input.from));
    figures.add(points[cell.ask]);
  }
  for (std::size_t i = 0; i < missing.unreported.size(); ++i) {
    waiting.add("");
    sources.push_back(no_row);
    figures.add(published(model.points(), model).scaled(decimals).value());
  }
  Columns out;
  for (const auto& column : row_names(scores.evidence())) out.add(column.name, names_of_rows(column, cells, missing));
  out.add(
      "source",
      TextCells{.names = TableNames({missing_sources.begin(), missing_sources.end()}), .codes = std::move(sources), .categorical = true});
  out.add_nullable("name", texts_by_ask(std::move(names), cells, rows));
  out.add("label", texts_by_ask(std::move(labels), cells, rows, words.all()));
  out.add_nullable("criteria", texts_by_ask(std::move(criteria), cells, rows));
  out.add_nullable("classes", texts_by_ask(std::move(classes), cells, rows));
  out.add("waiting", waiting.take());
  out.add("points", figures.take());
  return out.table(rows);
}
}
