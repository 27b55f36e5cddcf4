#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/decimal.hpp>
#include <chiso/rule/rule.hpp>

namespace chiso::inline CHISO_BUILD {
/// Two numbers of points, the most that a rule can earn: before, and from now on.
struct PointsChange {
  Decimal before;  ///< Above 0.
  Decimal now;     ///< Above 0.
};
/// Brings everything that a rule says in points (of tiers, options and parts, `base`, `add`, `each`, `cap`, `at_least`) to another
/// most, in proportion, each rounded half up to whole quanta. What the rule measures and compares stays, so that it earns the same share of
/// its points, but for that rounding. A value that is points itself (`given`) is multiplied, exactly, and held to the points, since it then
/// is more than a measure. O(size of the rule).
CHISO_INLINE void scale_points(Rule& rule, const PointsChange& change, int point_decimals);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/scale_points.ipp>
#endif
