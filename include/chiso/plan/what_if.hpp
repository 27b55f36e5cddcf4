#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/decimal.hpp>
#include <chiso/evidence/changed_cell.hpp>
#include <chiso/rank/ranked.hpp>
#include <chiso/rank/standings.hpp>
#include <chiso/score/scores.hpp>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// How the other rows are taken with which a changed row is compared.
struct WhatIfOptions {
  /// What is added to the index of every other row, 0 or more, held as the index is: their ranks follow, their classes by index or rank
  /// too. Their points and criteria stay.
  Decimal others{};
};
/// A row with some cells changed.
struct ChangedRow {
  std::size_t row = 0;               ///< In the scores.
  std::vector<ChangedCell> cells{};  ///< What is changed in it.
};
/// What a row would come to.
struct WhatIfResult {
  Tally tally{};                       ///< What it earns in all.
  std::optional<Index> index{};        ///< Empty if nothing is applicable.
  std::optional<std::size_t> rank{};   ///< As the model's `ties` counts; empty for a row that is not ranked.
  std::optional<std::size_t> place{};  ///< 1 + the number of ranked rows strictly above, whatever `ties` says; empty likewise.
  std::string_view class_id{};         ///< Empty if it has none. The view lives as long as the model.
  bool held_back = false;              ///< A quota gave it a lower class than it has otherwise.
  /// Takes rank and class.
  void put(const StandingPlace& of) {
    rank = of.rank;
    place = of.place;
    class_id = of.class_id;
    held_back = of.held_back;
  }
  /// True for equal tallies, ranks, places and classes; the index follows from the tally.
  friend bool operator==(const WhatIfResult& a, const WhatIfResult& b) {
    return a.tally == b.tally && a.rank == b.rank && a.place == b.place && a.class_id == b.class_id && a.held_back == b.held_back;
  }
};

/// What if cells of a row were others: scorecard, index, rank and class as if the table so changed were scored, to the last quantum
/// (docs/guide/what_if.md). What is needed of the other rows of a block is found when it is first asked for, and kept: 44 bytes a
/// ranked row. Immutable but for that, cheap to copy, safe to read from any thread.
///
/// Nothing but the row changes: not its rows of other tracks, which may take cells of this one by fallback, nor of other periods, nor the
/// column `ranked`. A row that the change completes is ranked.
class WhatIf {
 public:
  /// Ranks are found as Standings finds them. @throws ShapeError for a part of a table, whose rows are ranked among those of all parts, and
  /// for `others` below 0.
  CHISO_INLINE explicit WhatIf(const Ranked& ranked, WhatIfOptions options = {});

  /// What a row comes to with cells changed. Of a change that no other row reads: O(expressions that read the cells + nodes above them
  /// + log rows), and once O(rows of the block x log) for each block. Of one that cohort functions read: as scoring its block again, with
  /// those of its period and track, which are taken out of the table once for all changes of a row that follow one another.
  /// @throws ShapeError for cells that do not fit (check_changes).
  CHISO_INLINE WhatIfResult result(std::size_t row, std::span<const ChangedCell> cells) const;
  /// What many rows come to, each by itself, in one call.
  CHISO_INLINE std::vector<WhatIfResult> results(std::span<const ChangedRow> rows) const;
  /// The scorecard of a row with cells changed. O(nodes of expressions), and of a change that cohort functions read O(rows of the block)
  /// for each of them. @throws ShapeError for cells that do not fit.
  CHISO_INLINE Scorecard scorecard(std::size_t row, std::span<const ChangedCell> cells) const;
  /// The same result by scoring the whole table so changed. O(rows x nodes of expressions): to compare with.
  CHISO_INLINE WhatIfResult whole(std::size_t row, std::span<const ChangedCell> cells) const;

  /// The rows as they are.
  CHISO_INLINE const Ranked& ranked() const;
  /// How the other rows are taken.
  CHISO_INLINE const WhatIfOptions& options() const;

 private:
  /// What a row of resolved evidence comes to with cells changed, by scoring all of that evidence.
  CHISO_INLINE WhatIfResult scored_again(const ResolvedEvidence& of, std::size_t row, std::span<const ChangedCell> cells) const;
  friend class WhatIfRow;
  friend class StepsOfRow;
  struct Data;
  std::shared_ptr<const Data> data_;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/plan/impl/what_if.ipp>
#endif
