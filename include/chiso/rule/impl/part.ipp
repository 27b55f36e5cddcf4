#pragma once
#include <chiso/rule/problems.hpp>
#include <chiso/rule/rule.hpp>

namespace chiso::inline CHISO_BUILD {
namespace rules {
CHISO_INLINE void check_parts(const std::vector<Part>& parts, Points most, const RuleContext& in) {
  if (in.nesting >= 4) in.report.add(problems::parts_nesting);
  const auto list = in.report.step("parts");
  if (parts.empty() && in.report.clean_here()) in.report.add(problems::parts_none);
  auto within = in;
  within.max = most;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto step = in.report.step(i);
    const bool read = [&] {
      const auto at = in.report.step("points");
      return in.report.clean_here();
    }();
    const auto points = read ? within.points("points", parts[i].points) : std::nullopt;
    if (points && points->quanta == 0) in.problem("points", problems::points_range, {"0", problems::above_0});
    const auto rule = in.report.step("rule");
    check(*parts[i].rule, in.part(points.value_or(most)));
  }
}

CHISO_INLINE shapes::Combine lower_parts(const std::vector<Part>& parts, const RuleContext& in) {
  shapes::Combine out;
  for (const auto& part : parts) {
    const Points points{*part.points.scaled(in.point_decimals)};
    auto& of = out.of_part.emplace_back();
    of.label = part.about.label;
    const auto counts = [&](State state, const std::optional<PartCounts>& policy) {
      if (policy) of.counts[static_cast<std::size_t>(state)] = *policy == PartCounts::full ? points : Points{};
    };
    counts(State::not_applicable, part.not_applicable);
    counts(State::missing, part.missing);
    counts(State::undefined, part.undefined);
    out.parts.push_back(lower(*part.rule, in.part(points)));
  }
  return out;
}
}
}
