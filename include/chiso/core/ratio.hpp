#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/decimal.hpp>
#include <compare>

namespace chiso::inline CHISO_BUILD {
/// An exact fraction of 128-bit integers; den > 0. Equality and order are by value, and never overflow.
struct Ratio {
  int128 num = 0;  ///< It has the sign.
  int128 den = 1;  ///< Above 0; it need not be the least one.
};

/// The same value in lowest terms, den > 0. `den` must not be 0.
CHISO_INLINE Ratio reduced(int128 num, int128 den);

/// The one comparison of exact fractions; exact for every pair with den > 0.
CHISO_INLINE std::strong_ordering compare(const Ratio& a, const Ratio& b);
/// Whether two fractions have one value: 1/2 == 2/4.
CHISO_INLINE inline bool operator==(const Ratio& a, const Ratio& b) { return compare(a, b) == 0; }
/// The order of the values.
CHISO_INLINE inline std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) { return compare(a, b); }
/// The value of a decimal over 10^scale.
CHISO_INLINE Ratio as_ratio(const Decimal& value);

/// The size of a number without its sign; of the least int128 too.
constexpr uint128 magnitude_of(int128 value) { return value < 0 ? -static_cast<uint128>(value) : static_cast<uint128>(value); }
/// The greatest common divisor of two magnitudes; gcd(0, b) = b.
CHISO_INLINE uint128 gcd(uint128 a, uint128 b);

/// a / b rounded towards minus infinity, b > 0.
constexpr int128 floor_divide(int128 a, int128 b) { return a / b - (a % b < 0 ? 1 : 0); }

/// The value rounded once to `decimals` (0..9), held with exactly that many.
/// |value.num| x 10^decimals must be below 2^127.
CHISO_INLINE Decimal rounded(const Ratio& value, int decimals, Rounding rounding);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/core/impl/ratio.ipp>
#endif
