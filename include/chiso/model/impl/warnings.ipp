#pragma once
#include <algorithm>
#include <chiso/model/impl/check_builder.ipp>
#include <chiso/model/impl/model_data.ipp>
#include <chiso/model/model.hpp>
#include <chiso/model/parameter_problems.hpp>
#include <chiso/model/table_problems.hpp>
#include <chiso/model/warning_problems.hpp>
#include <chiso/rule/warnings.hpp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Warns about what is unusual in a model without errors.
struct ModelWarnings {
  const ModelDraft& draft;
  ModelData& data;
  Report& report;

  CHISO_INLINE void run() {
    std::size_t node = 0;
    criteria(draft.criteria, node);
    side("bonus", draft.adjustments.bonus, data.bonus_cap, node);
    side("penalty", draft.adjustments.penalty, data.penalty_cap, node);
    bonus_inside();
    tie_break();
    unread_measures();
  }

  // ---- rules; nodes are in the order of the draft
  CHISO_INLINE void criteria(const std::vector<CriterionDraft>& list, std::size_t& node) {
    const auto in = report.step("criteria");
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto step = report.step(i);
      const auto& criterion = data.nodes[node++];
      if (criterion.is_group())
        criteria(list[i].criteria, node);
      else
        rule(criterion, *list[i].rule);
    }
  }
  CHISO_INLINE void rule(const Criterion& criterion, const Rule& rule) {
    const auto in = report.step("rule");
    warn(rule, criterion.shape, {criterion.points, draft.point_decimals, data.measures, data.derived, report});
  }
  CHISO_INLINE void side(std::string_view name, const std::optional<SideDraft>& side, const std::optional<Points>& cap, std::size_t& node) {
    if (!side) return;
    const auto adjustments = report.step("adjustments");
    const auto in = report.step(name);
    Points sum;
    {
      const auto list = report.step("entries");
      for (std::size_t i = 0; i < side->entries.size(); ++i) {
        const auto step = report.step(i);
        const auto& entry = data.nodes[node++];
        rule(entry, side->entries[i].rule);
        sum = sum + entry.points;
      }
    }
    if (sum >= *cap) return;
    const auto step = report.step("cap");
    report.warn(problems::cap_unreachable, {side->cap.text(), as_decimal(sum, draft.point_decimals).text()});
  }

  /// Criteria of 90 points and a bonus of up to 10 are more often meant as a scale of 100 than as an index of what is out of 90.
  CHISO_INLINE void bonus_inside() {
    if (!data.bonus_cap || (draft.classes && draft.classes->on == ClassOn::points)) return;
    const auto is_round = [&](const Points& points) {
      const auto one = Decimal::power(draft.point_decimals);
      return points.quanta == 10 * one || points.quanta == 100 * one || points.quanta == 1000 * one;
    };
    if (is_round(data.points) || !is_round(data.points + *data.bonus_cap)) return;
    const auto adjustments = report.step("adjustments");
    const auto bonus = report.step("bonus");
    const auto step = report.step("cap");
    report.warn(problems::bonus_inside, {as_decimal(data.points, draft.point_decimals).text(), draft.adjustments.bonus->cap.text()});
  }

  // ---- tie-breaks
  /// The node below a criterion that has the same index in every row: a group with one child passes on its child's, unless it scales or
  /// caps it.
  CHISO_INLINE std::size_t same_index(std::size_t node) const {
    while (data.nodes[node].is_group() && data.nodes[node].grouping == Grouping::sum && data.nodes[node + 1].end == data.nodes[node].end)
      ++node;
    return node;
  }
  /// A tie-break is read if everything before it is equal: the index of the model, and those of the tie-breaks before.
  CHISO_INLINE void tie_break() {
    std::vector<const std::string*> equal(data.nodes.size());  // by node: the earlier criterion with the same index
    const std::string model;                                   // represents the model among the ids
    const bool adjusted = data.items.size() > data.leaves;
    if (!adjusted && data.nodes[0].end == data.criteria) equal[same_index(0)] = &model;
    const auto in = report.step("ranking");
    const auto list = report.step("tie_break");
    HashPlaces compared;  // the values so far
    for (std::size_t i = 0; i < data.tie_break.size(); ++i) {
      const auto step = report.step(i);
      if (data.tie_break[i].value) {
        value_that_breaks_ties(i, compared);
        continue;
      }
      const auto& id = data.nodes[data.tie_break[i].criterion].id;
      auto& before = equal[same_index(data.tie_break[i].criterion)];
      if (before)
        report.warn(problems::tie_break_undecided,
                    {Argument(phrases::index_compared_before, {id, before == &model ? Argument(phrases::the_model) : Argument(*before)}),
                     phrases::index_of_its_own});
      if (!before) before = &id;
    }
  }

  /// Whether a value may differ among the rows of a block, period and track.
  CHISO_INLINE bool may_differ(const Program& value) const {
    return std::any_of(value.nodes.begin(), value.nodes.end(), [&](const Node& node) {
      if (node.op == Op::parameter) return data.derived.parameters[static_cast<std::size_t>(node.index)].by() == Parameter::By::choice;
      return node.op == Op::below || node.op == Op::previous_below || node.op == Op::measure || node.op == Op::previous_measure ||
             node.op == Op::previous_parameter || node.op == Op::previous;
    });
  }
  /// A value that was compared before, in whichever order, leaves equals equal too.
  CHISO_INLINE void value_that_breaks_ties(std::size_t place, HashPlaces& compared) {
    const auto& value = *data.tie_break[place].value;
    const auto& text = std::get<TieBreakDraft>(draft.ranking.tie_break[place]).value.text;
    const auto hash = hash_of(value);
    const auto before = compared.find(hash, [&](std::uint32_t at) { return data.tie_break[at].value == value; });
    if (before == HashPlaces::none) compared.add(hash, static_cast<std::uint32_t>(place));
    if (!may_differ(value))
      report.warn(problems::tie_break_undecided, {Argument(phrases::same_value_for_all, {text}), phrases::value_of_each});
    else if (before != HashPlaces::none)
      report.warn(problems::tie_break_undecided, {Argument(phrases::value_compared_before, {text}), phrases::value_of_its_own});
  }

  // ---- measures and parameters
  /// Warns of parameters that nothing reads; the choices that the others depend on are read.
  CHISO_INLINE void unread_parameters(const std::vector<bool>& read, std::vector<bool>& read_measures) {
    const auto in = report.step("parameters");
    for (std::size_t i = 0; i < read.size(); ++i) {
      const auto& parameter = data.derived.parameters[i];
      if (parameter.by() == Parameter::By::choice) read_measures[parameter.measure()] = true;
      if (read[i]) continue;
      const auto step = report.step(parameter.name());
      report.warn(problems::parameter_unread, {parameter.name()});
    }
  }
  /// What the expressions of a model read, by name.
  struct Reads {
    std::vector<bool> measures, parameters, tables{};
    std::vector<std::vector<bool>> of_tables{};
  };
  /// Warns of tables that nothing reads, and of their measures.
  CHISO_INLINE void unread_tables(const Reads& read) {
    const auto in = report.step("tables");
    for (std::size_t i = 0; i < read.tables.size(); ++i) {
      const auto step = report.step(data.derived.tables[i].name);
      if (!read.tables[i])
        report.warn(problems::table_unread, {data.derived.tables[i].name});
      else
        unread(data.derived.tables[i].measures, read.of_tables[i]);
    }
  }
  CHISO_INLINE void unread(const Measures& measures, const std::vector<bool>& read) {
    const auto in = report.step("measures");
    for (std::size_t i = 0; i < read.size(); ++i) {
      if (read[i]) continue;
      const auto step = report.step(measures[i].name);
      report.warn(problems::measure_unread, {measures[i].name});
    }
  }
  CHISO_INLINE void unread_measures() {
    Reads read{std::vector<bool>(data.measures.size()), std::vector<bool>(data.derived.parameters.size()),
               std::vector<bool>(data.derived.tables.size())};
    for (const auto& table : data.derived.tables) read.of_tables.emplace_back(table.measures.size());
    // Measures in a program over the rows of a table are those of the table.
    const auto reads = [&](const auto& self, const Program& program, const Derived& derived, std::vector<bool>& measures) -> void {
      const auto below = [&](const BelowTerm& term) {
        read.tables[term.table] = true;
        self(self, term.of, derived, read.of_tables[term.table]);
      };
      for (const auto& node : program.nodes) {
        const auto index = static_cast<std::size_t>(node.index);
        if (node.op == Op::measure) measures[index] = true;
        if (node.op == Op::previous_measure) measures[derived.previous[index]] = true;
        if (node.op == Op::parameter) read.parameters[index] = true;
        if (node.op == Op::previous_parameter) read.parameters[derived.previous_parameters[index]] = true;
        if (node.op == Op::below) below(derived.below[index]);
        if (node.op == Op::previous_below) below(derived.below[derived.previous_below[index]]);
        if (node.op == Op::cohort) self(self, derived.cohorts[index].of, derived, measures);
      }
    };
    const auto of_row = [&](const Program& program) { reads(reads, program, data.derived, read.measures); };
    const auto of_check = [&](const Program& program) { reads(reads, program, data.check_derived, read.measures); };
    for (const auto& node : data.nodes) {
      if (node.applies_when) of_row(*node.applies_when);
      if (!node.is_group()) for_each_program(node.shape, of_row);
    }
    const auto may_read = [&](const auto& program) {
      if (program) of_row(*program);
    };
    for (const auto& one : data.tie_break) may_read(one.value);
    if (data.classes) {
      for (const auto& veto : data.classes->vetoes) may_read(veto.when);
      for (const auto& band : data.classes->bands) may_read(band.requirement);
      for (const auto& [block, bands] : data.classes->by_block)
        for (const auto& band : bands) may_read(band.requirement);
    }
    for (const auto& check : data.checks) {
      for (const auto measure : check.measures) read.measures[measure] = true;
      if (check.applies_when) of_check(*check.applies_when);
      detail::for_each_program(check.form, of_check);
    }
    unread_parameters(read.parameters, read.measures);
    unread(data.measures, read.measures);
    unread_tables(read);
  }
};
}
