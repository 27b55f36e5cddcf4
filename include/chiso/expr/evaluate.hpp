#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/batch.hpp>
#include <chiso/expr/program.hpp>

namespace chiso::inline CHISO_BUILD {
/// One row of a program, exact, with any size of number. The other evaluator, of whole tiles, is in tile.hpp. O(nodes).
CHISO_INLINE Outcome evaluate(const Program& program, const Batch& batch, std::size_t row);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/expr/impl/evaluate.ipp>
#endif
