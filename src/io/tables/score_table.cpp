#include <algorithm>
#include <array>
#include <chiso/core/error.hpp>
#include <chiso/core/name_index.hpp>
#include <chiso/core/problems.hpp>
#include <chiso/io/tables/score_table.hpp>
#include <chiso/io/words/reasons.hpp>
#include <chiso/rank/classes.hpp>
#include <chiso/rank/summary.hpp>
#include <io/tables/table_columns.hpp>
#include <tuple>
#include <unordered_map>

namespace chiso::inline CHISO_BUILD {
namespace {
using Rows = std::vector<std::uint32_t>;  // of the scores, in the order of a table

/// The index of a name, where only that is wanted; @throws ShapeError where it does not occur.
std::optional<std::size_t> wanted(const Words& what, const std::optional<std::string>& name, std::span<const std::string> known) {
  if (!name) return {};
  return index_of_name(what, *name, known);
}

/// Figures as the model publishes them.
class Published {
 public:
  explicit Published(const Model& model)
      : publish_(model.publish()), quanta_in_a_point_(Decimal::power(model.point_decimals())), decimals_(publish_.decimals) {}
  int decimals() const { return decimals_; }
  /// What the last row's were, so that nothing is divided where they are the same again, as what is applicable nearly always is.
  struct Last {
    std::int64_t quanta = 0;
    int128 digits = 0;
  };
  int128 points(std::int64_t quanta, Last& last) const {
    if (quanta != last.quanta) last = {quanta, rounded({quanta, quanta_in_a_point_}, decimals_, publish_.rounding).digits()};
    return last.digits;
  }
  void index(FigureColumn& into, const Tally& tally) const {
    const auto exact = exact_index(tally, publish_);
    exact ? into.add(rounded(*exact, decimals_, publish_.rounding).digits()) : into.none();
  }

 private:
  const PublishDraft& publish_;
  std::int64_t quanta_in_a_point_;
  int decimals_;
};

/// The fraction of an index in lowest terms. Both fit 64 bits: the denominator divides what is applicable, below 2^53; the numerator
/// is at most 100 x (achieved + bonus), and each of the two is at most 2^53 quanta, so it is below 100 x 2^54 < 2^61.
struct Fraction {
  WholeColumn numerator, denominator;
  explicit Fraction(std::size_t rows) : numerator(rows), denominator(rows) {}
  void add(const Tally& tally, const PublishDraft& publish) {
    const auto exact = exact_index(tally, publish);
    if (!exact) return numerator.none(), denominator.none();
    const auto lowest = reduced(exact->num, exact->den);
    numerator.add(static_cast<std::int64_t>(lowest.num));
    denominator.add(static_cast<std::int64_t>(lowest.den));
  }
};

/// The columns of a table in their order; each is named where it is made.
class Columns {
 public:
  template <class Cells>
  void add(std::string_view name, Cells cells) {
    columns_.push_back({std::string(name), false, std::move(cells)});
  }
  template <class Cells>
  void add_nullable(std::string_view name, Cells cells) {
    columns_.push_back({std::string(name), true, std::move(cells)});
  }
  void put_in_order(const std::vector<std::uint32_t>& places) {
    const auto gather = [&](auto& list) {
      if (list.empty()) return;
      auto of = std::move(list);
      list.clear();
      list.reserve(places.size());
      for (const auto place : places) list.push_back(of[place]);
    };
    for (auto& column : columns_) {
      if (auto* text = std::get_if<TextCells>(&column.cells)) {
        if (text->names.size() != 1 || column.nullable) gather(text->codes);
      } else if (auto* figures = std::get_if<FigureCells>(&column.cells)) {
        gather(figures->digits);
        gather(figures->wide);
        gather(figures->has);
      } else if (auto* wholes = std::get_if<WholeCells>(&column.cells)) {
        gather(wholes->values);
        gather(wholes->has);
      } else {
        gather(std::get<TruthCells>(column.cells).values);
      }
    }
  }
  Table table(std::size_t rows) { return {std::move(columns_), rows}; }

 private:
  std::vector<TableColumn> columns_{};
};

class ScoreTable {
 public:
  /// `given`: the ranks of the rows among more than these; `known`: among these. Both null: ranked here.
  ScoreTable(const Scores& scores, const ScoreTableOptions& options, const RowRanks* given = nullptr, const Ranks* known = nullptr)
      : scores_(scores),
        given_(given),
        known_(known),
        model_(scores.model()),
        evidence_(scores.evidence()),
        options_(options),
        owner_(std::make_shared<const Scores>(scores)),
        published_(model_) {
    if (options.node) node_ = model_.node(*options.node);
    if (node_ && given_) throw ShapeError("a table of " + *options.node + " has ranks by it, not those by the model that are given");
    if (known_ && known_->node() != node_) throw ShapeError("a table of ranks by what these are not by");
  }

