#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/program.hpp>
#include <optional>

namespace chiso::inline CHISO_BUILD {
/// How many decimals every value of a program has at most: 0 of counts, those of a decimal, of `round`, more of products. Empty if it
/// divides, or if they are more than 18. O(nodes).
CHISO_INLINE std::optional<int> decimals_of(const Program& program, const Measures& measures, const Derived& derived);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/expr/impl/decimals.ipp>
#endif
