#pragma once
#include <chiso/core/build.hpp>
#include <chiso/rank/ranks.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The rank of every row by the model, and how many rows it is one of: among the rows of the scores (Ranks), or among those of all parts of
/// the table that they are a part of (RankingKeys). 4 bytes a row, 8 if the model's ties are not `competition`.
class RowRanks {
 public:
  /// The ranks in a whole table. O(rows). @throws ShapeError for ranks by a criterion.
  CHISO_INLINE explicit RowRanks(const Ranks& ranks);

  /// The rank as the model's `ties` counts. Empty for a row that is not ranked, incomplete or without an index.
  std::optional<std::size_t> of(std::size_t row) const { return some(ranks_[row]); }
  /// The rank counted as 1, 1, 3, whatever the model's ties. Classes by rank use it.
  std::optional<std::size_t> competition(std::size_t row) const { return some(competition_.empty() ? ranks_[row] : competition_[row]); }
  /// All ranks by row, 0 for a row that has none.
  std::span<const std::uint32_t> by_row() const { return {ranks_.data(), ranks_.size()}; }
  /// How many rows are ranked in the block, period and track of a row.
  CHISO_INLINE std::size_t ranked(std::size_t row) const { return ranked_[scores_.resolved().cohorts().of_row[row]]; }
  /// What is ranked.
  const Scores& scores() const { return scores_; }

 private:
  friend struct PartRanks;
  friend class ClassKeys;
  friend class Ranked;
  CHISO_INLINE explicit RowRanks(Scores scores);
  static std::optional<std::size_t> some(std::uint32_t rank) { return rank == 0 ? std::nullopt : std::optional<std::size_t>(rank); }
  /// Adds the ranks of the next cohort.
  CHISO_INLINE void add(const Places& order);
  void set(std::size_t row, const Places& order, std::size_t place) {
    ranks_[row] = static_cast<std::uint32_t>(order.rank(place));
    if (!competition_.empty()) competition_[row] = static_cast<std::uint32_t>(order.competition(place));
  }
  Scores scores_;
  LargeVector<std::uint32_t> ranks_, competition_{};  // 0: none; `competition_` only if it is another than `ranks_`
  std::vector<std::size_t> ranked_{};                 // by cohort
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/row_ranks.ipp>
#endif
