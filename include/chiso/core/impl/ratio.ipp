#pragma once
#include <chiso/core/ratio.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE uint128 gcd(uint128 a, uint128 b) {
  while (b != 0) {
    if ((a >> 64) == 0 && (b >> 64) == 0) {  // 64-bit division is several times faster
      auto x = static_cast<std::uint64_t>(a), y = static_cast<std::uint64_t>(b);
      while (y != 0) {
        const auto rest = x % y;
        x = y;
        y = rest;
      }
      return x;
    }
    const auto rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

CHISO_INLINE Ratio reduced(int128 num, int128 den) {
  if (den < 0) {
    num = -num;
    den = -den;
  }
  if (den == 1) return {num, den};
  const auto by = static_cast<int128>(gcd(magnitude_of(num), static_cast<uint128>(den)));
  if (by == 1) return {num, den};
  return {num / by, den / by};
}

namespace detail {
/// The remainder of floor_divide, 0 <= rest < den.
constexpr int128 rest_of(const Ratio& value) {
  const int128 rest = value.num % value.den;
  return rest < 0 ? rest + value.den : rest;
}
}

CHISO_INLINE std::strong_ordering compare(const Ratio& a, const Ratio& b) {
  using detail::rest_of;
  int128 left = 0, right = 0;
  if (!__builtin_mul_overflow(a.num, b.den, &left) && !__builtin_mul_overflow(b.num, a.den, &right)) return left <=> right;
  // Compares whole parts first, then the reciprocals of the remainders, as in Euclid's algorithm: nothing grows.
  Ratio x = a, y = b;
  bool swapped = false;
  for (;;) {
    const int128 p = floor_divide(x.num, x.den), q = floor_divide(y.num, y.den);
    if (p != q)
      return (p <=> q) == (swapped ? std::strong_ordering::greater : std::strong_ordering::less) ? std::strong_ordering::less
                                                                                                 : std::strong_ordering::greater;
    const int128 r = rest_of(x), s = rest_of(y);  // not num - p x den, which can fall below the range of 128 bits
    if (r == 0 || s == 0) {
      const auto order = (r != 0) <=> (s != 0);
      if (order == 0) return std::strong_ordering::equal;
      return (order < 0) != swapped ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    x = {x.den, r};
    y = {y.den, s};
    swapped = !swapped;
  }
}

CHISO_INLINE Ratio as_ratio(const Decimal& value) { return {value.digits(), Decimal::power(value.scale())}; }

CHISO_INLINE Decimal rounded(const Ratio& value, int decimals, Rounding rounding) {
  const bool negative = value.num < 0;
  const int128 scaled = (negative ? -value.num : value.num) * Decimal::power(decimals);
  int128 whole = 0, rest = 0;
  if ((scaled | value.den) >> 64 == 0) {  // nearly always: one division of 64 bits instead of two of 128
    const auto num = static_cast<std::uint64_t>(scaled), den = static_cast<std::uint64_t>(value.den);
    whole = num / den;
    rest = num % den;
  } else {
    whole = scaled / value.den;
    rest = scaled % value.den;
  }
  const int128 other = value.den - rest;
  const bool up = rounding == Rounding::half_up     ? rest >= other
                  : rounding == Rounding::half_even ? rest > other || (rest == other && whole % 2 != 0)
                                                    : false;
  if (up) ++whole;
  return Decimal::fixed(negative ? -whole : whole, decimals);
}
}
