#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/rounding.hpp>
#include <compare>
#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

namespace chiso::inline CHISO_BUILD {
/// An exact decimal number: digits / 10^scale. Compared by value (0.70 == 0.7), printed with the decimals it holds: a number that was
/// read or written in code holds no trailing zeros, a published figure holds the decimals it is published with (81.50).
class Decimal {
 public:
  constexpr Decimal() = default;  ///< Zero.

  /// A whole number.
  template <std::integral Whole>
    requires(!std::same_as<Whole, bool>)
  constexpr Decimal(Whole whole) : digits_(whole) {}
  /// A truth is not a number; without this it would be converted to a double.
  template <std::same_as<bool> Truth>
  Decimal(Truth) = delete;

  /// The shortest decimal that reads back as this double: 0.7 is seven tenths.
  /// @throws std::invalid_argument if that takes more than 15 digits.
  constexpr Decimal(double value) : Decimal(std::is_constant_evaluated() ? shortest(value) : shortest_at_run_time(value)) {}

  /// digits / 10^scale without trailing zeros; 0 <= scale <= 18.
  constexpr Decimal(int128 digits, int scale) : Decimal(fixed(digits, scale)) {
    while (scale_ > 0 && digits_ % 10 == 0) {
      digits_ /= 10;
      --scale_;
    }
  }

  /// digits / 10^scale, printed with exactly `scale` decimals.
  static constexpr Decimal fixed(int128 digits, int scale) {
    Decimal out;
    out.digits_ = digits;
    out.scale_ = static_cast<std::int8_t>(scale);
    return out;
  }

  /// Reads `-? digits [. digits]` of at most 18 digits, no leading zeros, no exponent; empty for anything else.
  CHISO_INLINE static std::optional<Decimal> parse(std::string_view text);

  /// The number without its point, below 0 for a negative one: 8150 of 81.50.
  constexpr int128 digits() const { return digits_; }
  /// How many of the digits stand behind the point: 2 of 81.50.
  constexpr int scale() const { return scale_; }
  /// Plain decimal text with the decimals it holds.
  CHISO_INLINE std::string text() const;
  /// value x 10^decimals, if that is a whole number and fits.
  CHISO_INLINE std::optional<std::int64_t> scaled(int decimals) const;

  /// Whether two numbers have one value, whatever their decimals: 0.70 == 0.7.
  friend constexpr bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }
  /// The order of the values; the digits of both must fit 128 bits at the larger scale, as those of numbers that were read do.
  friend constexpr std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    const int most = a.scale_ > b.scale_ ? a.scale_ : b.scale_;
    return a.digits_ * power(most - a.scale_) <=> b.digits_ * power(most - b.scale_);
  }
  /// Writes text().
  CHISO_INLINE friend std::ostream& operator<<(std::ostream& out, const Decimal& value);

  /// 10^exponent, exponent within 0..18.
  static constexpr std::int64_t power(int exponent) {
    std::int64_t p = 1;
    while (exponent-- > 0) p *= 10;
    return p;
  }

 private:
  // digits / 10^k is correctly rounded (both below 2^53, k <= 15), so equality means "reads back as this double".
  static constexpr Decimal shortest(double value) {
    double ten = 1;
    for (int k = 0; k <= 15; ++k, ten *= 10) {
      const double scaled = value * ten;
      if (!(scaled > -1e15 && scaled < 1e15)) break;
      const auto digits = static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
      if (static_cast<double>(digits) / ten == value) return {digits, k};
    }
    throw std::invalid_argument("a decimal written as double has at most 15 digits");
  }
  CHISO_INLINE static Decimal shortest_at_run_time(double value);  // by std::to_chars: safe from a consumer's -ffast-math

  int128 digits_ = 0;
  std::int8_t scale_ = 0;
};

/// The double nearest to a decimal, correctly rounded: the shortest text of it is the decimal again if that has at most 15 digits. (If a
/// program compiles the headers under -ffast-math, which may divide differently, the result is within one unit of the last place.)
CHISO_INLINE double nearest_double(const Decimal& value);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/core/impl/decimal.ipp>
#endif
