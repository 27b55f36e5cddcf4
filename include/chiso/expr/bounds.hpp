#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/batch.hpp>
#include <chiso/expr/program.hpp>
#include <chiso/expr/width.hpp>
#include <memory_resource>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// How large a result's numerator and denominator can become. Magnitudes saturate.
struct Extent {
  uint128 num = 0;        ///< The greatest size of a numerator.
  uint128 den = 1;        ///< The greatest denominator.
  bool uniform = true;    ///< Every row has this same denominator, `den`.
  bool stateless = true;  ///< Every row is a value.
  bool negative = false;  ///< A value may be below 0.
  bool literal = false;   ///< A literal of the expression: every row has the same value.
};

/// How one node is evaluated over a tile: the extent of its result, and, if the denominators of its operands are uniform, the factors that
/// give their numerators a common denominator.
struct Step {
  Extent result{};       ///< Of the node.
  bool uniform = false;  ///< True if the factors are used; otherwise denominators are arrays.
  uint128 left = 1;      ///< By which the numerators of the left operand are multiplied.
  uint128 right = 1;     ///< By which those of the right one are.
};

/// What the columns of a batch prove about a program: a step for every node, and the largest intermediate on the way.
struct Bounds {
  std::pmr::vector<Step> steps{};  ///< By node of the program.
  uint128 peak = 0;                ///< The largest number that any evaluation has on the way; width_of() tells which arithmetic holds it.
  /// Of the program: that of its last node, of which there must be one.
  const Extent& result() const { return steps.back().result; }
};
/// Computes bounds from the least and greatest values of the columns. O(nodes). They are allocated in `memory`, because a batch of few
/// rows would otherwise spend its time on allocations.
CHISO_INLINE Bounds bounds(const Program& program, const Batch& batch,
                           std::pmr::memory_resource* memory = std::pmr::get_default_resource());

/// Arithmetic that stops at the greatest number instead of overflowing.
namespace saturating {
/// a x b, at most 2^128 - 1.
constexpr uint128 multiply(uint128 a, uint128 b) {
  uint128 r = 0;
  return __builtin_mul_overflow(a, b, &r) ? ~uint128{0} : r;
}
/// a + b, at most 2^128 - 1.
constexpr uint128 add(uint128 a, uint128 b) {
  uint128 r = 0;
  return __builtin_add_overflow(a, b, &r) ? ~uint128{0} : r;
}
}
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/expr/impl/bounds.ipp>
#endif
