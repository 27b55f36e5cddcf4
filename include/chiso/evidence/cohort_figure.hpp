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
// The figures of cohort functions: what a sum, mean, count, max or min over a cohort is, and what it takes to merge two.

/// Whether a row counts for a cohort function: if its argument is a value (for the count of a truth: if it is true).
constexpr bool counts_in_cohort(CohortFunction function, Type of, State state, bool is_zero) {
  return state == State::value && !(function == CohortFunction::count && of == Type::truth && is_zero);
}
/// All that a cohort function needs of its cohort for the figure. Two of them make that of both cohorts' rows.
struct CohortTotal {
  std::int64_t rows = 0;  ///< How many count.
  Rational sum{};         ///< The sum of what counts, for sum and mean; else 0.
  Rational best{};        ///< The greatest for max, the least for min; else, and if no row counts, 0.
  /// Adds the rows of another, of the same function.
  CHISO_INLINE void merge(CohortFunction function, const CohortTotal& other);
  friend bool operator==(const CohortTotal&, const CohortTotal&) = default;
};
/// Whether a function looks at the sum of a total, or at its best.
constexpr bool sums(CohortFunction function) { return function == CohortFunction::sum || function == CohortFunction::mean; }
constexpr bool compares(CohortFunction function) { return function == CohortFunction::max || function == CohortFunction::min; }
/// The figure of a cohort; missing if no row counts, except that a count is 0.
inline Outcome cohort_figure(CohortFunction function, const CohortTotal& of) {
  if (function == CohortFunction::count) return {State::value, Rational(of.rows)};
  if (of.rows == 0) return {State::missing, {}};
  if (function == CohortFunction::sum) return {State::value, of.sum};
  return {State::value, function == CohortFunction::mean ? of.sum / Rational(of.rows) : of.best};
}

/// What a cohort function needs of its cohort: mergeable, and rows can be taken out again, so that a plan need not start anew
/// (CohortTotal is smaller, but takes no rows out). A row that is not a value (for `count` of a truth: not true) leaves it as it is.
class CohortState {
 public:
  /// `of` is the type of the argument; only `count` looks at it.
  CohortState(CohortFunction function, Type of) : function_(function), of_(of) {}
  CHISO_INLINE void add(const Outcome& outcome);
  /// Takes out one row that was added.
  CHISO_INLINE void remove(const Outcome& outcome);
  /// Adds the rows of another, of the same function and type.
  CHISO_INLINE void merge(const CohortState& other);
  /// The figure of the cohort; missing if no row has a value, except that a count is 0.
  CHISO_INLINE Outcome result() const;

 private:
  CHISO_INLINE bool counts(const Outcome& outcome) const;
  CohortFunction function_;
  Type of_;
  std::int64_t rows_ = 0;
  Rational sum_{};                           // of sum and mean
  std::map<Rational, std::int64_t> values_;  // of max and min: how many rows have each value
};

/// The totals of all cohorts for one term, in the order of the list; their figures are those that CohortState would give. O(rows), a plain
/// measure in 64-bit integers.
CHISO_INLINE std::vector<CohortTotal> totals_of_term(const CohortTerm& term, const Cohorts& cohorts, const Batch& batch);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/cohort_figure.ipp>
#endif
