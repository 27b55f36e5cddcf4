#pragma once
#include <chiso/score/tally.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE int128 counted_quanta(const Tally& tally, const PublishDraft& publish) {
  const auto sum = int128{tally.achieved} + tally.bonus - tally.penalty;
  if (sum < 0) return 0;
  return sum > tally.applicable && !publish.may_exceed_100 ? tally.applicable : sum;
}
CHISO_INLINE std::optional<Ratio> exact_index(const Tally& tally, const PublishDraft& publish) {
  if (tally.applicable == 0) return {};
  return Ratio{100 * counted_quanta(tally, publish), tally.applicable};
}
CHISO_INLINE std::optional<Index> index_of(const Tally& tally, const PublishDraft& publish) {
  const auto exact = exact_index(tally, publish);
  if (!exact) return {};
  return Index(reduced(exact->num, exact->den), publish.decimals, publish.rounding);
}
}
