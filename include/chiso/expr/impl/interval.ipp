#pragma once
#include <algorithm>
#include <array>
#include <chiso/core/date.hpp>
#include <chiso/expr/interval.hpp>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// A number, or an infinity on the side of its sign.
struct IntervalEnd {
  int infinite = 0;
  Rational value{};
};
CHISO_INLINE bool before(const IntervalEnd& a, const IntervalEnd& b) {
  return a.infinite != b.infinite ? a.infinite < b.infinite : a.infinite == 0 && a.value < b.value;
}
CHISO_INLINE IntervalEnd least_of(const Interval& x) { return x.least ? IntervalEnd{0, *x.least} : IntervalEnd{-1, {}}; }
CHISO_INLINE IntervalEnd most_of(const Interval& x) { return x.most ? IntervalEnd{0, *x.most} : IntervalEnd{1, {}}; }
CHISO_INLINE Interval interval_between(const IntervalEnd& least, const IntervalEnd& most) {
  Interval out;
  if (least.infinite == 0) out.least = least.value;
  if (most.infinite == 0) out.most = most.value;
  return out;
}
CHISO_INLINE IntervalEnd smaller(const IntervalEnd& a, const IntervalEnd& b) { return before(b, a) ? b : a; }
CHISO_INLINE IntervalEnd larger(const IntervalEnd& a, const IntervalEnd& b) { return before(a, b) ? b : a; }

CHISO_INLINE Interval empty_interval() { return {.least = {}, .most = {}, .empty = true}; }
CHISO_INLINE Interval just(const Rational& value) { return {value, value}; }
CHISO_INLINE bool is_just(const Interval& x, const Rational& value) { return x.least && x.most && *x.least == value && *x.most == value; }
/// A truth that can be false, true, both or neither.
CHISO_INLINE Interval truth_interval(bool can_be_false, bool can_be_true) {
  if (!can_be_false && !can_be_true) return empty_interval();
  return {Rational(can_be_false ? 0 : 1), Rational(can_be_true ? 1 : 0)};
}
CHISO_INLINE bool can_be_true(const Interval& x) { return !x.empty && !is_just(x, Rational(0)); }
CHISO_INLINE bool can_be_false(const Interval& x) { return !x.empty && !is_just(x, Rational(1)); }

CHISO_INLINE Interval either_of(const Interval& a, const Interval& b) {
  if (a.empty) return b;
  if (b.empty) return a;
  return interval_between(smaller(least_of(a), least_of(b)), larger(most_of(a), most_of(b)));
}
CHISO_INLINE Interval negated(const Interval& x) {
  Interval out{.least = {}, .most = {}, .empty = x.empty};
  if (x.most) out.least = -*x.most;
  if (x.least) out.most = -*x.least;
  return out;
}
CHISO_INLINE Interval magnitude(const Interval& x) {
  if (x.least && x.least->sign() >= 0) return x;
  auto other = negated(x);
  if (other.least && other.least->sign() >= 0) return other;
  return interval_between({0, {}}, larger(most_of(x), most_of(other)));
}
CHISO_INLINE Interval floor_of(const Interval& x) {
  Interval out = x;
  if (x.least) out.least = x.least->floor();
  if (x.most) out.most = x.most->floor();
  return out;
}
CHISO_INLINE Interval nearest_of(const Interval& x, int decimals) {
  Interval out = x;
  if (x.least) out.least = x.least->nearest(decimals);
  if (x.most) out.most = x.most->nearest(decimals);
  return out;
}
CHISO_INLINE Interval sum(const Interval& a, const Interval& b) {
  Interval out;
  if (a.least && b.least) out.least = *a.least + *b.least;
  if (a.most && b.most) out.most = *a.most + *b.most;
  return out;
}
CHISO_INLINE int sign_of(const IntervalEnd& x) { return x.infinite != 0 ? x.infinite : x.value.sign(); }
/// 0 times infinity is 0: an end that is infinite is never reached.
CHISO_INLINE IntervalEnd times(const IntervalEnd& a, const IntervalEnd& b) {
  if (a.infinite == 0 && b.infinite == 0) return {0, a.value * b.value};
  return {sign_of(a) * sign_of(b), {}};
}
CHISO_INLINE Interval product(const Interval& a, const Interval& b) {
  if (a.least && b.least && a.least->sign() >= 0 && b.least->sign() >= 0)  // as in nearly all figures
    return interval_between(times(least_of(a), least_of(b)), times(most_of(a), most_of(b)));
  const std::array corners{times(least_of(a), least_of(b)), times(least_of(a), most_of(b)), times(most_of(a), least_of(b)),
                           times(most_of(a), most_of(b))};
  IntervalEnd least = corners[0], most = corners[0];
  for (const auto& corner : corners) least = smaller(least, corner), most = larger(most, corner);
  return interval_between(least, most);
}
/// 1 / x over all x but 0.
CHISO_INLINE Interval inverse(const Interval& x) {
  const bool below = !x.least || x.least->sign() < 0, above = !x.most || x.most->sign() > 0;
  if (below && above) return {};
  if (!below && !above) return empty_interval();
  if (below) return negated(inverse(negated(x)));
  Interval out{Rational(0), {}};
  if (x.most) out.least = Rational(1) / *x.most;
  if (x.least && x.least->sign() > 0) out.most = Rational(1) / *x.least;
  return out;
}
CHISO_INLINE Interval quotient(const Interval& a, const Interval& b) {
  const auto by = inverse(b);
  return by.empty ? by : product(a, by);
}
CHISO_INLINE Interval clamped(const Interval& x, const Interval& low, const Interval& high) {
  if (before(most_of(high), least_of(low))) return empty_interval();  // undefined in every row
  return interval_between(larger(least_of(low), smaller(least_of(x), least_of(high))),
                          smaller(most_of(high), larger(most_of(low), smaller(most_of(x), most_of(high)))));
}
/// a < b, or with `or_equal` a <= b.
CHISO_INLINE Interval ordered(const Interval& a, const Interval& b, bool or_equal) {
  const auto least = least_of(a), most = most_of(a), low = least_of(b), high = most_of(b);
  const bool always = most.infinite == 0 && low.infinite == 0 && (or_equal ? most.value <= low.value : most.value < low.value);
  const bool never = least.infinite == 0 && high.infinite == 0 && (or_equal ? least.value > high.value : least.value >= high.value);
  return truth_interval(!always, !never);
}
CHISO_INLINE Interval equality(const Interval& a, const Interval& b, bool equal) {
  const bool never = before(most_of(a), least_of(b)) || before(most_of(b), least_of(a));
  const bool always = a.least && is_just(a, *a.least) && is_just(b, *a.least);
  return equal ? truth_interval(!always, !never) : truth_interval(!never, !always);
}

