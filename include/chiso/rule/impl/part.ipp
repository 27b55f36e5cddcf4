#pragma once
#include <chiso/rule/problems.hpp>
#include <chiso/rule/rule.hpp>

namespace chiso::inline CHISO_BUILD {
namespace rules {
CHISO_INLINE void check_parts(const std::vector<Part>& parts, const RuleContext& in) {
  if (in.nesting >= 4) in.report.add(problems::parts_nesting);
  const auto list = in.report.step("parts");
  if (parts.empty() && in.report.clean_here()) in.report.add(problems::parts_none);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto step = in.report.step(i);
    const bool read = [&] {
      const auto at = in.report.step("points");
      return in.report.clean_here();
    }();
    const auto most = read ? in.points("points", parts[i].points) : std::nullopt;
    if (most && most->quanta == 0) in.problem("points", problems::points_range, {"0", problems::above_0});
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
}
