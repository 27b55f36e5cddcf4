#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/ratio.hpp>
#include <compare>
#include <memory>
#include <optional>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// An exact rational of any size, in lowest terms: 128-bit integers while they suffice, wide ones (Boost.Multiprecision, which only this
/// type uses) beyond that. The row evaluator, cohorts and averages compute with it; so does a tile if no integer width is proved to be
/// exact.
class Rational {
 public:
  Rational() = default;  ///< Zero.
  /// A whole number.
  Rational(int128 whole) : small_{whole, 1} {}
  /// num / den in lowest terms; `den` must not be 0.
  Rational(int128 num, int128 den) : small_(reduced(num, den)) {}
  /// The value of a fraction.
  explicit Rational(const Ratio& value) : Rational(value.num, value.den) {}
  /// The value of a decimal.
  explicit Rational(const Decimal& value) : Rational(value.digits(), Decimal::power(value.scale())) {}

  /// The exact sum.
  CHISO_INLINE friend Rational operator+(const Rational& a, const Rational& b);
  /// The exact difference.
  CHISO_INLINE friend Rational operator-(const Rational& a, const Rational& b);
  /// The exact product.
  CHISO_INLINE friend Rational operator*(const Rational& a, const Rational& b);
  /// The exact quotient; `b` must not be 0.
  CHISO_INLINE friend Rational operator/(const Rational& a, const Rational& b);
  /// The number with the other sign.
  Rational operator-() const { return Rational(0) - *this; }
  /// The order of the values.
  CHISO_INLINE friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);
  /// Whether the values are equal.
  friend bool operator==(const Rational& a, const Rational& b) { return (a <=> b) == 0; }

  /// Reads what `text` writes; empty for any other form, or for more than 65,536 characters.
  CHISO_INLINE static std::optional<Rational> of_text(const std::string& text);

  /// -1, 0 or 1.
  CHISO_INLINE int sign() const;
  /// The largest whole number that is not above the value.
  CHISO_INLINE Rational floor() const;
  /// The nearest multiple of 10^-decimals; halves away from zero.
  CHISO_INLINE Rational nearest(int decimals) const;
  /// The value as 128-bit integers, if both parts are below 2^126.
  CHISO_INLINE std::optional<Ratio> as_ratio() const;
  /// In lowest terms, of any size: `-7/2`, `3`.
  CHISO_INLINE std::string text() const;
  /// Rounded once, as `rounded(Ratio)`. @throws std::overflow_error if that takes more than 37 digits.
  CHISO_INLINE Decimal rounded(int decimals, Rounding rounding) const;
  /// Rounded half up to a whole number, for values within 0..2^62.
  CHISO_INLINE std::int64_t nearest_whole() const;

 private:
  struct Wide;
  CHISO_INLINE explicit Rational(std::shared_ptr<const Wide> wide);
  CHISO_INLINE static Rational from(Wide wide);
  CHISO_INLINE Wide widened() const;
  Ratio small_{};
  std::shared_ptr<const Wide> wide_{};  // set only if small_ cannot hold the value
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/expr/impl/rational.ipp>
#endif
