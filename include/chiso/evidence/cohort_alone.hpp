#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/resolve.hpp>
#include <cstddef>

namespace chiso::inline CHISO_BUILD {
/// The rows of one cohort, in their order, as resolved evidence of their own: its units score, rank and are classed as they do in the whole
/// table. What they read of other rows is that of the whole table. It is for scoring: rows of other periods are not in it, so that checks
/// that look back do not find them. O(rows of the cohort x columns + names). `cohort` is a place in ResolvedEvidence::cohorts(). @throws
/// ShapeError for a part of a table whose cohort figures are those of all parts.
CHISO_INLINE ResolvedEvidence cohort_alone(const ResolvedEvidence& of, std::size_t cohort);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/cohort_alone.ipp>
#endif
