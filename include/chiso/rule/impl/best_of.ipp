#pragma once
#include <chiso/rule/rule.hpp>

namespace chiso::inline CHISO_BUILD {
namespace rules {
CHISO_INLINE BestOf BestOf::example() {
  return {.parts = {{.points = 4, .rule = Proportional{.value = "share", .full_at = 80}},
                    {.points = 3, .rule = Tiers{.value = "share", .tiers = {{.from = 40, .points = 3}, {.points = 0.5}}}}}};
}

CHISO_INLINE void BestOf::check(const RuleContext& in) const { check_parts(parts, in.max, in); }

CHISO_INLINE Shape BestOf::lower(const RuleContext& in) const {
  auto out = lower_parts(parts, in);
  out.by = shapes::Combine::By::largest;
  out.most = in.max;
  return out;
}
}
}
