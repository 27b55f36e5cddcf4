#pragma once
#include <chiso/core/build.hpp>
#include <chiso/rule/context.hpp>

namespace chiso::inline CHISO_BUILD {
/// What is odd about a rule without load errors, at its place: points that it cannot give, tiers that decide nothing, a ratio that scores
/// full above 100 %. `shape` is what it was lowered to. Nothing is said that the limits of the measures do not prove.
CHISO_INLINE void warn(const Rule& rule, const Shape& shape, const RuleContext& in);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/warnings.ipp>
#endif
