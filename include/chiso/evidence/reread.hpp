#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/evidence.hpp>

namespace chiso::inline CHISO_BUILD {
/// The evidence as another model reads it: its cells as their texts, with its tables below the units. Columns and tables that the other
/// model does not know are left out, those that are not there are missing. @throws EvidenceError with every cell that the other model does
/// not take: an option that it does not have, a number outside its bounds, a track or block that it does not declare. O(cells).
CHISO_INLINE Evidence reread(const Evidence& evidence, const Model& model);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/reread.ipp>
#endif
