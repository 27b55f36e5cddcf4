#pragma once
#include <chiso/rule/options.hpp>
#include <unordered_map>
#include <unordered_set>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE void Options::check(const RuleContext& in) const {
  const auto program = in.program(value);
  const auto& measure = in.measures[static_cast<std::size_t>(program.options)];
  const auto step = in.report.step("points");
  const std::unordered_set<std::string_view> known(measure.options.begin(), measure.options.end());
  std::unordered_map<std::string_view, int> listed;  // how often each
  for (const auto& [option, worth] : points) ++listed[option];
  for (const auto& option : measure.options)
    if (!listed.contains(option)) in.report.add("options.absent", "no points for " + option, "points for every option of " + measure.name);
  for (const auto& [option, worth] : points) {
    in.points(option, worth);
    if (known.contains(option)) continue;
    const auto at = in.report.step(option);
    auto hint = in.report.suggestion(option, [&] { return std::vector<std::string_view>(measure.options.begin(), measure.options.end()); });
    in.report.add("options.unknown", option, "an option of " + measure.name).hint = std::move(hint);
  }
  std::unordered_set<std::string_view> seen;
  for (const auto& [option, worth] : points)
    if (!seen.insert(option).second) in.problem(option, "key.duplicate", option, "each option once");
}

CHISO_INLINE Shape Options::lower(const RuleContext& in) const {
  Lookup lookup{.value = in.program(value), .points = {}};
  std::unordered_map<std::string_view, const Decimal*> listed;
  for (const auto& [option, worth] : points) listed.emplace(option, &worth);
  for (const auto& option : in.measures[static_cast<std::size_t>(lookup.value.options)].options)
    lookup.points.push_back(*in.points(option, *listed.at(option)));
  return lookup;
}
}
