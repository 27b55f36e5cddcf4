#pragma once
#include <algorithm>
#include <chiso/expr/evaluate.hpp>
#include <chiso/score/impl/operands.ipp>
#include <chiso/score/impl/scorer_data.ipp>
#include <chiso/score/scorecard.hpp>
#include <chiso/score/shapes.hpp>

namespace chiso::inline CHISO_BUILD {
/// Fills one row, node by node, with the evaluator of single rows.
struct ScorecardWriter {
  const Model& model;
  const Dependencies& dependencies;
  const std::vector<Effects>& effects;
  const Batch& batch;
  std::size_t row;

  std::vector<const CriterionDraft*> drafts{};  // of the criteria, by node

  CHISO_INLINE Scorecard run() {
    Scorecard out{.row = row};
    add_drafts(model.draft().criteria);
    const auto nodes = model.nodes();
    out.lines.resize(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) out.lines[i].node = i;
    for (std::size_t i = 0; i < model.criteria(); i = nodes[i].end) {
      criterion(i, out.lines, out.tally);
      out.coverage += out.lines[i].coverage;
    }
    for (std::size_t i = model.criteria(); i < nodes.size(); ++i) item(nodes[i], out.lines[i]);
    for (std::size_t i = model.criteria(); i < nodes.size(); ++i)
      (nodes[i].kind == NodeKind::bonus ? out.tally.bonus : out.tally.penalty) += out.lines[i].tally.achieved;
    if (const auto cap = model.bonus_cap()) out.tally.bonus = (std::min)(out.tally.bonus, cap->quanta);
    if (const auto cap = model.penalty_cap()) out.tally.penalty = (std::min)(out.tally.penalty, cap->quanta);
    out.index = index_of(out.tally, model.publish());
    const auto& least = model.draft().least_coverage;
    out.short_of_coverage = least && !out.coverage.reaches(*least);
    out.tally.complete = out.tally.complete && !out.short_of_coverage;
    out.track = model.tracks()[track()];
    return out;
  }

 private:
  CHISO_INLINE void add_drafts(const std::vector<CriterionDraft>& criteria) {
    for (const auto& one : criteria) {
      drafts.push_back(&one);
      add_drafts(one.criteria);
    }
  }
  /// The policy of a state of a leaf, with the node that names it.
  CHISO_INLINE ScoreLine::PolicyOf policy_of(std::size_t leaf, State state) const {
    const auto names_one = [&](const CriterionDraft& draft) {
      return state == State::missing          ? draft.missing.has_value()
             : state == State::not_applicable ? draft.not_applicable.has_value()
                                              : draft.undefined.has_value();
    };
    auto at = leaf;
    while (at != Criterion::none && !names_one(*drafts[at])) at = model.nodes()[at].parent;
    return {.state = state, .node = at};
  }
  /// Fills the line of a criterion and those of everything below it, and adds it to the sum above.
  CHISO_INLINE void criterion(std::size_t node, std::vector<ScoreLine>& lines, Tally& above) {
    const auto& criterion = model.nodes()[node];
    auto& line = lines[node];
    if (criterion.is_leaf())
      item(criterion, line);
    else
      group(criterion, lines, line);
    line.index = index_of(line.tally, model.publish());
    add(above, line.tally);
  }
  CHISO_INLINE void group(const Criterion& group, std::vector<ScoreLine>& lines, ScoreLine& line) {
    const bool one_of = group.grouping == Grouping::one_of;
    auto instead = line.instead;
    bool is_open = line.instead_is_open;
    for (auto node = line.node + 1; node < group.end; node = model.nodes()[node].end) {
      auto& child = lines[node];
      child.left_out = line.left_out || (one_of && (line.sum.applicable > 0 || !applies(node)));
      child.instead = instead;
      child.instead_is_open = is_open;
      criterion(node, lines, line.sum);
      if (one_of && !line.left_out && !child.left_out) {
        if (line.sum.applicable > 0) instead = node, is_open = is_missing(node, child);
        if (line.sum.applicable == 0) pass_over(node, lines);
      }
      line.coverage += child.coverage;
    }
    if (instead)  // those that were passed over before it
      for (auto node = line.node + 1; one_of && node < *instead; ++node)
        if (lines[node].passed_over) lines[node].instead = instead, lines[node].instead_is_open = is_open;
    line.tally = line.sum;
    count_group(group, line.tally.achieved, line.tally.applicable);
  }
  /// Leaves out a child of a group with `one_of` that has nothing applicable: what is missing in it, and excluded, is no longer missing.
  CHISO_INLINE void pass_over(std::size_t child, std::vector<ScoreLine>& lines) const {
    for (auto node = child; node < model.nodes()[child].end; ++node) {
      lines[node].left_out = lines[node].passed_over = true;
      lines[node].coverage = {};
      if (lines[node].state) lines[node].state = ItemState::not_applicable;
    }
  }
  /// Whether a child of a group with `one_of` may count: its own condition is neither false nor not applicable, or its points are stated.
  CHISO_INLINE bool applies(std::size_t node) const {
    const auto& criterion = model.nodes()[node];
    if (!criterion.applies_when) return true;
    const auto truth = evaluate(*criterion.applies_when, batch, row);
    const bool no = truth.state == State::value ? truth.value.sign() == 0 : truth.state == State::not_applicable;
    return !no || (criterion.is_leaf() && criterion.in_track(track()) && given_points(criterion) == State::value);
  }
  /// Whether the condition of a child of such a group is missing, so that it may turn out not to apply.
  CHISO_INLINE bool is_missing(std::size_t node, const ScoreLine& child) const {
    const auto& when = model.nodes()[node].applies_when;
    return when && child.state != ItemState::stated && evaluate(*when, batch, row).state == State::missing;
  }
  /// Whether points are stated for a leaf: a value, not applicable, or missing if there are none.
  CHISO_INLINE State given_points(const Criterion& leaf) const {
    return batch.stated.empty() || batch.stated[leaf.item].values.empty() ? State::missing : batch.stated[leaf.item].state(row);
  }

