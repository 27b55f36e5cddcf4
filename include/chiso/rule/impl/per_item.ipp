#pragma once
#include <chiso/rule/per_item.hpp>

namespace chiso::inline CHISO_BUILD {
namespace rules {
CHISO_INLINE void PerItem::check(const RuleContext& in) const { in.points_above_zero("each", each); }

CHISO_INLINE Shape PerItem::lower(const RuleContext& in) const {
  return shapes::AffineClamp{.value = in.program(value),
                             .slope = Rational(in.points_above_zero("each", each)->quanta),
                             .offset = {},
                             .least = {},
                             .most = in.max,
                             .floor = {}};
}
}
}
