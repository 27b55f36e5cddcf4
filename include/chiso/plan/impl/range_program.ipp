#pragma once
#include <algorithm>
#include <chiso/evidence/cohort_figure.hpp>
#include <chiso/plan/impl/value_range.ipp>
#include <chiso/plan/impl/what_if_row.ipp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What expressions can come to on a row while one of its measures goes through a range of values, all else unchanged. What it says is
/// certain, though it may say less than is true; of a single value it says all.
class RangeProgram {
 public:
  using Range = detail::ValueRange;
  /// `row` is read without changes.
  CHISO_INLINE RangeProgram(WhatIfRow& row, std::size_t measure)
      : row_(row), overlay_(row.unchanged()), model_(row.what_if().ranked().scores().model()), measure_(measure) {}

  /// The range that the measure goes through.
  CHISO_INLINE const detail::KRange& k() const { return k_; }
  CHISO_INLINE void set(const detail::KRange& k) { k_ = k; }

  CHISO_INLINE Range value(const Program& program) {
    std::vector<Range> stack(program.depth + 3U);
    Ticks ticks;
    const auto& batch = overlay_.batch();
    const auto cell = [](const Column& column) { return Range::of(detail::cell_of(column)); };
    for (const auto& node : program.nodes) {
      Range* in = &stack[node.slot];
      const auto index = static_cast<std::size_t>(node.index);
      Range out;
      switch (node.op) {
        case Op::literal: out = Range::one(Rational(node.digits, Decimal::power(node.scale))); break;
        case Op::option:
        case Op::date: out = Range::one(Rational(node.index)); break;
        case Op::measure: out = index == measure_ ? own(batch.measures[index]) : cell(batch.measures[index]); break;
        case Op::previous_measure: out = cell(batch.previous[index]); break;
        case Op::cohort: out = cohort(index); break;
        case Op::parameter: out = Range::of(batch.parameters[index].of(0)); break;
        case Op::below: out = Range::of(batch.below[index].of(0)); break;
        case Op::previous_below: out = Range::of(batch.previous_below[index].of(0)); break;
        case Op::previous_parameter: out = Range::of(batch.previous_parameters[index].of(0)); break;
        case Op::previous:
          out = batch.has_previous.empty() || batch.has_previous[0] != State::value ? Range::only(Range::bit(State::missing)) : in[0];
          break;
        case Op::is_missing: out = Range::truth((in[0].states & ~Range::bit(State::missing)) != 0, in[0].may_be(State::missing)); break;
        case Op::is_applicable:
          out = Range::truth(in[0].may_be(State::not_applicable), (in[0].states & ~Range::bit(State::not_applicable)) != 0);
          break;
        case Op::coalesce:
          if (!in[0].may_be(State::missing)) {
            out = in[0];
          } else if (in[0].states == Range::bit(State::missing)) {
            out = in[1];
          } else {
            auto first = in[0];
            first.states &= static_cast<std::uint8_t>(~Range::bit(State::missing));
            first.settle();
            out = detail::hull_of(first, in[1]);
            out.rises = out.falls = false;
            out.line.reset();
          }
          break;
        case Op::choose: out = chosen(in[0], in[1], in[2]); break;
        case Op::both:
        case Op::either: out = both_or_either(in[0], in[1], node.op == Op::either); break;
        case Op::tick_none:
          ticks = {};
          out = Range::one(Rational(0));
          break;
        case Op::tick: {
          ticks.add(in[1]);
          std::uint8_t states = 0;  // an item that does not apply leaves the state as it is
          const auto item = in[1].states;
          const auto applying = static_cast<std::uint8_t>(item & ~Range::bit(State::not_applicable));
          if (in[1].may_be(State::not_applicable)) states |= in[0].states;
          if (applying != 0) states |= detail::strongest_of(in[0].states, applying);
          out = Range::only(states);
          break;
        }
        case Op::ticked_share:
        case Op::ticked_count: out = ticked(ticks, in[0].states, node.op == Op::ticked_share); break;
        default: out = strict(node, in);
      }
      stack[node.slot] = std::move(out);
    }
    return std::move(stack[0]);
  }

