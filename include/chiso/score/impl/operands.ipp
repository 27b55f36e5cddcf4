#pragma once
#include <algorithm>
#include <chiso/expr/evaluate.hpp>
#include <chiso/model/model.hpp>
#include <chiso/rule/checklist.hpp>
#include <chiso/score/scorecard.hpp>

namespace chiso::inline CHISO_BUILD {
/// What a rule reads, as data for its reason. Scoring never asks for it.
struct OperandReader {
  const Derived& derived;
  const Batch& batch;
  std::size_t row;

  /// Adds the operands of a rule, and the items of a checklist that are not true, to its result and to those of its parts.
  CHISO_INLINE void add(const Shape& shape, RuleResult& out) const {
    if (const auto* combined = std::get_if<shapes::Combine>(&static_cast<const AnyShape&>(shape))) {
      for (std::size_t i = 0; i < combined->parts.size(); ++i) add(combined->parts[i], out.reason.parts[i]);
      return;
    }
    const auto* measured = measured_by(shape);
    if (is_checklist(*measured)) return items(*measured, out.reason);
    if (shape.measured)
      read(*measured, out.operands);
    else
      for_each_program(shape, [&](const Program& program) { read(program, out.operands); });
    if (out.operands.size() == 1 && out.operands[0].from == Op::measure && measured->nodes.size() == 1) out.operands.clear();
  }

  /// Adds what a program reads and what is missing, unless a measure of the row is the cause, which the line lists by itself.
  CHISO_INLINE void add_missing(const Program& program, ScoreLine& line) const {
    const bool has_previous = !batch.has_previous.empty() && batch.has_previous[row] == State::value;
    for (const auto& node : program.nodes) {
      const bool of_previous = node.op == Op::previous_measure || node.op == Op::previous_parameter || node.op == Op::previous_below;
      if ((node.op == Op::previous || of_previous) && !has_previous)
        add_once({.from = Op::previous, .place = 0, .value = {}}, line.missing_elsewhere);
      if (node.op == Op::measure || !is_read(node.op) || (of_previous && !has_previous)) continue;
      auto operand = operand_of(node);
      if (operand.value.state != State::missing || by_measure_of_row(node)) continue;
      note_absent_table(node, line.tables_not_given);
      add_once(std::move(operand), line.missing_elsewhere);
    }
  }

 private:
  static constexpr std::size_t most_operands = 256;  // as many as an expression can read; a survey may read more
  static constexpr bool is_read(Op op) {
    return op == Op::measure || op == Op::previous_measure || op == Op::parameter || op == Op::previous_parameter || op == Op::cohort ||
           op == Op::below || op == Op::previous_below;
  }
  /// As the evaluator reads it.
  CHISO_INLINE ReadValue operand_of(const Node& node) const {
    Program alone;
    alone.push(node);
    return {node.op, static_cast<std::size_t>(node.index), evaluate(alone, batch, row)};
  }
  CHISO_INLINE static void add_once(ReadValue operand, std::vector<ReadValue>& out) {
    const auto same = [&](const ReadValue& other) { return other.from == operand.from && other.place == operand.place; };
    if (out.size() < most_operands && std::none_of(out.begin(), out.end(), same)) out.push_back(std::move(operand));
  }
  CHISO_INLINE void read(const Program& program, std::vector<ReadValue>& out) const {
    for (const auto& node : program.nodes)
      if (is_read(node.op)) add_once(operand_of(node), out);
  }
  CHISO_INLINE void items(const Program& checklist, Reason& reason) const {
    const auto items = items_of(checklist);
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto item = evaluate(items[i], batch, row);
      if (item.state == State::not_applicable) reason.not_applicable.push_back(i);
      if (item.state == State::value && item.value.sign() == 0) reason.not_true.push_back(i);
    }
  }
  /// Whether a parameter has no value, or a table below the unit is not read, since the choice that the parameter is by is missing.
  CHISO_INLINE bool by_measure_of_row(const Node& node) const {
    const auto index = static_cast<std::size_t>(node.index);
    if (node.op == Op::parameter) return derived.parameters[index].by() == Parameter::By::choice;
    if (node.op != Op::below) return false;
    const auto& nodes = derived.below[index].of.nodes;
    return std::any_of(nodes.begin(), nodes.end(), [&](const Node& read) {
      return read.op == Op::parameter && by_measure_of_row(read) &&
             batch.parameters[static_cast<std::size_t>(read.index)].of(row).state == State::missing;
    });
  }
  CHISO_INLINE void note_absent_table(const Node& node, std::vector<std::size_t>& out) const {
    const auto index = static_cast<std::size_t>(node.index);
    if (node.op != Op::below && node.op != Op::previous_below) return;
    const auto table = derived.below[node.op == Op::below ? index : derived.previous_below[index]].table;
    const bool absent = table < batch.absent_tables.size() && batch.absent_tables[table];
    if (absent && std::find(out.begin(), out.end(), table) == out.end()) out.push_back(table);
  }
};
}
