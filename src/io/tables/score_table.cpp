#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/core/name_index.hpp>
#include <chiso/core/problems.hpp>
#include <chiso/core/suggestions.hpp>
#include <chiso/io/tables/score_table.hpp>
#include <chiso/io/words/reasons.hpp>
#include <chiso/rank/published_levels.hpp>
#include <chiso/rank/ranked.hpp>
#include <io/json/model_identity.hpp>
#include <io/tables/criteria_columns.hpp>
#include <io/tables/published_figures.hpp>
#include <io/tables/row_names.hpp>
#include <io/tables/table_columns.hpp>
#include <io/tables/unreported_rows.hpp>
#include <iterator>
#include <numeric>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
using Rows = LargeVector<std::uint32_t>;  // of the scores, in the order of a table

/// The index of the name that the table is limited to; empty if it is not limited. @throws UnknownNameError if it does not occur.
std::optional<std::size_t> wanted(const Words& what, const std::optional<std::string>& name, std::span<const std::string> known) {
  if (!name) return {};
  return index_of_name(what, *name, known);
}

/// The ranks that a table shows: by the model, as views of ranks that exist, or by a criterion.
class TableRanks {
 public:
  explicit TableRanks(const Ranked& ranked) : by_row_(ranked.ranks().by_row()), order_(&ranked.order()) {}
  explicit TableRanks(const Ranks& ranks)
      : own_by_row_(ranks.scores().rows()), own_order_(ranks), by_row_(own_by_row_), order_(&*own_order_) {
    for (const auto& order : ranks.orders())  // cohort by cohort, because looking up each row would jump about in memory
      for (std::size_t place = 0; place < order.size(); ++place)
        own_by_row_[order.row(place)] = static_cast<std::uint32_t>(order.rank(place));
  }
  TableRanks(const TableRanks&) = delete;
  TableRanks& operator=(const TableRanks&) = delete;
  /// The rank of each row, 0 for none.
  std::span<const std::uint32_t> by_row() const { return by_row_; }
  const OrderedRows& order() const { return *order_; }

 private:
  Rows own_by_row_{};
  std::optional<OrderedRows> own_order_{};
  std::span<const std::uint32_t> by_row_;
  const OrderedRows* order_;
};

class ScoreTable {
 public:
  /// A table by the model, with its ranks and classes.
  ScoreTable(const Ranked& ranked, const ScoreTableOptions& options)
      : scores_(ranked.scores()), options_(options), ranked_(std::make_shared<const Ranked>(ranked)), ranks_(ranked) {}
  /// A table of a criterion or entry, with the ranks by it and without classes.
  ScoreTable(const Ranks& ranks, const ScoreTableOptions& options)
      : scores_(ranks.scores()), options_(options), node_(ranks.node()), by_node_(&ranks), ranks_(ranks) {}

  Table run() {
    const auto block = wanted(nouns::block, options_.block, evidence_.blocks());
    const auto period = wanted(nouns::period, options_.period, evidence_.periods());
    const auto track = wanted(nouns::track, options_.track, model_.tracks());
    const auto holds = [&](const Cohort& cohort) {
      return (!block || *block == cohort.block) && (!period || *period == cohort.period) && (!track || *track == cohort.track);
    };
    const bool by_evidence = options_.order == RowOrder::evidence;
    if (options_.by_criterion || options_.first) {
      auto rows = by_evidence ? rows_of_evidence(holds) : rows_by_cohort(holds);
      if (options_.first) rows.resize(std::min(rows.size(), *options_.first));
      return options_.by_criterion ? criteria(rows) : totals(rows).table(rows.size());
    }
    // Figures are computed in the order of the evidence and then arranged by rank, column by column: that is several times as fast as
    // jumping about in all data of a row.
    const auto rows = rows_of_evidence(holds);
    auto out = totals(rows);
    if (by_evidence) return out.table(rows.size());
    Rows place_of(scores_.rows());
    for (std::size_t i = 0; i < rows.size(); ++i) place_of[rows[i]] = static_cast<std::uint32_t>(i);
    auto order = rows_by_cohort(holds);
    for (auto& row : order) row = place_of[row];
    out.put_in_order(order);
    return out.table(rows.size());
  }

