#pragma once
#include <algorithm>
#include <chiso/core/problems.hpp>
#include <chiso/core/suggestions.hpp>
#include <chiso/score/impl/scorer_data.ipp>
#include <chiso/score/problems.hpp>
#include <chiso/score/scores.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// What the copies of scores share: the columns that were kept, those of each item or node one after the other.
struct Scores::Data {
  Scorer scorer;
  std::shared_ptr<const Scorer::Data> compiled;
  ResolvedEvidence evidence;
  Keep keep = Keep::totals;
  unsigned threads = 0;
  std::size_t rows = 0;
  UnsetVector<std::int64_t> achieved{}, applicable{}, bonus{}, penalty{};
  UnsetVector<std::uint8_t> incomplete{};
  UnsetVector<std::int64_t> known{}, asked{};  // the coverage, if the model has a least one
  UnsetVector<std::int64_t> quanta{};          // leaves: by item and row
  UnsetVector<ItemState> states{};
  std::vector<std::size_t> own_place{};  // by item: its place among the leaves with stated points, or none
  UnsetVector<std::int64_t> own{};
  UnsetVector<State> own_states{};
  std::vector<std::size_t> left_out_place{};  // by item: its place among the leaves below a group with one_of, or none
  UnsetVector<std::uint8_t> left_out{};
  std::vector<LargeVector<std::uint8_t>> vetoes{};  // by veto: whether so many criteria are below its limit
  std::vector<std::size_t> group_place{};           // by node: its place among the groups, or none
  UnsetVector<std::int64_t> group_achieved{}, group_applicable{};
  UnsetVector<std::uint8_t> group_incomplete{};

  CHISO_INLINE std::size_t at(std::size_t place, std::size_t row) const { return place * rows + row; }
  CHISO_INLINE ScoreColumns columns();
  CHISO_INLINE std::size_t effect(const Criterion& leaf, std::size_t row, std::size_t track) const;
  CHISO_INLINE Tally leaf_tally(std::size_t node, std::size_t row) const;
  CHISO_INLINE Tally node_tally(std::size_t node, std::size_t row) const;
  CHISO_INLINE Coverage coverage(std::size_t from, std::size_t end, std::size_t row) const;
  CHISO_INLINE CoverageScores coverages(std::size_t node) const;
  CHISO_INLINE void needs(Keep least, std::string_view what) const;
};

CHISO_INLINE ScoreColumns Scores::Data::columns() {
  const auto& model = scorer.model();
  const auto& batch = evidence.batch();
  for (auto* column : {&achieved, &applicable, &bonus, &penalty}) column->resize(rows);
  incomplete.resize(rows);
  ScoreColumns out{.achieved = achieved, .applicable = applicable, .bonus = bonus, .penalty = penalty, .incomplete = incomplete};
  if (model.draft().least_coverage) {
    known.resize(rows);
    asked.resize(rows);
    out.coverage = {.known = known, .asked = asked};
  }
  if (compiled->vetoes.any()) {
    for (const auto& veto : model.classes()->vetoes) {
      auto& column = vetoes.emplace_back(veto.criteria.empty() ? 0 : rows);
      out.below.emplace_back(column);
    }
  }
  const auto part = [&]<class T>(UnsetVector<T>& all, std::size_t place) { return std::span(all).subspan(place * rows, rows); };
  if (keep == Keep::leaves) {
    const auto items = model.items().size();
    quanta.resize(items * rows);
    states.resize(items * rows);
    own_place.assign(items, Criterion::none);
    std::size_t stated = 0;
    for (std::size_t i = 0; i < batch.stated.size(); ++i)
      if (!batch.stated[i].values.empty()) own_place[i] = stated++;
    own.resize(stated * rows);
    own_states.resize(stated * rows);
    left_out_place.assign(items, Criterion::none);
    std::size_t choices = 0;
    for (const auto& node : model.nodes())
      for (auto below = &node + 1; node.grouping == Grouping::one_of && below < model.nodes().data() + node.end; ++below)
        if (below->is_leaf() && left_out_place[below->item] == Criterion::none) left_out_place[below->item] = choices++;
    left_out.resize(choices * rows);
    out.items.resize(items);
    for (std::size_t i = 0; i < items; ++i) {
      out.items[i] = {.quanta = part(quanta, i), .states = part(states, i)};
      if (left_out_place[i] != Criterion::none) out.items[i].left_out = part(left_out, left_out_place[i]);
      if (own_place[i] == Criterion::none) continue;
      out.items[i].own = part(own, own_place[i]);
      out.items[i].own_states = part(own_states, own_place[i]);
    }
  }
  if (keep == Keep::groups) {
    group_place.assign(model.nodes().size(), Criterion::none);
    std::size_t groups = 0;
    for (std::size_t i = 0; i < model.criteria(); ++i)
      if (model.nodes()[i].is_group()) group_place[i] = groups++;
    group_achieved.resize(groups * rows);
    group_applicable.resize(groups * rows);
    group_incomplete.resize(groups * rows);
    out.groups.resize(model.nodes().size());
    for (std::size_t i = 0; i < model.criteria(); ++i)
      if (group_place[i] != Criterion::none)
        out.groups[i] = {.achieved = part(group_achieved, group_place[i]),
                         .applicable = part(group_applicable, group_place[i]),
                         .incomplete = part(group_incomplete, group_place[i])};
  }
  return out;
}

