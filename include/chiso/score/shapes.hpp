#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/batch.hpp>
#include <chiso/expr/bounds.hpp>
#include <chiso/rule/shape.hpp>
#include <chiso/score/scorecard.hpp>
#include <memory_resource>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What a batch proves about a shape: the bounds of its programs, the extent of its points, and the largest intermediate number.
struct ShapeBounds {
  std::pmr::vector<Bounds> programs{};  ///< In the order of for_each_program; the bounds of a Combine's parts are in `parts` instead.
  std::pmr::vector<ShapeBounds> parts;  ///< Of a Combine, one for each part.
  Extent points{};                      ///< In quanta, before rounding.
  uint128 peak = 0;                     ///< The largest magnitude that a numerator or denominator can have on the way.
  /// The arithmetic that holds it.
  Width width() const { return width_of(peak); }
};
/// Computes them from the least and greatest values of the columns of a batch, in `memory`. O(nodes of the programs).
CHISO_INLINE ShapeBounds bounds(const Shape& shape, const Batch& batch,
                                std::pmr::memory_resource* memory = std::pmr::get_default_resource());

/// The exact points of one row in quanta, not rounded, with the reason. This is the evaluator of single rows.
CHISO_INLINE RuleResult evaluate(const Shape& shape, const Batch& batch, std::size_t row);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/score/impl/shapes.ipp>
#endif
