#pragma once
#include <chiso/core/build.hpp>
#include <chiso/rank/classes.hpp>
#include <chiso/rank/ordered_rows.hpp>
#include <chiso/rank/ranking_keys.hpp>
#include <chiso/rank/row_ranks.hpp>
#include <chiso/score/scores.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Among which rows the rows of scores are ranked.
enum class RankedAmong : std::uint8_t {
  own_rows,  ///< Among the rows of the scores.
  all_parts  ///< Among those of all parts of the table that they are a part of.
};

/// Scores with the ranks and classes of all rows by the model: everything that tables, averages, scorecards and lists show of them. Found
/// once, when this is made. Immutable, cheap to copy (copies share it), safe to read from any thread. 8 bytes a row beside the scores, 4
/// more if the model has classes, 4 more if they depend on more than bands, and 4 more if its ties are not `competition`.
class Ranked {
 public:
  /// O(rows log rows). Columns that tie-breaks read and that were not kept are scored once, all together (see columns_of).
  CHISO_INLINE explicit Ranked(const Scores& scores);
  /// The same for a part of a table, whose rows are ranked, and classed by rank, among those of all parts. @throws ShapeError if the keys
  /// are of another model, or lack a ranked row of the scores, or have it with other indices.
  CHISO_INLINE Ranked(const Scores& scores, const RankingKeys& keys);

  /// What is ranked.
  const Scores& scores() const { return data_->ranks.scores(); }
  /// The rank of a row in its block, period and track. Empty for a row that is not ranked, incomplete or without an index.
  std::optional<std::size_t> rank(std::size_t row) const { return data_->ranks.of(row); }
  /// The class of a row; empty if it has none (see RowClasses::of). The view lives as long as the model.
  std::string_view class_id(std::size_t row) const { return data_->classes.of(row); }

  /// For each row 1 if another one that is ranked with it has the same published index and another rank (see level_as_published); among all
  /// parts if this is one. Found when it is first asked for, in O(rows), and kept: a byte a row.
  CHISO_INLINE std::span<const std::uint8_t> level_as_published() const;

  /// The ranks of all rows.
  const RowRanks& ranks() const { return data_->ranks; }
  /// The classes of all rows.
  const RowClasses& classes() const { return data_->classes; }
  /// The rows of each cohort in the order of their ranks.
  const OrderedRows& order() const { return data_->order; }
  /// Among which rows they are ranked.
  RankedAmong among() const { return data_->among; }

 private:
  struct LevelRows;
  struct Data {
    RowRanks ranks;
    RowClasses classes;
    OrderedRows order;
    RankedAmong among;
    std::shared_ptr<LevelRows> levels;
  };
  std::shared_ptr<const Data> data_;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/ranked.ipp>
#endif
