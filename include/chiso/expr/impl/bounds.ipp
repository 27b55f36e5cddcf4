#pragma once
#include <algorithm>
#include <array>
#include <chiso/expr/bounds.hpp>

namespace chiso::inline CHISO_BUILD {
namespace detail {
using saturating::add;
using saturating::multiply;

/// Factors that bring two uniform denominators to their least common multiple, which is returned.
CHISO_INLINE uint128 common_denominator(const Extent& a, const Extent& b, Step& step) {
  step.uniform = true;
  if (a.den == b.den) return a.den;
  const auto shared = gcd(a.den, b.den);
  step.left = b.den / shared;
  step.right = a.den / shared;
  return multiply(a.den, step.left);
}
CHISO_INLINE Extent of_column(const Column& column) {
  return {.num = (std::max)(magnitude_of(column.least), magnitude_of(column.most)),
          .den = static_cast<uint128>(Decimal::power(column.decimals)),
          .stateless = column.states.empty(),
          .negative = column.least < 0};
}
CHISO_INLINE Extent of_cohort(const CohortColumn& column) {
  Extent out{.uniform = false, .negative = true};
  for (const auto& outcome : column.of_group) {
    if (outcome.state != State::value) {
      out.stateless = false;
      continue;
    }
    const auto value = outcome.value.as_ratio();
    if (!value) return {.num = ~uint128{0}, .den = ~uint128{0}, .uniform = false, .stateless = false, .negative = true};
    out.num = (std::max)(out.num, magnitude_of(value->num));
    out.den = (std::max)(out.den, static_cast<uint128>(value->den));
  }
  return out;
}
/// a x scale / b. A literal divisor leaves the denominator uniform.
CHISO_INLINE Extent quotient_extent(const Extent& a, const Extent& b, uint128 scale, Step& step) {
  Extent out;
  if (a.uniform && b.uniform) {
    step.uniform = true;
    const auto shared = gcd(multiply(scale, b.den), a.den);
    step.left = multiply(scale, b.den) / shared;
    step.right = a.den / shared;
    out.num = multiply(a.num, step.left);
    out.den = multiply(b.num, step.right);
  } else {
    out.num = multiply(scale, multiply(a.num, b.den));
    out.den = multiply(a.den, b.num);
  }
  out.uniform = a.uniform && b.literal && b.num != 0;
  out.den = (std::max)(out.den, uint128{1});
  out.stateless = a.stateless && b.literal && b.num != 0;
  out.negative = a.negative || b.negative;
  return out;
}
CHISO_INLINE Extent selected(const Extent& a, const Extent& b) {
  return {.num = (std::max)(a.num, b.num),
          .den = (std::max)(a.den, b.den),
          .uniform = a.uniform && b.uniform && a.den == b.den,
          .stateless = a.stateless && b.stateless,
          .negative = a.negative || b.negative};
}
}

CHISO_INLINE Bounds bounds(const Program& program, const Batch& batch, std::pmr::memory_resource* memory) {
  using detail::common_denominator;
  using saturating::add;
  using saturating::multiply;
  Bounds out{.steps = std::pmr::vector<Step>(memory)};
  out.steps.resize(program.nodes.size());
  std::array<std::uint32_t, 260> stack;  // for each place on the stack, the step that left its result there
  for (std::size_t i = 0; i < program.nodes.size(); ++i) {
    const Node& node = program.nodes[i];
    Step& step = out.steps[i];
    Extent& e = step.result;
    const auto count = operands(node.op);
    const auto operand = [&](int k) -> const Extent& {
      return out.steps[count > k ? stack[node.slot + static_cast<std::size_t>(k)] : i].result;
    };
    const Extent &a = operand(0), &b = operand(1), &c = operand(2);
    const auto peak = [&](uint128 value) { out.peak = (std::max)(out.peak, value); };
    const auto crossed = [&](const Extent& x, const Extent& y) { peak((std::max)(multiply(x.num, y.den), multiply(y.num, x.den))); };
    switch (node.op) {
      case Op::literal:
        e = {.num = magnitude_of(node.digits), .den = static_cast<uint128>(Decimal::power(node.scale)), .literal = true};
        break;
      case Op::option:
      case Op::date: e = {.num = static_cast<uint128>(node.index), .literal = true}; break;
      case Op::measure: e = detail::of_column(batch.measures[static_cast<std::size_t>(node.index)]); break;
      case Op::previous_measure: e = detail::of_column(batch.previous[static_cast<std::size_t>(node.index)]); break;
      case Op::cohort: e = detail::of_cohort(batch.cohorts[static_cast<std::size_t>(node.index)]); break;
      case Op::parameter: e = detail::of_cohort(batch.parameters[static_cast<std::size_t>(node.index)]); break;
      case Op::below: e = detail::of_cohort(batch.below[static_cast<std::size_t>(node.index)]); break;
      case Op::previous_below: e = detail::of_cohort(batch.previous_below[static_cast<std::size_t>(node.index)]); break;
      case Op::previous_parameter: e = detail::of_cohort(batch.previous_parameters[static_cast<std::size_t>(node.index)]); break;
      case Op::negate:
      case Op::absolute:
        e = a;
        e.literal = false;
        e.negative = node.op == Op::negate;
        break;
      case Op::floor:
        e = {.num = a.uniform ? add(a.num / a.den, 1) : a.num, .stateless = a.stateless, .negative = a.negative};
        peak(add(a.num, a.den));
        break;
      case Op::round: {
        const auto power = static_cast<uint128>(Decimal::power(node.scale));
        const auto whole = multiply(a.num, power);
        e = {.num = a.uniform ? add(whole / a.den, 1) : whole, .den = power, .stateless = a.stateless, .negative = a.negative};
        peak(add(multiply(whole, 2), multiply(a.den, 2)));
        break;
      }
      case Op::negation: e = {.num = 1, .stateless = a.stateless}; break;
      case Op::is_missing:
      case Op::is_applicable: e = {.num = 1}; break;
      case Op::previous:
        e = a;
        e.literal = false;
        e.stateless = false;
        break;
      case Op::add:
      case Op::subtract:
      case Op::days:
        e.stateless = a.stateless && b.stateless;
        e.uniform = a.uniform && b.uniform;
        e.negative = a.negative || b.negative || node.op != Op::add;
        if (e.uniform) {
          e.den = common_denominator(a, b, step);
          e.num = add(multiply(a.num, step.left), multiply(b.num, step.right));
        } else {
          e.den = multiply(a.den, b.den);
          e.num = add(multiply(a.num, b.den), multiply(b.num, a.den));
        }
        break;
      case Op::multiply:
        step.uniform = a.uniform && b.uniform;
        e = {.num = multiply(a.num, b.num),
             .den = multiply(a.den, b.den),
             .uniform = step.uniform,
             .stateless = a.stateless && b.stateless,
             .negative = a.negative || b.negative};
        break;
      case Op::divide: e = detail::quotient_extent(a, b, 1, step); break;
      case Op::percent: e = detail::quotient_extent(a, b, 100, step); break;
      case Op::minimum:
      case Op::maximum:
        e.stateless = a.stateless && b.stateless;
        e.uniform = a.uniform && b.uniform;
        e.negative = a.negative || b.negative;
        if (e.uniform) {
          e.den = common_denominator(a, b, step);
          e.num = (std::max)(multiply(a.num, step.left), multiply(b.num, step.right));
        } else {
          e.den = (std::max)(a.den, b.den);
          e.num = (std::max)(a.num, b.num);
          crossed(a, b);
        }
        break;
      case Op::less:
      case Op::less_equal:
      case Op::greater:
      case Op::greater_equal:
      case Op::equal:
      case Op::not_equal:
        e = {.num = 1, .stateless = a.stateless && b.stateless};
        if (a.uniform && b.uniform) {
          common_denominator(a, b, step);
          peak((std::max)(multiply(a.num, step.left), multiply(b.num, step.right)));
        } else {
          crossed(a, b);
        }
        break;
      case Op::both:
      case Op::either: e = {.num = 1, .stateless = a.stateless && b.stateless}; break;
      case Op::coalesce:
        e = detail::selected(a, b);
        e.stateless = a.stateless;
        break;
      case Op::choose:
        e = detail::selected(b, c);
        e.stateless = a.stateless && e.stateless;
        break;
      case Op::clamp:
        e = detail::selected(detail::selected(a, b), c);
        e.stateless = false;
        e.uniform = false;
        crossed(a, b), crossed(a, c), crossed(b, c);
        break;
      case Op::tick_none: e = {.num = 0, .den = 1, .uniform = false}; break;
      case Op::tick: e = {.num = add(a.num, 1), .den = add(a.den, 1), .uniform = false, .stateless = a.stateless && b.stateless}; break;
      case Op::ticked_share: e = {.num = a.num, .den = a.den, .uniform = false, .stateless = a.stateless}; break;
      case Op::ticked_count: e = {.num = a.num, .stateless = a.stateless}; break;
    }
    peak((std::max)(e.num, e.den));
    stack[node.slot] = static_cast<std::uint32_t>(i);  // a checklist or survey of a model may have more than 65,535
  }
  return out;
}
}
