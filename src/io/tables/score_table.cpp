#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/core/name_index.hpp>
#include <chiso/io/tables/score_table.hpp>
#include <chiso/io/words/reasons.hpp>
#include <chiso/rank/published_levels.hpp>
#include <chiso/rank/ranked.hpp>
#include <io/json/model_identity.hpp>
#include <io/tables/criteria_columns.hpp>
#include <io/tables/published_figures.hpp>
#include <io/tables/row_names.hpp>
#include <io/tables/table_columns.hpp>
#include <io/tables/table_rows.hpp>
#include <io/tables/unreported_rows.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
class ScoreTable {
 public:
  /// A table by the model, with its ranks and classes.
  ScoreTable(const Ranked& ranked, const ScoreTableOptions& options)
      : scores_(ranked.scores()), options_(options), ranked_(std::make_shared<const Ranked>(ranked)), ranks_(ranked) {}
  /// A table of a criterion or entry, with the ranks by it and without classes.
  ScoreTable(const Ranks& ranks, const ScoreTableOptions& options)
      : scores_(ranks.scores()), options_(options), node_(ranks.node()), by_node_(&ranks), ranks_(ranks) {}

  Table run() {
    const TableRows table(scores_, ranks_, options_);
    const bool by_evidence = options_.order == RowOrder::evidence;
    if (options_.by_criterion || options_.first) {
      auto rows = by_evidence ? table.in_order_of_evidence() : table.by_cohort();
      if (options_.first) rows.resize(std::min(rows.size(), *options_.first));
      return options_.by_criterion ? criteria(rows) : totals(rows).table(rows.size());
    }
    // Figures are computed in the order of the evidence and then arranged by rank, column by column: that is several times as fast as
    // jumping about in all data of a row.
    const auto rows = table.in_order_of_evidence();
    auto out = totals(rows);
    if (by_evidence) return out.table(rows.size());
    RowList place_of(scores_.rows());
    for (std::size_t i = 0; i < rows.size(); ++i) place_of[rows[i]] = static_cast<std::uint32_t>(i);
    auto order = table.by_cohort();
    for (auto& row : order) row = place_of[row];
    out.put_in_order(order, scores_.threads());
    return out.table(rows.size());
  }

 private:
  /// What each row has, every row `times` times; where it is, if the rows are all in their order.
  template <class T>
  CellValues<T> of_rows(const RowList& rows, std::size_t times, const CellValues<T>& values) const {
    if (times == 1 && rows.size() == values.size() && std::is_sorted(rows.begin(), rows.end())) return values;
    UnsetVector<T> out(rows.size() * times);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = values[rows[i / times]];
    return out;
  }
  /// A column that says whose each row is; `first` is what a column of one name has, the code 0 everywhere.
  TextCells name(TextCells cells, const RowList& rows, std::size_t times, const CellValues<std::uint32_t>& first) const {
    cells.codes = cells.names.size() == 1 ? first : of_rows(rows, times, cells.codes);
    return cells;
  }

  /// All classes of the model, and the class of each row.
  TextCells classes_of(const RowList& rows) const {
    static_assert(RowClasses::none == TextCells::none);
    const auto ids = class_ids(model_);
    const auto codes = ranked_ ? ranked_->classes().codes() : std::span<const std::uint32_t>();  // a criterion has no class
    return {.names = TableNames({ids.begin(), ids.end()}),
            .codes = codes.empty() ? LargeVector<std::uint32_t>(rows.size(), TextCells::none)
                                   : of_rows<std::uint32_t>(rows, 1, {ranked_, codes}),
            .categorical = true};
  }

