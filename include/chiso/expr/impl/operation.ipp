#pragma once
#include <algorithm>
#include <chiso/expr/tile.hpp>
#include <chiso/expr/whole_arithmetic.hpp>
#include <type_traits>

// What a tile evaluator is made of: each operation over the rows of a tile, and the loading of columns into lanes.
namespace chiso::inline CHISO_BUILD {
namespace detail {
/// One operation over the rows of a tile: operands in, the result into a lane.
template <class Number>
struct Operation {
  const Step& step;
  std::size_t count;
  Lane<Number>& out;

  Number left() const { return whole::of<Number>(step.left); }
  Number right() const { return whole::of<Number>(step.right); }

  /// A result may only point into columns or its own lane, because the lane of an operand is soon overwritten.
  const State* strongest_of(const Operand<Number>& a, const Operand<Number>& b, const Lane<Number>& room) const {
    if (a.state == nullptr) return b.state == room.state ? std::copy_n(room.state, count, out.state) - count : b.state;
    if (b.state == nullptr) return a.state;
    const State *x = a.state, *y = b.state;
    State* s = out.state;
    each_row(count, [=](std::size_t r) { s[r] = x[r] < y[r] ? y[r] : x[r]; });
    return out.state;
  }
  /// The denominators as an array; if they are uniform, they are written into `room`.
  const Number* denominators(const Operand<Number>& a, Number* room) const {
    if (a.den != nullptr) return a.den;
    std::fill_n(room, count, a.common);
    return room;
  }
  Operand<Number> uniform(Number den, const State* state) const { return {out.num, nullptr, den, state}; }
  Operand<Number> ratios(const State* state) const { return {out.num, out.den, 1, state}; }

