#pragma once
#include <algorithm>
#include <chiso/check/implied_counts.hpp>
#include <chiso/core/error.hpp>

namespace chiso::inline CHISO_BUILD {
namespace detail {
CHISO_INLINE Rational ceiling(const Rational& value) { return -((-value).floor()); }
/// Half of the last decimal.
CHISO_INLINE Rational half_unit(int decimals) { return Rational(1, int128{2} * Decimal::power(decimals)); }
CHISO_INLINE std::optional<CountRange> if_any(Rational least, Rational most) {
  if (least > most) return {};
  return CountRange{std::move(least), std::move(most)};
}
/// The numerators of which the percentage of a denominator, 1 or more, rounds to `percent`, which has no more decimals than told. From
/// percent - half to below percent + half: at 0 half up means away from zero, but no count is below 0.
CHISO_INLINE std::optional<CountRange> implied_numerators(const Rational& percent, int decimals, const Rational& denominator) {
  if (percent.sign() < 0 || denominator < Rational(1)) return {};
  const auto of = [&](const Rational& share) { return share * denominator / Rational(100); };
  const auto least = ceiling(of(percent - half_unit(decimals)));
  return if_any((std::max)(Rational(0), least), ceiling(of(percent + half_unit(decimals))) - Rational(1));
}
CHISO_INLINE std::optional<CountRange> implied_denominators(const Rational& percent, int decimals, const Rational& numerator) {
  if (percent.sign() <= 0 || numerator < Rational(1)) return {};
  const auto of = [&](const Rational& share) { return (Rational(100) * numerator / share).floor(); };
  return if_any(of(percent + half_unit(decimals)) + Rational(1), of(percent - half_unit(decimals)));
}
}

CHISO_INLINE std::optional<CountRange> implied_counts(const Decimal& percent, const KnownCount& known) {
  if (known.numerator.has_value() == known.denominator.has_value())
    throw ShapeError("implied counts are asked with a numerator or with a denominator");
  return known.numerator ? detail::implied_denominators(Rational(percent), percent.scale(), Rational(*known.numerator))
                         : detail::implied_numerators(Rational(percent), percent.scale(), Rational(*known.denominator));
}
}
