#pragma once
#include <chiso/rule/rule.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE void check_parts(const std::vector<Part>& parts, const RuleContext& in) {
  if (in.nesting >= 4) in.report.add("parts.nesting", "a fifth level of best_of and sum_of", "at most 4 levels");
  const auto list = in.report.step("parts");
  if (parts.empty() && in.report.clean_here()) in.report.add("parts.none", "an empty list", "at least one part");
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto step = in.report.step(i);
    const bool read = [&] {
      const auto at = in.report.step("points");
      return in.report.clean_here();
    }();
    const auto most = read ? in.points("points", parts[i].points) : std::nullopt;
    if (most && most->quanta == 0) in.problem("points", "points.range", "0", "points above 0");
    const auto rule = in.report.step("rule");
    check(*parts[i].rule, in.part(most.value_or(in.max)));
  }
}

CHISO_INLINE std::vector<Shape> lower_parts(const std::vector<Part>& parts, const RuleContext& in) {
  std::vector<Shape> out;
  for (const auto& part : parts) out.push_back(lower(*part.rule, in.part(*in.points("points", part.points))));
  return out;
}
}
