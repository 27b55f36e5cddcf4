#pragma once
#include <algorithm>
#include <chiso/plan/row_sums.hpp>
#include <chiso/score/grouping.hpp>

namespace chiso::inline CHISO_BUILD {
namespace detail {
CHISO_INLINE void add_to(Tally& sum, const Tally& part) {
  sum.achieved += part.achieved;
  sum.applicable += part.applicable;
  sum.complete = sum.complete && part.complete;
}
}
CHISO_INLINE RowSums::RowSums(const Model& model) : model_(model), nodes_(model.nodes().size()), left_out_(nodes_.size()) {}
CHISO_INLINE Coverage RowSums::criterion(std::size_t node, bool left_out) {
  const auto nodes = model_.nodes();
  const auto& criterion = nodes[node];
  auto& sum = nodes_[node];
  sum = {};
  left_out_[node] = left_out ? 1 : 0;
  if (criterion.is_leaf()) {
    if (left_out) return {};
    const auto& points = items_[criterion.item];
    sum = {.achieved = points.achieved, .applicable = points.applicable, .complete = points.complete};
    return points.coverage;
  }
  const bool one_of = criterion.grouping == Grouping::one_of;
  Coverage coverage;
  for (auto child = node + 1; child < criterion.end; child = nodes[child].end) {
    const bool out = left_out || (one_of && (sum.applicable > 0 || !row_->applies(child)));
    const auto of_child = this->criterion(child, out);
    detail::add_to(sum, nodes_[child]);
    if (!one_of || out || sum.applicable > 0) coverage += of_child;  // else it is passed over
  }
  count_group(criterion, sum.achieved, sum.applicable);
  return coverage;
}
CHISO_INLINE const Tally& RowSums::sum(RowOverlay& row, std::span<const ItemPoints> items) {
  row_ = &row;
  items_ = items;
  tally_ = {};
  coverage_ = {};
  const auto nodes = model_.nodes();
  for (std::size_t node = 0; node < model_.criteria(); node = nodes[node].end) {
    coverage_ += criterion(node, false);
    detail::add_to(tally_, nodes_[node]);
  }
  for (auto node = model_.criteria(); node < nodes.size(); ++node) {
    nodes_[node] = {.achieved = items[nodes[node].item].achieved};
    (nodes[node].kind == NodeKind::bonus ? tally_.bonus : tally_.penalty) += nodes_[node].achieved;
  }
  if (const auto cap = model_.bonus_cap()) tally_.bonus = (std::min)(tally_.bonus, cap->quanta);
  if (const auto cap = model_.penalty_cap()) tally_.penalty = (std::min)(tally_.penalty, cap->quanta);
  const auto& least = model_.draft().least_coverage;
  tally_.complete = tally_.complete && (!least || coverage_.reaches(*least));
  return tally_;
}
}
