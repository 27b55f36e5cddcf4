#pragma once
#include <algorithm>
#include <chiso/model/check_draft.hpp>
#include <chiso/model/name_problems.hpp>
#include <unordered_set>
#include <utility>

// The load errors of every type of check, and what it is lowered to.
namespace chiso::inline CHISO_BUILD {
CHISO_DEFINE_VALUE_MEMBERS(CheckDraft)
CHISO_INLINE std::string_view type_of(const CheckDraft& check) {
  return std::visit([](const auto& of) { return std::remove_cvref_t<decltype(of)>::type; }, static_cast<const AnyCheck&>(check));
}

namespace detail {
/// Reads what a program consists of: nodes in the order of evaluation, each operation behind its operands.
struct ProgramParts {
  const Program& program;
  const Measures& measures;
  const Derived& derived;

  /// Where the nodes begin of which the one at `root` is the last: what stands before them left its result further down.
  CHISO_INLINE std::size_t start_of(std::size_t root) const {
    const auto& nodes = program.nodes;
    auto first = root;
    while (first > 0 && nodes[first - 1].slot >= nodes[root].slot) --first;
    return first;
  }
  /// The last nodes of the operands of an operation, the left one first.
  CHISO_INLINE std::vector<std::size_t> operands_of(std::size_t root) const {
    std::vector<std::size_t> out(static_cast<std::size_t>(operands(program.nodes[root].op)));
    auto last = root - 1;
    for (auto at = out.rbegin(); at != out.rend(); ++at) {
      *at = last;
      last = start_of(last) - 1;
    }
    return out;
  }
  struct Kind {
    Type type = Type::number;
    std::int32_t options = -1;
  };
  CHISO_INLINE Kind of_measure(std::size_t measure) const {
    const auto type = type_of(measures[measure].type);
    return {type, type == Type::choice ? static_cast<std::int32_t>(measure) : -1};
  }
  /// The type of a result, and for a choice the measure whose options it has; of a single option these are not known.
  CHISO_INLINE Kind kind_of(std::size_t root) const {
    const auto& node = program.nodes[root];
    switch (node.op) {
      case Op::literal: return {node.index == Node::truth_literal ? Type::truth : Type::number};
      case Op::option: return {Type::choice};
      case Op::date: return {Type::date};
      case Op::measure: return of_measure(static_cast<std::size_t>(node.index));
      case Op::previous_measure: return of_measure(derived.previous[static_cast<std::size_t>(node.index)]);
      case Op::negation:
      case Op::is_missing:
      case Op::is_applicable:
      case Op::less:
      case Op::less_equal:
      case Op::greater:
      case Op::greater_equal:
      case Op::equal:
      case Op::not_equal:
      case Op::both:
      case Op::either: return {Type::truth};
      case Op::previous: return kind_of(operands_of(root)[0]);
      case Op::coalesce:
      case Op::choose: {
        const auto parts = operands_of(root);
        const auto first = kind_of(parts[parts.size() - 2]);
        return first.type == Type::choice && first.options < 0 ? kind_of(parts.back()) : first;
      }
      default: return {};
    }
  }
  CHISO_INLINE Program part(std::size_t root) const {
    Program out;
    for (auto i = start_of(root); i <= root; ++i) out.push(program.nodes[i]);
    const auto kind = kind_of(root);
    out.type = kind.type;
    out.options = kind.options;
    return out;
  }
  CHISO_INLINE static std::string_view sign_of(Op op) {
    switch (op) {
      case Op::less: return "<";
      case Op::less_equal: return "<=";
      case Op::greater: return ">";
      case Op::greater_equal: return ">=";
      case Op::equal: return "==";
      case Op::not_equal: return "!=";
      default: return {};
    }
  }
  /// Adds the comparisons that the outermost `and`s join, in the order of the text; false if anything else is joined.
  CHISO_INLINE bool add_sides(std::size_t root, std::vector<ComparedSides>& out) const {
    const auto op = program.nodes[root].op;
    const auto sign = sign_of(op);
    if (op != Op::both && sign.empty()) return false;
    const auto sides = operands_of(root);
    if (op == Op::both) return add_sides(sides[0], out) && add_sides(sides[1], out);
    auto left = part(sides[0]), right = part(sides[1]);
    // A single option has those of the other side.
    if (left.options < 0) left.options = right.options;
    if (right.options < 0) right.options = left.options;
    out.push_back({std::move(left), sign, std::move(right)});
    return true;
  }
};
}

namespace checks {
CHISO_INLINE CheckForm Relation::lower(const CheckContext& in) const {
  check_forms::Relation out{.holds = in.program(holds)};
  const detail::ProgramParts parts{out.holds, in.measures, in.derived};
  if (!parts.add_sides(out.holds.nodes.size() - 1, out.sides)) out.sides.clear();
  return out;
}

CHISO_INLINE void Stated::check(const CheckContext& in) const {
  if (decimals < 0 || decimals > 9) in.problem("decimals", chiso::problems::decimals_range, {decimals});
}
CHISO_INLINE CheckForm Stated::lower(const CheckContext& in) const {
  check_forms::Stated out{.stated = in.program(stated), .of = in.program(of), .decimals = decimals};
  out.holds = out.stated;
  out.holds.append(out.of);
  out.holds.push({.op = Op::round, .scale = static_cast<std::int8_t>(decimals)});
  out.holds.push({.op = Op::equal});
  out.holds.type = Type::truth;
  const auto& nodes = out.of.nodes;
  const auto is_count = [&](const Node& node) {
    return node.op == Op::measure && in.measures[static_cast<std::size_t>(node.index)].type == MeasureType::count;
  };
  if (nodes.size() == 3 && nodes[2].op == Op::percent && is_count(nodes[0]) && is_count(nodes[1]) && nodes[0].index != nodes[1].index)
    out.counts = {static_cast<std::size_t>(nodes[0].index), static_cast<std::size_t>(nodes[1].index)};
  return out;
}

CHISO_INLINE void Repeated::check(const CheckContext& in) const {
  const auto list = in.report.step("values");
  if (values.size() < 3) in.report.add(chiso::problems::repeated_few, {values.size()});
  const auto is_number = [](const Measure& measure) { return measure.type == MeasureType::count || measure.type == MeasureType::decimal; };
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto step = in.report.step(i);
    if (!seen.insert(values[i]).second) {
      in.report.add(chiso::problems::repeated_twice, {values[i]});
      continue;
    }
    const auto measure = in.measures.find(values[i]);
    if (measure && is_number(in.measures[*measure])) continue;
    auto hint = in.report.suggestion(values[i], [&] {
      std::vector<std::string_view> numbers;
      for (const auto& one : in.measures)
        if (is_number(one)) numbers.push_back(one.name);
      return numbers;
    });
    in.report.add(chiso::problems::repeated_measure, {values[i]}).hint = std::move(hint);
  }
}
CHISO_INLINE CheckForm Repeated::lower(const CheckContext& in) const {
  check_forms::Repeated out;
  for (const auto& name : values) out.measures.push_back(*in.measures.find(name));
  in.derived.looks_back = true;
  return out;
}

CHISO_INLINE void Unusual::check(const CheckContext& in) const {
  if (times <= Decimal(0)) in.problem("times", chiso::problems::unusual_times, {times.text()});
}
CHISO_INLINE CheckForm Unusual::lower(const CheckContext& in) const {
  return check_forms::Unusual{.value = in.program(value), .times = Rational(times)};
}
}
}
