#pragma once
#include <chiso/rule/between.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace rules {
CHISO_INLINE void Between::check(const RuleContext& in) const {
  if (from > to) in.problem("from", problems::between_ends, {from.text(), to.text()});
  if (fade && *fade <= Decimal(0)) in.problem("fade", problems::between_fade, {fade->text()});
}

CHISO_INLINE Shape Between::lower(const RuleContext& in) const {
  const auto literal = [](const Decimal& number) {
    return Node{.op = Op::literal, .scale = static_cast<std::int8_t>(number.scale()), .digits = static_cast<std::int64_t>(number.digits())};
  };
  // |2 value - from - to| is twice the distance from the middle, on either side; within the range it is at most to - from.
  auto program = in.program(value);
  program.push(literal(2));
  program.push({.op = Op::multiply});
  program.push(literal(from));
  program.push({.op = Op::subtract});
  program.push(literal(to));
  program.push({.op = Op::subtract});
  program.push({.op = Op::absolute});
  if (!fade) {
    program.push(literal(to));
    program.push(literal(from));
    program.push({.op = Op::subtract});
    program.push({.op = Op::less_equal});
    program.type = Type::truth;
    return shapes::Lookup{std::move(program), {Points{0}, in.max}};
  }
  const auto slope = Rational(in.max.quanta) / (Rational(2) * Rational(*fade));
  return shapes::AffineClamp{.value = std::move(program),
                             .slope = -slope,
                             .offset = Rational(in.max.quanta) + slope * (Rational(to) - Rational(from)),
                             .least = {},
                             .most = in.max,
                             .floor = {}};
}
}
}
