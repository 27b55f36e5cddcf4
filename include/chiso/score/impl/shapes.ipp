#pragma once
#include <algorithm>
#include <chiso/expr/evaluate.hpp>
#include <chiso/score/impl/shape_bounds.ipp>
#include <chiso/score/shapes.hpp>

namespace chiso::inline CHISO_BUILD {
namespace detail {
CHISO_INLINE Rational exact_quanta(Points points) { return Rational(points.quanta); }

/// One row of a shape. The meaning of the shapes is written twice, for tiles and for single rows, so that tests can compare the two.
struct ShapeRow {
  const Batch& batch;
  std::size_t row;

  CHISO_INLINE RuleResult measured(const Program& program) const {
    RuleResult out;
    out.value = evaluate(program, batch, row);
    out.points.state = out.value->state;
    return out;
  }
  /// Clamps the points of a rule, and notes in the result that it did.
  CHISO_INLINE static void clamp_points(RuleResult& out, Rational points, Points least, Points most) {
    out.reason.at_most = points > exact_quanta(most);
    out.reason.at_least = points < exact_quanta(least);
    out.points.value = out.reason.at_most ? exact_quanta(most) : out.reason.at_least ? exact_quanta(least) : std::move(points);
  }

  CHISO_INLINE RuleResult operator()(const shapes::Lookup& shape) const {
    auto out = measured(shape.value);
    if (out.points.state != State::value) return out;
    out.reason.option = static_cast<std::size_t>(out.value->value.nearest_whole());
    out.points.value = exact_quanta(shape.points[*out.reason.option]);
    return out;
  }
  CHISO_INLINE RuleResult operator()(const shapes::Bands& shape) const {
    auto out = measured(shape.value);
    if (out.points.state != State::value) return out;
    const auto order_to = [&](const Decimal& number) { return out.value->value <=> Rational(number); };
    const auto band =
        std::find_if(shape.bands.begin(), shape.bands.end(), [&](const shapes::Bands::Band& b) { return holds(b.range, order_to); });
    out.reason.tier = static_cast<std::size_t>(band - shape.bands.begin());
    out.points.value = exact_quanta(band->points);
    return out;
  }
  CHISO_INLINE RuleResult operator()(const shapes::AffineClamp& shape) const {
    auto out = measured(shape.value);
    if (out.points.state != State::value) return out;
    const auto& value = out.value->value;
    if (shape.floor) {
      const auto order = value <=> Rational(shape.floor->at);
      out.reason.short_of_floor = shape.floor->rising ? order < 0 : order > 0;
    }
    if (!out.reason.short_of_floor) clamp_points(out, shape.slope * value + shape.offset, shape.least, shape.most);
    return out;
  }
  CHISO_INLINE RuleResult operator()(const shapes::Steps& shape) const {
    auto out = measured(shape.value);
    if (out.points.state != State::value) return out;
    const auto beyond = shape.slope * out.value->value + shape.offset;
    if (beyond.sign() <= 0)
      out.points.value = exact_quanta(shape.base);
    else
      clamp_points(out, exact_quanta(shape.base) + exact_quanta(shape.add) * beyond.floor(), Points{0}, shape.cap);
    return out;
  }
  CHISO_INLINE RuleResult operator()(const shapes::Target& shape) const {
    auto out = measured(shape.value);
    const auto target = evaluate(shape.target, batch, row), leader = evaluate(shape.leader, batch, row);
    out.points.state = strongest(out.points.state, strongest(target.state, leader.state));
    if (out.points.state != State::value) return out;
    const auto &value = out.value->value, &at = target.value;
    const auto half = Rational(shape.most.quanta, 2);
    if (at.sign() <= 0) return out;
    if (value < at)
      out.points.value = value.sign() > 0 ? half * value / at : Rational(0);
    else if (value == leader.value)
      out.points.value = exact_quanta(shape.most);
    else
      out.points.value = half + half * (value - at) / (leader.value - at);
    return out;
  }
  CHISO_INLINE RuleResult operator()(const shapes::Combine& shape) const {
    RuleResult out;
    State state = State::value;
    Rational sum;
    std::optional<Rational> best;
    for (std::size_t i = 0; i < shape.parts.size(); ++i) {
      auto part = evaluate(shape.parts[i], batch, row);
      if (const auto& counts = shape.of_part[i].in(part.points.state)) {
        part.reason.counted_in = part.points.state;
        part.points = {State::value, exact_quanta(*counts)};
      }
      state = strongest(state, part.points.state);
      if (part.points.state == State::value) {
        sum = sum + part.points.value;
        if (!best || part.points.value > *best) {
          best = part.points.value;
          out.reason.part = i;
        }
      }
      out.reason.parts.push_back(std::move(part));
    }
    if (shape.by == shapes::Combine::By::largest) {
      if (best)
        clamp_points(out, *best, Points{0}, shape.most);
      else
        out.points.state = state;
      return out;
    }
    out.reason.part.reset();
    out.points.state = state;
    const bool deducted = shape.by == shapes::Combine::By::deducted;
    if (state == State::value) clamp_points(out, deducted ? exact_quanta(shape.most) - sum : sum, shape.least, shape.most);
    return out;
  }
};
}
CHISO_INLINE RuleResult evaluate(const Shape& shape, const Batch& batch, std::size_t row) {
  auto out = std::visit(detail::ShapeRow{batch, row}, static_cast<const AnyShape&>(shape));
  if (shape.measured) out.value = evaluate(*shape.measured, batch, row);
  return out;
}
}