  /// What decided each class: none where there is nothing to decide.
  TextCells class_by(const RowList& rows) const {
    return {.names = names_of_causes(),
            .codes = of_causes(rows, [](const ClassCause& cause) { return static_cast<std::uint32_t>(cause.by); }),
            .categorical = true};
  }
  static TableNames names_of_causes() {
    constexpr auto names = names_of(ClassBy{});
    return TableNames({names.begin(), names.end()});
  }
  /// Which one: the id of a class, or the place of a veto from 1 on.
  TextCells class_by_item(const RowList& rows) const {
    const auto ids = class_ids(model_);
    std::vector<std::string> names(ids.begin(), ids.end());
    const auto& classes = model_.classes();
    for (std::size_t i = 0; classes && i < classes->vetoes.size(); ++i) names.push_back(std::to_string(i + 1));
    auto codes = of_causes(rows, [&](const ClassCause& cause) {
      switch (cause.by) {
        case ClassBy::band: break;
        case ClassBy::requirement: return static_cast<std::uint32_t>(cause.item);
        case ClassBy::veto: return static_cast<std::uint32_t>(ids.size() + cause.item);
        case ClassBy::quota:
          return static_cast<std::uint32_t>(std::find(ids.begin(), ids.end(), classes->quotas[cause.item].class_id) - ids.begin());
      }
      return TextCells::none;
    });
    return {.names = TableNames(std::move(names)), .codes = std::move(codes)};
  }
  template <class CodeOf>
  UnsetVector<std::uint32_t> of_causes(const RowList& rows, const CodeOf& code_of) const {
    UnsetVector<std::uint32_t> out(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto cause = ranked_->classes().cause(rows[i]);
      out[i] = cause ? code_of(*cause) : TextCells::none;
    }
    return out;
  }
  TruthCells held_back(const RowList& rows) const {
    LargeVector<std::uint8_t> out(rows.size());
    if (ranked_ && model_.classes() && !model_.classes()->quotas.empty())
      for (std::size_t i = 0; i < rows.size(); ++i) out[i] = ranked_->classes().held_back(rows[i]) ? 1 : 0;
    return {std::move(out), {}};
  }
  TruthCells levels(const RowList& rows) const {
    if (ranked_) return {of_rows<std::uint8_t>(rows, 1, {ranked_, ranked_->level_as_published()}), {}};
    return {of_rows<std::uint8_t>(rows, 1, level_as_published(*by_node_)), {}};
  }
  template <class TallyOf>
  TextCells held(const RowList& rows, const TallyOf& tally, const CellValues<std::uint32_t>& none) const {
    if (node_ || (!model_.bonus_cap() && !model_.penalty_cap()))
      return {.names = TableNames({"most", "least"}), .codes = none, .categorical = true};
    UnsetVector<std::uint32_t> codes(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto held = index_held(tally(rows[i]), model_.publish());
      codes[i] = held == IndexHeld::no ? TextCells::none : held == IndexHeld::most ? 0 : 1;
    }
    return {.names = TableNames({"most", "least"}), .codes = std::move(codes), .categorical = true};
  }

  FigureCells blank(std::size_t rows) const {
    return {.decimals = published_.point_decimals(),
            .digits = LargeVector<std::int64_t>(rows),
            .wide = {},
            .has = LargeVector<std::uint8_t>(rows)};
  }
  FigureCells zero(std::size_t rows) const {
    return {.decimals = published_.point_decimals(), .digits = LargeVector<std::int64_t>(rows), .wide = {}, .has = {}};
  }
  TextCells model(std::size_t rows) const {
    return {.names = TableNames({short_identity(model_)}), .codes = LargeVector<std::uint32_t>(rows)};
  }

