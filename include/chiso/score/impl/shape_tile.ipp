#pragma once
#include <algorithm>
#include <chiso/expr/tile.hpp>
#include <chiso/expr/whole_arithmetic.hpp>
#include <chiso/score/impl/affine.ipp>
#include <chiso/score/shapes.hpp>
#include <memory>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Computes shapes over a tile, in one arithmetic: points as num / den in quanta, not rounded. Rules have no code of their own here. The
/// object holds working space, so each thread needs its own.
template <class Number>
class ShapeTile {
 public:
  Operand<Number> run(const Shape& shape, const ShapeBounds& bounds, const Batch& batch, std::size_t first, std::size_t count) {
    return run(shape, bounds, batch, first, count, 0);
  }
  TileEvaluator<Number>& programs() { return programs_; }

 private:
  struct Workspace {
    Lane<Number> out, part;
  };
  Operand<Number> run(const Shape& shape, const ShapeBounds& bounds, const Batch& batch, std::size_t first, std::size_t count,
                      std::size_t depth) {
    while (workspaces_.size() <= depth) workspaces_.push_back(std::make_unique_for_overwrite<Workspace>());
    auto& space = *workspaces_[depth];
    const auto program = [&](const Program& p, std::size_t i) { return programs_.run(p, bounds.programs[i], batch, first, count); };
    return std::visit(
        [&]<class S>(const S& s) -> Operand<Number> {
          if constexpr (std::is_same_v<S, shapes::Combine>) {
            return combine(s, bounds, batch, first, count, depth);
          } else if constexpr (std::is_same_v<S, shapes::Target>) {
            // Each program's result is copied out before the next overwrites it.
            const auto value = copied(program(s.value, 0), count, space.out);
            const auto target = copied(program(s.target, 1), count, space.part);
            return points(s, value, target, program(s.leader, 2), count, space.out);
          } else {
            return points(s, program(s.value, 0), count, space.out);
          }
        },
        static_cast<const AnyShape&>(shape));
  }

  static const Number* denominators(const Operand<Number>& a, std::size_t count, Number* room) {
    if (a.den != nullptr) return a.den;
    std::fill_n(room, count, a.common);
    return room;
  }
  static Operand<Number> copied(const Operand<Number>& a, std::size_t count, Lane<Number>& lane) {
    std::copy_n(a.num, count, lane.num);
    std::copy_n(denominators(a, count, lane.den), count, lane.den);
    if (a.state != nullptr) std::copy_n(a.state, count, lane.state);
    return {lane.num, lane.den, 1, a.state == nullptr ? nullptr : lane.state};
  }

  CHISO_KERNEL static Operand<Number> points(const shapes::Lookup& s, const Operand<Number>& v, std::size_t count, Lane<Number>& out) {
    const Number* x = v.num;
    Number* n = out.num;
    if (s.points.size() == 2) {
      const auto none = static_cast<Number>(s.points[0].quanta), all = static_cast<Number>(s.points[1].quanta);
      each_row(count, [=](std::size_t r) { n[r] = x[r] != 0 ? all : none; });
    } else {
      const Points* table = s.points.data();
      for (std::size_t r = 0; r < count; ++r) n[r] = static_cast<Number>(table[whole::to_int64(x[r])].quanta);
    }
    return {out.num, nullptr, 1, v.state};
  }

  CHISO_KERNEL static Operand<Number> points(const shapes::Bands& s, const Operand<Number>& v, std::size_t count, Lane<Number>& out) {
    const Number *x = v.num, *den = v.den;
    const Number common = v.common;
    Number* n = out.num;
    std::fill_n(n, count, static_cast<Number>(s.bands.back().points.quanta));
    // From the last range to the first, so that the first one that holds is written last.
    for (auto band = s.bands.rbegin() + 1; band != s.bands.rend(); ++band) {
      const auto worth = static_cast<Number>(band->points.quanta);
      const auto lower = end_of(band->range.lower, true), upper = end_of(band->range.upper, false);
      if (den == nullptr) {
        const Number low = lower.digits * common, high = upper.digits * common;
        each_row(count, [=](std::size_t r) {
          const bool holds = lower.reached(x[r], low) && !upper.reached(x[r], high);
          n[r] = holds ? worth : n[r];
        });
      } else {
        each_row(count, [=](std::size_t r) {
          const bool holds = lower.reached(x[r], lower.digits * den[r]) && !upper.reached(x[r], upper.digits * den[r]);
          n[r] = holds ? worth : n[r];
        });
      }
    }
    return {out.num, nullptr, 1, v.state};
  }
  /// An end of a range for comparison with num / den: num x power against digits x den. An absent lower end is always reached, an absent
  /// upper end never: `add` decides that without a branch.
  struct End {
    Number power = 0, digits = 0, add = 0;
    bool reached(Number num, Number against) const { return num * power + add > against; }
  };
  static End end_of(const std::optional<Cut>& cut, bool absent_is_reached) {
    const Number one = 1, none = 0;
    if (!cut) return {none, none, absent_is_reached ? one : none};
    return {static_cast<Number>(Decimal::power(cut->at.scale())), static_cast<Number>(cut->at.digits()), cut->after ? none : one};
  }

