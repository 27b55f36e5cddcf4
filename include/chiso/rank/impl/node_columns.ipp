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
  /// What vetoes look at.
  CHISO_INLINE static NodeColumns of_classes(const Scores& scores) { return {scores, nodes_of_vetoes(scores.model())}; }
  CHISO_INLINE static NodeColumns of_ranks_and_classes(const Scores& scores) {
    auto nodes = nodes_of_vetoes(scores.model());
    const auto of_ties = nodes_of_ties(scores.model());
    nodes.insert(nodes.end(), of_ties.begin(), of_ties.end());
    return {scores, std::move(nodes)};
  }
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
  CHISO_INLINE static std::vector<std::size_t> nodes_of_vetoes(const Model& model) {
    std::vector<std::size_t> out;
    if (const auto& classes = model.classes())
      for (const auto& veto : classes->vetoes) out.insert(out.end(), veto.criteria.begin(), veto.criteria.end());
    return out;
  }
  std::vector<std::size_t> nodes_;  // each once, ascending
  std::vector<NodeScores> columns_{};
};
}