  /// Column by column, each from what it shows alone, and several at a time.
  Columns totals(const RowList& rows) const {
    const auto of_node = node_ ? columns_of(scores_, std::span(&*node_, 1)) : std::vector<NodeScores>{};
    const auto all = node_ ? TotalScores{.achieved = of_node[0].achieved,  // a criterion has no bonus and penalty
                                         .applicable = of_node[0].applicable,
                                         .incomplete = of_node[0].incomplete}
                           : scores_.totals();
    const auto tally = [&](std::uint32_t row) { return node_ ? of_node[0].tally(row) : all.tally(row); };
    const auto covered = node_ ? scores_.coverages(*node_) : scores_.coverages();
    const auto rank_of = ranks_.by_row();
    const CellValues<std::uint32_t> first = LargeVector<std::uint32_t>(rows.size()),
                                    no_text = LargeVector<std::uint32_t>(rows.size(), TextCells::none);
    const bool has_sides = !node_ && (model_.bonus_cap() || model_.penalty_cap());
    const auto no_side = node_ ? blank(rows.size()) : zero(rows.size());  // nothing twice is one column
    const bool has_classes = ranked_ && model_.classes();
    const bool only_bands = has_classes && ranked_->classes().by_bands_alone();
    const auto points = [&](std::span<const std::int64_t> quanta) {
      return [&, quanta] {
        FigureColumn out(published_.point_decimals(), rows.size());
        published_.points(out, rows.size(), [&](std::size_t i) { return quanta[rows[i]]; });
        return out.take();
      };
    };
    const auto side = [&](std::span<const std::int64_t> quanta) {
      return [&, made = points(quanta)] { return has_sides ? made() : no_side; };
    };

    PlannedColumns out;
    for (const auto& column : row_names(evidence_))
      out.add(column.name, [&, cells = std::get<TextCells>(column.cells)] { return name(cells, rows, 1, first); });
    out.add("points", points(all.achieved));
    out.add("applicable", points(all.applicable));
    out.add_nullable("bonus", side(all.bonus));
    out.add_nullable("penalty", side(all.penalty));
    out.add_nullable("index", [&] {
      FigureColumn index(published_.decimals(), rows.size());
      published_.indices(index, rows.size(), [&](std::size_t i) { return tally(rows[i]); });
      return index.take();
    });
    out.add_nullable("coverage", [&] {
      FigureColumn coverage(published_.decimals(), rows.size());
      published_.coverages(coverage, rows.size(), [&](std::size_t i) { return covered.of(rows[i]); });
      return coverage.take();
    });
    out.add_nullable("rank", [&] {
      return wholes(rows, [&](WholeColumn& ranks, std::uint32_t row) { rank_of[row] != 0 ? ranks.add(rank_of[row]) : ranks.none(); });
    });
    out.add_nullable("class", [&] { return classes_of(rows); });
    out.add("complete", [&] {
      UnsetVector<std::uint8_t> complete(rows.size());
      for (std::size_t i = 0; i < rows.size(); ++i) complete[i] = all.incomplete[rows[i]] == 0 ? 1 : 0;
      return TruthCells{std::move(complete), {}};
    });
    out.add("ranked", [&] { return TruthCells{of_rows<std::uint8_t>(rows, 1, {owner_, evidence_.ranked_of_row()}), {}}; });
    out.add_nullable("class_by", [&] {
      return has_classes ? class_by(rows) : TextCells{.names = names_of_causes(), .codes = no_text, .categorical = true};
    });
    out.add_nullable("class_by_item",
                     [&] { return has_classes && !only_bands ? class_by_item(rows) : TextCells{.names = {}, .codes = no_text}; });
    out.add("held_back", [&] { return held_back(rows); });
    out.add("level_as_published", [&] { return levels(rows); });
    out.add_nullable("held", [&] { return held(rows, tally, no_text); });
    if (options_.exact) add_exact(out, rows, all, tally);
    const auto of_nodes = columns_of(scores_, nodes_asked_for());
    for (std::size_t i = 0; i < of_nodes.size(); ++i) out.add_nullable(options_.nodes[i], [&, i] { return figures_of(of_nodes[i], rows); });
    if (options_.model) out.add("model", [&] { return model(rows.size()); });
    return std::move(out).made(rows.size(), scores_.threads());
  }
  template <class Add>
  WholeCells wholes(const RowList& rows, const Add& add) const {
    WholeColumn out(rows.size());
    for (const auto row : rows) add(out, row);
    return out.take();
  }
  template <class TallyOf>
  void add_exact(PlannedColumns& out, const RowList& rows, const TotalScores& all, const TallyOf& tally) const {
    const auto exactly = [&](std::span<const std::int64_t> quanta) {
      return [&, quanta] {
        return wholes(rows, [&](WholeColumn& into, std::uint32_t row) { quanta.empty() ? into.none() : into.add(quanta[row]); });
      };
    };
    FractionColumns fraction(rows.size());  // two columns at once
    for (const auto row : rows) fraction.add(tally(row), model_.publish());
    out.add("points_quanta", exactly(all.achieved));
    out.add("applicable_quanta", exactly(all.applicable));
    out.add_nullable("bonus_quanta", exactly(all.bonus));
    out.add_nullable("penalty_quanta", exactly(all.penalty));
    out.add_nullable("index_numerator", [cells = fraction.numerator.take()] { return cells; });
    out.add_nullable("index_denominator", [cells = fraction.denominator.take()] { return cells; });
  }
  std::vector<std::size_t> nodes_asked_for() const {
    std::vector<std::size_t> out;
    for (const auto& id : options_.nodes) out.push_back(model_.node(id));
    return out;
  }
  /// The column of a node that was asked for.
  FigureCells figures_of(const NodeScores& node, const RowList& rows) const {
    const bool points = options_.node_figure == NodeFigure::points;
    FigureColumn column(points ? published_.point_decimals() : published_.decimals(), rows.size());
    if (points)
      published_.points(column, rows.size(), [&](std::size_t row) { return node.achieved[rows[row]]; });
    else
      published_.indices(column, rows.size(), [&](std::size_t row) { return node.tally(rows[row]); });
    return column.take();
  }

