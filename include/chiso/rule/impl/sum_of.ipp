#pragma once
#include <chiso/rule/sum_of.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE void SumOf::check(const RuleContext& in) const { check_parts(parts, in); }

CHISO_INLINE Shape SumOf::lower(const RuleContext& in) const {
  return Combine{.by = Combine::By::sum, .most = in.max, .parts = lower_parts(parts, in)};
}
}
