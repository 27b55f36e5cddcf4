#pragma once
#include <algorithm>
#include <chiso/expr/evaluate.hpp>
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

  CHISO_INLINE Scorecard run() {
    Scorecard out{.row = row};
    const auto nodes = model.nodes();
    out.lines.resize(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      out.lines[i].node = i;
      if (!nodes[i].is_group()) item(nodes[i], out.lines[i]);
    }
    // Backwards, so that everything below a group is complete before the group is.
    for (std::size_t i = model.criteria(); i-- > 0;) {
      auto& line = out.lines[i];
      if (nodes[i].scaled) {
        line.tally.achieved = scaled_points(nodes[i].points, line.tally.achieved, line.tally.applicable).quanta;
        line.tally.applicable = line.tally.applicable == 0 ? 0 : nodes[i].points.quanta;
      }
      line.index = index_of(line.tally, model.publish());
      add(nodes[i].parent == Criterion::none ? out.tally : out.lines[nodes[i].parent].tally, line.tally);
    }
    for (std::size_t i = model.criteria(); i < nodes.size(); ++i)
      (nodes[i].kind == NodeKind::bonus ? out.tally.bonus : out.tally.penalty) += out.lines[i].tally.achieved;
    if (const auto cap = model.bonus_cap()) out.tally.bonus = (std::min)(out.tally.bonus, cap->quanta);
    if (const auto cap = model.penalty_cap()) out.tally.penalty = (std::min)(out.tally.penalty, cap->quanta);
    out.index = index_of(out.tally, model.publish());
    out.track = model.tracks()[track()];
    return out;
  }

 private:
  CHISO_INLINE static void add(Tally& sum, const Tally& part) {
    sum.achieved += part.achieved;
    sum.applicable += part.applicable;
    sum.complete = sum.complete && part.complete;
  }
  CHISO_INLINE std::size_t track() const { return batch.tracks.empty() ? model.tracks().size() - 1 : batch.tracks[row]; }

  CHISO_INLINE void item(const Criterion& criterion, ScoreLine& line) {
    line.rule = evaluate(criterion.shape, batch, row);
    State state = line.rule->points.state;
    for (auto at = line.node; at != Criterion::none; at = model.nodes()[at].parent) {
      const auto& when = model.nodes()[at].applies_when;
      if (!when) continue;
      const auto truth = evaluate(*when, batch, row);
      const bool no = truth.state == State::value && truth.value.sign() == 0;
      state = strongest(state, no ? State::not_applicable : truth.state);
      if (no && !line.condition) line.condition = at;
    }
    std::int64_t quanta = state == State::value ? line.rule->points.value.nearest_whole() : 0;
    line.state = item_state(state);
    line.outside_its_tracks = !criterion.in_track(track());
    if (criterion.is_leaf() && !line.outside_its_tracks) stated(criterion, state, quanta, line);
    const auto& effect =
        line.outside_its_tracks ? effects[criterion.item][outside] : effects[criterion.item][static_cast<std::size_t>(*line.state)];
    if (line.outside_its_tracks) line.state = ItemState::not_applicable;
    line.tally = {
        .achieved = effect.computed ? quanta : effect.achieved, .applicable = effect.applicable, .complete = effect.incomplete == 0};
    for (const auto measure : dependencies.measures(criterion.item)) {
      const auto cell = batch.measures[measure].state(row);
      if (cell == State::missing) line.missing.push_back(measure);
      if (cell == State::not_applicable) line.not_applicable.push_back(measure);
    }
  }
  CHISO_INLINE void stated(const Criterion& criterion, State state, std::int64_t& quanta, ScoreLine& line) {
    if (batch.stated.empty() || batch.stated[criterion.item].values.empty()) return;
    const auto& column = batch.stated[criterion.item];
    const auto given = column.state(row);
    if (given == State::missing) return;
    line.state = given == State::value ? ItemState::stated : ItemState::not_applicable;
    if (given != State::value) return;
    if (state == State::value) line.own = Points{quanta};
    quanta = column.values[row];
  }
};
}
