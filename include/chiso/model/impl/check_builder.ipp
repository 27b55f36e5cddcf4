#pragma once
#include <algorithm>
#include <chiso/expr/interval.hpp>
#include <chiso/model/check_warning_problems.hpp>
#include <chiso/model/impl/checks.ipp>
#include <chiso/model/impl/model_data.ipp>
#include <chiso/model/impl/name_lists.ipp>
#include <chiso/model/name_problems.hpp>
#include <unordered_set>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// Calls visit(program) for every program of a check but its applies_when.
template <class Visit>
void for_each_program(const CheckForm& form, Visit&& visit) {
  if (const auto* relation = std::get_if<check_forms::Relation>(&form)) visit(relation->holds);
  if (const auto* unusual = std::get_if<check_forms::Unusual>(&form)) visit(unusual->value);
  if (const auto* stated = std::get_if<check_forms::Stated>(&form)) {
    visit(stated->stated);
    visit(stated->of);
  }
}
}

/// Checks and compiles the checks of a draft. What they read from other rows stands apart from what scores need, so that a model does not
/// become relative by them.
struct CheckBuilder {
  const ModelDraft& draft;
  ModelData& data;
  Report& report;
  std::unordered_set<std::string> ids{};

  CHISO_INLINE void run() {
    // The parameters and tables are those of the model; what is read of other rows is not.
    auto& derived = data.check_derived;
    derived.parameters = data.derived.parameters;
    derived.parameter_names = data.derived.parameter_names;
    derived.tables = data.derived.tables;
    derived.table_names = data.derived.table_names;
    const auto list = report.step("checks");
    for (std::size_t i = 0; i < draft.checks.size(); ++i) {
      const auto step = report.step(i);
      std::visit([&](const auto& check) { one(check); }, static_cast<const AnyCheck&>(draft.checks[i]));
    }
  }

 private:
  /// Each member is checked by itself; the conditions of the whole only if all of it was read and typed.
  template <class C>
  void one(const C& check) {
    id(check.id);
    const CheckContext in{data.measures, data.check_derived, report};
    for_each_field<C>([&]<class F>(const F& field) {
      const auto step = report.step(field.name);
      if (report.clean_here()) expression(check.*field.member, in);
    });
    if (!report.clean_here()) return;
    check.check(in);
    if (!report.clean_here()) return;
    Check out{.id = check.id, .about = check.about, .type = C::type, .severity = check.severity};
    if (check.applies_when) out.applies_when = in.program(*check.applies_when);
    out.form = check.lower(in);
    if (const auto* repeated = std::get_if<check_forms::Repeated>(&out.form)) out.measures = repeated->measures;
    detail::for_each_program(out.form, [&](const Program& program) { add_measures(program, out.measures); });
    once(out.measures);
    out.reads = out.measures;
    detail::for_each_program(out.form, [&](const Program& program) { add_choices(program, out.reads); });
    if (out.applies_when) {
      add_measures(*out.applies_when, out.reads);
      add_choices(*out.applies_when, out.reads);
    }
    once(out.reads);
    data.checks.push_back(std::move(out));
  }
  CHISO_INLINE void id(const std::string& id) {
    const auto step = report.step("id");
    if (!report.clean_here()) return;
    if (!is_id(id))
      report.add(problems::id_name, {id, phrases::id_of_criterion});
    else if (!ids.insert(id).second)
      report.add(problems::id_duplicate, {id, phrases::own_id_in_list});
  }
  template <class Member>
  static void expression(const Member&, const CheckContext&) {}
  template <Type Of>
  static void expression(const Typed<Of>& text, const CheckContext& in) {
    compile(text, Of, in.measures, in.derived, in.report);
  }
  CHISO_INLINE static void expression(const std::optional<Truth>& text, const CheckContext& in) {
    if (text) expression(*text, in);
  }

