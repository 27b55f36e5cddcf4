#pragma once
#include <chiso/explain/impl/same_as_parsed.ipp>
#include <chiso/explain/matched_nodes.hpp>
#include <chiso/explain/model_diff.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::vector<NodeDifference> diff(const Model& a, const Model& b) {
  const MatchedNodes matched(a, b);
  const SameAsParsed same(a, b);
  std::vector<NodeDifference> out;
  for (std::size_t node = 0; node < b.nodes().size(); ++node) {
    const auto other = matched.in_a(node);
    if (other == Criterion::none) {
      out.push_back({NodeChange::added, other, node});
      continue;
    }
    const auto add = [&](NodeChange change) { out.push_back({change, other, node}); };
    const auto parent_a = a.nodes()[other].parent, parent_b = b.nodes()[node].parent;
    const auto matched_parent = parent_a == Criterion::none ? Criterion::none : matched.in_b(parent_a);
    if (matched_parent != parent_b || (parent_a != Criterion::none && matched_parent == Criterion::none)) add(NodeChange::moved);
    if (!same.weights(other, node)) add(NodeChange::reweighted);
    if (!same.marking(other, node)) add(NodeChange::reruled);
  }
  for (std::size_t node = 0; node < a.nodes().size(); ++node)
    if (matched.in_b(node) == Criterion::none) out.push_back({NodeChange::dropped, node, Criterion::none});
  return out;
}
}
