#pragma once
#include <algorithm>
#include <chiso/core/build.hpp>
#include <chiso/model/model.hpp>
#include <cstdint>

namespace chiso::inline CHISO_BUILD {
/// What `cap` and `at_least` leave of the sums of a group's children, in quanta: achieved is at most the cap and at least `at_least`, but
/// never above what is applicable. O(1).
inline void limit_group(std::int64_t cap, std::int64_t at_least, std::int64_t& achieved, std::int64_t& applicable) {
  applicable = (std::min)(applicable, cap);
  achieved = (std::max)((std::min)(achieved, cap), (std::min)(at_least, applicable));
}
/// Makes of the sums of a group's children, in quanta, what the group achieves, and what is applicable with it. A scaled group achieves
/// scale_to x achieved / applicable, rounded half up, and is applicable with scale_to; where nothing is applicable both are 0. Of a group
/// with `one_of` only one child has been added. O(1).
CHISO_INLINE void count_group(const Criterion& group, std::int64_t& achieved, std::int64_t& applicable);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/score/impl/grouping.ipp>
#endif
