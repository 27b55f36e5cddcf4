#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/rational.hpp>
#include <chiso/rank/ranking.hpp>
#include <chiso/rank/row_ranks.hpp>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// How a unit moved between two rankings. Its rows are in the old and the new scores; the view lives as long as the new ones.
struct Change {
  std::string_view unit{};  ///< Its name.
  std::size_t old_row = 0;  ///< Its row in the old scores.
  std::size_t new_row = 0;  ///< Its row in the new scores.
  bool moved = false;  ///< The unit was in another block than the old selection's (or, of all blocks, than it is now), so its old rank is
                       ///< one among other units.
  std::optional<std::size_t> old_rank{};      ///< As the model of the old scores counts; empty for a row without a rank.
  std::optional<std::size_t> new_rank{};      ///< As that of the new ones counts.
  std::optional<std::int64_t> places{};       ///< Old rank - new rank: positive is up. Empty if either row has none, or it moved.
  std::optional<Rational> points{};           ///< The difference of the exact indices, in percentage points. Empty if either row has none.
  std::optional<Decimal> published_points{};  ///< The difference of the published indices.
};
/// What is published as the difference of two published figures, `now` less `before`, with the decimals of the finer:
/// the difference of what is published, which may be another one than the rounded difference of the exact figures. O(1).
CHISO_INLINE Decimal published_difference(const Decimal& now, const Decimal& before);

/// Lists the units of the new selection that have a row in the old one's period and track, whatever their block was then. They are sorted
/// by new rank, units without a rank last, and by unit within these and within ties. An incomplete row has its index, so its
/// change has points, but no places. Selections may be of one table or of two; models may differ. @throws UnknownNameError naming what does
/// not occur. O(rows log rows).
CHISO_INLINE std::vector<Change> changes(const Scores& old_scores, const Selection& old_selection, const Scores& new_scores,
                                         const Selection& new_selection);
/// Does the same from ranks that are known already. O(rows of the new selection x log rows).
CHISO_INLINE std::vector<Change> changes(const RowRanks& old_ranks, const Selection& old_selection, const RowRanks& new_ranks,
                                         const Selection& new_selection);

/// The rows of all blocks in one period and track. Empty names mean the unnamed period, and the last track.
struct PeriodAndTrack {
  std::string period{};  ///< Empty: the unnamed period.
  std::string track{};   ///< Empty: the last track of the model.
};
/// Lists the units of all blocks, one block after the other in the order of their names, each as above. @throws UnknownNameError naming
/// what does not occur. O(rows log rows).
CHISO_INLINE std::vector<Change> changes_of_all_blocks(const RowRanks& old_ranks, const PeriodAndTrack& before, const RowRanks& new_ranks,
                                                       const PeriodAndTrack& now);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/changes.ipp>
#endif
