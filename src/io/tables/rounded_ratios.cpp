#include <chiso/expr/whole_arithmetic.hpp>
#include <io/tables/rounded_ratios.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
/// Numbers up to this are divided as doubles, which hold twice and more of them exactly.
constexpr std::int64_t most = std::int64_t{1} << 50;

CHISO_KERNEL bool are_small(const RatioTile& tile, std::int64_t most_of_num, std::size_t count) {
  std::int64_t others = 0;
  for (std::size_t r = 0; r < count; ++r)
    others |= tile.num[r] < 0 || tile.num[r] > most_of_num || tile.den[r] < 1 || tile.den[r] > most ? 1 : 0;
  return others == 0;
}
CHISO_KERNEL void round_small(const RatioTile& tile, std::int64_t unit, std::int64_t to_nearest, std::int64_t to_even, std::size_t count,
                              std::int64_t* out) {
  const auto by = static_cast<double>(unit);
  each_row(count, [&](std::size_t r) {
    const double num = whole::from<double>(tile.num[r]) * by, den = whole::from<double>(tile.den[r]);
    const double floor = whole::floor_ratio(num, den), twice = 2 * (num - floor * den);
    const auto digits = whole::to_int64(floor);
    const std::int64_t above = twice > den ? 1 : 0, half = twice == den ? 1 : 0;
    out[r] = digits + (to_nearest & (above | (half & ((digits & 1) | (to_even ^ 1)))));
  });
}
}

bool round_ratios(const RatioTile& tile, std::int64_t unit, Rounding rounding, std::size_t count, std::int64_t* out) {
  if (!are_small(tile, most / unit, count)) return false;
  round_small(tile, unit, rounding == Rounding::down ? 0 : 1, rounding == Rounding::half_even ? 1 : 0, count, out);
  return true;
}
}
