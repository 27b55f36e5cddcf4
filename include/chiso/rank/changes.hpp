#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/rational.hpp>
#include <chiso/rank/ranking.hpp>
#include <chiso/rank/ranks.hpp>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// How a unit moved between two rankings (SPEC 6.4). Its rows are in the old and the new scores; the view lives as long as the new ones.
struct Change {
  std::string_view unit{};
  std::size_t old_row = 0, new_row = 0;
  bool moved = false;  ///< It was in another block than the old selection's: its old rank is one among others.
  std::optional<std::size_t> old_rank{}, new_rank{};
  std::optional<std::int64_t> places{};       ///< Old rank - new rank: positive is up. Empty where either has none, or it moved.
  std::optional<Rational> points{};           ///< Difference of the exact indices, in percentage points. Empty where either has none.
  std::optional<Decimal> published_points{};  ///< Difference of the published indices.
};
/// The units of the new selection that have a row in the old one's period and track, whatever their block was then; by new rank, those
/// without one last, ties and these by unit. An incomplete row has its index (SPEC 6.5), so its change has points, but no places.
/// Selections may be of one table or of two; models may differ. @throws ShapeError naming what does not occur. O(rows log rows).
CHISO_INLINE std::vector<Change> changes(const Scores& old_scores, const Selection& old_selection, const Scores& new_scores,
                                         const Selection& new_selection);
/// The same from ranks by the model that are there already; O(rows of the new selection x log rows).
CHISO_INLINE std::vector<Change> changes(const Ranks& old_ranks, const Selection& old_selection, const Ranks& new_ranks,
                                         const Selection& new_selection);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/changes.ipp>
#endif
