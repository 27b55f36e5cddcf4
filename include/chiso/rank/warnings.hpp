#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/rank/ranked.hpp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What is unusual about a ranking but not wrong: rows that are ranked together while their coverage differs by more than 20 percentage
/// points (coverage.differs), one warning for each block, period and track. Computed anew at each call. O(rows), and Scores::coverages.
CHISO_INLINE std::vector<Problem> warnings(const Ranked& ranked);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/warnings.ipp>
#endif
