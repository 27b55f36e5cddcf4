#pragma once
#include <chiso/score/tally.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::optional<Ratio> exact_index(const Tally& tally, const PublishDraft& publish) {
  if (tally.applicable == 0) return {};
  int128 earned = int128{tally.achieved} + tally.bonus - tally.penalty;
  if (earned < 0) earned = 0;
  if (earned > tally.applicable && !publish.may_exceed_100) earned = tally.applicable;
  return Ratio{100 * earned, tally.applicable};
}
CHISO_INLINE std::optional<Index> index_of(const Tally& tally, const PublishDraft& publish) {
  const auto exact = exact_index(tally, publish);
  if (!exact) return {};
  return Index(reduced(exact->num, exact->den), publish.decimals, publish.rounding);
}
}