 private:
  template <class Holds>
  Rows rows_of_evidence(const Holds& holds) const {
    const auto& cohorts = scores_.resolved().cohorts();
    std::vector<std::uint8_t> in(cohorts.list.size());
    std::transform(cohorts.list.begin(), cohorts.list.end(), in.begin(), [&](const Cohort& cohort) { return holds(cohort) ? 1 : 0; });
    Rows out;
    if (!options_.top && std::find(in.begin(), in.end(), std::uint8_t{0}) == in.end()) {
      out.resize(scores_.rows());
      std::iota(out.begin(), out.end(), std::uint32_t{0});
      return out;
    }
    out.reserve(scores_.rows());
    for (std::size_t row = 0; row < scores_.rows(); ++row)
      if (in[cohorts.of_row[row]] != 0 && is_shown(row)) out.push_back(static_cast<std::uint32_t>(row));
    return out;
  }
  bool is_shown(std::size_t row) const {
    const auto rank = ranks_.by_row()[row];
    return !options_.top || (rank != 0 && rank <= *options_.top);
  }
  /// Cohort by cohort, in each by rank or by unit.
  template <class Holds>
  Rows rows_by_cohort(const Holds& holds) const {
    const auto& list = scores_.resolved().cohorts().list;
    const auto places = options_.order == RowOrder::unit ? places_of_units() : Rows();
    Rows out;
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!holds(list[i])) continue;
      const auto before = static_cast<Rows::difference_type>(out.size());
      const auto rows = ranks_.order().of(i);
      std::copy_if(rows.begin(), rows.end(), std::back_inserter(out), [&](std::uint32_t row) { return is_shown(row); });
      if (!places.empty())
        std::sort(out.begin() + before, out.end(), [&](std::uint32_t a, std::uint32_t b) { return places[unit(a)] < places[unit(b)]; });
    }
    return out;
  }
  std::uint32_t unit(std::uint32_t row) const { return evidence_.unit_of_row()[row]; }
  /// The place of each unit among all, by name.
  Rows places_of_units() const {
    const auto units = evidence_.units();
    std::vector<std::pair<std::string, std::string_view>> keys;
    for (const auto& unit : units) keys.emplace_back(without_marks(unit), unit);
    Rows order(units.size()), out(units.size());
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
    for (std::size_t place = 0; place < order.size(); ++place) out[order[place]] = static_cast<std::uint32_t>(place);
    return out;
  }

  /// What each row has, every row `times` times; where it is, if the rows are all in their order.
  template <class T>
  CellValues<T> of_rows(const Rows& rows, std::size_t times, const CellValues<T>& values) const {
    if (times == 1 && rows.size() == values.size() && std::is_sorted(rows.begin(), rows.end())) return values;
    UnsetVector<T> out(rows.size() * times);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = values[rows[i / times]];
    return out;
  }
  /// Whose each row is.
  void names(Columns& out, const Rows& rows, std::size_t times) const {
    const CellValues<std::uint32_t> first = LargeVector<std::uint32_t>(rows.size() * times);
    for (auto& column : row_names(evidence_)) {
      auto& cells = std::get<TextCells>(column.cells);
      cells.codes = cells.names.size() == 1 ? first : of_rows(rows, times, cells.codes);
      out.add(column.name, std::move(cells));
    }
  }

  /// All classes of the model, and the class of each row.
  TextCells classes_of(const Rows& rows) const {
    static_assert(RowClasses::none == TextCells::none);
    const auto ids = class_ids(model_);
    const auto codes = ranked_ ? ranked_->classes().codes() : std::span<const std::uint32_t>();  // a criterion has no class
    return {.names = TableNames({ids.begin(), ids.end()}),
            .codes = codes.empty() ? LargeVector<std::uint32_t>(rows.size(), TextCells::none)
                                   : of_rows<std::uint32_t>(rows, 1, {ranked_, codes}),
            .categorical = true};
  }

  /// What decided each class: none where there is nothing to decide.
  TextCells class_by(const Rows& rows) const {
    return {.names = names_of_causes(),
            .codes = of_causes(rows, [](const ClassCause& cause) { return static_cast<std::uint32_t>(cause.by); }),
            .categorical = true};
  }
  static TableNames names_of_causes() {
    constexpr auto names = names_of(ClassBy{});
    return TableNames({names.begin(), names.end()});
  }
  /// Which one: the id of a class, or the place of a veto from 1 on.
  TextCells class_by_item(const Rows& rows) const {
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
  UnsetVector<std::uint32_t> of_causes(const Rows& rows, const CodeOf& code_of) const {
    UnsetVector<std::uint32_t> out(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto cause = ranked_->classes().cause(rows[i]);
      out[i] = cause ? code_of(*cause) : TextCells::none;
    }
    return out;
  }
  TruthCells held_back(const Rows& rows) const {
    LargeVector<std::uint8_t> out(rows.size());
    if (ranked_ && model_.classes() && !model_.classes()->quotas.empty())
      for (std::size_t i = 0; i < rows.size(); ++i) out[i] = ranked_->classes().held_back(rows[i]) ? 1 : 0;
    return {std::move(out), {}};
  }
  TruthCells levels(const Rows& rows) const {
    if (ranked_) return {of_rows<std::uint8_t>(rows, 1, {ranked_, ranked_->level_as_published()}), {}};
    return {of_rows<std::uint8_t>(rows, 1, level_as_published(*by_node_)), {}};
  }
  template <class TallyOf>
  TextCells held(const Rows& rows, const TallyOf& tally, const CellValues<std::uint32_t>& none) const {
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
  TextCells model(std::size_t rows) const {
    return {.names = TableNames({short_identity(model_)}), .codes = LargeVector<std::uint32_t>(rows)};
  }

  /// Column by column, each from what it shows alone.
  Columns totals(const Rows& rows) const {
    const auto of_node = node_ ? columns_of(scores_, std::span(&*node_, 1)) : std::vector<NodeScores>{};
    const auto all = node_ ? TotalScores{.achieved = of_node[0].achieved,  // a criterion has no bonus and penalty
                                         .applicable = of_node[0].applicable,
                                         .incomplete = of_node[0].incomplete}
                           : scores_.totals();
    const auto tally = [&](std::uint32_t row) { return node_ ? of_node[0].tally(row) : all.tally(row); };
    using Quanta = std::span<const std::int64_t>;
    const auto figures = [&](Quanta quanta) {
      if (quanta.empty()) return blank(rows.size());
      FigureColumn out(published_.point_decimals(), rows.size());
      published_.points(out, rows.size(), [&](std::size_t i) { return quanta[rows[i]]; });
      return out.take();
    };
    const auto wholes = [&](const auto& add) {
      WholeColumn out(rows.size());
      for (const auto row : rows) add(out, row);
      return out.take();
    };
    const auto exactly = [&](Quanta quanta) {
      return wholes([&](WholeColumn& out, std::uint32_t row) { quanta.empty() ? out.none() : out.add(quanta[row]); });
    };
    FigureColumn index(published_.decimals(), rows.size());
    published_.indices(index, rows.size(), [&](std::size_t i) { return tally(rows[i]); });
    const auto covered = node_ ? scores_.coverages(*node_) : scores_.coverages();
    FigureColumn coverage(published_.decimals(), rows.size());
    published_.coverages(coverage, rows.size(), [&](std::size_t i) { return covered.of(rows[i]); });
    const auto rank_of = ranks_.by_row();
    UnsetVector<std::uint8_t> complete(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) complete[i] = all.incomplete[rows[i]] == 0 ? 1 : 0;
    const auto bonus = figures(all.bonus);
    const bool has_sides = model_.bonus_cap() || model_.penalty_cap();

    Columns out;
    names(out, rows, 1);
    out.add("points", figures(all.achieved));
    out.add("applicable", figures(all.applicable));
    out.add_nullable("bonus", bonus);
    out.add_nullable("penalty", has_sides ? figures(all.penalty) : bonus);  // nothing twice is one column
    out.add_nullable("index", index.take());
    out.add_nullable("coverage", coverage.take());
    out.add_nullable("rank",
                     wholes([&](WholeColumn& ranks, std::uint32_t row) { rank_of[row] != 0 ? ranks.add(rank_of[row]) : ranks.none(); }));
    out.add_nullable("class", classes_of(rows));
    out.add("complete", TruthCells{std::move(complete), {}});
    out.add("ranked", TruthCells{of_rows<std::uint8_t>(rows, 1, {owner_, evidence_.ranked_of_row()}), {}});
    const CellValues<std::uint32_t> no_text = LargeVector<std::uint32_t>(rows.size(), TextCells::none);
    const bool has_classes = ranked_ && model_.classes();
    const bool only_bands = has_classes && ranked_->classes().by_bands_alone();
    out.add_nullable("class_by",
                     has_classes ? class_by(rows) : TextCells{.names = names_of_causes(), .codes = no_text, .categorical = true});
    out.add_nullable("class_by_item", has_classes && !only_bands ? class_by_item(rows) : TextCells{.names = {}, .codes = no_text});
    out.add("held_back", held_back(rows));
    out.add("level_as_published", levels(rows));
    out.add_nullable("held", held(rows, tally, no_text));
    if (options_.exact) {
      FractionColumns fraction(rows.size());
      for (const auto row : rows) fraction.add(tally(row), model_.publish());
      out.add("points_quanta", exactly(all.achieved));
      out.add("applicable_quanta", exactly(all.applicable));
      out.add_nullable("bonus_quanta", exactly(all.bonus));
      out.add_nullable("penalty_quanta", exactly(all.penalty));
      out.add_nullable("index_numerator", fraction.numerator.take());
      out.add_nullable("index_denominator", fraction.denominator.take());
    }
    add_nodes(out, rows);
    if (options_.model) out.add("model", model(rows.size()));
    return out;
  }
  /// A column for each node that was asked for.
  void add_nodes(Columns& out, const Rows& rows) const {
    std::vector<std::size_t> nodes;
    for (const auto& id : options_.nodes) nodes.push_back(model_.node(id));
    const auto of_nodes = columns_of(scores_, nodes);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const auto& node = of_nodes[i];
      const bool points = options_.node_figure == NodeFigure::points;
      FigureColumn column(points ? published_.point_decimals() : published_.decimals(), rows.size());
      if (points)
        published_.points(column, rows.size(), [&](std::size_t row) { return node.achieved[rows[row]]; });
      else
        published_.indices(column, rows.size(), [&](std::size_t row) { return node.tally(rows[row]); });
      out.add_nullable(options_.nodes[i], column.take());
    }
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

  Columns names_of_nodes(const Rows& rows, std::span<const Criterion> nodes) const {
    Columns out;
    names(out, rows, nodes.size());
    out.add("node", text_of_nodes(nodes, rows.size(), [](const Criterion& node) -> const std::string& { return node.id; }));
    out.add_nullable("number", text_of_nodes(nodes, rows.size(), [](const Criterion& node) -> const std::string& { return node.number; }));
    return out;
  }
  Table criteria(const Rows& rows) const {
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
  Table criteria_with_reasons(const Rows& rows, std::size_t first, std::size_t end) const {
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
        const auto words = reason_words(model_, line);
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
