#pragma once
#include <algorithm>
#include <chiso/evidence/cohort_figure.hpp>
#include <chiso/plan/impl/value_range.ipp>
#include <chiso/plan/impl/what_if_row.ipp>
#include <chiso/score/item_effect.hpp>
#include <map>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What a leaf can achieve while one measure of a row goes through a range of values, all else unchanged: the evaluator of single rows once
/// more, over ranges (detail::ValueRange). What it says is certain, though it may say less than is true; of a single value it says all.
class RangeEvaluator {
 public:
  using Range = detail::ValueRange;
  /// `row` is read without changes.
  CHISO_INLINE RangeEvaluator(WhatIfRow& row, std::size_t measure)
      : row_(row), overlay_(row.unchanged()), model_(row.what_if().ranked().scores().model()), measure_(measure) {}

  /// What the leaf achieves, in quanta, after its policies and the groups with `one_of` above it. Always a value.
  CHISO_INLINE Range achieved(std::size_t item, const detail::KRange& k) {
    k_ = k;
    const auto node = model_.items()[item];
    const auto out = left_out(node);
    if (out == Maybe::yes) return Range::one(Rational(0));
    auto counted = points(item);
    return out == Maybe::no ? counted : detail::hull_of(counted, Range::one(Rational(0)));
  }

 private:
  enum class Maybe : std::uint8_t { no, yes, maybe };

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

