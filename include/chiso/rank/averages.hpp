#pragma once
#include <chiso/core/build.hpp>
#include <chiso/rank/ranked.hpp>
#include <chiso/rank/ranks.hpp>
#include <optional>
#include <span>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The averages of one cohort's ranked rows, correctly rounded as the model publishes; empty if nobody is ranked.
struct Averages {
  std::optional<Decimal> mean_index{};  ///< The mean of the exact indices: every unit has the same weight.
  /// The scale (100) x the sum of (achieved + bonus - penalty), each held as the index is, / the sum of applicable: every applicable point
  /// has the same weight.
  std::optional<Decimal> pooled_index{};
  std::optional<Decimal> coverage{};  ///< Of the ranked rows together: 100 x the points that are known / the points that are asked.
};
/// One for each cohort, in the order of ResolvedEvidence::cohorts(). O(rows).
CHISO_INLINE std::vector<Averages> averages(const Ranked& ranked);
/// The same of what the ranks are by: if by a criterion, of its indices. O(rows), and columns_of if the criterion was not kept.
CHISO_INLINE std::vector<Averages> averages(const Ranks& ranks);

/// The mean of exact indices (not negative; denominators below 2^63), rounded once. `indices` must not be empty. O(n), unless the mean
/// lies on the very edge of rounding and indices have many denominators that share no factors.
CHISO_INLINE Decimal mean(std::span<const Ratio> indices, const PublishDraft& publish);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/averages.ipp>
#endif
