#pragma once
#include <chiso/core/build.hpp>
#include <chiso/rule/context.hpp>

namespace chiso::inline CHISO_BUILD {
/// Warns of what is odd about a rule without load errors, at its place: points that it cannot give, tiers that decide nothing, a ratio
/// that loses points above 100 %. `shape` is the rule's shape. It only warns of what the limits of the measures prove.
CHISO_INLINE void warn(const Rule& rule, const Shape& shape, const RuleContext& in);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/warnings.ipp>
#endif