  CHISO_INLINE static void add(Tally& sum, const Tally& part) {
    sum.achieved += part.achieved;
    sum.applicable += part.applicable;
    sum.complete = sum.complete && part.complete;
  }
  CHISO_INLINE std::size_t track() const { return batch.tracks.empty() ? model.tracks().size() - 1 : batch.tracks[row]; }

  CHISO_INLINE void item(const Criterion& criterion, ScoreLine& line) {
    const OperandReader operands{model.derived(), batch, row};
    line.rule = evaluate(criterion.shape, batch, row);
    operands.add(criterion.shape, *line.rule);
    State state = line.rule->points.state;
    for (auto at = line.node; at != Criterion::none; at = model.nodes()[at].parent) {
      const auto& when = model.nodes()[at].applies_when;
      if (!when) continue;
      const auto truth = evaluate(*when, batch, row);
      const bool no = truth.state == State::value && truth.value.sign() == 0;
      state = strongest(state, no ? State::not_applicable : truth.state);
      if (no && !line.condition) line.condition = at;
    }
    if (state == State::missing) {
      for_each_program(criterion.shape, [&](const Program& program) { operands.add_missing(program, line); });
      for (auto at = line.node; at != Criterion::none; at = model.nodes()[at].parent)
        if (const auto& when = model.nodes()[at].applies_when) operands.add_missing(*when, line);
    }
    std::int64_t quanta = state == State::value ? line.rule->points.value.nearest_whole() : 0;
    line.state = item_state(state);
    line.outside_its_tracks = !criterion.in_track(track());
    const bool counts = !line.outside_its_tracks && !line.left_out;
    if (criterion.is_leaf() && counts) stated(criterion, state, quanta, line);
    if (!counts) line.state = ItemState::not_applicable;
    if (criterion.is_leaf() && counts && line.state != ItemState::scored && line.state != ItemState::stated)
      line.policy = policy_of(line.node, line.state == ItemState::missing          ? State::missing
                                         : line.state == ItemState::not_applicable ? State::not_applicable
                                                                                   : State::undefined);
    const auto code = counts ? static_cast<std::size_t>(*line.state) : outside;
    const auto effect = effects[criterion.item][code];
    line.coverage = {effects[criterion.item].known_in(code), effects[criterion.item].asked_in(code)};
    line.tally = {
        .achieved = effect.computed ? quanta : effect.achieved, .applicable = effect.applicable, .complete = effect.incomplete == 0};
    for (const auto measure : dependencies.measures(criterion.item)) {
      const auto cell = batch.measures[measure].state(row);
      if (cell == State::missing) line.missing.push_back(measure);
      if (cell == State::not_applicable) line.not_applicable.push_back(measure);
    }
  }
  CHISO_INLINE void stated(const Criterion& criterion, State state, std::int64_t& quanta, ScoreLine& line) {
    const auto given = given_points(criterion);
    if (given == State::missing) return;
    line.state = given == State::value ? ItemState::stated : ItemState::not_applicable;
    if (given != State::value) return;
    if (state == State::value) line.own = Points{quanta};
    quanta = batch.stated[criterion.item].values[row];
  }
};
}
