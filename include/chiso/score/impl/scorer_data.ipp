#pragma once
#include <chiso/score/grouping.hpp>
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
}
