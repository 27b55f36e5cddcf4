#pragma once
#include <algorithm>
#include <chiso/score/impl/affine.ipp>
#include <chiso/score/shapes.hpp>

namespace chiso::inline CHISO_BUILD {
namespace detail {
using saturating::add;
using saturating::multiply;
CHISO_INLINE uint128 quanta_of(Points points) { return magnitude_of(points.quanta); }

/// Bounds one shape whose programs are already bounded.
struct ShapeBounder {
  const Batch& batch;
  std::pmr::memory_resource* memory;
  ShapeBounds& out;

  CHISO_INLINE void peak(uint128 value) { out.peak = (std::max)(out.peak, value); }
  CHISO_INLINE const Extent& program(const Program& p) {
    const auto& bounded = out.programs.emplace_back(bounds(p, batch, memory));
    peak(bounded.peak);
    return bounded.result();
  }
  /// Allows for the comparison of a decimal with a value.
  CHISO_INLINE void compared(const Extent& value, const Decimal& with) {
    peak(multiply(value.num, static_cast<uint128>(Decimal::power(with.scale()))));
    peak(multiply(magnitude_of(with.digits()), value.den));
  }

  CHISO_INLINE void operator()(const shapes::Lookup& shape) {
    const auto& value = program(shape.value);
    out.points.stateless = value.stateless;
    for (const auto& points : shape.points) out.points.num = (std::max)(out.points.num, quanta_of(points));
  }
  CHISO_INLINE void operator()(const shapes::Bands& shape) {
    const auto& value = program(shape.value);
    out.points.stateless = value.stateless;
    for (const auto& band : shape.bands) {
      out.points.num = (std::max)(out.points.num, quanta_of(band.points));
      if (band.range.lower) compared(value, band.range.lower->at);
      if (band.range.upper) compared(value, band.range.upper->at);
    }
  }
  CHISO_INLINE void operator()(const shapes::AffineClamp& shape) {
    const auto& value = program(shape.value);
    const auto line = integers(shape.slope, shape.offset);
    if (!line) return peak(~uint128{0});
    const auto den = multiply(magnitude_of(line->divisor), value.den);
    const auto most = multiply(quanta_of(shape.most), den);
    out.points = {.num = most, .den = den, .uniform = value.uniform, .stateless = value.stateless};
    peak(add(multiply(magnitude_of(line->slope), value.num), multiply(magnitude_of(line->offset), value.den)));
    peak(most);
    if (shape.floor) compared(value, shape.floor->at);
  }
  CHISO_INLINE void operator()(const shapes::Steps& shape) {
    const auto& value = program(shape.value);
    const auto line = integers(shape.slope, shape.offset);
    if (!line) return peak(~uint128{0});
    out.points = {.num = quanta_of(shape.cap), .stateless = value.stateless};
    peak(add(multiply(magnitude_of(line->slope), value.num), multiply(magnitude_of(line->offset), value.den)));
    peak(multiply(2, multiply(magnitude_of(line->divisor), value.den)));
    peak(add(multiply(2, quanta_of(shape.cap)), multiply(2, quanta_of(shape.add))));
  }
  CHISO_INLINE void operator()(const shapes::Target& shape) {
    const Extent v = program(shape.value), t = program(shape.target), leader = program(shape.leader);
    // Both branches of the kernel are computed for every row: products across the three denominators.
    const auto dens = multiply(v.den, multiply(t.den, leader.den));
    const auto up = multiply(add(multiply(v.num, leader.den), multiply(leader.num, v.den)), t.den);
    const auto twice = multiply(2, multiply(t.num, multiply(v.den, leader.den)));
    const auto below_num = multiply(quanta_of(shape.most), multiply(v.num, t.den)), below_den = multiply(2, multiply(v.den, t.num));
    const auto above_num = multiply(quanta_of(shape.most), add(up, twice));
    const auto above_den = multiply(2, multiply(v.den, add(multiply(leader.num, t.den), multiply(t.num, leader.den))));
    out.points = {.num = (std::max)({below_num, above_num, quanta_of(shape.most)}),
                  .den = (std::max)({below_den, above_den, dens, uint128{1}}),
                  .uniform = false,
                  .stateless = v.stateless && t.stateless && leader.stateless};
  }
  CHISO_INLINE void operator()(const shapes::Combine& shape) {
    const bool sum = shape.by != shapes::Combine::By::largest;
    Extent& points = out.points;
    points = {.num = 0, .den = 1, .uniform = false, .stateless = true};
    bool any = false;
    for (std::size_t i = 0; i < shape.parts.size(); ++i) {
      const auto& bounded = out.parts.emplace_back(bounds(shape.parts[i], batch, memory));
      peak(bounded.peak);
      auto p = bounded.points;
      for (const auto& counts : shape.of_part[i].counts)
        if (counts) p.num = (std::max)(p.num, quanta_of(*counts));
      const auto across = (std::max)(multiply(points.num, p.den), multiply(p.num, points.den));
      peak(multiply(2, across));
      points.num = sum ? add(multiply(points.num, p.den), multiply(p.num, points.den)) : (std::max)(points.num, p.num);
      points.den = sum ? multiply(points.den, p.den) : (std::max)(points.den, p.den);
      points.stateless = points.stateless && p.stateless;
      any = any || p.stateless;
    }
    if (!sum) points.stateless = any;
    const auto all = multiply(quanta_of(shape.most), points.den);
    peak((std::max)(points.num, all));
    if (shape.by == shapes::Combine::By::deducted) {
      peak(add(points.num, all));
      points.num = all;
    }
  }
};
}

CHISO_INLINE ShapeBounds bounds(const Shape& shape, const Batch& batch, std::pmr::memory_resource* memory) {
  ShapeBounds out{.programs = std::pmr::vector<Bounds>(memory), .parts = std::pmr::vector<ShapeBounds>(memory)};
  std::visit(detail::ShapeBounder{batch, memory, out}, static_cast<const AnyShape&>(shape));
  // The last kernel rounds: 2 x num + den over 2 x den.
  out.peak = (std::max)({out.peak, saturating::add(saturating::multiply(2, out.points.num), out.points.den),
                         saturating::multiply(2, out.points.den)});
  return out;
}
}
