#pragma once
#include <chiso/explain/row_points.hpp>
#include <chiso/score/grouping.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE RowPoints::RowPoints(const Scores& scores, std::size_t row)
    : model_(scores.model()), nodes_(model_.nodes().size()), items_(model_.items().size()), tally_(scores.tally(row)) {
  if (scores.keep() != Keep::leaves) {
    *this = RowPoints(model_, scores.scorecard(row));
    return;
  }
  scores.items(row, items_);
  sum_up();
}
CHISO_INLINE RowPoints::RowPoints(Model model, const Scorecard& card)
    : model_(std::move(model)), nodes_(model_.nodes().size()), items_(model_.items().size()), tally_(card.tally) {
  for (std::size_t item = 0; item < items_.size(); ++item) {
    const auto& line = card.lines[model_.items()[item]];
    items_[item] = {.achieved = line.tally.achieved, .applicable = line.tally.applicable, .state = *line.state};
  }
  sum_up();
}
CHISO_INLINE void RowPoints::sum_up() {
  const auto nodes = model_.nodes();
  for (auto node = nodes.size(); node-- > 0;) {  // from behind: what is in a group comes before it
    auto& own = nodes_[node];
    const auto& criterion = nodes[node];
    if (criterion.is_group()) {
      own.achieved = own.sum_achieved;
      own.applicable = own.sum_applicable;
      count_group(criterion, own.achieved, own.applicable);
    } else {
      own.achieved = items_[criterion.item].achieved;
      own.applicable = items_[criterion.item].applicable;
    }
    if (criterion.is_entry()) (criterion.kind == NodeKind::bonus ? bonus_sum_ : penalty_sum_) += own.achieved;
    if (criterion.parent == Criterion::none) continue;
    auto& above = nodes_[criterion.parent];
    above.sum_achieved += own.achieved;
    above.sum_applicable += own.applicable;
  }
}
CHISO_INLINE bool RowPoints::is_counted(std::size_t node) const {
  const auto nodes = model_.nodes();
  for (auto at = node; nodes[at].parent != Criterion::none; at = nodes[at].parent)
    if (nodes[nodes[at].parent].grouping == Grouping::one_of && nodes_[at].applicable == 0) return false;
  return true;
}
}
