#pragma once
#include <chiso/score/grouping.hpp>

namespace chiso::inline CHISO_BUILD {
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
    case Grouping::limited: return limit_group(points, group.at_least.quanta, achieved, applicable);
  }
}
}
