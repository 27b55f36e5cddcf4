#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/huge_page_allocator.hpp>
#include <chiso/rank/ranks.hpp>
#include <cstdint>

namespace chiso::inline CHISO_BUILD {
/// For each row 1 if another one of its block, period and track has the same published index and another rank: what is published does not
/// show then which is better, as decimals that were cut, a tie-break or a name decided. 0 for a row without a rank. By the model or by a
/// criterion, as the ranks are. O(rows), and columns_of if the criterion was not kept.
CHISO_INLINE LargeVector<std::uint8_t> level_as_published(const Ranks& ranks);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/published_levels.ipp>
#endif
