#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/huge_page_allocator.hpp>
#include <chiso/core/ratio.hpp>
#include <chiso/rank/row_ranks.hpp>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// All classes of a model, each once, best first; those that only a block has after the others. The views live as long as the model.
CHISO_INLINE std::vector<std::string_view> class_ids(const Model& model);

/// The class of every row (SPEC 6.2). The views live as long as the model. 4 bytes a row; none if the model has no classes.
class RowClasses {
 public:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  /// The class of a row. It is empty for an incomplete row, one that lacks what is classed, one whose veto is missing, and for a model
  /// without classes. A row that is not ranked has a class unless ranks are classed.
  std::string_view of(std::size_t row) const { return codes_.empty() || codes_[row] == none ? std::string_view() : ids_[codes_[row]]; }
  /// The place of each row's class among class_ids(model), or `none`; empty if the model has no classes.
  std::span<const std::uint32_t> codes() const { return {codes_.data(), codes_.size()}; }

 private:
  friend struct Classifier;
  std::vector<std::string_view> ids_{};
  UnsetVector<std::uint32_t> codes_{};
};
/// Classes the rows of a whole table, or of a part by its ranks among all parts. O(rows x (bands + vetoes)), and columns_of if vetoes
/// ask for criteria that were not kept.
///
/// A veto with both `when` and `criterion` holds if both do. If no index is below, it does not hold, and a missing `when` does not matter,
/// as `and` is false if either side is. If one is below, a missing `when` leaves the row without a class.
CHISO_INLINE RowClasses classes(const RowRanks& ranks);

/// The place of the first band that holds a value.
CHISO_INLINE std::size_t band_of(const std::vector<Band>& bands, const Ratio& value);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/classes.ipp>
#endif
