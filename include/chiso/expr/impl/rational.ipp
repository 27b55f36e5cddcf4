#pragma once
#include <algorithm>
// libc++ has no std::unary_function, from which the Boost of Debian 12 derives unless it is told so.
#if defined(_LIBCPP_VERSION) && !defined(BOOST_NO_CXX98_FUNCTION_BASE)
#define BOOST_NO_CXX98_FUNCTION_BASE
#endif
#include <boost/multiprecision/cpp_int.hpp>
#include <chiso/expr/rational.hpp>
#include <stdexcept>
#include <utility>

namespace chiso::inline CHISO_BUILD {
struct Rational::Wide {
  boost::multiprecision::cpp_rational value;
};
namespace wide {
using Integer = boost::multiprecision::cpp_int;
using Fraction = boost::multiprecision::cpp_rational;
CHISO_INLINE bool fits(const Integer& value) { return boost::multiprecision::msb(value == 0 ? Integer(1) : Integer(abs(value))) < 126; }
/// Small results stay below 2^126 on either side of 0, so that negating one never overflows.
constexpr bool fits(int128 num, int128 den) { return magnitude_of(num) >> 126 == 0 && magnitude_of(den) >> 126 == 0; }
CHISO_INLINE int128 narrowed(const Integer& value) { return static_cast<int128>(value); }
}

CHISO_INLINE Rational::Rational(std::shared_ptr<const Wide> wide) : wide_(std::move(wide)) {}
CHISO_INLINE Rational Rational::from(Wide wide) {
  const auto num = numerator(wide.value), den = denominator(wide.value);
  if (wide::fits(num) && wide::fits(den)) {
    Rational out;
    out.small_ = {wide::narrowed(num), wide::narrowed(den)};
    return out;
  }
  return Rational(std::make_shared<const Wide>(std::move(wide)));
}
CHISO_INLINE Rational::Wide Rational::widened() const {
  return wide_ ? *wide_ : Wide{wide::Fraction(wide::Integer(small_.num), wide::Integer(small_.den))};
}

CHISO_INLINE Rational operator+(const Rational& a, const Rational& b) {
  if (!a.wide_ && !b.wide_) {
    int128 left = 0, right = 0, num = 0, den = 0;
    if (!__builtin_mul_overflow(a.small_.num, b.small_.den, &left) && !__builtin_mul_overflow(b.small_.num, a.small_.den, &right) &&
        !__builtin_add_overflow(left, right, &num) && !__builtin_mul_overflow(a.small_.den, b.small_.den, &den) && wide::fits(num, den))
      return {num, den};
  }
  return Rational::from({a.widened().value + b.widened().value});
}
CHISO_INLINE Rational operator-(const Rational& a, const Rational& b) {
  if (!b.wide_) {
    Rational negative;
    negative.small_ = {-b.small_.num, b.small_.den};
    return a + negative;
  }
  return Rational::from({a.widened().value - b.widened().value});
}
CHISO_INLINE Rational operator*(const Rational& a, const Rational& b) {
  if (!a.wide_ && !b.wide_) {
    int128 num = 0, den = 0;
    if (!__builtin_mul_overflow(a.small_.num, b.small_.num, &num) && !__builtin_mul_overflow(a.small_.den, b.small_.den, &den) &&
        wide::fits(num, den))
      return {num, den};
  }
  return Rational::from({a.widened().value * b.widened().value});
}
CHISO_INLINE Rational operator/(const Rational& a, const Rational& b) {
  if (!a.wide_ && !b.wide_) {
    int128 num = 0, den = 0;
    if (!__builtin_mul_overflow(a.small_.num, b.small_.den, &num) && !__builtin_mul_overflow(a.small_.den, b.small_.num, &den) &&
        wide::fits(num, den))
      return {num, den};
  }
  return Rational::from({a.widened().value / b.widened().value});
}
CHISO_INLINE std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  if (!a.wide_ && !b.wide_) return compare(a.small_, b.small_);
  return a.widened().value.compare(b.widened().value) <=> 0;
}

CHISO_INLINE int Rational::sign() const {
  if (wide_) return wide_->value.sign();
  return small_.num < 0 ? -1 : small_.num > 0 ? 1 : 0;
}
CHISO_INLINE Rational Rational::floor() const {
  if (!wide_) return {floor_divide(small_.num, small_.den)};
  const auto num = numerator(wide_->value), den = denominator(wide_->value);
  wide::Integer whole = num / den;
  if (num < 0 && whole * den != num) --whole;
  return from({wide::Fraction(whole)});
}
CHISO_INLINE std::string Rational::text() const { return widened().value.str(); }
CHISO_INLINE std::optional<Rational> Rational::of_text(const std::string& text) {
  if (text.size() > 65536) return {};  // reading takes the square of its length
  const auto bar = (std::min)(text.find('/'), text.size());
  const auto whole = [&](std::size_t from, std::size_t end) -> std::optional<wide::Integer> {
    const bool negative = from < end && text[from] == '-';
    const auto digits = text.substr(from, end - from).substr(negative ? 1 : 0);
    // A leading 0 would be read as octal.
    if (digits.empty() || digits.find_first_not_of("0123456789") != digits.npos) return {};
    if (digits[0] == '0' && digits.size() > 1) return {};
    const wide::Integer value(digits);
    return negative ? wide::Integer(-value) : value;
  };
  const auto num = whole(0, bar);
  const auto den = bar == text.size() ? std::optional(wide::Integer(1)) : whole(bar + 1, text.size());
  if (!num || !den || *den <= 0) return {};
  auto out = from({wide::Fraction(*num, *den)});
  return out.text() == text ? std::optional(std::move(out)) : std::nullopt;
}
CHISO_INLINE std::optional<Ratio> Rational::as_ratio() const {
  if (wide_ || magnitude_of(small_.num) >> 126 != 0 || magnitude_of(small_.den) >> 126 != 0) return {};
  return small_;
}
CHISO_INLINE Rational Rational::nearest(int decimals) const {
  const bool negative = sign() < 0;
  const Rational power(Decimal::power(decimals));
  const auto whole = ((negative ? -*this : *this) * power + Rational(1, 2)).floor();
  return (negative ? -whole : whole) / power;
}
CHISO_INLINE Decimal Rational::rounded(int decimals, Rounding rounding) const {
  // It is scaled to whole units first: then the rounded number has a denominator of its own, and only the sign of the rest matters.
  const bool negative = sign() < 0;
  const auto scaled = (negative ? -*this : *this) * Rational(Decimal::power(decimals));
  auto whole = scaled.floor();
  const auto twice = (scaled - whole) * Rational(2);
  const auto order = twice <=> Rational(1);
  const auto units = whole.as_ratio();
  if (!units) throw std::overflow_error("a published figure of more than 37 digits");
  const bool up = rounding == Rounding::half_up     ? order >= 0
                  : rounding == Rounding::half_even ? order > 0 || (order == 0 && units->num % 2 != 0)
                                                    : false;
  const int128 digits = units->num + (up ? 1 : 0);
  return Decimal::fixed(negative ? -digits : digits, decimals);
}
CHISO_INLINE std::int64_t Rational::nearest_whole() const {
  if (!wide_ && magnitude_of(small_.num) >> 124 == 0 && magnitude_of(small_.den) >> 124 == 0)
    return static_cast<std::int64_t>((2 * small_.num + small_.den) / (2 * small_.den));
  return static_cast<std::int64_t>(rounded(0, Rounding::half_up).digits());
}
}
