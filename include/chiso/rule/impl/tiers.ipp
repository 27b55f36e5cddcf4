#pragma once
#include <chiso/rule/tiers.hpp>

namespace chiso::inline CHISO_BUILD {
namespace rules {
CHISO_INLINE void Tiers::check(const RuleContext& in) const {
  const auto list = in.report.step("tiers");
  if (tiers.empty()) in.report.add(problems::tiers_none);
  std::vector<Ends> ends;
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    const auto step = in.report.step(i);
    in.points("points", tiers[i].points);
    ends.push_back(tiers[i].ends());
  }
  check_ends(ends, in.report);
}

CHISO_INLINE Shape Tiers::lower(const RuleContext& in) const {
  shapes::Bands out{.value = in.program(value), .bands = {}};
  for (const auto& tier : tiers) out.bands.push_back({range_of(tier.ends()), *in.points("points", tier.points)});
  return out;
}
}
}