  CHISO_INLINE static void add_measures(const Program& program, std::vector<std::size_t>& out) {
    for (const auto& node : program.nodes)
      if (node.op == Op::measure) out.push_back(static_cast<std::size_t>(node.index));
  }
  /// The choices by which the parameters go that a program reads, in the rows of tables below the unit too.
  CHISO_INLINE void add_choices(const Program& program, std::vector<std::size_t>& out) const {
    for (const auto& node : program.nodes) {
      const auto index = static_cast<std::size_t>(node.index);
      if (node.op == Op::below) add_choices(data.check_derived.below[index].of, out);
      if (node.op != Op::parameter) continue;
      const auto& parameter = data.check_derived.parameters[index];
      if (parameter.by() == Parameter::By::choice) out.push_back(parameter.measure());
    }
  }
  CHISO_INLINE static void once(std::vector<std::size_t>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
};

/// Warns of checks that can never fail, or never be judged, as the bounds of the measures prove.
struct CheckWarnings {
  const ModelDraft& draft;
  const ModelData& data;
  Report& report;

  CHISO_INLINE void run() const {
    const auto list = report.step("checks");
    for (std::size_t i = 0; i < data.checks.size(); ++i) {
      const auto step = report.step(i);
      const auto& check = data.checks[i];
      if (check.applies_when && !can_be(1, values_of(*check.applies_when)))
        std::visit([&](const auto& of) { warn("applies_when", problems::check_never_judged, of.applies_when->text); },
                   static_cast<const AnyCheck&>(draft.checks[i]));
      else
        std::visit([&](const auto& of) { form(of, check.form); }, static_cast<const AnyCheck&>(draft.checks[i]));
    }
  }

 private:
  CHISO_INLINE Interval values_of(const Program& program) const { return interval_of(program, data.measures, data.check_derived); }
  /// Whether a truth can be false (0) or true (1).
  CHISO_INLINE static bool can_be(int truth, const Interval& known) {
    return !known.empty && !(known.least && *known.least > Rational(truth)) && !(known.most && *known.most < Rational(truth));
  }
  CHISO_INLINE static bool is_one_value(const Interval& known) { return known.least && known.most && *known.least == *known.most; }
  CHISO_INLINE void warn(std::string_view member, const ProblemEntry& entry, const std::string& text) const {
    const auto step = report.step(member);
    report.warn(entry, {text});
  }

  CHISO_INLINE void form(const checks::Relation& draft_of, const CheckForm& form) const {
    const auto known = values_of(std::get<check_forms::Relation>(form).holds);
    if (known.empty)
      warn("holds", problems::check_never_judged, draft_of.holds.text);
    else if (!can_be(0, known))
      warn("holds", problems::check_never_fails, draft_of.holds.text);
  }
  CHISO_INLINE void form(const checks::Stated& draft_of, const CheckForm& form) const {
    const auto& of = std::get<check_forms::Stated>(form);
    if (values_of(of.stated).empty)
      warn("stated", problems::check_never_judged, draft_of.stated.text);
    else if (values_of(of.of).empty)
      warn("of", problems::check_never_judged, draft_of.of.text);
    else if (!can_be(0, values_of(of.holds)))
      warn("stated", problems::check_never_fails, draft_of.stated.text);
  }
  CHISO_INLINE void form(const checks::Repeated& draft_of, const CheckForm& form) const {
    const auto& measures = std::get<check_forms::Repeated>(form).measures;
    const bool only_zeros = std::all_of(measures.begin(), measures.end(), [&](std::size_t measure) {
      const auto& of = data.measures[measure];
      const bool not_below = of.type == MeasureType::count || (of.min && *of.min >= Decimal(0));
      return not_below && of.max && *of.max <= Decimal(0);
    });
    if (only_zeros) warn("values", problems::check_never_fails, draft_of.values.front());
  }
  CHISO_INLINE void form(const checks::Unusual& draft_of, const CheckForm& form) const {
    const auto known = values_of(std::get<check_forms::Unusual>(form).value);
    if (known.empty)
      warn("value", problems::check_never_judged, draft_of.value.text);
    else if (is_one_value(known))
      warn("value", problems::check_never_fails, draft_of.value.text);
  }
};
}