 private:
  CHISO_INLINE Range own(const Column& column) const {
    const auto unit = Rational(1, Decimal::power(column.decimals));
    Range out{.line = Range::Line{Rational(0), unit}};
    detail::by_line(out, k_);
    return out;
  }
  /// A cohort function that reads the measure on this row too.
  CHISO_INLINE Range cohort(std::size_t place) {
    const auto& term = model_.derived().cohorts[place];
    if (!row_.is_read_by_cohort(place, measure_)) return Range::of(overlay_.batch().cohorts[place].of(0));
    const auto mine = value(term.of);
    const auto& others = row_.others(place);
    const auto without = Range::of(cohort_figure(term.function, others));
    if (!mine.has_value()) return without;
    const auto count = Rational(others.rows + 1);
    Range with;
    switch (term.function) {
      case CohortFunction::count:
        with = term.of.type == Type::truth ? detail::sum_of(mine, Range::one(Rational(others.rows)), k_) : Range::one(count);
        break;
      case CohortFunction::sum: with = detail::sum_of(mine, Range::one(others.sum), k_); break;
      case CohortFunction::mean:
        with = detail::product_of(detail::sum_of(mine, Range::one(others.sum), k_), Range::one(Rational(1) / count), k_);
        break;
      case CohortFunction::max: with = others.rows == 0 ? mine : detail::larger_of(mine, Range::one(others.best), k_); break;
      case CohortFunction::min: with = others.rows == 0 ? mine : detail::smaller_of(mine, Range::one(others.best), k_); break;
    }
    with.states = Range::bit(State::value);
    return mine.is_value() ? with : detail::hull_of(with, without);
  }

