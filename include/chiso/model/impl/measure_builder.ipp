#pragma once
#include <algorithm>
#include <chiso/model/impl/name_lists.ipp>
#include <chiso/model/model.hpp>

namespace chiso::inline CHISO_BUILD {
/// One measure of a draft, at the place of the report.
CHISO_INLINE Measure build_measure(const std::string& name, const MeasureDraft& draft, Report& report) {
  const auto problem = [&](std::string_view member, std::string_view code, std::string_view found, std::string_view expected) {
    const auto step = report.step(member);
    if (report.clean_here()) report.add(code, found, expected);
  };
  const bool number = type_of(draft.type) == Type::number, choice = draft.type == MeasureType::choice;
  const std::string type(name_of(draft.type));
  Measure out{.name = name, .type = draft.type, .decimals = draft.type == MeasureType::decimal ? draft.decimals.value_or(2) : 0};
  if (!is_measure_name(name))
    report.add("measure.name", in_quotes(name),
               "ASCII letters, digits and '_', not starting with a digit, and no word of expressions, Python or the columns of evidence");
  if (draft.decimals && draft.type != MeasureType::decimal)
    problem("decimals", "measure.decimals", "decimals of a " + type, "decimals of a decimal only");
  if (out.decimals < 0 || out.decimals > 9) {
    problem("decimals", "decimals.range", std::to_string(out.decimals), "a whole number from 0 to 9");
    out.decimals = 2;
  }
  if (!draft.options.empty() && !choice) problem("options", "measure.options", "options of a " + type, "options of a choice only");
  if (choice) {
    const auto list = report.step("options");
    if (draft.options.empty() && report.clean_here()) report.add("options.none", "no options", "at least one option of a choice");
    out.options = build_names(draft.options, option_names, report);
  }
  for (const auto& [member, end] : {std::pair{"min", &draft.min}, std::pair{"max", &draft.max}})
    if (*end && !number) problem(member, "measure.range", std::string(member) + " of a " + type, "min and max of numbers only");
  if (draft.excess && !number) problem("excess", "measure.excess", "excess of a " + type, "excess of numbers only");
  if (number) {
    out.min = draft.min;
    out.max = draft.max;
    out.excess = draft.excess.value_or(Excess::refuse);
    if (draft.min && draft.max && *draft.min > *draft.max)
      problem("min", "measure.range", draft.min->text(), "at most max, " + draft.max->text());
    if (draft.type == MeasureType::count && draft.max && *draft.max < Decimal(0))
      problem("max", "measure.range", draft.max->text(), "0 or more: a count is never below 0");
  }
  return out;
}

CHISO_INLINE Measures build_measures(const ModelDraft& draft, Report& report) {
  std::vector<Measure> out;
  const auto in = report.step("measures");
  std::unordered_map<std::string_view, int> seen;
  for (const auto& [name, measure] : draft.measures) {
    const auto step = report.step(name);
    if (++seen[name] == 2 && report.clean_here()) report.add("key.duplicate", name, "each measure once");
    out.push_back(build_measure(name, measure, report));
  }
  return Measures(std::move(out));
}
}