  CHISO_INLINE static Range of_points(Points points) { return Range::one(Rational(points.quanta)); }
  CHISO_INLINE Range clamped(const Range& points, Points least, Points most) const {
    return detail::smaller_of(detail::larger_of(points, of_points(least), k_), of_points(most), k_);
  }
  CHISO_INLINE Range line_of(const Range& value, const Rational& slope, const Rational& offset) const {
    return detail::sum_of(detail::product_of(Range::one(slope), value, k_), Range::one(offset), k_);
  }
  CHISO_INLINE Range points_of(const shapes::Lookup& shape) {
    const auto at = value(shape.value);
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
    const auto at = value(shape.value);
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
    const auto at = value(shape.value);
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
    const auto at = value(shape.value);
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
    const auto at = value(shape.value), target = value(shape.target), leader = value(shape.leader);
    Range out{.states = detail::strongest_of(detail::strongest_of(at.states, target.states), leader.states),
              .least = Rational(0),
              .most = Rational(shape.most.quanta)};
    if (out.is_value()) {
      // The leader is the greatest of the others, or the row itself: so points rise with the value, and fall with a target above 0.
      const auto zero = Range::one(Rational(0)), half = Range::one(Rational(shape.most.quanta, 2));
      if (detail::is_at_most_0(target)) return zero;
      if (target.least && target.least->sign() > 0) {
        const auto beyond = detail::sum_of(at, detail::opposite_of(target), k_);
        if (beyond.most && beyond.most->sign() < 0) {
          if (detail::is_at_most_0(at)) return zero;
          if (detail::is_at_least_0(at)) return detail::product_of(half, detail::quotient_of(at, target, k_), k_);
        } else if (detail::is_at_least_0(beyond)) {
          if (at.least && leader.most && *at.least >= *leader.most) return Range::one(Rational(shape.most.quanta));
          if (at.most && leader.least && *at.most < *leader.least) {
            const auto share = detail::quotient_of(beyond, detail::sum_of(leader, detail::opposite_of(target), k_), k_);
            return detail::product_of(half, detail::sum_of(Range::one(Rational(1)), share, k_), k_);
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
    for (const auto& part : parts) sum = detail::sum_of(sum, part, k_);
    if (shape.by == shapes::Combine::By::deducted) sum = detail::sum_of(of_points(shape.most), detail::opposite_of(sum), k_);
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
      into = into ? detail::larger_of(*into, as_value, k_) : as_value;
    }
    if (sure && !maybe) return clamped(*sure, Points{0}, most);
    if (!sure && !maybe) return Range::only(states);
    Range out = sure ? detail::hull_of(*sure, detail::larger_of(*sure, *maybe, k_)) : *maybe;
    out.rises = out.falls = false;
    out.line.reset();
    if (!sure) out.states = static_cast<std::uint8_t>(15);
    out = clamped(out, Points{0}, most);
    if (!sure) out.states = static_cast<std::uint8_t>(15);
    out.rises = out.falls = false;
    out.settle();
    return out;
  }
  CHISO_INLINE Range shape(const Shape& of) {
    return std::visit([this](const auto& one) { return points_of(one); }, static_cast<const AnyShape&>(of));
  }

  /// The state of an item and what it counts in it.
  CHISO_INLINE Range result_of(std::size_t item) {
    const auto nodes = model_.nodes();
    auto out = shape(nodes[model_.items()[item]].shape);
    for (auto at = model_.items()[item]; at != Criterion::none; at = nodes[at].parent) {
      if (!nodes[at].applies_when) continue;
      const auto truth = value(*nodes[at].applies_when);
      auto states = static_cast<std::uint8_t>(truth.states & ~Range::bit(State::value));
      if (truth.may_be_true()) states |= Range::bit(State::value);
      if (truth.may_be_false()) states |= Range::bit(State::not_applicable);
      out.states = detail::strongest_of(out.states, states);
    }
    out.settle();
    return out;
  }
  CHISO_INLINE Range points(std::size_t item) {
    const auto& criterion = model_.nodes()[model_.items()[item]];
    const auto now = row_.items()[item];
    if (now.is_outside || now.state == ItemState::stated || row_.is_stated(item)) return Range::one(Rational(now.achieved));
    const auto result = result_of(item);
    std::optional<Range> out;
    for (const auto state : {State::value, State::undefined, State::missing, State::not_applicable}) {
      if (!result.may_be(state)) continue;
      const auto effect = effect_of(criterion, item_state(state));
      auto one = effect.computed ? detail::raised_by(result, [](const Rational& of) { return Rational(of.nearest_whole()); })
                                 : Range::one(Rational(effect.achieved));
      one.states = Range::bit(State::value);
      out = out ? detail::hull_of(*out, one) : one;
    }
    const bool is_pure = (result.states & (result.states - 1)) == 0;
    if (!is_pure) {
      out->rises = out->falls = false;
      out->line.reset();
      out->settle();
    }
    return *out;
  }

  /// Whether anything is applicable with a node, in a group with `one_of` above which nothing leaves it out.
  CHISO_INLINE Maybe is_applicable(std::size_t node) {
    const auto nodes = model_.nodes();
    const auto& criterion = nodes[node];
    if (criterion.is_leaf()) {
      const auto now = row_.items()[criterion.item];
      if (now.is_outside || now.state == ItemState::stated || row_.is_stated(criterion.item))
        return now.applicable > 0 ? Maybe::yes : Maybe::no;
      const auto result = result_of(criterion.item);
      bool any = false, all = true;
      for (const auto state : {State::value, State::undefined, State::missing, State::not_applicable}) {
        if (!result.may_be(state)) continue;
        const bool applies = effect_of(criterion, item_state(state)).applicable > 0;
        any = any || applies;
        all = all && applies;
      }
      return all ? Maybe::yes : any ? Maybe::maybe : Maybe::no;
    }
    auto out = Maybe::no;
    for (auto child = node + 1; child < criterion.end; child = nodes[child].end) {
      auto of_child = is_applicable(child);
      if (criterion.grouping == Grouping::one_of) of_child = both(of_child, may_apply(child));
      if (of_child == Maybe::yes) return Maybe::yes;
      if (of_child == Maybe::maybe) out = Maybe::maybe;
    }
    return out;
  }
  static Maybe both(Maybe a, Maybe b) {
    if (a == Maybe::no || b == Maybe::no) return Maybe::no;
    return a == Maybe::yes && b == Maybe::yes ? Maybe::yes : Maybe::maybe;
  }
  /// Whether the condition of a child of such a group is neither false nor not applicable, or its points are stated.
  CHISO_INLINE Maybe may_apply(std::size_t node) {
    const auto& criterion = model_.nodes()[node];
    if (!criterion.applies_when) return Maybe::yes;
    if (criterion.is_leaf() && row_.items()[criterion.item].state == ItemState::stated) return Maybe::yes;
    const auto truth = value(*criterion.applies_when);
    const bool may_not = truth.may_be_false() || truth.may_be(State::not_applicable);
    const bool may = truth.may_be_true() || truth.may_be(State::missing) || truth.may_be(State::undefined);
    return !may_not ? Maybe::yes : may ? Maybe::maybe : Maybe::no;
  }
  /// Whether a group with `one_of` above leaves a node out.
  CHISO_INLINE Maybe left_out(std::size_t node) {
    const auto nodes = model_.nodes();
    auto out = Maybe::no;
    for (auto at = node; nodes[at].parent != Criterion::none; at = nodes[at].parent) {
      const auto group = nodes[at].parent;
      if (nodes[group].grouping != Grouping::one_of) continue;
      auto here = may_apply(at) == Maybe::yes ? Maybe::no : may_apply(at) == Maybe::no ? Maybe::yes : Maybe::maybe;
      for (auto before = group + 1; before < at && here != Maybe::yes; before = nodes[before].end) {
        const auto counts = both(is_applicable(before), may_apply(before));
        if (counts != Maybe::no) here = counts;
      }
      if (here == Maybe::yes) return Maybe::yes;
      if (here == Maybe::maybe) out = Maybe::maybe;
    }
    return out;
  }

  WhatIfRow& row_;
  RowOverlay& overlay_;
  Model model_;
  std::size_t measure_;
  detail::KRange k_{};
  std::map<const shapes::Bands*, BandPieces> pieces_{};
};
}
