#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/rational.hpp>
#include <optional>

namespace chiso::inline CHISO_BUILD {
/// slope x value + offset as whole numbers over one divisor > 0, in lowest terms.
struct Line {
  int128 slope = 0;
  int128 offset = 0;
  int128 divisor = 1;
};
/// Empty if that needs more than 126 bits.
CHISO_INLINE std::optional<Line> integers(const Rational& slope, const Rational& offset) {
  const auto a = slope.as_ratio(), b = offset.as_ratio();
  if (!a || !b) return {};
  const auto shared = static_cast<int128>(gcd(static_cast<uint128>(a->den), static_cast<uint128>(b->den)));
  Line out;
  const int128 p = b->den / shared, q = a->den / shared;
  if (__builtin_mul_overflow(a->num, p, &out.slope) || __builtin_mul_overflow(b->num, q, &out.offset) ||
      __builtin_mul_overflow(a->den, p, &out.divisor))
    return {};
  return out;
}
}
