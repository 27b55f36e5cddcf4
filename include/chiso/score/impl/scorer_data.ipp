#pragma once
#include <algorithm>
#include <chiso/score/impl/effect.ipp>
#include <chiso/score/impl/veto_limits.ipp>
#include <chiso/score/scorer.hpp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What the copies of a scorer share.
struct Scorer::Data {
  CHISO_INLINE explicit Data(Model of) : model(std::move(of)), dependencies(model), vetoes(model) {
    for (const auto node : model.items()) effects.push_back(effects_of(model.nodes()[node]));
  }
  Model model;
  Dependencies dependencies;
  VetoLimits vetoes;
  std::vector<Effects> effects{};  // by item
};

/// Makes of the sums of a group's children what the group achieves, and what is applicable with it (SPEC 5). A scaled group is rounded half
/// up. Of a group with `one_of` only one child has been added.
CHISO_INLINE void count_group(const Criterion& group, std::int64_t& achieved, std::int64_t& applicable) {
  const auto points = group.points.quanta;
  switch (group.grouping) {
    case Grouping::sum:
    case Grouping::one_of: return;
    case Grouping::scaled:
      if (applicable == 0) return;
      achieved = static_cast<std::int64_t>((2 * int128{points} * achieved + applicable) / (2 * int128{applicable}));
      applicable = points;
      return;
    case Grouping::limited:
      applicable = (std::min)(applicable, points);
      achieved = (std::max)((std::min)(achieved, points), (std::min)(group.at_least.quanta, applicable));
      return;
  }
}
}
