#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/cohort_figure.hpp>
#include <cstdint>
#include <map>

namespace chiso::inline CHISO_BUILD {
/// The running state of a cohort function. Unlike CohortTotal, rows can also be taken out again, so a plan need not start anew; it is
/// larger in return. A row that is not a value (for `count` of a truth: not true) does not change it.
class CohortState {
 public:
  /// `of` is the type of the argument; only `count` looks at it.
  CohortState(CohortFunction function, Type of) : function_(function), of_(of) {}
  /// Adds one row. O(1) for sums, means and counts; O(log values) for max and min.
  CHISO_INLINE void add(const Outcome& outcome);
  /// Takes out one row that was added.
  CHISO_INLINE void remove(const Outcome& outcome);
  /// Adds the rows of another state for the same function and type.
  CHISO_INLINE void merge(const CohortState& other);
  /// The figure of the cohort; missing if no row has a value, except that a count is then 0.
  CHISO_INLINE Outcome result() const;

 private:
  CHISO_INLINE bool counts(const Outcome& outcome) const;
  CohortFunction function_;
  Type of_;
  std::int64_t rows_ = 0;
  Rational sum_{};                           // for sum and mean
  std::map<Rational, std::int64_t> values_;  // for max and min: how many rows have each value
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/cohort_state.ipp>
#endif
