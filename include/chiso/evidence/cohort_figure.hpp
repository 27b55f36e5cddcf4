#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/cohort.hpp>
#include <chiso/expr/batch.hpp>
#include <chiso/expr/program.hpp>
#include <chiso/expr/rational.hpp>
#include <cstdint>
#include <vector>

namespace chiso::inline CHISO_BUILD {
// The figures of cohort functions: what the sum, mean, count, max or min of a cohort is, and what is needed to merge two of them.

/// Whether a row counts for a cohort function: its argument must be a value (for the count of a truth: true).
constexpr bool counts_in_cohort(CohortFunction function, Type of, State state, bool is_zero) {
  return state == State::value && !(function == CohortFunction::count && of == Type::truth && is_zero);
}
/// Everything that a cohort function needs to know of a cohort to give its figure. The totals of two sets of rows can be merged into those
/// of both.
struct CohortTotal {
  std::int64_t rows = 0;  ///< How many rows count.
  Rational sum{};         ///< The sum of the rows that count, for sum and mean; otherwise 0.
  Rational best{};        ///< The greatest value for max, the least for min; otherwise, or if no row counts, 0.
  /// Adds the totals of other rows for the same function.
  CHISO_INLINE void merge(CohortFunction function, const CohortTotal& other);
  /// True if all three are equal; fractions by value.
  CHISO_INLINE friend bool operator==(const CohortTotal& a, const CohortTotal& b);
};
/// Whether a function uses the sum of a total.
constexpr bool sums(CohortFunction function) { return function == CohortFunction::sum || function == CohortFunction::mean; }
/// Whether a function uses the best of a total.
constexpr bool compares(CohortFunction function) { return function == CohortFunction::max || function == CohortFunction::min; }
/// The figure of a cohort; missing if no row counts, except that a count is 0.
CHISO_INLINE Outcome cohort_figure(CohortFunction function, const CohortTotal& of);

/// The totals of one term for all cohorts, in the order of the list. They give the same figures as CohortState. O(rows); a plain measure
/// is summed in 64-bit integers.
CHISO_INLINE std::vector<CohortTotal> totals_of_term(const CohortTerm& term, const Cohorts& cohorts, const Batch& batch);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/cohort_figure.ipp>
#endif
