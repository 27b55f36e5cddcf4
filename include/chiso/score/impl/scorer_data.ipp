#pragma once
#include <chiso/score/impl/effect.ipp>
#include <chiso/score/scorer.hpp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What the copies of a scorer share.
struct Scorer::Data {
  CHISO_INLINE explicit Data(Model of) : model(std::move(of)), dependencies(model) {
    for (const auto node : model.items()) effects.push_back(effects_of(model.nodes()[node]));
  }
  Model model;
  Dependencies dependencies;
  std::vector<Effects> effects{};  // by item
};

/// The points of a scaled group: most x achieved / applicable, rounded half up; 0 if nothing is applicable.
CHISO_INLINE Points scaled_points(Points most, std::int64_t achieved, std::int64_t applicable) {
  if (applicable == 0) return {};
  return {static_cast<std::int64_t>((2 * int128{most.quanta} * achieved + applicable) / (2 * int128{applicable}))};
}
}