  Table run() {
    const auto block = wanted(nouns::block, options_.block, evidence_.blocks());
    const auto period = wanted(nouns::period, options_.period, evidence_.periods());
    const auto track = wanted(nouns::track, options_.track, model_.tracks());
    const auto holds = [&](const Cohort& cohort) {
      return (!block || *block == cohort.block) && (!period || *period == cohort.period) && (!track || *track == cohort.track);
    };
    const bool by_rank = options_.order == RowOrder::rank;
    const bool is_entry = node_ && model_.nodes()[*node_].is_entry();  // which has no index to be ranked by
    std::optional<Ranks> found;
    const Ranks* places = known_;
    if (!known_ && !given_ && !is_entry && (by_rank || !options_.by_criterion))
      places = &found.emplace(node_ ? ranks(scores_, *node_) : ranks(scores_));
    if (options_.by_criterion || options_.first) {
      auto rows = by_rank ? rows_by_rank(holds, places) : rows_of_evidence(holds);
      if (options_.first) rows.resize(std::min(rows.size(), *options_.first));
      return options_.by_criterion ? criteria(rows) : totals(rows, places).table(rows.size());
    }
    // Made in the order of the evidence, then put in that of ranks column by column: several times as fast as to jump about in all that
    // a row is made of.
    const auto rows = rows_of_evidence(holds);
    auto out = totals(rows, places);
    if (!by_rank) return out.table(rows.size());
    std::vector<std::uint32_t> place_of(scores_.rows());
    for (std::size_t i = 0; i < rows.size(); ++i) place_of[rows[i]] = static_cast<std::uint32_t>(i);
    auto order = rows_by_rank(holds, places);
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
    for (std::size_t row = 0; row < scores_.rows(); ++row)
      if (in[cohorts.of_row[row]] != 0) out.push_back(static_cast<std::uint32_t>(row));
    return out;
  }
  /// The order of a cohort has its ranked rows by rank, then unit; only the others, and those of given ranks, are sorted here.
  template <class Holds>
  Rows rows_by_rank(const Holds& holds, const Ranks* places) const {
    const auto& list = scores_.resolved().cohorts().list;
    const auto units = evidence_.unit_of_row();
    constexpr auto unranked = ~std::size_t{0};
    Rows out;
    std::vector<std::tuple<std::size_t, std::uint32_t, std::size_t>> others;  // by rank, unit, row
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!holds(list[i])) continue;
      const auto* order = places ? &places->orders()[i] : nullptr;
      const auto ranked = order ? order->size() : 0;
      for (std::size_t place = 0; place < ranked; ++place) out.push_back(static_cast<std::uint32_t>(order->row(place)));
      if (ranked == list[i].rows.size()) continue;
      others.clear();
      for (const auto row : list[i].rows)
        if (!places || !places->place(row)) others.emplace_back(given_ ? given_->of(row).value_or(unranked) : unranked, units[row], row);
      std::sort(others.begin(), others.end());
      for (const auto& other : others) out.push_back(static_cast<std::uint32_t>(std::get<2>(other)));
    }
    return out;
  }
  /// The rank of every row of the scores, 0 for none: cohort by cohort, as to look each row's up would jump about in memory.
  std::vector<std::uint32_t> ranks_of_rows(const Ranks* places) const {
    std::vector<std::uint32_t> out(scores_.rows());
    if (given_)
      for (std::size_t row = 0; row < out.size(); ++row) out[row] = static_cast<std::uint32_t>(given_->of(row).value_or(0));
    if (places)
      for (const auto& order : places->orders())
        for (std::size_t place = 0; place < order.size(); ++place) out[order.row(place)] = static_cast<std::uint32_t>(order.rank(place));
    return out;
  }

  /// Whose each row is, every row `times` times.
  void names(Columns& out, const Rows& rows, std::size_t times) const {
    const auto column = [&](std::string_view name, std::span<const std::string> names, const auto& code_of_row) {
      TextCells cells{.names = TableNames(owner_, names)};
      cells.codes.reserve(rows.size() * times);
      if (names.size() == 1) cells.codes.resize(rows.size() * times);
      if (names.size() != 1)
        for (const auto row : rows) cells.codes.insert(cells.codes.end(), times, code_of_row[row]);
      out.add(name, std::move(cells));
    };
    column("unit", evidence_.units(), evidence_.unit_of_row());
    column("block", evidence_.blocks(), evidence_.block_of_row());
    column("period", evidence_.periods(), evidence_.period_of_row());
    column("track", model_.tracks(), evidence_.track_of_row());
  }

