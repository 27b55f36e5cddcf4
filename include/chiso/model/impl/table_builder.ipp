#pragma once
#include <chiso/model/impl/measure_builder.ipp>
#include <chiso/model/table_problems.hpp>
#include <unordered_set>

namespace chiso::inline CHISO_BUILD {
/// Builds the tables below the units. The measures and parameters of the model must be there already.
CHISO_INLINE void build_tables(const ModelDraft& draft, const Measures& measures, Derived& derived, Report& report) {
  std::vector<std::string> names;
  const auto in = report.step("tables");
  std::unordered_set<std::string_view> seen;
  for (const auto& [name, table] : draft.tables) {
    const auto step = report.step(name);
    if (!seen.insert(name).second && report.clean_here()) report.add(problems::key_duplicate, {name, phrases::each_table_once});
    if (report.clean_here() && (!is_measure_name(name) || measures.find(name) || derived.parameter_names.find(name)))
      report.add(problems::table_name, {name});
    derived.tables.push_back({name, build_measures(table.measures, report)});
    const auto of_table = report.step("measures");
    for (const auto& measure : derived.tables.back().measures) {
      const auto of_measure = report.step(measure.name);
      if (derived.parameter_names.find(measure.name) && report.clean_here()) report.add(problems::table_measure, {measure.name});
    }
    names.push_back(name);
  }
  derived.table_names = NameList(std::move(names));
}
}
