#pragma once
#include <chiso/core/build.hpp>
#include <chiso/model/model.hpp>
#include <cstddef>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Which nodes of two models are the same: criteria and criteria, entries and entries of their side, with the same id; then, of
/// those left, where the `was` of one names the other's id and exactly one of each side is left for it. O(nodes log nodes).
class MatchedNodes {
 public:
  /// Matches the nodes of a first model and a second one.
  CHISO_INLINE MatchedNodes(const Model& a, const Model& b);
  /// The node of the second model that is this one of the first; Criterion::none if there is none.
  std::size_t in_b(std::size_t node_of_a) const { return in_b_[node_of_a]; }
  /// The node of the first model that is this one of the second; Criterion::none if there is none.
  std::size_t in_a(std::size_t node_of_b) const { return in_a_[node_of_b]; }

 private:
  CHISO_INLINE void match(std::size_t a, std::size_t b);
  std::vector<std::size_t> in_b_, in_a_;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/explain/impl/matched_nodes.ipp>
#endif