CHISO_INLINE Scores Scorer::score(const Evidence& evidence, ScoreOptions options) const {
  return score(resolve(evidence, model()), std::move(options));
}
CHISO_INLINE Scores Scorer::score(const Evidence& evidence, const CohortTotals& totals, ScoreOptions options) const {
  return score(resolve(evidence, model(), totals), std::move(options));
}
CHISO_INLINE Scores Scorer::score(ResolvedEvidence evidence, ScoreOptions options) const {
  auto data = std::make_shared<Scores::Data>(
      Scores::Data{.scorer = *this, .compiled = data_, .evidence = std::move(evidence), .keep = options.keep, .threads = options.threads});
  data->rows = data->evidence.evidence().rows();
  const auto columns = data->columns();
  score(data->evidence.batch(), columns, options.threads, options.progress);
  return Scores(std::move(data));
}
CHISO_INLINE Scores score(const Model& model, const Evidence& evidence, ScoreOptions options) {
  return Scorer(model).score(evidence, std::move(options));
}

CHISO_INLINE const Model& Scores::model() const { return data_->scorer.model(); }
CHISO_INLINE const Scorer& Scores::scorer() const { return data_->scorer; }
CHISO_INLINE const ResolvedEvidence& Scores::resolved() const { return data_->evidence; }
CHISO_INLINE const Evidence& Scores::evidence() const { return data_->evidence.evidence(); }
CHISO_INLINE Keep Scores::keep() const { return data_->keep; }
CHISO_INLINE unsigned Scores::threads() const { return data_->threads; }
CHISO_INLINE std::size_t Scores::rows() const { return data_->rows; }

CHISO_INLINE Tally Scores::tally(std::size_t row) const {
  return {data_->achieved[row], data_->applicable[row], data_->bonus[row], data_->penalty[row], data_->incomplete[row] == 0};
}
CHISO_INLINE TotalScores Scores::totals() const {
  return {data_->achieved, data_->applicable, data_->bonus, data_->penalty, data_->incomplete};
}
CHISO_INLINE std::span<const std::uint8_t> Scores::below(std::size_t veto) const {
  return data_->vetoes.empty() ? std::span<const std::uint8_t>() : data_->vetoes[veto];
}
CHISO_INLINE std::optional<Index> Scores::index(std::size_t row) const { return index_of(tally(row), model().publish()); }

CHISO_INLINE void Scores::Data::needs(Keep least, std::string_view what) const {
  if (keep >= least) return;
  throw ShapeError(std::string(what) + " needs scores that were computed with keep " +
                   (least == Keep::leaves ? "leaves" : "groups or leaves"));
}
/// What a leaf counts, computed from its quanta and state.
CHISO_INLINE Tally Scores::Data::leaf_tally(std::size_t node, std::size_t row) const {
  const auto& leaf = scorer.model().nodes()[node];
  const auto effect = compiled->effects[leaf.item][this->effect(leaf, row, evidence.evidence().track(row))];
  return {.achieved = quanta[at(leaf.item, row)], .applicable = effect.applicable, .complete = effect.incomplete == 0};
}
/// The place of a leaf's effect: by its state, if it counts in the row.
CHISO_INLINE std::size_t Scores::Data::effect(const Criterion& leaf, std::size_t row, std::size_t track) const {
  const auto choice = left_out_place[leaf.item];
  const bool counts = (leaf.tracks.empty() || leaf.in_track(track)) && (choice == Criterion::none || left_out[at(choice, row)] == 0);
  return counts ? static_cast<std::size_t>(states[at(leaf.item, row)]) : outside;
}
CHISO_INLINE Tally Scores::Data::node_tally(std::size_t node, std::size_t row) const {
  const auto& criterion = scorer.model().nodes()[node];
  if (criterion.is_entry()) return {.achieved = quanta[at(criterion.item, row)]};
  if (criterion.is_leaf()) return leaf_tally(node, row);
  Tally sum;
  for (auto child = node + 1; child < criterion.end; child = scorer.model().nodes()[child].end) {
    const auto part = node_tally(child, row);
    sum.achieved += part.achieved;
    sum.applicable += part.applicable;
    sum.complete = sum.complete && part.complete;
  }
  count_group(criterion, sum.achieved, sum.applicable);
  return sum;
}

