#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/ratio.hpp>
#include <chiso/rank/ranks.hpp>
#include <chiso/rank/row_ranks.hpp>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The class of every row (SPEC 6.2). The views live as long as the model.
class RowClasses {
 public:
  explicit RowClasses(std::vector<std::string_view> ids) : ids_(std::move(ids)) {}
  /// Empty: an incomplete row, one without what is classed, one whose veto is missing, or a model without classes. A row that is not
  /// ranked has a class unless its rank is classed.
  std::string_view of(std::size_t row) const { return ids_[row]; }

 private:
  std::vector<std::string_view> ids_;
};
/// From the scores and their ranks by the model. O(rows x (bands + vetoes)); where vetoes ask for criteria that were not kept, and
/// columns_of. @throws ShapeError for ranks by a criterion.
///
/// A veto with both `when` and `criterion` holds where both do. Where no index is below, it does not hold, and a missing `when` does not
/// matter, as `and` is false where either side is; where one is below, a missing `when` leaves the row without a class.
CHISO_INLINE RowClasses classes(const Scores& scores, const Ranks& ranks);
/// The same of a part of a table, classed on the ranks that its rows have among those of all parts, which are of these scores.
CHISO_INLINE RowClasses classes(const RowRanks& ranks);
/// The same; ranks only where they are classed.
CHISO_INLINE RowClasses classes(const Scores& scores);

/// The place of the first band that holds a value.
CHISO_INLINE std::size_t band_of(const std::vector<Band>& bands, const Ratio& value);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/classes.ipp>
#endif
