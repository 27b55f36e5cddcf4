#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/evidence.hpp>
#include <chiso/expr/batch.hpp>
#include <chiso/expr/program.hpp>
#include <cstdint>
#include <map>
#include <span>
#include <string>
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

/// A cohort by name, which it has in every part of a table. In the order of the bytes of block and period, then of the tracks of the model.
struct CohortName {
  std::string block{};   ///< Empty: the unnamed block.
  std::string period{};  ///< Empty: the unnamed period.
  std::uint16_t track = 0;
  friend auto operator<=>(const CohortName&, const CohortName&) = default;
};
CHISO_INLINE CohortName name_of(const Evidence& evidence, const Cohort& cohort);
/// `block 'communes', period '2024', track 'final'`.
CHISO_INLINE std::string to_text(const CohortName& name, const Model& model);
/// Whether names can be those of one table: of tracks and blocks that the model has, blocks all named or all unnamed, periods of one shape
/// (SPEC 3). @throws ShapeError
CHISO_INLINE void check_one_table(std::span<const CohortName> names, const Model& model);

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
#include <chiso/evidence/impl/cohort.ipp>
#endif