/// Replaces an end of more than 128 bits by 0 or infinity: the time to load a model must not grow with the digits of a product.
CHISO_INLINE Interval kept_short(Interval x) {
  const auto give_way = [](std::optional<Rational>& end, int inwards) {
    if (!end || end->as_ratio()) return;
    end = end->sign() == inwards ? std::optional(Rational(0)) : std::nullopt;
  };
  give_way(x.least, 1);
  give_way(x.most, -1);
  return x;
}

CHISO_INLINE Interval measure_interval(const Measure& measure) {
  if (measure.type == MeasureType::choice) return {Rational(0), Rational(static_cast<std::int64_t>(measure.options.size()) - 1)};
  if (measure.type == MeasureType::yes_no) return truth_interval(true, true);
  if (measure.type == MeasureType::date) return {Rational(0), Rational(Date::last_number)};
  Interval out;
  if (measure.min) out.least = Rational(*measure.min);
  if (measure.max) out.most = Rational(*measure.max);
  if (measure.type == MeasureType::count && (!out.least || out.least->sign() < 0)) out.least = Rational(0);
  return out;
}
/// A sum of any number of values, at least one: the ends that are not towards 0 are unbounded.
CHISO_INLINE Interval sum_of_any(Interval of) {
  if (!of.least || of.least->sign() < 0) of.least.reset();
  if (!of.most || of.most->sign() > 0) of.most.reset();
  return of;
}
CHISO_INLINE Interval cohort_interval(const CohortTerm& term, const Measures& measures, const Derived& derived) {
  if (term.function == CohortFunction::count) return {Rational(0), {}};
  auto out = interval_of(term.of, measures, derived);
  return term.function == CohortFunction::sum ? sum_of_any(std::move(out)) : out;
}
/// Where no row counts, a sum is 0.
CHISO_INLINE Interval below_interval(const BelowTerm& term, const Derived& derived) {
  if (term.function == CohortFunction::count) return {Rational(0), {}};
  auto out = interval_of(term.of, derived.tables[term.table].measures, derived);
  if (term.function != CohortFunction::sum) return out;
  out = sum_of_any(std::move(out));
  if (out.least) out.least = Rational(0);
  if (out.most) out.most = Rational(0);
  return out;
}
CHISO_INLINE Interval parameter_interval(const Parameter& parameter) {
  return parameter.least() ? Interval{Rational(*parameter.least()), Rational(*parameter.most())} : empty_interval();
}
/// The operations that have a value only if all of their operands do.
CHISO_INLINE Interval strict_interval(const Node& node, const Interval& a, const Interval& b, const Interval& c) {
  switch (node.op) {
    case Op::negate: return negated(a);
    case Op::absolute: return magnitude(a);
    case Op::floor: return floor_of(a);
    case Op::round: return nearest_of(a, node.scale);
    case Op::negation: return truth_interval(can_be_true(a), can_be_false(a));
    case Op::add: return sum(a, b);
    case Op::subtract: return sum(a, negated(b));
    case Op::days: return sum(b, negated(a));
    case Op::multiply: return product(a, b);
    case Op::divide: return quotient(a, b);
    case Op::percent: return quotient(product(just(Rational(100)), a), b);
    case Op::minimum: return interval_between(smaller(least_of(a), least_of(b)), smaller(most_of(a), most_of(b)));
    case Op::maximum: return interval_between(larger(least_of(a), least_of(b)), larger(most_of(a), most_of(b)));
    case Op::less: return ordered(a, b, false);
    case Op::less_equal: return ordered(a, b, true);
    case Op::greater: return ordered(b, a, false);
    case Op::greater_equal: return ordered(b, a, true);
    case Op::equal: return equality(a, b, true);
    case Op::not_equal: return equality(a, b, false);
    case Op::clamp: return clamped(a, b, c);
    default: return {};
  }
}

