#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/decimal.hpp>
#include <chiso/expr/rational.hpp>
#include <cstdint>
#include <optional>

namespace chiso::inline CHISO_BUILD {
/// The count that is known beside a percentage: one of the two.
struct KnownCount {
  std::optional<std::int64_t> numerator{};    ///< The part: 2,354 of 4,849.
  std::optional<std::int64_t> denominator{};  ///< The whole.
};
/// Whole numbers from `least` to `most`, both within.
struct CountRange {
  Rational least{};  ///< The least, a whole number.
  Rational most{};   ///< The most, likewise.
};
/// The counts of which a percentage is right: with a numerator the denominators, with a denominator the numerators, for which
/// 100 x numerator / denominator rounds half up to `percent` at the decimals that it holds (`Decimal::fixed(4850, 2)` is 48.50, which says
/// more than 48.5). Empty if there is none; so it is for a count below 1, for a percentage below 0, and for 0 with a numerator. O(1).
/// `implied_counts(48.5, {.numerator = 2354})` is 4849 to 4858. @throws ShapeError unless exactly one count is given.
CHISO_INLINE std::optional<CountRange> implied_counts(const Decimal& percent, const KnownCount& known);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/check/impl/implied_counts.ipp>
#endif
