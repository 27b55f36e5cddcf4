#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/batch.hpp>
#include <chiso/expr/program.hpp>
#include <chiso/expr/rational.hpp>
#include <optional>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The number of every row, exactly; empty where it is not a value. It is evaluated by tiles. 64 bytes a row.
CHISO_INLINE std::vector<std::optional<Rational>> exact_numbers(const Program& program, const Batch& batch);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/score/impl/exact_numbers.ipp>
#endif