/// The counts of a checklist, kept beside the stack as in the evaluators. Items that do not apply are left out.
struct Ticks {
  std::int64_t items = 0, never_false = 0, ever_true = 0;

  CHISO_INLINE void add(const Interval& item) {
    ++items;
    never_false += can_be_false(item) ? 0 : 1;
    ever_true += can_be_true(item) ? 1 : 0;
  }
  /// At least one item applies if there is a value at all.
  CHISO_INLINE std::int64_t least() const { return never_false == items ? 1 : 0; }
  CHISO_INLINE Interval count() const { return {Rational(least()), Rational(ever_true)}; }
  CHISO_INLINE Interval share() const { return {Rational(least()), Rational(ever_true > 0 ? 1 : 0)}; }
};
}

CHISO_INLINE Interval interval_of(const Program& program, const Measures& measures, const Derived& derived) {
  using namespace detail;
  std::vector<Interval> stack(program.depth + 3U);
  Ticks ticks;
  for (const Node& node : program.nodes) {
    Interval* in = &stack[node.slot];
    const auto index = static_cast<std::size_t>(node.index);
    Interval out;
    switch (node.op) {
      case Op::literal: out = just(Rational(node.digits, Decimal::power(node.scale))); break;
      case Op::option:
      case Op::date: out = just(Rational(node.index)); break;
      case Op::measure: out = measure_interval(measures[index]); break;
      case Op::previous_measure: out = measure_interval(measures[derived.previous[index]]); break;
      case Op::cohort: out = cohort_interval(derived.cohorts[index], measures, derived); break;
      case Op::parameter: out = parameter_interval(derived.parameters[index]); break;
      case Op::below: out = below_interval(derived.below[index], derived); break;
      case Op::previous_below: out = below_interval(derived.below[derived.previous_below[index]], derived); break;
      case Op::previous_parameter: out = parameter_interval(derived.parameters[derived.previous_parameters[index]]); break;
      case Op::previous: out = in[0]; break;
      case Op::is_missing:
      case Op::is_applicable: out = truth_interval(true, true); break;
      case Op::coalesce: out = either_of(in[0], in[1]); break;
      case Op::choose:
        out = empty_interval();
        if (can_be_true(in[0])) out = in[1];
        if (can_be_false(in[0])) out = either_of(out, in[2]);
        break;
      case Op::both: out = truth_interval(can_be_false(in[0]) || can_be_false(in[1]), can_be_true(in[0]) && can_be_true(in[1])); break;
      case Op::either: out = truth_interval(can_be_false(in[0]) && can_be_false(in[1]), can_be_true(in[0]) || can_be_true(in[1])); break;
      case Op::tick_none:
        ticks = {};
        out = just(Rational(0));
        break;
      case Op::tick:
        ticks.add(in[1]);
        out = just(Rational(0));
        break;
      case Op::ticked_share: out = ticks.share(); break;
      case Op::ticked_count: out = ticks.count(); break;
      default: {
        bool empty = false;
        for (int i = 0; i < operands(node.op); ++i) empty = empty || in[i].empty;
        out = empty ? empty_interval() : strict_interval(node, in[0], in[1], in[2]);
      }
    }
    stack[node.slot] = kept_short(std::move(out));
  }
  return std::move(stack[0]);
}
}
