#pragma once
#include <algorithm>
#include <chiso/model/impl/name_lists.ipp>
#include <chiso/model/measure_problems.hpp>
#include <chiso/model/model.hpp>
#include <unordered_map>

namespace chiso::inline CHISO_BUILD {
/// Labels are kept for suggestions alone, where one is written in place of its option.
CHISO_INLINE std::vector<std::array<std::string, 2>> option_labels(const std::vector<Item>& options) {
  std::vector<std::array<std::string, 2>> out;
  if (std::none_of(options.begin(), options.end(), [](const Item& item) { return item.about.label.has_value(); })) return out;
  for (const auto& item : options) {
    auto& labels = out.emplace_back();
    if (!item.about.label) continue;
    labels = {without_marks(item.about.label->in(Text::Language::vi)), without_marks(item.about.label->in(Text::Language::en))};
  }
  return out;
}

/// Builds one measure of a draft, at the place of the report.
CHISO_INLINE Measure build_measure(const std::string& name, const MeasureDraft& draft, Report& report) {
  const auto problem = [&](std::string_view member, const ProblemEntry& entry, Arguments arguments) {
    const auto step = report.step(member);
    if (report.clean_here()) report.add(entry, std::move(arguments));
  };
  const bool number = type_of(draft.type) == Type::number, choice = draft.type == MeasureType::choice;
  const auto type = name_of(draft.type);
  Measure out{.name = name, .type = draft.type, .decimals = draft.type == MeasureType::decimal ? draft.decimals.value_or(2) : 0};
  if (!is_measure_name(name)) report.add(problems::measure_name, {name});
  if (draft.decimals && draft.type != MeasureType::decimal) problem("decimals", problems::measure_decimals, {type});
  if (out.decimals < 0 || out.decimals > 9) {
    problem("decimals", problems::decimals_range, {out.decimals});
    out.decimals = 2;
  }
  if (!draft.options.empty() && !choice) problem("options", problems::measure_options, {type});
  if (choice) {
    const auto list = report.step("options");
    if (draft.options.empty() && report.clean_here()) report.add(problems::options_none);
    out.options = build_names(draft.options, option_names, report);
    out.option_labels = option_labels(draft.options);
  }
  for (const auto& [member, end] : {std::pair{"min", &draft.min}, std::pair{"max", &draft.max}})
    if (*end && !number)
      problem(member, problems::measure_range, {Argument(phrases::end_of_type, {member, type}), phrases::ends_of_numbers});
  if (draft.excess && !number) problem("excess", problems::measure_excess, {type});
  if (number) {
    out.min = draft.min;
    out.max = draft.max;
    out.excess = draft.excess.value_or(Excess::refuse);
    if (draft.min && draft.max && *draft.min > *draft.max)
      problem("min", problems::measure_range, {draft.min->text(), Argument(phrases::at_most_max, {draft.max->text()})});
    if (draft.type == MeasureType::count && draft.max && *draft.max < Decimal(0))
      problem("max", problems::measure_range, {draft.max->text(), phrases::not_below_0});
  }
  return out;
}

/// Builds the measures of a model or of a table, at the place of the report.
CHISO_INLINE Measures build_measures(const std::vector<std::pair<std::string, MeasureDraft>>& drafts, Report& report) {
  std::vector<Measure> out;
  const auto in = report.step("measures");
  std::unordered_map<std::string_view, int> seen;
  for (const auto& [name, measure] : drafts) {
    const auto step = report.step(name);
    if (++seen[name] == 2 && report.clean_here()) report.add(problems::key_duplicate, {name, phrases::each_measure_once});
    out.push_back(build_measure(name, measure, report));
  }
  return Measures(std::move(out));
}
}
