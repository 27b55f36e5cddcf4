#pragma once
#include <chiso/core/build.hpp>
#include <chiso/rank/ranked.hpp>
#include <chiso/rank/ranks.hpp>
#include <optional>
#include <span>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The averages of one cohort's ranked rows, correctly rounded as the model publishes (SPEC 6.3); empty if nobody is ranked. The mean
/// gives every unit the same weight; the pooled index gives every applicable point the same.
struct Averages {
  std::optional<Decimal> mean_index{};
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
