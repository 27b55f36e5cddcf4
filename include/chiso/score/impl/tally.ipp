#pragma once
#include <chiso/score/tally.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::optional<Index> index_of(const Tally& tally, const PublishDraft& publish) {
  const auto exact = exact_index(tally, publish);
  if (!exact) return {};
  return Index(reduced(exact->num, exact->den), publish.decimals, publish.rounding);
}
CHISO_INLINE Decimal published(Points points, const Model& model) {
  const auto& publish = model.publish();
  return rounded({points.quanta, Decimal::power(model.point_decimals())}, publish.point_decimals(), publish.rounding);
}
}
