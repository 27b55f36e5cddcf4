#pragma once
#include <chiso/core/build.hpp>
#include <chiso/rank/ranks.hpp>
#include <cstdint>
#include <optional>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The rank of every row by the model, and how many it is one of: among the rows of the scores (Ranks), or among those of all parts of a
/// table that these are a part of (Standings). What classes and tables read of ranks. 8 bytes a row.
class RowRanks {
 public:
  /// Those of a whole table. O(rows). @throws ShapeError for ranks by a criterion.
  CHISO_INLINE explicit RowRanks(const Ranks& ranks);

  /// As the model's `ties` counts. Empty for a row that is not ranked, incomplete or without an index.
  std::optional<std::size_t> of(std::size_t row) const { return some(ranks_[row]); }
  /// 1,1,3 whatever the model's ties: what classes on rank are about.
  std::optional<std::size_t> competition(std::size_t row) const { return some(competition_[row]); }
  /// How many rows are ranked in the block, period and track of a row.
  std::size_t ranked(std::size_t row) const { return ranked_[scores_.resolved().cohorts().of_row[row]]; }
  const Scores& scores() const { return scores_; }

 private:
  friend struct PartRanks;
  explicit RowRanks(Scores scores) : scores_(std::move(scores)), ranks_(scores_.rows()), competition_(scores_.rows()) {}
  static std::optional<std::size_t> some(std::uint32_t rank) { return rank == 0 ? std::nullopt : std::optional<std::size_t>(rank); }
  Scores scores_;
  std::vector<std::uint32_t> ranks_, competition_;  // 0: none
  std::vector<std::size_t> ranked_{};               // by cohort
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/row_ranks.ipp>
#endif
