#pragma once
#include <chiso/rule/steps.hpp>

namespace chiso::inline CHISO_BUILD {
namespace rules {
CHISO_INLINE void Steps::check(const RuleContext& in) const {
  if (every <= Decimal(0)) in.problem("every", problems::steps_every, {every.text()});
  in.points_above_zero("add", add);
  const auto least = in.points("base", base);
  const auto most = cap ? in.points("cap", *cap) : in.max;
  if (least && most && *least > *most) in.problem("base", problems::steps_base, {base.text(), as_decimal(*most, in.point_decimals).text()});
}

CHISO_INLINE Shape Steps::lower(const RuleContext& in) const {
  const auto slope = Rational(1) / Rational(every);
  return shapes::Steps{.value = in.program(value),
                       .slope = slope,
                       .offset = -(slope * Rational(from)),
                       .base = *in.points("base", base),
                       .add = *in.points_above_zero("add", add),
                       .cap = cap ? *in.points("cap", *cap) : in.max};
}
}
}
