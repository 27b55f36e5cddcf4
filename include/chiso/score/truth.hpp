#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/batch.hpp>
#include <chiso/expr/program.hpp>
#include <cstdint>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A truth of every row: 0 or 1 if its state is a value. It is evaluated by tiles.
struct Truths {
  std::vector<std::uint8_t> values{};  ///< 0 or 1; 0 beside another state than `value`.
  std::vector<State> states{};         ///< The state of each row.
};
/// Evaluates an expression whose type is a truth. O(rows x nodes).
CHISO_INLINE Truths truths(const Program& program, const Batch& batch);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/score/impl/truth.ipp>
#endif
