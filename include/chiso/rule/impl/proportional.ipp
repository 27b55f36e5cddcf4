#pragma once
#include <algorithm>
#include <chiso/rule/proportional.hpp>

namespace chiso::inline CHISO_BUILD {
namespace rules {
CHISO_INLINE void Proportional::check(const RuleContext& in) const {
  if (zero_at == full_at) in.problem("full_at", problems::proportional_ends, {full_at.text()});
  if (floor && (*floor < (std::min)(zero_at, full_at) || *floor > (std::max)(zero_at, full_at)))
    in.problem("floor", problems::proportional_floor, {floor->text()});
}

CHISO_INLINE Shape Proportional::lower(const RuleContext& in) const {
  const auto slope = Rational(in.max.quanta) / (Rational(full_at) - Rational(zero_at));
  shapes::AffineClamp out{
      .value = in.program(value), .slope = slope, .offset = -(slope * Rational(zero_at)), .least = {}, .most = in.max, .floor = {}};
  if (floor) out.floor = shapes::AffineClamp::Floor{*floor, full_at > zero_at};
  return out;
}
}
}
