#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/batch.hpp>
#include <chiso/expr/program.hpp>

namespace chiso::inline CHISO_BUILD {
/// Evaluates one row of a program exactly, with numbers of any size. The other evaluator, of whole tiles, is in tile.hpp. O(nodes).
CHISO_INLINE Outcome evaluate(const Program& program, const Batch& batch, std::size_t row);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/expr/impl/evaluate.ipp>
#endif
