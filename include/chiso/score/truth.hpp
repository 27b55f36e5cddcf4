#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/batch.hpp>
#include <chiso/expr/program.hpp>
#include <cstdint>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A truth of every row: 0 or 1 if its state is a value. It is evaluated by tiles.
struct Truths {
  std::vector<std::uint8_t> values{};
  std::vector<State> states{};
};
CHISO_INLINE Truths truths(const Program& program, const Batch& batch);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/score/impl/truth.ipp>
#endif
