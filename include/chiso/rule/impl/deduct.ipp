#pragma once
#include <chiso/rule/deduct.hpp>

namespace chiso::inline CHISO_BUILD {
namespace rules {
CHISO_INLINE void Deduct::check(const RuleContext& in) const {
  in.points_above_zero("each", each);
  in.points("at_least", at_least);
}

CHISO_INLINE Shape Deduct::lower(const RuleContext& in) const {
  return shapes::AffineClamp{.value = in.program(value),
                             .slope = Rational(-in.points_above_zero("each", each)->quanta),
                             .offset = Rational(in.max.quanta),
                             .least = *in.points("at_least", at_least),
                             .most = in.max,
                             .floor = {}};
}
}
}
