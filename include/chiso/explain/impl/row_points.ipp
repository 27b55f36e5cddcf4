#pragma once
#include <chiso/explain/row_points.hpp>
#include <chiso/score/grouping.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE RowPoints::RowPoints(const Scores& scores, std::size_t row)
    : model_(scores.model()), nodes_(model_.nodes().size()), states_(model_.items().size()), tally_(scores.tally(row)) {
  if (scores.keep() != Keep::leaves) {
    *this = RowPoints(model_, scores.scorecard(row));
    return;
  }
  for (std::size_t item = 0; item < states_.size(); ++item) {
    const auto node = model_.items()[item];
    const auto tally = scores.tally(node, row);
    nodes_[node] = {.achieved = tally.achieved, .applicable = tally.applicable};
    states_[item] = scores.state(item, row);
  }
  sum_up();
}
CHISO_INLINE RowPoints::RowPoints(Model model, const Scorecard& card)
    : model_(std::move(model)), nodes_(model_.nodes().size()), states_(model_.items().size()), tally_(card.tally) {
  for (std::size_t item = 0; item < states_.size(); ++item) {
    const auto& line = card.lines[model_.items()[item]];
    nodes_[line.node] = {.achieved = line.tally.achieved, .applicable = line.tally.applicable};
    states_[item] = *line.state;
  }
  sum_up();
}
CHISO_INLINE void RowPoints::sum_up() {
  const auto nodes = model_.nodes();
  for (auto node = model_.criteria(); node-- > 0;) {  // from behind: what is in a group comes before it
    auto& own = nodes_[node];
    if (nodes[node].is_group()) {
      own.achieved = own.sum_achieved;
      own.applicable = own.sum_applicable;
      count_group(nodes[node], own.achieved, own.applicable);
    }
    if (nodes[node].parent == Criterion::none) continue;
    auto& above = nodes_[nodes[node].parent];
    above.sum_achieved += own.achieved;
    above.sum_applicable += own.applicable;
  }
  for (auto node = model_.criteria(); node < nodes.size(); ++node)
    (nodes[node].kind == NodeKind::bonus ? bonus_sum_ : penalty_sum_) += nodes_[node].achieved;
}
CHISO_INLINE bool RowPoints::is_counted(std::size_t node) const {
  const auto nodes = model_.nodes();
  for (auto at = node; nodes[at].parent != Criterion::none; at = nodes[at].parent)
    if (nodes[nodes[at].parent].grouping == Grouping::one_of && nodes_[at].applicable == 0) return false;
  return true;
}
}