  /// Every class that the model knows, best first, those of blocks after the others; and that of each row.
  TextCells classes_of(const Rows& rows, const Ranks* places) const {
    TextCells out{.categorical = true};
    std::vector<std::string> ids;
    std::unordered_map<const char*, std::uint32_t> code_of;  // where the text of a band's class stands
    const auto add = [&](const std::vector<Band>& bands) {
      for (const auto& band : bands) {
        const auto at = static_cast<std::size_t>(std::find(ids.begin(), ids.end(), band.id) - ids.begin());
        if (at == ids.size()) ids.push_back(band.id);
        code_of[band.id.data()] = static_cast<std::uint32_t>(at);
      }
    };
    if (const auto& classes = model_.classes()) {
      add(classes->bands);
      for (const auto& [block, bands] : classes->by_block) add(bands);
    }
    out.names = TableNames(std::move(ids));
    if (node_ || !model_.classes()) {  // a criterion has no class
      out.codes.assign(rows.size(), TextCells::none);
      return out;
    }
    const auto class_of = given_ ? classes(*given_) : classes(scores_, *places);
    std::vector<std::uint32_t> code_of_row(scores_.rows(), TextCells::none);
    for (std::size_t row = 0; row < scores_.rows(); ++row)
      if (const auto id = class_of.of(row); !id.empty()) code_of_row[row] = code_of.at(id.data());
    out.codes.reserve(rows.size());
    for (const auto row : rows) out.codes.push_back(code_of_row[row]);
    return out;
  }

  Columns totals(const Rows& rows, const Ranks* places) const {
    const auto count = rows.size();
    const auto of_node = node_ ? columns_of(scores_, std::span(&*node_, 1)) : std::vector<NodeScores>{};
    const auto& publish = model_.publish();
    const bool exact = options_.exact;
    const auto figures = [&] { return FigureColumn(published_.decimals(), count); };
    const auto quanta = [&] { return WholeColumn(exact ? count : 0); };
    auto points = figures(), applicable = figures(), bonus = figures(), penalty = figures(), index = figures();
    auto points_quanta = quanta(), applicable_quanta = quanta(), bonus_quanta = quanta(), penalty_quanta = quanta();
    Fraction fraction(exact ? count : 0);
    WholeColumn rank(count);
    TruthCells complete, ranked;
    complete.values.reserve(count);
    ranked.values.reserve(count);
    std::array<Published::Last, 4> last{};
    const auto side = [&](std::int64_t value, FigureColumn& published, WholeColumn& exactly, Published::Last& before) {
      node_ ? published.none() : published.add(published_.points(value, before));  // a criterion has no bonus and penalty
      if (exact) node_ ? exactly.none() : exactly.add(value);
    };
    const auto rank_of = ranks_of_rows(places);
    for (const auto row : rows) {
      const auto tally = node_ ? of_node[0].tally(row) : scores_.tally(row);
      points.add(published_.points(tally.achieved, last[0]));
      applicable.add(published_.points(tally.applicable, last[1]));
      side(tally.bonus, bonus, bonus_quanta, last[2]);
      side(tally.penalty, penalty, penalty_quanta, last[3]);
      published_.index(index, tally);
      rank_of[row] != 0 ? rank.add(rank_of[row]) : rank.none();
      complete.values.push_back(tally.complete ? 1 : 0);
      ranked.values.push_back(evidence_.ranked(row) ? 1 : 0);
      if (!exact) continue;
      points_quanta.add(tally.achieved);
      applicable_quanta.add(tally.applicable);
      fraction.add(tally, publish);
    }

    Columns out;
    names(out, rows, 1);
    out.add("points", points.take());
    out.add("applicable", applicable.take());
    out.add_nullable("bonus", bonus.take());
    out.add_nullable("penalty", penalty.take());
    out.add_nullable("index", index.take());
    out.add_nullable("rank", rank.take());
    out.add_nullable("class", classes_of(rows, places));
    out.add("complete", std::move(complete));
    out.add("ranked", std::move(ranked));
    if (exact) {
      out.add("points_quanta", points_quanta.take());
      out.add("applicable_quanta", applicable_quanta.take());
      out.add_nullable("bonus_quanta", bonus_quanta.take());
      out.add_nullable("penalty_quanta", penalty_quanta.take());
      out.add_nullable("index_numerator", fraction.numerator.take());
      out.add_nullable("index_denominator", fraction.denominator.take());
    }
    return out;
  }

  /// Text of each node, again for every row; empty is none.
  template <class Of>
  TextCells text_of_nodes(std::span<const Criterion> nodes, std::size_t rows, Of&& of) const {
    std::vector<std::string> names;
    std::vector<std::uint32_t> codes;
    for (const auto& node : nodes) {
      const std::string& text = of(node);
      codes.push_back(text.empty() ? TextCells::none : static_cast<std::uint32_t>(names.size()));
      if (!text.empty()) names.push_back(text);
    }
    TextCells out{.names = TableNames(std::move(names))};
    out.codes.reserve(rows * codes.size());
    for (std::size_t row = 0; row < rows; ++row) out.codes.insert(out.codes.end(), codes.begin(), codes.end());
    return out;
  }