  /// A text of each node, repeated for every row; an empty text means none.
  template <class Of>
  TextCells text_of_nodes(std::span<const Criterion> nodes, std::size_t rows, Of&& of) const {
    std::vector<std::string> names;
    LargeVector<std::uint32_t> codes;
    for (const auto& node : nodes) {
      const std::string& text = of(node);
      codes.push_back(text.empty() ? TextCells::none : static_cast<std::uint32_t>(names.size()));
      if (!text.empty()) names.push_back(text);
    }
    UnsetVector<std::uint32_t> again(rows * codes.size());
    for (auto to = again.begin(); to != again.end();) to = std::copy(codes.begin(), codes.end(), to);
    return {TableNames(std::move(names)), std::move(again)};
  }

  Columns names_of_nodes(const RowList& rows, std::span<const Criterion> nodes) const {
    Columns out;
    const CellValues<std::uint32_t> first = LargeVector<std::uint32_t>(rows.size() * nodes.size());
    for (const auto& column : row_names(evidence_))
      out.add(column.name, name(std::get<TextCells>(column.cells), rows, nodes.size(), first));
    out.add("node", text_of_nodes(nodes, rows.size(), [](const Criterion& node) -> const std::string& { return node.id; }));
    out.add_nullable("number", text_of_nodes(nodes, rows.size(), [](const Criterion& node) -> const std::string& { return node.number; }));
    return out;
  }
  Table criteria(const RowList& rows) const {
    const auto first = node_.value_or(0);
    const auto end = node_ ? std::max(model_.nodes()[first].end, first + 1) : model_.nodes().size();
    if (options_.reasons) return criteria_with_reasons(rows, first, end);
    auto out = names_of_nodes(rows, model_.nodes().subspan(first, end - first));
    add_criteria(out, scores_, rows, {.first = first, .end = end, .exact = options_.exact});
    const auto count = rows.size() * (end - first);
    if (options_.model) out.add("model", model(count));
    return out.table(count);
  }

