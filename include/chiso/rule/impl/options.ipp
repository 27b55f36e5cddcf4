#pragma once
#include <algorithm>
#include <chiso/rule/options.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE void Options::check(const RuleContext& in) const {
  const auto program = in.program(value);
  const auto& measure = in.measures[static_cast<std::size_t>(program.options)];
  const auto step = in.report.step("points");
  for (const auto& option : measure.options)
    if (std::none_of(points.begin(), points.end(), [&](const auto& p) { return p.first == option; }))
      in.report.add("options.absent", "no points for " + option, "points for every option of " + measure.name);
  for (const auto& [option, worth] : points) {
    in.points(option, worth);
    if (std::find(measure.options.begin(), measure.options.end(), option) != measure.options.end()) continue;
    const auto at = in.report.step(option);
    auto hint = in.report.suggestion(option, [&] { return std::vector<std::string_view>(measure.options.begin(), measure.options.end()); });
    in.report.add("options.unknown", option, "an option of " + measure.name).hint = std::move(hint);
  }
  for (auto p = points.begin(); p != points.end(); ++p)
    if (std::any_of(points.begin(), p, [&](const auto& before) { return before.first == p->first; }))
      in.problem(p->first, "key.duplicate", p->first, "each option once");
}

CHISO_INLINE Shape Options::lower(const RuleContext& in) const {
  Lookup lookup{.value = in.program(value), .points = {}};
  for (const auto& option : in.measures[static_cast<std::size_t>(lookup.value.options)].options)
    lookup.points.push_back(*in.points(option, std::find_if(points.begin(), points.end(), [&](const auto& p) { return p.first == option; })->second));
  return lookup;
}
}
