#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/decimal.hpp>
#include <compare>
#include <cstdint>

namespace chiso::inline CHISO_BUILD {
/// Points as whole quanta, a quantum being 10^-`point_decimals` points of the model (docs/design/exactness.md). Sums are exact, so no total
/// depends on its order.
struct Points {
  std::int64_t quanta = 0;  ///< Of one figure less than 2^53 in size.
  /// The order of the figures, which must be of one model or of models with the same `point_decimals`.
  friend constexpr auto operator<=>(Points, Points) = default;
  /// The exact sum.
  friend constexpr Points operator+(Points a, Points b) { return {a.quanta + b.quanta}; }
  /// The exact difference, which may be below 0.
  friend constexpr Points operator-(Points a, Points b) { return {a.quanta - b.quanta}; }
};

/// Quanta are below this everywhere, so doubles hold them exactly too.
inline constexpr std::int64_t most_quanta = std::int64_t{1} << 53;

/// The decimal that these quanta stand for, without trailing zeros.
constexpr Decimal as_decimal(Points points, int point_decimals) { return {points.quanta, point_decimals}; }
}
