#pragma once
#include <chiso/expr/interval.hpp>
#include <chiso/rule/given.hpp>

namespace chiso::inline CHISO_BUILD {
namespace rules {
CHISO_INLINE void Given::check(const RuleContext& in) const {
  if (clamp) return;
  const auto program = in.program(value);
  const auto most = as_decimal(in.max, in.point_decimals);
  if (program.nodes.size() == 1 && program.nodes[0].op == Op::measure) {
    const auto& measure = in.measures[static_cast<std::size_t>(program.nodes[0].index)];
    const auto least = measure.type == MeasureType::count && !measure.min ? std::optional<Decimal>(0) : measure.min;
    if (least && measure.max && *least >= Decimal(0) && *measure.max <= most) return;
    constexpr Words no_min{"{0}, which has no min", "{0}, chưa có min"}, no_max{"{0}, which has no max", "{0}, chưa có max"},
        neither{"{0}, which has no min and no max", "{0}, chưa có min và max"};
    const auto* absent = least ? (measure.max ? nullptr : &no_max) : measure.max ? &no_min : &neither;
    if (absent) return in.problem("value", problems::given_range, {Argument(*absent, {value.text}), most.text()});
  }
  const auto step = in.report.step("value");
  auto& problem = in.report.add(problems::given_range, {value.text, most.text()});
  // Only a plain measure needs no clamp; where the range of an expression is known, that is a formality.
  constexpr Words formality{"\"clamp\": true, which changes nothing, since the value is always within 0 and {0}",
                            "\"clamp\": true, không làm thay đổi điểm vì giá trị luôn từ 0 đến {0}"};
  const auto known = interval_of(program, in.measures, in.derived);
  if (!known.empty && known.least && known.most && known.least->sign() >= 0 && *known.most <= Rational(most))
    problem.hint = Argument(formality, {most.text()});
}

CHISO_INLINE Shape Given::lower(const RuleContext& in) const {
  return shapes::AffineClamp{.value = in.program(value),
                             .slope = Rational(Decimal::power(in.point_decimals)),
                             .offset = {},
                             .least = {},
                             .most = in.max,
                             .floor = {}};
}
}
}
