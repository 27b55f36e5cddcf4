#pragma once
#include <algorithm>
#include <chiso/explain/missing.hpp>
#include <chiso/expr/evaluate.hpp>
#include <chiso/score/shapes.hpp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// Finds what makes results missing on one row.
struct MissingInputs {
  const Derived& derived;
  const Batch& batch;
  std::size_t row;
  std::vector<MissingInput>& out;

  /// Adds what makes the result of a program missing; nothing if it is not missing.
  CHISO_INLINE void of(const Program& program) const {
    if (program.nodes.empty()) return;
    const auto results = results_of_nodes(program, batch, row);
    add(program, results, starts_of(program), program.nodes.size() - 1);
  }
  /// Adds what makes the points of a rule missing, or a part of it count its own policy for that.
  CHISO_INLINE void of(const Shape& shape) const {
    const auto result = evaluate(shape, batch, row).points.state;
    const auto* combined = std::get_if<shapes::Combine>(&static_cast<const AnyShape&>(shape));
    if (!combined && result == State::missing) for_each_program(shape, [&](const Program& program) { of(program); });
    if (!combined || result == State::not_applicable) return;
    for (std::size_t i = 0; i < combined->parts.size(); ++i) {
      const auto own = evaluate(combined->parts[i], batch, row).points.state;
      const bool counts = own == State::value || combined->of_part[i].in(own).has_value();
      if (counts || own == result) of(combined->parts[i]);
    }
  }

 private:
  using Results = std::vector<NodeResult>;
  using Starts = std::vector<std::size_t>;
  /// For each node the first of those that it and its operands are made of.
  CHISO_INLINE static Starts starts_of(const Program& program) {
    Starts out(program.nodes.size());
    for (std::size_t at = 0; at < out.size(); ++at) {
      auto start = at;
      for (int i = operands(program.nodes[at].op); i > 0; --i) start = out[start - 1];
      out[at] = start;
    }
    return out;
  }
  CHISO_INLINE void add(const Program& program, const Results& results, const Starts& starts, std::size_t at) const {
    if (results[at].state != State::missing) return;
    const auto& node = program.nodes[at];
    const auto index = static_cast<std::size_t>(node.index);
    switch (node.op) {
      case Op::measure:
      case Op::cohort: out.push_back({node.op, index}); return;
      case Op::parameter: return of_parameter(index);
      case Op::below: return of_below(index);
      case Op::previous_measure:
      case Op::previous_parameter:
      case Op::previous_below: out.push_back(has_previous() ? MissingInput{node.op, index} : MissingInput{Op::previous, 0}); return;
      case Op::previous:
        if (has_previous()) break;
        out.push_back({Op::previous, 0});
        return;
      case Op::choose: {
        const auto otherwise = at - 1, then = starts[otherwise] - 1, condition = starts[then] - 1;
        const bool is_open = results[condition].state != State::value;
        return add(program, results, starts, is_open ? condition : results[condition].is_true ? then : otherwise);
      }
      default: break;
    }
    auto operand = at;
    for (int i = operands(node.op); i > 0; --i) {
      --operand;
      add(program, results, starts, operand);
      operand = starts[operand];
    }
  }
  CHISO_INLINE bool has_previous() const { return !batch.has_previous.empty() && batch.has_previous[row] == State::value; }
  CHISO_INLINE void of_parameter(std::size_t parameter) const {
    const auto& of = derived.parameters[parameter];
    const bool by_choice = of.by() == Parameter::By::choice;
    out.push_back(by_choice ? MissingInput{Op::measure, of.measure()} : MissingInput{Op::parameter, parameter});
  }
  /// A parameter that is missing makes all of it so, whatever stands in the table.
  CHISO_INLINE void of_below(std::size_t term) const {
    const auto before = out.size();
    for (const auto& read : derived.below[term].of.nodes) {
      const auto index = static_cast<std::size_t>(read.index);
      if (read.op == Op::parameter && batch.parameters[index].of(row).state == State::missing) of_parameter(index);
    }
    if (out.size() == before) out.push_back({Op::below, term});
  }
};

/// Whether nothing but measures of the row can make the result of a program missing, and each of them that is missing does.
CHISO_INLINE bool needs_all_it_reads(const Program& program, const Derived& derived) {
  return std::all_of(program.nodes.begin(), program.nodes.end(), [&](const Node& node) {
    switch (node.op) {
      case Op::previous_measure:
      case Op::previous_parameter:
      case Op::previous_below:
      case Op::below:
      case Op::cohort:
      case Op::previous:
      case Op::is_missing:
      case Op::is_applicable:
      case Op::coalesce:
      case Op::both:
      case Op::either:
      case Op::choose:
      case Op::tick_none:
      case Op::tick:
      case Op::ticked_share:
      case Op::ticked_count: return false;
      case Op::parameter: {
        const auto by = derived.parameters[static_cast<std::size_t>(node.index)].by();
        return by == Parameter::By::nothing || by == Parameter::By::choice;
      }
      default: return true;
    }
  });
}
}
}
