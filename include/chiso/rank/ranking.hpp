#pragma once
#include <chiso/core/build.hpp>
#include <chiso/rank/ranked.hpp>
#include <chiso/score/scores.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Which rows are ranked together: one block, period and track. Empty names mean the unnamed block or period, and the last track.
struct Selection {
  std::string block{};   ///< The name of the block.
  std::string period{};  ///< The name of the period.
  std::string track{};   ///< The name of the track.
};
/// The place of a selection among the cohorts of the scores. @throws UnknownNameError naming what does not occur.
CHISO_INLINE std::size_t cohort_of(const Scores& scores, const Selection& selection);

/// One ranked row.
struct RankedRow {
  std::size_t rank = 0;         ///< As the model's `ties` counts.
  std::size_t row = 0;          ///< In the scores.
  std::string_view unit{};      ///< The name of the unit.
  Index index;                  ///< The index of the model.
  std::string_view class_id{};  ///< Empty if there is none.
};
/// The ranked rows of a selection, if none is given of the unnamed block and period in the last track, best first; ties in the order of the
/// unit's bytes. @throws UnknownNameError naming what does not occur. The views live as long as the scores. O(ranked rows).
CHISO_INLINE std::vector<RankedRow> ranking(const Ranked& ranked, const Selection& selection = {});
/// The same for scores that are not ranked yet. O(rows log rows).
CHISO_INLINE std::vector<RankedRow> ranking(const Scores& scores, const Selection& selection = {});
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/ranking.ipp>
#endif
