#pragma once
#include <algorithm>
#include <chiso/expr/impl/operation.ipp>
#include <chiso/expr/tile.hpp>

namespace chiso::inline CHISO_BUILD {
// This is not part of the kernel, into which everything is inlined: g++ 12 would then forget that an allocation may throw.
template <class Number>
void TileEvaluator<Number>::make_room(std::size_t depth) {
  while (lanes_.size() < depth + 2) lanes_.push_back(std::make_unique_for_overwrite<Lane<Number>>());
  if (stack_.size() >= depth + 3) return;
  stack_.resize(depth + 3);
  operands_.resize(depth + 3);
}

template <class Number>
Operand<Number> TileEvaluator<Number>::run(const Program& program, const Bounds& bounds, const Batch& batch, std::size_t first,
                                           std::size_t count) {
  make_room(program.depth);
  return evaluate(program, bounds, batch, first, count);
}

template <class Number>
CHISO_KERNEL Operand<Number> TileEvaluator<Number>::evaluate(const Program& program, const Bounds& bounds, const Batch& batch,
                                                             std::size_t first, std::size_t count) {
  for (std::size_t i = 0; i < program.nodes.size(); ++i) {
    const Node& node = program.nodes[i];
    auto& out = *lanes_[node.slot];
    auto& room = *lanes_[node.slot + 1U];
    const Operand<Number> a = stack_[node.slot], b = stack_[node.slot + 1U], c = stack_[node.slot + 2U];
    const detail::Operation<Number> op{bounds.steps[i], count, out};
    const auto index = static_cast<std::size_t>(node.index);
    Operand<Number> result;
    switch (node.op) {
      case Op::literal:
        std::fill_n(out.num, count, whole::from<Number>(node.digits));
        result = op.uniform(static_cast<Number>(Decimal::power(node.scale)), nullptr);
        break;
      case Op::option:
      case Op::date:
        std::fill_n(out.num, count, static_cast<Number>(node.index));
        result = op.uniform(1, nullptr);
        break;
      case Op::measure: result = detail::load(batch.measures[index], first, count, out); break;
      case Op::previous_measure: result = detail::load(batch.previous[index], first, count, out); break;
      case Op::cohort: result = detail::load(batch.cohorts[index], first, count, out); break;
      case Op::parameter: result = detail::load(batch.parameters[index], first, count, out); break;
      case Op::below: result = detail::load(batch.below[index], first, count, out); break;
      case Op::previous_below: result = detail::load(batch.previous_below[index], first, count, out); break;
      case Op::previous_parameter: result = detail::load(batch.previous_parameters[index], first, count, out); break;
      case Op::negate: {
        const Number* x = a.num;
        Number* n = out.num;
        each_row(count, [=](std::size_t r) { n[r] = -x[r]; });
        result = {out.num, a.den, a.common, a.state};
        break;
      }
      case Op::absolute: {
        const Number* x = a.num;
        Number* n = out.num;
        each_row(count, [=](std::size_t r) { n[r] = x[r] < 0 ? -x[r] : x[r]; });
        result = {out.num, a.den, a.common, a.state};
        break;
      }
      case Op::floor: result = op.floored(a); break;
      case Op::round: result = op.nearest(a, static_cast<Number>(Decimal::power(node.scale))); break;
      case Op::negation: {
        const Number* x = a.num;
        Number* n = out.num;
        each_row(count, [=](std::size_t r) { n[r] = 1 - x[r]; });
        result = op.uniform(1, op.hushed(a.state));
        break;
      }
      case Op::is_missing:
      case Op::is_applicable: {
        const bool missing = node.op == Op::is_missing;
        for (std::size_t r = 0; r < count; ++r) {
          const State state = a.state == nullptr ? State::value : a.state[r];
          out.num[r] = (missing ? state == State::missing : state != State::not_applicable) ? 1 : 0;
        }
        result = op.uniform(1, nullptr);
        break;
      }
      case Op::previous:
        if (batch.has_previous.empty()) {  // no row has a previous one
          std::fill_n(out.num, count, Number{0});
          std::fill_n(out.den, count, Number{1});
          std::fill_n(out.state, count, State::missing);
          result = op.step.result.uniform ? op.uniform(a.common, out.state) : op.ratios(out.state);
          break;
        }
        result = op.selection(a, Operand<Number>{a.num, a.den, a.common, nullptr}, room, batch.has_previous.data() + first,
                              [](std::size_t) { return true; });
        break;
      case Op::add: result = op.sum(a, b, room, [](Number x, Number y) { return x + y; }); break;
      case Op::subtract: result = op.sum(a, b, room, [](Number x, Number y) { return x - y; }); break;
      case Op::days: result = op.sum(a, b, room, [](Number x, Number y) { return y - x; }); break;
      case Op::multiply: result = op.product(a, b, room); break;
      case Op::divide:
      case Op::percent:
        result = op.quotient(a, b, bounds.steps[operands_[node.slot + 1U]].result, node.op == Op::percent ? 100 : 1, room);
        break;
      case Op::minimum: result = op.extreme(a, b, room, [](Number x, Number y) { return x <= y; }); break;
      case Op::maximum: result = op.extreme(a, b, room, [](Number x, Number y) { return x >= y; }); break;
      case Op::less: result = op.comparison(a, b, room, [](Number x, Number y) { return x < y; }); break;
      case Op::less_equal: result = op.comparison(a, b, room, [](Number x, Number y) { return x <= y; }); break;
      case Op::greater: result = op.comparison(a, b, room, [](Number x, Number y) { return x > y; }); break;
      case Op::greater_equal: result = op.comparison(a, b, room, [](Number x, Number y) { return x >= y; }); break;
      case Op::equal: result = op.comparison(a, b, room, [](Number x, Number y) { return x == y; }); break;
      case Op::not_equal: result = op.comparison(a, b, room, [](Number x, Number y) { return x != y; }); break;
      case Op::both: result = op.logical(a, b, false); break;
      case Op::either: result = op.logical(a, b, true); break;
      case Op::coalesce:
        result = a.state == nullptr ? a : op.selection(a, b, room, nullptr, [&](std::size_t r) { return a.state[r] != State::missing; });
        break;
      case Op::choose:  // the condition is in the place of the result, so each row is read before it is written
        result = op.selection(b, c, *lanes_[node.slot + 2U], a.state, [&](std::size_t r) { return a.num[r] != 0; });
        break;
      case Op::clamp: result = op.clamped(a, b, c, room, *lanes_[node.slot + 2U]); break;
      case Op::tick_none:
        std::fill_n(out.num, count, Number{0});
        std::fill_n(out.den, count, Number{0});
        std::fill_n(out.state, count, State::value);
        result = op.ratios(out.state);
        break;
      case Op::tick:
        for (std::size_t r = 0; r < count; ++r) {
          const State state = b.state == nullptr ? State::value : b.state[r];
          const bool applies = state != State::not_applicable;
          out.num[r] = a.num[r] + (state == State::value ? b.num[r] : Number{0});
          out.den[r] = a.den[r] + (applies ? 1 : 0);
          out.state[r] = applies ? strongest(a.state[r], state) : a.state[r];
        }
        result = op.ratios(out.state);
        break;
      case Op::ticked_share:
      case Op::ticked_count:
        for (std::size_t r = 0; r < count; ++r) {
          const State state = a.den[r] == 0 ? State::not_applicable : a.state[r];
          const bool value = state == State::value;
          out.num[r] = value ? a.num[r] : Number{0};
          out.den[r] = value ? a.den[r] : Number{1};
          out.state[r] = state;
        }
        result = node.op == Op::ticked_share ? op.ratios(out.state) : op.uniform(1, out.state);
        break;
    }
    stack_[node.slot] = result;
    operands_[node.slot] = static_cast<std::uint32_t>(i);
  }
  return stack_[0];
}
}
