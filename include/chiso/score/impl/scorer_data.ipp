#pragma once
#include <chiso/score/grouping.hpp>
#include <chiso/score/impl/effect.ipp>
#include <chiso/score/scorer.hpp>
#include <cstdint>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What the copies of a scorer share.
struct Scorer::Data {
  CHISO_INLINE explicit Data(Model of) : model(std::move(of)), dependencies(model) {
    for (const auto node : model.items()) {
      const auto& item = model.nodes()[node];
      effects.push_back(effects_of(item));
      bool may_be_outside = item.is_leaf() && !item.tracks.empty();
      for (auto at = item.parent; at != Criterion::none; at = model.nodes()[at].parent)
        may_be_outside = may_be_outside || model.nodes()[at].grouping == Grouping::one_of;
      outside_somewhere.push_back(may_be_outside ? 1 : 0);
    }
  }
  Model model;
  Dependencies dependencies;
  std::vector<Effects> effects{};                 // by item
  std::vector<std::uint8_t> outside_somewhere{};  // by item: whether there can be rows in which it does not count
};
}