  // Applies f to numerators with a common denominator; in general to the products across.
  template <class F>
  Operand<Number> sum(const Operand<Number>& a, const Operand<Number>& b, Lane<Number>& room, F f) const {
    const auto* state = strongest_of(a, b, room);
    const Number *x = a.num, *y = b.num;
    Number* n = out.num;
    if (step.uniform) {
      const Number l = left(), q = right();
      each_row(count, [=](std::size_t r) { n[r] = f(x[r] * l, y[r] * q); });
      return uniform(whole::of<Number>(step.result.den), state);
    }
    const Number *xd = denominators(a, out.den), *yd = denominators(b, room.den);
    Number* d = out.den;
    each_row(count, [=](std::size_t r) {
      const Number p = xd[r], q = yd[r];
      n[r] = f(x[r] * q, y[r] * p);
      d[r] = p * q;
    });
    return ratios(state);
  }
  template <class F>
  Operand<Number> comparison(const Operand<Number>& a, const Operand<Number>& b, Lane<Number>& room, F f) const {
    const auto* state = strongest_of(a, b, room);
    const Number *x = a.num, *y = b.num;
    Number* n = out.num;
    if (step.uniform) {
      const Number l = left(), q = right();
      each_row(count, [=](std::size_t r) { n[r] = f(x[r] * l, y[r] * q) ? Number{1} : Number{0}; });
    } else {
      const Number *xd = denominators(a, out.den), *yd = denominators(b, room.den);
      each_row(count, [=](std::size_t r) { n[r] = f(x[r] * yd[r], y[r] * xd[r]) ? Number{1} : Number{0}; });
    }
    return uniform(1, hushed(state));
  }
  /// Sets truths that are not values to 0, so that they can be looked up.
  const State* hushed(const State* state) const {
    if (state == nullptr) return nullptr;
    Number* n = out.num;
    each_row(count, [=](std::size_t r) { n[r] = state[r] == State::value ? n[r] : Number{0}; });
    return state;
  }
  /// The smaller or the greater of two, as takes_left says.
  template <class F>
  Operand<Number> extreme(const Operand<Number>& a, const Operand<Number>& b, Lane<Number>& room, F takes_left) const {
    const auto* state = strongest_of(a, b, room);
    const Number *x = a.num, *y = b.num;
    Number* n = out.num;
    if (step.uniform) {
      const Number l = left(), q = right();
      each_row(count, [=](std::size_t r) {
        const Number p = x[r] * l, s = y[r] * q;
        n[r] = takes_left(p, s) ? p : s;
      });
      return uniform(whole::of<Number>(step.result.den), state);
    }
    const Number *xd = denominators(a, out.den), *yd = denominators(b, room.den);
    Number* d = out.den;
    each_row(count, [=](std::size_t r) {
      const bool take = takes_left(x[r] * yd[r], y[r] * xd[r]);
      const Number p = take ? x[r] : y[r], q = take ? xd[r] : yd[r];
      n[r] = p;
      d[r] = q;
    });
    return ratios(state);
  }
  Operand<Number> product(const Operand<Number>& a, const Operand<Number>& b, Lane<Number>& room) const {
    const auto* state = strongest_of(a, b, room);
    const Number *x = a.num, *y = b.num;
    Number* n = out.num;
    each_row(count, [=](std::size_t r) { n[r] = x[r] * y[r]; });
    if (step.uniform) return uniform(whole::of<Number>(step.result.den), state);
    const Number *xd = denominators(a, out.den), *yd = denominators(b, room.den);
    Number* d = out.den;
    each_row(count, [=](std::size_t r) { d[r] = xd[r] * yd[r]; });
    return ratios(state);
  }
  /// a x scale / b. A row that divides by 0 is undefined, unless its state is stronger, and has the number 0 / 1.
  Operand<Number> quotient(const Operand<Number>& a, const Operand<Number>& b, const Extent& divisor, Number scale,
                           Lane<Number>& room) const {
    const auto* before = strongest_of(a, b, room);
    const Number *x = a.num, *y = b.num;
    Number *n = out.num, *d = out.den;
    if (step.uniform && step.result.uniform) {
      // Divided by a literal other than 0, so the divisor is the same in all rows.
      const Number sign = y[0] < 0 ? Number{-1} : Number{1}, l = left() * sign;
      const Number den = y[0] * sign * right();
      each_row(count, [=](std::size_t r) { n[r] = x[r] * l; });
      return uniform(den, before);
    }
    const auto* state = undefined_at_0(y, before);
    if (step.uniform) {
      const Number l = left(), q = right();
      each_row(count, [=](std::size_t r) {
        const Number p = x[r] * l, t = y[r] * q;
        n[r] = t == 0 ? Number{0} : p;
        d[r] = t == 0 ? Number{1} : t;
      });
    } else {
      const Number *xd = denominators(a, out.den), *yd = denominators(b, room.den);
      each_row(count, [=](std::size_t r) {
        const Number p = scale * (x[r] * yd[r]), t = xd[r] * y[r];
        n[r] = t == 0 ? Number{0} : p;
        d[r] = t == 0 ? Number{1} : t;
      });
    }
    if (divisor.negative)
      each_row(count, [=](std::size_t r) {
        const Number p = n[r], t = d[r];
        n[r] = t < 0 ? -p : p;
        d[r] = t < 0 ? -t : t;
      });
    return ratios(state);
  }
  const State* undefined_at_0(const Number* divisor, const State* before) const {
    State* s = out.state;
    const auto at = [=](std::size_t r) { return divisor[r] == 0 ? State::undefined : State::value; };
    if (before == nullptr)
      each_row(count, [=](std::size_t r) { s[r] = at(r); });
    else
      each_row(count, [=](std::size_t r) { s[r] = before[r] == State::value ? at(r) : before[r]; });
    return s;
  }
  Operand<Number> floored(const Operand<Number>& a) const {
    const Number* x = a.num;
    Number* n = out.num;
    if (a.den == nullptr) {
      const Number d = a.common;
      each_row(count, [=](std::size_t r) { n[r] = whole::floor_ratio(x[r], d); });
    } else {
      const Number* d = a.den;
      each_row(count, [=](std::size_t r) { n[r] = whole::floor_ratio(x[r], d[r]); });
    }
    return uniform(1, a.state);
  }
  /// The nearest multiple of 1 / power; halves away from zero.
  Operand<Number> nearest(const Operand<Number>& a, Number power) const {
    const auto of = [=](Number x, Number den) {
      const Number size = whole::floor_ratio((x < 0 ? -x : x) * 2 * power + den, 2 * den);
      return x < 0 ? -size : size;
    };
    const Number* x = a.num;
    Number* n = out.num;
    if (a.den == nullptr) {
      const Number d = a.common;
      each_row(count, [=](std::size_t r) { n[r] = of(x[r], d); });
    } else {
      const Number* d = a.den;
      each_row(count, [=](std::size_t r) { n[r] = of(x[r], d[r]); });
    }
    return uniform(power, a.state);
  }
  /// Rows from one of two operands; picks(row) is true for `a`. The state is that of the operand, or `over` if that is stronger.
  template <class Picks>
  Operand<Number> selection(const Operand<Number>& a, const Operand<Number>& b, Lane<Number>& room, const State* over, Picks picks) const {
    const bool alike = a.den == nullptr && b.den == nullptr && a.common == b.common;
    const Number *xd = alike ? nullptr : denominators(a, out.den), *yd = alike ? nullptr : denominators(b, room.den);
    Number *n = out.num, *d = out.den;
    State* s = out.state;
    for (std::size_t r = 0; r < count; ++r) {
      const bool take = picks(r);
      const State own = take ? (a.state == nullptr ? State::value : a.state[r]) : (b.state == nullptr ? State::value : b.state[r]);
      const bool covered = over != nullptr && over[r] != State::value;
      const Number num = covered ? Number{0} : take ? a.num[r] : b.num[r];
      if (!alike) d[r] = covered ? Number{1} : take ? xd[r] : yd[r];
      n[r] = num;
      s[r] = covered ? over[r] : own;
    }
    return alike ? uniform(a.common, s) : ratios(s);
  }
  Operand<Number> logical(const Operand<Number>& a, const Operand<Number>& b, bool decides) const {
    Number* n = out.num;
    State* s = out.state;
    const Number settled = decides ? 1 : 0;
    if (a.state == nullptr && b.state == nullptr) {
      const Number *x = a.num, *y = b.num;
      each_row(count, [=](std::size_t r) { n[r] = x[r] == settled || y[r] == settled ? settled : 1 - settled; });
      return uniform(1, nullptr);
    }
    for (std::size_t r = 0; r < count; ++r) {
      const State p = a.state == nullptr ? State::value : a.state[r], q = b.state == nullptr ? State::value : b.state[r];
      const bool is = (p == State::value && a.num[r] == settled) || (q == State::value && b.num[r] == settled);
      const State both = strongest(p, q);
      n[r] = is ? settled : both == State::value ? 1 - settled : Number{0};
      s[r] = is ? State::value : both;
    }
    return uniform(1, s);
  }
  Operand<Number> clamped(const Operand<Number>& a, const Operand<Number>& low, const Operand<Number>& high, Lane<Number>& second,
                          Lane<Number>& third) const {
    const Number *xd = denominators(a, out.den), *ld = denominators(low, second.den), *hd = denominators(high, third.den);
    Number *n = out.num, *d = out.den;
    State* s = out.state;
    for (std::size_t r = 0; r < count; ++r) {
      State is = a.state == nullptr ? State::value : a.state[r];
      if (low.state != nullptr) is = strongest(is, low.state[r]);
      if (high.state != nullptr) is = strongest(is, high.state[r]);
      const Number x = a.num[r], l = low.num[r], h = high.num[r], p = xd[r], q = ld[r], t = hd[r];
      if (is == State::value && l * t > h * q) is = State::undefined;
      const bool below = x * q<l * p, above = x * t> h * p, value = is == State::value;
      n[r] = !value ? Number{0} : below ? l : above ? h : x;
      d[r] = !value ? Number{1} : below ? q : above ? t : p;
      s[r] = is;
    }
    return ratios(s);
  }
};

template <class Number>
Operand<Number> load(const Column& column, std::size_t first, std::size_t count, Lane<Number>& out) {
  const State* state = column.states.empty() ? nullptr : column.states.data() + first;
  const auto den = static_cast<Number>(Decimal::power(column.decimals));
  return column.values.visit([&]<class Value>(std::span<const Value> all) -> Operand<Number> {
    const Value* values = all.data() + first;
    if constexpr (std::is_same_v<Number, Value>) {
      return {values, nullptr, den, state};
    } else {
      Number* n = out.num;
      each_row(count, [=](std::size_t r) { n[r] = whole::from<Number>(values[r]); });
      return {n, nullptr, den, state};
    }
  });
}

template <class Number>
Operand<Number> load(const CohortColumn& column, std::size_t first, std::size_t count, Lane<Number>& out) {
  if (column.group_of_row.empty()) {
    const auto& outcome = column.of_group[0];
    const auto value = outcome.state == State::value ? *outcome.value.as_ratio() : Ratio{};
    std::fill_n(out.num, count, static_cast<Number>(value.num));
    std::fill_n(out.den, count, static_cast<Number>(value.den));
    std::fill_n(out.state, count, outcome.state);
    return {out.num, out.den, 1, out.state};
  }
  for (std::size_t r = 0; r < count; ++r) {
    const auto& outcome = column.of(first + r);
    const auto value = outcome.state == State::value ? *outcome.value.as_ratio() : Ratio{};
    out.num[r] = static_cast<Number>(value.num);
    out.den[r] = static_cast<Number>(value.den);
    out.state[r] = outcome.state;
  }
  return {out.num, out.den, 1, out.state};
}
}
}