  /// Row by row through their scorecards, none of which is kept; of reasons only the different ones are.
  Table criteria(const Rows& rows) const {
    const auto first = node_.value_or(0);
    const auto end = node_ ? std::max(model_.nodes()[first].end, first + 1) : model_.nodes().size();
    const auto nodes = model_.nodes().subspan(first, end - first);
    const auto count = rows.size() * nodes.size();
    const auto& publish = model_.publish();
    const bool exact = options_.exact;
    FigureColumn points(published_.decimals(), count), applicable(published_.decimals(), count), index(published_.decimals(), count);
    WholeColumn depth(count), points_quanta(exact ? count : 0), applicable_quanta(exact ? count : 0);
    Fraction fraction(exact ? count : 0);
    constexpr auto state_names = names_of(ItemState{});
    TextCells state{.names = TableNames({state_names.begin(), state_names.end()}), .categorical = true}, reason;
    state.codes.reserve(count);
    reason.codes.reserve(count);
    NameIndex reasons;
    Published::Last last;
    for (const auto row : rows) {
      const auto card = scores_.scorer().scorecard(scores_.resolved().batch(), row);
      for (auto i = first; i < end; ++i) {
        const auto& line = card.lines[i];
        const auto& tally = line.tally;  // of an entry nothing is applicable
        depth.add(model_.nodes()[i].depth);
        points.add(published_.points(tally.achieved, last));
        applicable.add(published_.points(tally.applicable, last));
        published_.index(index, tally);
        state.codes.push_back(line.state ? static_cast<std::uint32_t>(*line.state) : TextCells::none);
        const auto words = reason_words(model_, line);
        reason.codes.push_back(words.empty() ? TextCells::none : reasons.code(words));
        if (!exact) continue;
        points_quanta.add(tally.achieved);
        applicable_quanta.add(tally.applicable);
        fraction.add(tally, publish);
      }
    }
    std::vector<std::string> found;
    for (std::size_t i = 0; i < reasons.names().size(); ++i) found.emplace_back(reasons.names()[i]);
    reason.names = TableNames(std::move(found));

    Columns out;
    names(out, rows, nodes.size());
    out.add("node", text_of_nodes(nodes, rows.size(), [](const Criterion& node) -> const std::string& { return node.id; }));
    out.add_nullable("number", text_of_nodes(nodes, rows.size(), [](const Criterion& node) -> const std::string& { return node.number; }));
    out.add("depth", depth.take());
    out.add("points", points.take());
    out.add("applicable", applicable.take());
    out.add_nullable("index", index.take());
    out.add_nullable("state", std::move(state));
    out.add_nullable("reason", std::move(reason));
    if (exact) {
      out.add("points_quanta", points_quanta.take());
      out.add("applicable_quanta", applicable_quanta.take());
      out.add_nullable("index_numerator", fraction.numerator.take());
      out.add_nullable("index_denominator", fraction.denominator.take());
    }
    return out.table(count);
  }

  const Scores& scores_;
  const RowRanks* given_;
  const Ranks* known_;
  const Model& model_;
  const Evidence& evidence_;
  const ScoreTableOptions& options_;
  std::shared_ptr<const Scores> owner_;  // of the names
  Published published_;
  std::optional<std::size_t> node_{};
};
}

Table score_table(const Scores& scores, const ScoreTableOptions& options) { return ScoreTable(scores, options).run(); }
Table score_table(const Ranks& ranks, const ScoreTableOptions& options) {
  return ScoreTable(ranks.scores(), options, nullptr, &ranks).run();
}
Table score_table(const RowRanks& ranks, const ScoreTableOptions& options) { return ScoreTable(ranks.scores(), options, &ranks).run(); }

Keep keep_for(const Model& model, const ScoreTableOptions& options) {
  // The indices that are asked for: of the node, of what breaks ties, of what vetoes look at.
  std::vector<std::size_t> read(model.tie_break().begin(), model.tie_break().end());
  if (options.node) read.push_back(model.node(*options.node));
  if (const auto& classes = model.classes())
    for (const auto& veto : classes->vetoes) read.insert(read.end(), veto.criteria.begin(), veto.criteria.end());
  if (read.empty()) return Keep::totals;
  return std::all_of(read.begin(), read.end(), [&](std::size_t at) { return model.nodes()[at].is_group(); }) ? Keep::groups : Keep::leaves;
}

Decimal published(Points points, const Model& model) {
  return rounded({points.quanta, Decimal::power(model.point_decimals())}, model.publish().decimals, model.publish().rounding);
}
}