  /// Goes through the scorecards row by row and stores none of them; each different reason is stored once.
  Table criteria_with_reasons(const RowList& rows, std::size_t first, std::size_t end) const {
    const auto nodes = model_.nodes().subspan(first, end - first);
    const auto count = rows.size() * nodes.size();
    const auto& publish = model_.publish();
    const bool exact = options_.exact;
    FigureColumn points(published_.point_decimals(), count), applicable(published_.point_decimals(), count),
        index(published_.decimals(), count), coverage(published_.decimals(), count);
    WholeColumn depth(count), points_quanta(exact ? count : 0), applicable_quanta(exact ? count : 0);
    FractionColumns fraction(exact ? count : 0);
    constexpr auto state_names = names_of(ItemState{});
    LargeVector<std::uint32_t> states, reason_of;
    states.reserve(count);
    reason_of.reserve(count);
    NameIndex reasons;
    PublishedFigures::Last last;
    for (const auto row : rows) {
      const auto card = scores_.scorer().scorecard(scores_.resolved().batch(), row);
      for (auto i = first; i < end; ++i) {
        const auto& line = card.lines[i];
        const auto& tally = line.tally;  // an entry makes nothing applicable
        depth.add(model_.nodes()[i].depth);
        points.add(published_.points(tally.achieved, last));
        applicable.add(published_.points(tally.applicable, last));
        published_.index(index, tally);
        published_.coverage(coverage, line.coverage);
        states.push_back(line.state ? static_cast<std::uint32_t>(*line.state) : TextCells::none);
        const auto words = options_.reasons_in ? reason_words(model_, line, *options_.reasons_in) : reason_words(model_, line);
        reason_of.push_back(words.empty() ? TextCells::none : reasons.code(words));
        if (!exact) continue;
        points_quanta.add(tally.achieved);
        applicable_quanta.add(tally.applicable);
        fraction.add(tally, publish);
      }
    }
    std::vector<std::string> found;
    for (std::size_t i = 0; i < reasons.names().size(); ++i) found.emplace_back(reasons.names()[i]);

    auto out = names_of_nodes(rows, nodes);
    out.add("depth", depth.take());
    out.add("points", points.take());
    out.add("applicable", applicable.take());
    out.add_nullable("index", index.take());
    out.add_nullable("coverage", coverage.take());
    out.add_nullable("state", TextCells{TableNames({state_names.begin(), state_names.end()}), std::move(states), true});
    out.add_nullable("reason", TextCells{TableNames(std::move(found)), std::move(reason_of)});
    if (exact) {
      out.add("points_quanta", points_quanta.take());
      out.add("applicable_quanta", applicable_quanta.take());
      out.add_nullable("index_numerator", fraction.numerator.take());
      out.add_nullable("index_denominator", fraction.denominator.take());
    }
    if (options_.model) out.add("model", model(count));
    return out.table(count);
  }

  const Scores scores_;
  const Model& model_ = scores_.model();
  const Evidence& evidence_ = scores_.evidence();
  const ScoreTableOptions& options_;
  std::shared_ptr<const Scores> owner_ = std::make_shared<const Scores>(scores_);  // owns what is shown as it is
  PublishedFigures published_{model_};
  std::optional<std::size_t> node_{};
  const Ranks* by_node_ = nullptr;
  std::shared_ptr<const Ranked> ranked_{};  // null: ranks are by a criterion
  TableRanks ranks_;
};
}

Table score_table(const Scores& scores, const ScoreTableOptions& options) {
  if (!options.node) return score_table(Ranked(scores), options);
  const auto by_node = ranks(scores, scores.model().node(*options.node));
  return with_roster(ScoreTable(by_node, options).run(), scores.evidence(), options);
}
Table score_table(const Ranked& ranked, const ScoreTableOptions& options) {
  if (!options.node) return with_roster(ScoreTable(ranked, options).run(), ranked.scores().evidence(), options);
  if (ranked.among() == RankedAmong::all_parts)
    throw ShapeError("a table of " + *options.node + " has ranks by it, not those by the model among all parts");
  return score_table(ranked.scores(), options);
}

Keep keep_for(const Model& model, const ScoreTableOptions& options) {
  // The nodes whose indices are needed: the one asked for and tie-break criteria; vetoes were decided while scoring.
  std::vector<std::size_t> read;
  for (const auto& tie : model.tie_break())
    if (!tie.value) read.push_back(tie.criterion);
  if (options.node) read.push_back(model.node(*options.node));
  for (const auto& node : options.nodes) read.push_back(model.node(node));
  if (read.empty()) return Keep::totals;
  return std::all_of(read.begin(), read.end(), [&](std::size_t at) { return model.nodes()[at].is_group(); }) ? Keep::groups : Keep::leaves;
}
}
