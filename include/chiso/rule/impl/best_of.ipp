#pragma once
#include <chiso/rule/best_of.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE void BestOf::check(const RuleContext& in) const { check_parts(parts, in); }

CHISO_INLINE Shape BestOf::lower(const RuleContext& in) const {
  return Combine{.by = Combine::By::largest, .most = in.max, .parts = lower_parts(parts, in)};
}
}