CHISO_INLINE Tally Scores::tally(std::size_t node, std::size_t row) const {
  if (data_->keep == Keep::leaves) return data_->node_tally(node, row);
  const bool group = model().nodes()[node].is_group();
  data_->needs(group ? Keep::groups : Keep::leaves, "the tally of " + model().nodes()[node].id);
  const auto place = data_->at(data_->group_place[node], row);
  return {.achieved = data_->group_achieved[place],
          .applicable = data_->group_applicable[place],
          .complete = data_->group_incomplete[place] == 0};
}
CHISO_INLINE std::optional<Index> Scores::index(std::size_t node, std::size_t row) const {
  return index_of(tally(node, row), model().publish());
}

/// That of the leaves of [from, end), from their states, which were kept.
CHISO_INLINE Coverage Scores::Data::coverage(std::size_t from, std::size_t end, std::size_t row) const {
  Coverage sum;
  for (auto node = from; node < end; ++node) {
    const auto& leaf = scorer.model().nodes()[node];
    if (!leaf.is_leaf()) continue;
    const auto code = static_cast<std::size_t>(states[at(leaf.item, row)]);
    sum += {compiled->effects[leaf.item].known_in(code), compiled->effects[leaf.item].asked_in(code)};
  }
  return sum;
}
CHISO_INLINE CoverageScores Scores::Data::coverages(std::size_t node) const {
  const auto& nodes = scorer.model().nodes();
  const bool of_all = node == Criterion::none;
  CoverageScores out;
  out.known.resize(rows);
  out.asked.resize(rows);
  if (of_all && !known.empty()) {
    std::copy(known.begin(), known.end(), out.known.begin());
    std::copy(asked.begin(), asked.end(), out.asked.begin());
  } else if (keep == Keep::leaves) {
    const auto from = of_all ? 0 : node, end = of_all ? scorer.model().criteria() : (std::max)(nodes[node].end, node + 1);
    for (std::size_t row = 0; row < rows; ++row) {
      const auto of = coverage(from, end, row);
      out.known[row] = of.known;
      out.asked[row] = of.asked;
    }
  } else {
    scorer.score(evidence.batch(), {.coverage = {.node = node, .known = out.known, .asked = out.asked}});
  }
  return out;
}
CHISO_INLINE CoverageScores Scores::coverages() const { return data_->coverages(Criterion::none); }
CHISO_INLINE CoverageScores Scores::coverages(std::size_t node) const { return data_->coverages(node); }
CHISO_INLINE Coverage Scores::coverage(std::size_t row) const {
  if (!data_->known.empty()) return {data_->known[row], data_->asked[row]};
  if (data_->keep == Keep::leaves) return data_->coverage(0, model().criteria(), row);
  return data_->scorer.scorecard(data_->evidence.batch(), row).coverage;
}
CHISO_INLINE Coverage Scores::coverage(std::size_t node, std::size_t row) const {
  if (data_->keep == Keep::leaves) return data_->coverage(node, (std::max)(model().nodes()[node].end, node + 1), row);
  return data_->scorer.scorecard(data_->evidence.batch(), row).lines[node].coverage;
}

CHISO_INLINE NodeScores Scores::node(std::size_t node) const {
  NodeScores out;
  out.achieved.resize(rows());
  out.applicable.resize(rows());
  out.incomplete.resize(rows());
  for (std::size_t row = 0; row < rows(); ++row) {
    const auto of = tally(node, row);
    out.achieved[row] = of.achieved;
    out.applicable[row] = of.applicable;
    out.incomplete[row] = of.complete ? 0 : 1;
  }
  return out;
}

