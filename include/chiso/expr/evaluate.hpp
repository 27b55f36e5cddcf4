#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/batch.hpp>
#include <chiso/expr/program.hpp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Evaluates one row of a program exactly, with numbers of any size. The other evaluator, of whole tiles, is in tile.hpp. O(nodes).
CHISO_INLINE Outcome evaluate(const Program& program, const Batch& batch, std::size_t row);

/// What a node of a program comes to on a row.
struct NodeResult {
  State state = State::value;  ///< Why it has no value, or State::value.
  bool is_true = false;        ///< Whether it has a value that is not 0: a truth that is true.
};
/// What every node of a program comes to, in their order: for what asks which operands made the result. O(nodes).
CHISO_INLINE std::vector<NodeResult> results_of_nodes(const Program& program, const Batch& batch, std::size_t row);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/expr/impl/evaluate.ipp>
#endif