  /// The possible results of a truth, as bits: false, true, then the states.
  CHISO_INLINE static unsigned outcomes(const Range& truth) {
    unsigned out = 0;
    if (truth.may_be_false()) out |= 1U;
    if (truth.may_be_true()) out |= 2U;
    for (const auto state : {State::undefined, State::missing, State::not_applicable})
      if (truth.may_be(state)) out |= 2U << static_cast<unsigned>(state);
    return out;
  }
  CHISO_INLINE static Range both_or_either(const Range& a, const Range& b, bool decides) {
    bool no = false, yes = false;
    std::uint8_t states = 0;
    const auto of_a = outcomes(a), of_b = outcomes(b);
    for (unsigned i = 0; i < 5; ++i)
      for (unsigned j = 0; j < 5; ++j) {
        if ((of_a >> i & 1U) == 0 || (of_b >> j & 1U) == 0) continue;
        const auto decided = decides ? 1U : 0U;
        const auto state = [](unsigned of) { return of < 2 ? State::value : static_cast<State>(of - 1); };
        if (i == decided || j == decided) {
          (decides ? yes : no) = true;
        } else if (const auto strong = strongest(state(i), state(j)); strong != State::value) {
          states |= Range::bit(strong);
        } else {
          (decides ? no : yes) = true;
        }
      }
    auto out = Range::truth(no, yes);
    out.states = static_cast<std::uint8_t>(states | (no || yes ? Range::bit(State::value) : 0));
    out.rises = out.rises || (a.rises && b.rises);
    out.falls = out.falls || (a.falls && b.falls);
    out.settle();
    return out;
  }
  CHISO_INLINE Range strict(const Node& node, const Range* in) const {
    using namespace detail;
    const auto &a = in[0], &b = in[1];
    switch (node.op) {
      case Op::negate: return opposite_of(a);
      case Op::absolute:
        if (is_at_least_0(a)) return a;
        if (is_at_most_0(a)) return opposite_of(a);
        {
          Range out{.states = a.states, .least = Rational(0)};
          if (a.least && a.most) out.most = (std::max)(-*a.least, *a.most);
          return out;
        }
      case Op::floor: return raised_by(a, [](const Rational& of) { return of.floor(); });
      case Op::round: return raised_by(a, [&](const Rational& of) { return of.nearest(node.scale); });
      case Op::negation: return sum_of(Range::one(Rational(1)), opposite_of(a), k_);
      case Op::add: return sum_of(a, b, k_);
      case Op::subtract: return sum_of(a, opposite_of(b), k_);
      case Op::days: return sum_of(b, opposite_of(a), k_);
      case Op::multiply: return product_of(a, b, k_);
      case Op::divide: return quotient_of(a, b, k_);
      case Op::percent: return product_of(Range::one(Rational(100)), quotient_of(a, b, k_), k_);
      case Op::minimum: return smaller_of(a, b, k_);
      case Op::maximum: return larger_of(a, b, k_);
      case Op::less: return is_below_0(sum_of(a, opposite_of(b), k_), false);
      case Op::less_equal: return is_below_0(sum_of(a, opposite_of(b), k_), true);
      case Op::greater: return is_below_0(sum_of(b, opposite_of(a), k_), false);
      case Op::greater_equal: return is_below_0(sum_of(b, opposite_of(a), k_), true);
      case Op::equal:
      case Op::not_equal: {
        const auto d = sum_of(a, opposite_of(b), k_);
        const bool never = (d.least && d.least->sign() > 0) || (d.most && d.most->sign() < 0);
        const bool always = d.least && d.most && d.least->sign() == 0 && d.most->sign() == 0;
        auto out = node.op == Op::equal ? Range::truth(!always, !never) : Range::truth(!never, !always);
        out.states = d.states;
        out.settle();
        return out;
      }
      case Op::clamp: {
        const auto &low = in[1], &high = in[2];
        auto states = strongest_of(strongest_of(a.states, low.states), high.states);
        const auto d = sum_of(low, opposite_of(high), k_);  // above 0: the ends are out of order
        const bool may_be_wrong = !d.most || d.most->sign() > 0, may_be_right = !d.least || d.least->sign() <= 0;
        auto out = smaller_of(larger_of(a, low, k_), high, k_);
        if ((states & Range::bit(State::value)) != 0 && may_be_wrong) {
          states |= Range::bit(State::undefined);
          if (!may_be_right) states &= static_cast<std::uint8_t>(~Range::bit(State::value));
        }
        out.states = states;
        out.settle();
        return out;
      }
      default: return Range::only(15);
    }
  }
  /// A checklist's counts, beside the stack.
  struct Ticks {
    std::int64_t apply_least = 0, apply_most = 0, yes_least = 0, yes_most = 0;
    bool rises = true, falls = true;
    CHISO_INLINE void add(const Range& item) {
      if (!item.may_be(State::not_applicable)) ++apply_least;
      if (item.states != Range::bit(State::not_applicable)) ++apply_most;
      if (item.is_value() && !item.may_be_false()) ++yes_least;
      if (item.may_be_true()) ++yes_most;
      if (item.states == Range::bit(State::not_applicable)) return;
      rises = rises && item.rises;
      falls = falls && item.falls;
    }
  };
  CHISO_INLINE Range chosen(const Range& truth, const Range& yes, const Range& no) const {
    const auto states = static_cast<std::uint8_t>(truth.states & ~Range::bit(State::value));
    if (!truth.has_value()) return Range::only(states);
    const bool may_be_yes = truth.may_be_true(), may_be_no = truth.may_be_false();
    auto out = may_be_yes && may_be_no ? detail::hull_of(yes, no) : may_be_yes ? yes : no;
    if (may_be_yes && may_be_no) {
      // A truth that rises takes the second branch up to some value, then the first.
      const auto meets = [](const Range& below, const Range& above) { return below.most && above.least && *below.most <= *above.least; };
      const auto &first = truth.rises ? no : yes, &then = truth.rises ? yes : no;
      const bool turns_once = (truth.rises || truth.falls) && out.is_value();
      out.line.reset();
      out.rises = turns_once && first.rises && then.rises && meets(first, then);
      out.falls = turns_once && first.falls && then.falls && meets(then, first);
    }
    out.states |= states;
    out.settle();
    return out;
  }
  CHISO_INLINE static Range ticked(const Ticks& ticks, std::uint8_t states, bool share) {
    const auto not_applicable = Range::bit(State::not_applicable);
    if (ticks.apply_most == 0) return Range::only(not_applicable);
    if (ticks.apply_least == 0) states |= not_applicable;
    Range out{.states = states, .least = Rational(ticks.yes_least), .most = Rational(ticks.yes_most)};
    out.rises = ticks.rises && ticks.apply_least == ticks.apply_most;
    out.falls = ticks.falls && ticks.apply_least == ticks.apply_most;
    if (share) {
      out.least = Rational(ticks.yes_least, ticks.apply_most);
      out.most = (std::min)(Rational(1), Rational(ticks.yes_most, (std::max)(ticks.apply_least, std::int64_t{1})));
    }
    out.settle();
    return out;
  }

  WhatIfRow& row_;
  RowOverlay& overlay_;
  Model model_;
  std::size_t measure_;
  detail::KRange k_{};
};
}
