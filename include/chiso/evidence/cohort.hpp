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
  std::uint32_t block = 0;   ///< Index in the evidence's blocks.
  std::uint32_t period = 0;  ///< Index in its periods.
  std::uint16_t track = 0;   ///< Index in the model's tracks.
  std::vector<std::size_t> rows{};  ///< In the order of the evidence.
};
/// The cohorts of evidence, in the order of (block, period, track), and the cohort of each row.
struct Cohorts {
  std::vector<Cohort> list{};
  std::vector<std::uint32_t> of_row{};
};
Cohorts cohorts(const Evidence& evidence);

/// What a cohort function needs of its cohort: mergeable, and rows can be taken out again, so that a plan or a partition need not start
/// anew. A row that is not a value (for `count` of a truth: not true) leaves it as it is.
class CohortState {
 public:
  /// `of` is the type of the argument; only `count` looks at it.
  CohortState(CohortFunction function, Type of) : function_(function), of_(of) {}
  void add(const Outcome& outcome);
  /// Takes out one row that was added.
  void remove(const Outcome& outcome);
  void merge(const CohortState& other);
  /// The figure of the cohort; missing where no row has a value, but a count of 0.
  Outcome result() const;

 private:
  bool counts(const Outcome& outcome) const;
  CohortFunction function_;
  Type of_;
  std::int64_t rows_ = 0;
  Rational sum_{};                          // of sum and mean
  std::map<Rational, std::int64_t> values_; // of max and min: how many rows have each value
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/cohort.ipp>
#endif
