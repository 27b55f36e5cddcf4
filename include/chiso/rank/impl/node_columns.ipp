#pragma once
#include <algorithm>
#include <chiso/rank/impl/columns_of.ipp>

namespace chiso::inline CHISO_BUILD {
/// The columns of some nodes, found by node.
class NodeColumns {
 public:
  CHISO_INLINE NodeColumns(const Scores& scores, std::vector<std::size_t> nodes) : nodes_(std::move(nodes)) {
    std::sort(nodes_.begin(), nodes_.end());
    nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
    columns_ = columns_of(scores, nodes_);
  }
  /// What breaks ties.
  CHISO_INLINE static NodeColumns of_ranks(const Scores& scores) { return {scores, nodes_of_ties(scores.model())}; }
  CHISO_INLINE const NodeScores& of(std::size_t node) const {
    return columns_[static_cast<std::size_t>(std::lower_bound(nodes_.begin(), nodes_.end(), node) - nodes_.begin())];
  }

 private:
  CHISO_INLINE static std::vector<std::size_t> nodes_of_ties(const Model& model) {
    std::vector<std::size_t> out;
    for (const auto& tie : model.tie_break())
      if (!tie.value) out.push_back(tie.criterion);
    return out;
  }
  std::vector<std::size_t> nodes_;  // each once, ascending
  std::vector<NodeScores> columns_{};
};
}
