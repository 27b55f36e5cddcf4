#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/rational.hpp>
#include <chiso/model/ranking_draft.hpp>
#include <chiso/rank/ranking_index.hpp>
#include <optional>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What a tie-break by value compares: an exact number, or none.
using TieValue = std::optional<Rational>;

/// The values of a tie-break in one cohort, from the last to the first by its order, each once. By its place among them a value
/// becomes a RankingIndex, so that keys have one kind of part, whatever breaks ties.
class OrderedValues {
 public:
  /// Values in any order, also equal ones. O(n log n).
  CHISO_INLINE OrderedValues(std::vector<Rational> values, ValueOrder order);
  /// Stands to those of other values as the order says, also if it is not one of these; of none it is below all others. O(log n).
  CHISO_INLINE RankingIndex key(const TieValue& value) const;

 private:
  CHISO_INLINE bool is_before(const Rational& a, const Rational& b) const { return order_ == ValueOrder::descending ? a < b : b < a; }
  std::vector<Rational> values_;
  ValueOrder order_;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/ordered_values.ipp>
#endif