CHISO_INLINE void Scores::items(std::size_t row, std::span<Item> into) const {
  data_->needs(Keep::leaves, "what leaves and entries count");
  const auto& nodes = data_->scorer.model().nodes();
  const auto places = data_->scorer.model().items();
  const auto* sometimes_outside = data_->compiled->outside_somewhere.data();
  const auto* effects = data_->compiled->effects.data();
  const auto* states = data_->states.data();
  const auto* quanta = data_->quanta.data();
  for (std::size_t item = 0; item < places.size(); ++item) {
    const auto place = data_->at(item, row);
    const auto state = states[place];
    __builtin_prefetch(quanta + place + 16);  // rows are mostly read in turn
    __builtin_prefetch(states + place + 64);
    const auto effect =
        sometimes_outside[item] == 0 ? static_cast<std::size_t>(state) : data_->effect(nodes[places[item]], row, evidence().track(row));
    into[item] = {.achieved = quanta[place], .applicable = effects[item].applicable_in(effect), .state = state};
  }
}

CHISO_INLINE Points Scores::points(std::size_t item, std::size_t row) const {
  data_->needs(Keep::leaves, "the points of a leaf or entry");
  return {data_->quanta[data_->at(item, row)]};
}
CHISO_INLINE ItemState Scores::state(std::size_t item, std::size_t row) const {
  data_->needs(Keep::leaves, "the state of a leaf or entry");
  return data_->states[data_->at(item, row)];
}
CHISO_INLINE std::span<const std::int64_t> Scores::quanta() const {
  data_->needs(Keep::leaves, "the points of leaves and entries");
  return data_->quanta;
}
CHISO_INLINE std::optional<Scores::Own> Scores::own(std::size_t leaf, std::size_t row) const {
  if (state(leaf, row) != ItemState::stated) return {};
  const auto place = data_->at(data_->own_place[leaf], row);
  return Own{data_->own_states[place], {data_->own[place]}};
}

CHISO_INLINE bool operator==(const Scores& a, const Scores& b) {
  return a.data_ == b.data_ || (a.keep() == b.keep() && a.resolved().given() == b.resolved().given() && a.model() == b.model() &&
                                a.resolved().totals() == b.resolved().totals());
}

CHISO_INLINE Scorecard Scores::scorecard(std::size_t row) const {
  auto out = data_->scorer.scorecard(data_->evidence.batch(), row);
  out.unit = evidence().unit(row);
  out.block = evidence().block(row);
  out.period = evidence().period(row);
  return out;
}
CHISO_INLINE std::size_t Scores::row(std::string_view unit, std::string_view period, std::string_view track) const {
  const auto units = evidence().units();
  if (units.empty())
    throw UnknownNameError(problem_at({}, Severity::error, problems::row_absent, {absent_rows::of_any_unit, absent_rows::of_the_evidence}));
  if (!std::binary_search(units.begin(), units.end(), unit)) {
    auto problem = problem_at({}, Severity::error, problems::name_unknown,
                              {Argument(nouns::unit, {unit}), Argument(absent_rows::of_the_units, {units.size()})});
    std::string likely;
    for (const auto name : Suggestions().likely(unit, units)) likely.append(likely.empty() ? "" : ", ").append(name);
    problem.hint = std::move(likely);
    throw UnknownNameError(std::move(problem));
  }
  index_of_name(nouns::period, period, evidence().periods());
  if (const auto at = evidence().find(unit, period, index_of_name(nouns::track, track, model().tracks()))) return *at;
  std::string others;
  for (const auto& cohort : resolved().cohorts().list) {
    if (std::none_of(cohort.rows.begin(), cohort.rows.end(), [&](std::size_t row) { return evidence().unit(row) == unit; })) continue;
    const auto& of_period = evidence().periods()[cohort.period];
    others += (others.empty() ? "" : ", ") + of_period + (of_period.empty() ? "" : " ") + model().tracks()[cohort.track];
  }
  throw UnknownNameError(problem_at({}, Severity::error, problems::row_absent,
                                    {Argument(absent_rows::of_unit, {unit, period, track}), Argument(absent_rows::of_the_unit, {others})}));
}
}
