#pragma once
#include <chiso/plan/impl/range_program.ipp>
#include <chiso/score/shapes.hpp>
#include <map>

namespace chiso::inline CHISO_BUILD {
/// What the shapes of rules can come to over a range of values, before points are rounded.
class RangeShape {
 public:
  using Range = RangeProgram::Range;
  CHISO_INLINE explicit RangeShape(RangeProgram& programs) : programs_(programs) {}
  CHISO_INLINE Range shape(const Shape& of) {
    return std::visit([this](const auto& one) { return points_of(one); }, static_cast<const AnyShape&>(of));
  }

 private:
  CHISO_INLINE static Range of_points(Points points) { return Range::one(Rational(points.quanta)); }
  CHISO_INLINE Range clamped(const Range& points, Points least, Points most) const {
    return detail::smaller_of(detail::larger_of(points, of_points(least), programs_.k()), of_points(most), programs_.k());
  }
  CHISO_INLINE Range line_of(const Range& value, const Rational& slope, const Rational& offset) const {
    return detail::sum_of(detail::product_of(Range::one(slope), value, programs_.k()), Range::one(offset), programs_.k());
  }
  CHISO_INLINE Range points_of(const shapes::Lookup& shape) {
    const auto at = programs_.value(shape.value);
    if (!at.has_value()) return at;
    const auto last = static_cast<std::int64_t>(shape.points.size()) - 1;
    const auto first_of = at.least ? (std::max)(std::int64_t{0}, at.least->nearest_whole()) : 0;
    const auto last_of = at.most ? (std::min)(last, at.most->nearest_whole()) : last;
    Range out{.states = at.states, .rises = at.rises, .falls = at.falls};
    bool up = true, down = true;
    for (auto i = first_of; i <= last_of; ++i) {
      const auto one = of_points(shape.points[static_cast<std::size_t>(i)]);
      out.least = i == first_of ? one.least : detail::both_of(out.least, one.least, false);
      out.most = i == first_of ? one.most : detail::both_of(out.most, one.most, true);
      if (i == first_of) continue;
      up = up && shape.points[static_cast<std::size_t>(i)].quanta >= shape.points[static_cast<std::size_t>(i - 1)].quanta;
      down = down && shape.points[static_cast<std::size_t>(i)].quanta <= shape.points[static_cast<std::size_t>(i - 1)].quanta;
    }
    out.rises = (at.rises && up) || (at.falls && down);
    out.falls = (at.rises && down) || (at.falls && up);
    out.settle();
    return out;
  }
  /// The points of bands at each of their ends and between these, from the least number on.
  struct BandPieces {
    std::vector<Rational> ends{};
    std::vector<std::int64_t> points{};  // below the first end, at it, between it and the next, ...
    CHISO_INLINE std::int64_t at(const Rational& value) const {
      const auto end = std::lower_bound(ends.begin(), ends.end(), value);
      const auto place = static_cast<std::size_t>(end - ends.begin());
      return points[2 * place + (end != ends.end() && *end == value ? 1 : 0)];
    }
  };
  CHISO_INLINE const BandPieces& pieces_of(const shapes::Bands& shape) {
    const auto known = pieces_.find(&shape);
    if (known != pieces_.end()) return known->second;
    auto& out = pieces_[&shape];
    for (const auto& band : shape.bands)
      for (const auto& end : {band.range.lower, band.range.upper})
        if (end) out.ends.emplace_back(end->at);
    std::sort(out.ends.begin(), out.ends.end());
    out.ends.erase(std::unique(out.ends.begin(), out.ends.end()), out.ends.end());
    const auto points_at = [&](const Rational& value) {
      const auto order_to = [&](const Decimal& number) { return value <=> Rational(number); };
      const auto band =
          std::find_if(shape.bands.begin(), shape.bands.end(), [&](const shapes::Bands::Band& b) { return holds(b.range, order_to); });
      return band->points.quanta;
    };
    if (out.ends.empty()) {
      out.points.push_back(points_at(Rational(0)));
      return out;
    }
    out.points.push_back(points_at(out.ends.front() - Rational(1)));
    for (std::size_t i = 0; i < out.ends.size(); ++i) {
      out.points.push_back(points_at(out.ends[i]));
      out.points.push_back(points_at(i + 1 < out.ends.size() ? (out.ends[i] + out.ends[i + 1]) / Rational(2) : out.ends[i] + Rational(1)));
    }
    return out;
  }
  CHISO_INLINE Range points_of(const shapes::Bands& shape) {
    const auto at = programs_.value(shape.value);
    if (!at.has_value()) return at;
    const auto& pieces = pieces_of(shape);
    std::size_t first = 0, last = pieces.points.size() - 1;
    const auto place_of = [&](const Rational& value) {
      const auto end = std::lower_bound(pieces.ends.begin(), pieces.ends.end(), value);
      return 2 * static_cast<std::size_t>(end - pieces.ends.begin()) + (end != pieces.ends.end() && *end == value ? 1 : 0);
    };
    if (at.least) first = place_of(*at.least);
    if (at.most) last = place_of(*at.most);
    Range out{.states = at.states};
    bool up = true, down = true;
    for (auto i = first; i <= last; ++i) {
      const Rational one(pieces.points[i]);
      if (i == first || one < *out.least) out.least = one;
      if (i == first || one > *out.most) out.most = one;
      if (i == first) continue;
      up = up && pieces.points[i] >= pieces.points[i - 1];
      down = down && pieces.points[i] <= pieces.points[i - 1];
    }
    out.rises = (at.rises && up) || (at.falls && down);
    out.falls = (at.rises && down) || (at.falls && up);
    out.settle();
    return out;
  }
  CHISO_INLINE Range points_of(const shapes::AffineClamp& shape) {
    const auto at = programs_.value(shape.value);
    if (!at.has_value()) return at;
    auto out = clamped(line_of(at, shape.slope, shape.offset), shape.least, shape.most);
    out.states = at.states;
    out.settle();
    if (!shape.floor) return out;
    const Rational floor(shape.floor->at);
    const bool rising = shape.floor->rising;
    const bool never = rising ? at.least && *at.least >= floor : at.most && *at.most <= floor;
    const bool always = rising ? at.most && *at.most < floor : at.least && *at.least > floor;
    if (never) return out;
    if (always) {
      auto zero = Range::one(Rational(0));
      zero.states = at.states;
      zero.settle();
      return zero;
    }
    // 0 on one side of the floor: what rises above it rises everywhere, as no points are below 0.
    const bool rises = out.rises && ((rising && at.rises) || (!rising && at.falls));
    const bool falls = out.falls && ((rising && at.falls) || (!rising && at.rises));
    out = detail::hull_of(out, Range::one(Rational(0)));
    out.states = at.states;
    out.line.reset();
    out.rises = rises;
    out.falls = falls;
    out.settle();
    return out;
  }
  CHISO_INLINE Range points_of(const shapes::Steps& shape) {
    const auto at = programs_.value(shape.value);
    if (!at.has_value()) return at;
    const auto beyond = line_of(at, shape.slope, shape.offset);
    auto steps = detail::raised_by(beyond, [&](const Rational& of) {
      if (of.sign() <= 0) return Rational(shape.base.quanta);
      const auto points = Rational(shape.base.quanta) + Rational(shape.add.quanta) * of.floor();
      return (std::min)(points, Rational(shape.cap.quanta));
    });
    if (!steps.least) steps.least = Rational(shape.base.quanta);
    if (!steps.most) steps.most = Rational(shape.cap.quanta);
    steps.states = at.states;
    steps.settle();
    return steps;
  }
  CHISO_INLINE Range points_of(const shapes::Target& shape) {
    const auto at = programs_.value(shape.value), target = programs_.value(shape.target), leader = programs_.value(shape.leader);
    Range out{.states = detail::strongest_of(detail::strongest_of(at.states, target.states), leader.states),
              .least = Rational(0),
              .most = Rational(shape.most.quanta)};
    if (out.is_value()) {
      // The leader is the greatest of the others, or the row itself: so points rise with the value, and fall with a target above 0.
      const auto zero = Range::one(Rational(0)), half = Range::one(Rational(shape.most.quanta, 2));
      if (detail::is_at_most_0(target)) return zero;
      if (target.least && target.least->sign() > 0) {
        const auto beyond = detail::sum_of(at, detail::opposite_of(target), programs_.k());
        if (beyond.most && beyond.most->sign() < 0) {
          if (detail::is_at_most_0(at)) return zero;
          if (detail::is_at_least_0(at)) return detail::product_of(half, detail::quotient_of(at, target, programs_.k()), programs_.k());
        } else if (detail::is_at_least_0(beyond)) {
          if (at.least && leader.most && *at.least >= *leader.most) return Range::one(Rational(shape.most.quanta));
          if (at.most && leader.least && *at.most < *leader.least) {
            const auto share =
                detail::quotient_of(beyond, detail::sum_of(leader, detail::opposite_of(target), programs_.k()), programs_.k());
            return detail::product_of(half, detail::sum_of(Range::one(Rational(1)), share, programs_.k()), programs_.k());
          }
        }
        out.rises = at.rises && target.falls;
        out.falls = at.falls && target.rises;
      }
    }
    out.settle();
    return out;
  }
  CHISO_INLINE Range points_of(const shapes::Combine& shape) {
    std::vector<Range> parts;
    for (std::size_t i = 0; i < shape.parts.size(); ++i) {
      auto part = this->shape(shape.parts[i]);
      for (const auto state : {State::undefined, State::missing, State::not_applicable}) {
        const auto& counts = shape.of_part[i].in(state);
        if (!counts || !part.may_be(state)) continue;
        auto rest = part;
        rest.states &= static_cast<std::uint8_t>(~Range::bit(state));
        if (rest.states == 0) {
          part = of_points(*counts);
          continue;
        }
        rest.settle();
        part = detail::hull_of(rest, of_points(*counts));
        part.rises = part.falls = false;
        part.line.reset();
      }
      parts.push_back(std::move(part));
    }
    if (shape.by == shapes::Combine::By::largest) return largest(parts, shape.most);
    auto sum = Range::one(Rational(0));
    for (const auto& part : parts) sum = detail::sum_of(sum, part, programs_.k());
    if (shape.by == shapes::Combine::By::deducted) sum = detail::sum_of(of_points(shape.most), detail::opposite_of(sum), programs_.k());
    auto out = clamped(sum, shape.least, shape.most);
    out.states = sum.states;
    out.settle();
    return out;
  }
  /// A state only if no part is a value.
  CHISO_INLINE Range largest(const std::vector<Range>& parts, Points most) const {
    std::optional<Range> sure, maybe;
    std::uint8_t states = Range::bit(State::value);  // the strongest of those that are no value
    bool all_pure = true;
    for (const auto& part : parts) {
      const auto others = static_cast<std::uint8_t>(part.states & ~Range::bit(State::value));
      states =
          detail::strongest_of(states, others != 0 ? static_cast<std::uint8_t>(part.has_value() ? others | 1U : others) : std::uint8_t{1});
      all_pure = all_pure && (part.is_value() || !part.has_value());
      if (!part.has_value()) continue;
      auto as_value = part;
      as_value.states = Range::bit(State::value);
      auto& into = part.is_value() ? sure : maybe;
      into = into ? detail::larger_of(*into, as_value, programs_.k()) : as_value;
    }
    if (sure && !maybe) return clamped(*sure, Points{0}, most);
    if (!sure && !maybe) return Range::only(states);
    Range out = sure ? detail::hull_of(*sure, detail::larger_of(*sure, *maybe, programs_.k())) : *maybe;
    out.rises = out.falls = false;
    out.line.reset();
    if (!sure) out.states = static_cast<std::uint8_t>(15);
    out = clamped(out, Points{0}, most);
    if (!sure) out.states = static_cast<std::uint8_t>(15);
    out.rises = out.falls = false;
    out.settle();
    return out;
  }

  RangeProgram& programs_;
  std::map<const shapes::Bands*, BandPieces> pieces_{};
};
}
