#pragma once
#include <chiso/core/build.hpp>
#include <chiso/plan/row_overlay.hpp>
#include <cstddef>
#include <span>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Sums up what leaves and entries count to what the nodes and the row earn. Working space for many rows and many sums of one of them.
class RowSums {
 public:
  /// For rows of a model.
  CHISO_INLINE explicit RowSums(const Model& model);
  /// The sums of a row whose items count `items`, one for each of Model::items(); `row` tells which child of a group with `one_of` applies.
  /// O(nodes).
  CHISO_INLINE const Tally& sum(RowOverlay& row, std::span<const ItemPoints> items);
  /// What the row earned in all.
  const Tally& tally() const { return tally_; }
  /// What a node earned; of an entry `achieved` alone.
  const Tally& node(std::size_t node) const { return nodes_[node]; }
  /// Whether a group with `one_of` above counts another child, or none.
  bool is_left_out(std::size_t node) const { return left_out_[node] != 0; }
  /// How much of the row is known.
  const Coverage& coverage() const { return coverage_; }

 private:
  /// What a criterion covers; its tally is in `nodes_`.
  CHISO_INLINE Coverage criterion(std::size_t node, bool left_out);
  Model model_;
  RowOverlay* row_ = nullptr;
  std::span<const ItemPoints> items_{};
  std::vector<Tally> nodes_{};
  std::vector<std::uint8_t> left_out_{};
  Tally tally_{};
  Coverage coverage_{};
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/plan/impl/row_sums.ipp>
#endif
