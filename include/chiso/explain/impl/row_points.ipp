#pragma once
#include <chiso/core/error.hpp>
#include <chiso/explain/row_points.hpp>
#include <chiso/score/grouping.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE RowPoints::RowPoints(Model model) : model_(std::move(model)), nodes_(model_.nodes().size()), items_(model_.items().size()) {
  steps_.reserve(nodes_.size());
  const auto packed = [](std::size_t place) { return place == Criterion::none ? none : static_cast<std::uint32_t>(place); };
  for (const auto& node : model_.nodes())
    steps_.push_back({.parent = packed(node.parent),
                      .item = node.is_group() ? none : packed(node.item),
                      .kind = node.kind,
                      .counts_its_sums = node.grouping == Grouping::sum});
}
CHISO_INLINE RowPoints::RowPoints(const Scores& scores, std::size_t row) : RowPoints(scores.model()) { read(scores, row); }
CHISO_INLINE RowPoints::RowPoints(Model model, const Scorecard& card) : RowPoints(std::move(model)) { take(card); }

CHISO_INLINE void RowPoints::read(const Scores& scores, std::size_t row) {
  if (&scores.model().draft() != &model_.draft()) throw ShapeError("the scores are of another model than the row that was read before");
  if (scores.keep() != Keep::leaves) return take(scores.scorecard(row));
  tally_ = scores.tally(row);
  scores.items(row, items_);
  sum_up();
}
CHISO_INLINE void RowPoints::take(const Scorecard& card) {
  tally_ = card.tally;
  for (std::size_t item = 0; item < items_.size(); ++item) {
    const auto& line = card.lines[model_.items()[item]];
    items_[item] = {.achieved = line.tally.achieved, .applicable = line.tally.applicable, .state = *line.state};
  }
  sum_up();
}
CHISO_INLINE void RowPoints::sum_up() {
  bonus_sum_ = penalty_sum_ = 0;
  for (auto& node : nodes_) node.sum_achieved = node.sum_applicable = 0;
  // From behind, so that what is in a group comes before it. What neighbours add to one group is kept until another one's turn comes.
  auto group = none;
  std::int64_t achieved = 0, applicable = 0;
  const auto add_to_group = [&] {
    if (group == none) return;
    nodes_[group].sum_achieved += achieved;
    nodes_[group].sum_applicable += applicable;
  };
  for (auto node = nodes_.size(); node-- > 0;) {
    const auto& step = steps_[node];
    if (step.parent != group) {
      add_to_group();
      group = step.parent;
      achieved = applicable = 0;
    }
    auto& own = nodes_[node];
    if (step.item == none) {
      own.achieved = own.sum_achieved;
      own.applicable = own.sum_applicable;
      if (!step.counts_its_sums) count_group(model_.nodes()[node], own.achieved, own.applicable);
    } else {
      own.achieved = items_[step.item].achieved;
      own.applicable = items_[step.item].applicable;
    }
    if (step.kind == NodeKind::bonus) bonus_sum_ += own.achieved;
    if (step.kind == NodeKind::penalty) penalty_sum_ += own.achieved;
    achieved += own.achieved;
    applicable += own.applicable;
  }
  add_to_group();
}
CHISO_INLINE bool RowPoints::is_counted(std::size_t node) const {
  const auto nodes = model_.nodes();
  for (auto at = node; nodes[at].parent != Criterion::none; at = nodes[at].parent)
    if (nodes[nodes[at].parent].grouping == Grouping::one_of && nodes_[at].applicable == 0) return false;
  return true;
}
}
