#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/evidence.hpp>
#include <chiso/expr/batch.hpp>
#include <chiso/expr/program.hpp>
#include <cstdint>
#include <map>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The rows that are compared with one another: of one block, period and track.
struct Cohort {
  std::uint32_t block = 0;          ///< Index in the evidence's blocks.
  std::uint32_t period = 0;         ///< Index in its periods.
  std::uint16_t track = 0;          ///< Index in the model's tracks.
  std::vector<std::size_t> rows{};  ///< In the order of the evidence.
};
/// The cohorts of evidence, in the order of (block, period, track), and the cohort of each row.
struct Cohorts {
  std::vector<Cohort> list{};
  std::vector<std::uint32_t> of_row{};
};
CHISO_INLINE Cohorts cohorts(const Evidence& evidence);

/// Whether a row counts for a cohort function: where its argument is a value, or, for the count of a truth, true.
constexpr bool counts_in_cohort(CohortFunction function, Type of, State state, bool is_zero) {
  return state == State::value && !(function == CohortFunction::count && of == Type::truth && is_zero);
}
/// The figure of a cohort of which `rows` count; missing where none does, but a count of 0.
inline Outcome cohort_figure(CohortFunction function, std::int64_t rows, const Rational& sum, const Rational& best) {
  if (function == CohortFunction::count) return {State::value, Rational(rows)};
  if (rows == 0) return {State::missing, {}};
  if (function == CohortFunction::sum) return {State::value, sum};
  return {State::value, function == CohortFunction::mean ? sum / Rational(rows) : best};
}

/// What a cohort function needs of its cohort: mergeable, and rows can be taken out again, so that a plan or a partition need not start
/// anew. A row that is not a value (for `count` of a truth: not true) leaves it as it is.
class CohortState {
 public:
  /// `of` is the type of the argument; only `count` looks at it.
  CohortState(CohortFunction function, Type of) : function_(function), of_(of) {}
  CHISO_INLINE void add(const Outcome& outcome);
  /// Takes out one row that was added.
  CHISO_INLINE void remove(const Outcome& outcome);
  /// Adds the rows of another, of the same function and type.
  CHISO_INLINE void merge(const CohortState& other);
  /// The figure of the cohort; missing where no row has a value, but a count of 0.
  CHISO_INLINE Outcome result() const;

 private:
  CHISO_INLINE bool counts(const Outcome& outcome) const;
  bool sums() const { return function_ == CohortFunction::sum || function_ == CohortFunction::mean; }
  bool compares() const { return function_ == CohortFunction::max || function_ == CohortFunction::min; }
  CohortFunction function_;
  Type of_;
  std::int64_t rows_ = 0;
  Rational sum_{};                           // of sum and mean
  std::map<Rational, std::int64_t> values_;  // of max and min: how many rows have each value
};

/// The figures of all cohorts for one term, in the order of the list: the results that CohortState would give, without keeping what
/// it takes to remove a row. O(rows), a plain measure in 64-bit integers.
CHISO_INLINE std::vector<Outcome> cohort_figures(const CohortTerm& term, const Cohorts& cohorts, const Batch& batch);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/cohort.ipp>
#endif