  CHISO_KERNEL static Operand<Number> points(const shapes::AffineClamp& s, const Operand<Number>& v, std::size_t count, Lane<Number>& out) {
    const auto line = *integers(s.slope, s.offset);
    const auto slope = static_cast<Number>(line.slope), offset = static_cast<Number>(line.offset),
               divisor = static_cast<Number>(line.divisor);
    const auto least = static_cast<Number>(s.least.quanta), most = static_cast<Number>(s.most.quanta);
    const Number *x = v.num, *den = v.den;
    Number *n = out.num, *d = out.den;
    const Number common = v.common;
    if (den == nullptr) {
      const Number shift = offset * common, low = least * (divisor * common), high = most * (divisor * common);
      each_row(count, [=](std::size_t r) {
        const Number p = slope * x[r] + shift;
        n[r] = p < low ? low : p > high ? high : p;
      });
    } else {
      each_row(count, [=](std::size_t r) {
        const Number q = den[r], p = slope * x[r] + offset * q, t = divisor * q, low = least * t, high = most * t;
        n[r] = p < low ? low : p > high ? high : p;
        d[r] = t;
      });
    }
    if (s.floor) {
      const auto power = static_cast<Number>(Decimal::power(s.floor->at.scale())), digits = static_cast<Number>(s.floor->at.digits());
      const Number sign = s.floor->rising ? 1 : -1;
      each_row(count, [=](std::size_t r) {
        const Number by = den == nullptr ? common : den[r];
        n[r] = sign * (x[r] * power - digits * by) < 0 ? Number{0} : n[r];
      });
    }
    return {out.num, den == nullptr ? nullptr : out.den, divisor * common, v.state};
  }

  CHISO_KERNEL static Operand<Number> points(const shapes::Steps& s, const Operand<Number>& v, std::size_t count, Lane<Number>& out) {
    const auto line = *integers(s.slope, s.offset);
    const auto slope = static_cast<Number>(line.slope), offset = static_cast<Number>(line.offset),
               divisor = static_cast<Number>(line.divisor);
    const auto base = static_cast<Number>(s.base.quanta), add = static_cast<Number>(s.add.quanta), cap = static_cast<Number>(s.cap.quanta);
    // This many steps reach the cap for certain.
    const auto whole_steps = (s.cap.quanta - s.base.quanta) / s.add.quanta + 1;
    const auto enough = static_cast<Number>(whole_steps);
    const Number *x = v.num, *den = v.den;
    Number* n = out.num;
    const Number common = v.common;
    each_row(count, [=](std::size_t r) {
      const Number q = den == nullptr ? common : den[r], p = slope * x[r] + offset * q;
      const Number steps = whole::floor_ratio(p, divisor * q);
      const Number taken = steps > enough ? enough : steps < 0 ? Number{0} : steps;  // below the start too, because the product must fit
      const Number given = base + add * taken;
      n[r] = p <= 0 ? base : given > cap ? cap : given;
    });
    return {out.num, nullptr, 1, v.state};
  }

