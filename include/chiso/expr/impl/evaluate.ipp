#pragma once
#include <algorithm>
#include <chiso/expr/evaluate.hpp>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace detail {
CHISO_INLINE Outcome cell_outcome(const Column& column, std::size_t row) {
  const auto state = column.state(row);
  return state == State::value ? Outcome{State::value, Rational(column.values[row], Decimal::power(column.decimals))} : Outcome{state, {}};
}
CHISO_INLINE Outcome truth_outcome(bool value) { return {State::value, Rational(value ? 1 : 0)}; }
CHISO_INLINE bool is_truth(const Outcome& outcome, bool value) {
  return outcome.state == State::value && (outcome.value.sign() != 0) == value;
}

/// The operations that only read their values: the strongest state of the operands wins.
CHISO_INLINE Outcome strict_outcome(const Node& node, const Outcome* in) {
  const auto count = static_cast<std::size_t>(operands(node.op));
  State state = State::value;
  for (std::size_t i = 0; i < count; ++i) state = strongest(state, in[i].state);
  if (state != State::value) return {state, {}};
  const auto &a = in[0].value, &b = in[1].value;
  switch (node.op) {
    case Op::negate: return {State::value, -a};
    case Op::absolute: return {State::value, a.sign() < 0 ? -a : a};
    case Op::floor: return {State::value, a.floor()};
    case Op::round: return {State::value, a.nearest(node.scale)};
    case Op::negation: return truth_outcome(a.sign() == 0);
    case Op::add: return {State::value, a + b};
    case Op::subtract: return {State::value, a - b};
    case Op::days: return {State::value, b - a};
    case Op::multiply: return {State::value, a * b};
    case Op::divide:
    case Op::percent:
      if (b.sign() == 0) return {State::undefined, {}};
      return {State::value, (node.op == Op::percent ? Rational(100) * a : a) / b};
    case Op::minimum: return {State::value, (std::min)(a, b)};
    case Op::maximum: return {State::value, (std::max)(a, b)};
    case Op::less: return truth_outcome(a < b);
    case Op::less_equal: return truth_outcome(a <= b);
    case Op::greater: return truth_outcome(a > b);
    case Op::greater_equal: return truth_outcome(a >= b);
    case Op::equal: return truth_outcome(a == b);
    case Op::not_equal: return truth_outcome(a != b);
    case Op::clamp: {
      const auto& high = in[2].value;
      if (b > high) return {State::undefined, {}};
      return {State::value, std::clamp(a, b, high)};
    }
    default: return {};
  }
}
}

namespace detail {
/// Evaluates one row, and calls visit(place, outcome) for the result of every node, in their order.
template <class Visit>
Outcome evaluate_nodes(const Program& program, const Batch& batch, std::size_t row, const Visit& visit) {
  struct TicksOfRow {  // a checklist's counts are beside the stack: how many items are true, and how many apply
    std::int64_t yes = 0, apply = 0;
  };
  std::vector<Outcome> stack(program.depth + 3U);
  TicksOfRow ticks;
  for (std::size_t place = 0; place < program.nodes.size(); ++place) {
    const Node& node = program.nodes[place];
    Outcome* in = &stack[node.slot];
    const auto index = static_cast<std::size_t>(node.index);
    Outcome out;
    switch (node.op) {
      case Op::literal: out.value = Rational(node.digits, Decimal::power(node.scale)); break;
      case Op::option:
      case Op::date: out.value = Rational(node.index); break;
      case Op::measure: out = cell_outcome(batch.measures[index], row); break;
      case Op::previous_measure: out = cell_outcome(batch.previous[index], row); break;
      case Op::cohort: out = batch.cohorts[index].of(row); break;
      case Op::parameter: out = batch.parameters[index].of(row); break;
      case Op::below: out = batch.below[index].of(row); break;
      case Op::previous_below: out = batch.previous_below[index].of(row); break;
      case Op::previous_parameter: out = batch.previous_parameters[index].of(row); break;
      case Op::previous:
        out = batch.has_previous.empty() || batch.has_previous[row] != State::value ? Outcome{State::missing, {}} : std::move(in[0]);
        break;
      case Op::is_missing: out = truth_outcome(in[0].state == State::missing); break;
      case Op::is_applicable: out = truth_outcome(in[0].state != State::not_applicable); break;
      case Op::coalesce: out = std::move(in[0].state == State::missing ? in[1] : in[0]); break;
      case Op::choose:
        out = in[0].state != State::value ? Outcome{in[0].state, {}} : std::move(in[0].value.sign() != 0 ? in[1] : in[2]);
        break;
      case Op::both:
      case Op::either: {
        const bool decides = node.op == Op::either;  // the truth that decides, whatever the other side is
        if (is_truth(in[0], decides) || is_truth(in[1], decides)) {
          out = truth_outcome(decides);
        } else {
          out = truth_outcome(!decides);
          out.state = strongest(in[0].state, in[1].state);
        }
        break;
      }
      case Op::tick_none: ticks = {}; break;
      case Op::tick:  // in[0] carries the strongest state of the items that apply
        out.state = in[0].state;
        if (in[1].state == State::not_applicable) break;
        ++ticks.apply;
        ticks.yes += is_truth(in[1], true) ? 1 : 0;
        out.state = strongest(out.state, in[1].state);
        break;
      case Op::ticked_share:
      case Op::ticked_count:
        out.state = ticks.apply == 0 ? State::not_applicable : in[0].state;
        if (out.state == State::value) out.value = node.op == Op::ticked_share ? Rational(ticks.yes, ticks.apply) : Rational(ticks.yes);
        break;
      default: out = strict_outcome(node, in);
    }
    visit(place, out);
    stack[node.slot] = std::move(out);
  }
  return std::move(stack[0]);
}
}

CHISO_INLINE Outcome evaluate(const Program& program, const Batch& batch, std::size_t row) {
  return detail::evaluate_nodes(program, batch, row, [](std::size_t, const Outcome&) {});
}
CHISO_INLINE std::vector<NodeResult> results_of_nodes(const Program& program, const Batch& batch, std::size_t row) {
  std::vector<NodeResult> out(program.nodes.size());
  detail::evaluate_nodes(program, batch, row, [&](std::size_t place, const Outcome& result) {
    out[place] = {result.state, result.state == State::value && result.value.sign() != 0};
  });
  return out;
}
}
