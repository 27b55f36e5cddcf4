#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/cohort.hpp>
#include <chiso/expr/batch.hpp>
#include <chiso/expr/program.hpp>
#include <chiso/expr/rational.hpp>
#include <cstdint>
#include <map>
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
  friend bool operator==(const CohortTotal&, const CohortTotal&) = default;
};
/// Whether a function uses the sum of a total, or its best.
constexpr bool sums(CohortFunction function) { return function == CohortFunction::sum || function == CohortFunction::mean; }
constexpr bool compares(CohortFunction function) { return function == CohortFunction::max || function == CohortFunction::min; }
/// The figure of a cohort; missing if no row counts, except that a count is 0.
inline Outcome cohort_figure(CohortFunction function, const CohortTotal& of) {
  if (function == CohortFunction::count) return {State::value, Rational(of.rows)};
  if (of.rows == 0) return {State::missing, {}};
  if (function == CohortFunction::sum) return {State::value, of.sum};
  return {State::value, function == CohortFunction::mean ? of.sum / Rational(of.rows) : of.best};
}

/// The running state of a cohort function. Unlike CohortTotal, rows can also be taken out again, so a plan need not start anew; it is
/// larger in return. A row that is not a value (for `count` of a truth: not true) does not change it.
class CohortState {
 public:
  /// `of` is the type of the argument; only `count` looks at it.
  CohortState(CohortFunction function, Type of) : function_(function), of_(of) {}
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

/// The totals of one term for all cohorts, in the order of the list. They give the same figures as CohortState. O(rows); a plain measure
/// is summed in 64-bit integers.
CHISO_INLINE std::vector<CohortTotal> totals_of_term(const CohortTerm& term, const Cohorts& cohorts, const Batch& batch);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/cohort_figure.ipp>
#endif