  static Operand<Number> points(const shapes::Target& s, const Operand<Number>& v, const Operand<Number>& t, const Operand<Number>& leader,
                                std::size_t count, Lane<Number>& out) {
    const auto most = static_cast<Number>(s.most.quanta);
    for (std::size_t r = 0; r < count; ++r) {
      State state = v.state == nullptr ? State::value : v.state[r];
      if (t.state != nullptr) state = strongest(state, t.state[r]);
      if (leader.state != nullptr) state = strongest(state, leader.state[r]);
      const Number n = v.num[r], d = v.den[r], tn = t.num[r], td = t.den[r];
      const Number ln = leader.num[r], ld = leader.den == nullptr ? leader.common : leader.den[r];
      Number num = 0, den = 1;
      if (state == State::value && tn > 0) {
        if (n * td < tn * d) {  // the first half, in proportion to the target
          num = most * ((n > 0 ? n : Number{0}) * td);
          den = 2 * (d * tn);
        } else if (n * ld == ln * d) {
          num = most;
        } else {  // the second half, in proportion from the target to the leader
          num = most * ((n * ld + ln * d) * td - 2 * (tn * (d * ld)));
          den = 2 * (d * (ln * td - tn * ld));
        }
      }
      out.num[r] = num;
      out.den[r] = den;
      out.state[r] = state;
    }
    return {out.num, out.den, 1, out.state};
  }

  Operand<Number> combine(const shapes::Combine& s, const ShapeBounds& bounds, const Batch& batch, std::size_t first, std::size_t count,
                          std::size_t depth) {
    const bool sum = s.by != shapes::Combine::By::largest;
    {
      auto& out = workspaces_[depth]->out;
      std::fill_n(out.num, count, sum ? Number{0} : Number{-1});
      std::fill_n(out.den, count, Number{1});
      std::fill_n(out.state, count, State::value);
    }
    for (std::size_t i = 0; i < s.parts.size(); ++i) {
      const auto part = run(s.parts[i], bounds.parts[i], batch, first, count, depth + 1);
      auto& space = *workspaces_[depth];
      auto& out = space.out;
      const Number *pn = part.num, *pd = denominators(part, count, space.part.den);
      for (std::size_t r = 0; r < count; ++r) {
        State state = part.state == nullptr ? State::value : part.state[r];
        Number n = pn[r], d = pd[r];
        if (const auto& counts = s.of_part[i].in(state)) {
          n = static_cast<Number>(counts->quanta);
          d = 1;
          state = State::value;
        }
        if (state == State::value) {
          if (sum) {
            out.num[r] = out.num[r] * d + n * out.den[r];
            out.den[r] = out.den[r] * d;
          } else if (out.num[r] < 0 || n * out.den[r] > out.num[r] * d) {
            out.num[r] = n;
            out.den[r] = d;
          }
        }
        out.state[r] = strongest(out.state[r], state);
      }
    }
    auto& out = workspaces_[depth]->out;
    const auto least = static_cast<Number>(s.least.quanta), most = static_cast<Number>(s.most.quanta);
    for (std::size_t r = 0; r < count; ++r) {
      if (!sum && out.num[r] >= 0) out.state[r] = State::value;
      const Number low = least * out.den[r], high = most * out.den[r];
      const Number points = s.by == shapes::Combine::By::deducted ? high - out.num[r] : out.num[r];
      out.num[r] = points < low ? low : points > high ? high : points;
    }
    return {out.num, out.den, 1, out.state};
  }

  TileEvaluator<Number> programs_;
  std::vector<std::unique_ptr<Workspace>> workspaces_;  // one for each depth of combination; pointers, so that each keeps its address
};

/// The last step of a kernel: use(quanta), where quanta(row) rounds half up to whole quanta. In rows that are not values it gives an
/// arbitrary number.
template <class Number, class Use>
inline void in_quanta(const Operand<Number>& points, Use&& use) {
  const Number* n = points.num;
  if (points.den != nullptr) {
    const Number* d = points.den;
    use([=](std::size_t r) { return whole::to_int64(whole::floor_ratio(2 * n[r] + d[r], 2 * d[r])); });
  } else if (points.common != 1) {
    const Number d = points.common;
    use([=](std::size_t r) { return whole::to_int64(whole::floor_ratio(2 * n[r] + d, 2 * d)); });
  } else {
    use([=](std::size_t r) { return whole::to_int64(n[r]); });
  }
}
template <class Number>
CHISO_KERNEL void round_to_quanta(const Operand<Number>& points, std::size_t count, std::int64_t* quanta) {
  in_quanta(points, [=](auto rounded) { each_row(count, [=](std::size_t r) { quanta[r] = rounded(r); }); });
}
/// Adds the quanta of rows that are all values.
template <class Number>
CHISO_KERNEL void add_quanta(const Operand<Number>& points, std::size_t count, std::int64_t* achieved) {
  in_quanta(points, [=](auto rounded) { each_row(count, [=](std::size_t r) { achieved[r] += rounded(r); }); });
}
}
