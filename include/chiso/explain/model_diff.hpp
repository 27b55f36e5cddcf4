#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/model/model.hpp>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What one model makes of a criterion or entry of another.
enum class NodeChange : std::uint8_t {
  added,       ///< It is new.
  dropped,     ///< It is gone.
  moved,       ///< It stands in another group.
  reweighted,  ///< It has other points; of a group other `scale_to`, `cap` or `at_least`.
  reruled      ///< It is marked otherwise: its rule, own condition, policies or tracks, or what these read; of a group its condition or
               ///< `one_of`.
};
constexpr std::array<std::string_view, 5> names_of(NodeChange) { return {"added", "dropped", "moved", "reweighted", "reruled"}; }
/// A change of one node, with its place in both models; Criterion::none on a side that does not have it.
struct NodeDifference {
  NodeChange change = NodeChange::added;  ///< What is different.
  std::size_t a = Criterion::none;        ///< Its place in the first model.
  std::size_t b = Criterion::none;        ///< Its place in the second one.
  /// Whether every member is equal.
  friend bool operator==(const NodeDifference&, const NodeDifference&) = default;
};
/// How the second model differs from the first, node by node, as parsed: what is written otherwise and means the same is no difference.
/// Nodes are matched by id, then by `was` (see MatchedNodes). In the order of the second model, then those that are dropped; of one node in
/// the order of the changes. O(nodes log nodes), and the length of the expressions.
CHISO_INLINE std::vector<NodeDifference> diff(const Model& a, const Model& b);

/// The keys of a model file that are of no criterion and say something else in the second model, in the order of the file: `publish`,
/// `ranking`, `classes`, `checks` and so on, with their labels and notes; of `adjustments` the caps alone, since entries are nodes. Not
/// among them are what names a model (id, version, title) and what criteria read (measures, parameters, tables), which is told with these.
/// O(size).
CHISO_INLINE std::vector<std::string_view> changed_settings(const Model& a, const Model& b);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/explain/impl/model_diff.ipp>
#endif
