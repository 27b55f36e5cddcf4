#pragma once
#include <chiso/core/build.hpp>
#include <chiso/rank/ranks.hpp>
#include <chiso/rank/row_ranks.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The rows of each cohort: first those with a rank, best first, then the others; equals and the others in the order of their units' bytes.
/// Cohorts are those of ResolvedEvidence::cohorts(), in their order. 4 bytes a row.
class OrderedRows {
 public:
  /// The order of ranks by the model or by a criterion. O(rows), and sorts the rows without a rank.
  CHISO_INLINE explicit OrderedRows(const Ranks& ranks);
  /// The order of ranks that may be among more rows than these. O(rows log rows).
  CHISO_INLINE explicit OrderedRows(const RowRanks& ranks);

  /// All rows of a cohort.
  std::span<const std::uint32_t> of(std::size_t cohort) const {
    return {rows_.data() + first_[cohort], first_[cohort + 1] - first_[cohort]};
  }
  /// Only those that have a rank.
  std::span<const std::uint32_t> ranked(std::size_t cohort) const { return of(cohort).first(ranked_[cohort]); }
  /// How many cohorts there are.
  std::size_t cohorts() const { return ranked_.size(); }

 private:
  friend class Ranked;
  /// Starts without a cohort.
  CHISO_INLINE explicit OrderedRows(const Scores& scores);
  /// Adds the next cohort of the scores.
  CHISO_INLINE void add(const Scores& scores, const Places& order);
  LargeVector<std::uint32_t> rows_{};
  std::vector<std::size_t> first_{}, ranked_{};  // by cohort; `first_` ends with the number of rows
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/ordered_rows.ipp>
#endif
