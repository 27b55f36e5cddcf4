#pragma once
#include <algorithm>
#include <chiso/rule/most_points.hpp>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// The most quanta of each shape, before rounding; it looks at whichever end of the values gives more.
struct MostPoints {
  const Measures& measures;
  const Derived& derived;

  CHISO_INLINE Interval values(const Program& program) const { return interval_of(program, measures, derived); }
  CHISO_INLINE static Rational quanta(Points points) { return Rational(points.quanta); }

  CHISO_INLINE Rational operator()(const shapes::Lookup& shape) const {
    const auto value = values(shape.value);
    Points out;
    for (std::size_t i = 0; i < shape.points.size(); ++i) {
      const Rational place(static_cast<std::int64_t>(i));
      const bool can_be = !value.empty && !(value.least && place < *value.least) && !(value.most && place > *value.most);
      if (can_be) out = (std::max)(out, shape.points[i]);
    }
    return quanta(out);
  }
  CHISO_INLINE Rational operator()(const shapes::Bands& shape) const {
    std::vector<Range> ranges;
    for (const auto& band : shape.bands) ranges.push_back(band.range);
    const auto can_hold = reachable(ranges, values(shape.value));
    Points out;
    for (std::size_t i = 0; i < ranges.size(); ++i)
      if (can_hold[i]) out = (std::max)(out, shape.bands[i].points);
    return quanta(out);
  }
  CHISO_INLINE Rational operator()(const shapes::AffineClamp& shape) const {
    const auto value = values(shape.value);
    if (value.empty) return {};
    const bool rising = shape.slope.sign() > 0;
    const auto& best = rising ? value.most : value.least;
    if (!best) return quanta(shape.most);
    if (shape.floor && (shape.floor->rising ? *best < Rational(shape.floor->at) : *best > Rational(shape.floor->at))) return {};
    return std::clamp(shape.slope * *best + shape.offset, quanta(shape.least), quanta(shape.most));
  }
  CHISO_INLINE Rational operator()(const shapes::Steps& shape) const {
    const auto value = values(shape.value);
    if (value.empty) return {};
    if (!value.most) return quanta(shape.cap);
    const auto line = shape.slope * *value.most + shape.offset;
    if (line.sign() <= 0) return quanta(shape.base);
    return (std::min)(quanta(shape.cap), quanta(shape.base) + quanta(shape.add) * line.floor());
  }
  CHISO_INLINE Rational operator()(const shapes::Target& shape) const {
    const auto value = values(shape.value), target = values(shape.target);
    if (value.empty || target.empty || (target.most && target.most->sign() <= 0)) return {};
    const bool falls_short = value.most && target.least && target.least->sign() > 0 && *value.most < *target.least;
    if (!falls_short) return quanta(shape.most);
    return quanta(shape.most) / Rational(2) * (std::max)(*value.most, Rational(0)) / *target.least;
  }
  CHISO_INLINE Rational operator()(const shapes::Combine& shape) const {
    Rational largest, sum;
    if (shape.by == shapes::Combine::By::deducted) return quanta(shape.most);  // where nothing is deducted
    for (std::size_t i = 0; i < shape.parts.size(); ++i) {
      Rational most = std::visit(*this, static_cast<const AnyShape&>(shape.parts[i]));
      for (const auto& counts : shape.of_part[i].counts)
        if (counts) most = (std::max)(most, quanta(*counts));
      largest = (std::max)(largest, most);
      sum = sum + most;
    }
    return shape.by == shapes::Combine::By::sum ? (std::min)(sum, quanta(shape.most)) : largest;
  }
};
}

CHISO_INLINE Points most_points(const Shape& shape, const Measures& measures, const Derived& derived) {
  const Rational quanta = std::visit(detail::MostPoints{measures, derived}, static_cast<const AnyShape&>(shape));
  return {quanta.nearest_whole()};
}
}
