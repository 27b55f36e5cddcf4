#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <chiso/core/build.hpp>
#include <cmath>
#include <io/read/arrow_cells.hpp>
#include <limits>

namespace chiso::inline CHISO_BUILD {
namespace {
/// Whether `half` is the half float nearest to a number between 0 and 1024 that is not half way between two.
bool is_half(double value, double half) {
  int exponent = 0;
  std::frexp(half, &exponent);
  const double step = std::ldexp(1.0, std::max(exponent - 11, -24));  // 11 binary digits; the smallest step is 2^-24
  // Below a power of two the steps are half as wide.
  const bool is_power = half == std::ldexp(0.5, exponent) && exponent - 11 > -24;
  return value > half - step / (is_power ? 4 : 2) && value < half + step / 2;
}
}

double half_number(std::uint16_t half) {
  const bool negative = (half & 0x8000) != 0;
  const int exponent = half >> 10 & 0x1F, fraction = half & 0x3FF;
  if (exponent == 0x1F && fraction != 0) return std::numeric_limits<double>::quiet_NaN();
  if (exponent == 0x1F) return negative ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
  const double exact = exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(1024 + fraction, exponent - 25);
  double out = exact;
  if (exact != std::floor(exact))  // whole numbers stand for themselves
    for (int digits = 0; digits < 5; ++digits) {
      char text[32];
      const auto end = std::to_chars(text, text + sizeof text, exact, std::chars_format::scientific, digits).ptr;
      std::from_chars(text, end, out);
      if (is_half(out, exact)) break;
      out = exact;
    }
  return negative ? -out : out;
}

std::string decimal_digits(const void* bytes, int size, int scale) {
  std::array<std::uint64_t, 4> limbs{};  // the least significant first
  if (size == 4) {
    std::int32_t value = 0;
    std::memcpy(&value, bytes, 4);
    limbs.fill(value < 0 ? ~std::uint64_t{0} : 0);
    limbs[0] = static_cast<std::uint64_t>(std::int64_t{value});
  } else {
    const auto count = static_cast<std::size_t>(size / 8);
    std::memcpy(limbs.data(), bytes, static_cast<std::size_t>(size));
    if constexpr (std::endian::native == std::endian::big) std::reverse(limbs.begin(), limbs.begin() + static_cast<std::ptrdiff_t>(count));
    const bool below_zero = limbs[count - 1] >> 63 != 0;
    std::fill(limbs.begin() + static_cast<std::ptrdiff_t>(count), limbs.end(), below_zero ? ~std::uint64_t{0} : 0);
  }
  const bool negative = limbs[3] >> 63 != 0;
  if (negative) {
    bool carry = true;
    for (auto& limb : limbs) {
      limb = ~limb + (carry ? 1 : 0);
      carry = carry && limb == 0;
    }
  }
  std::string digits;  // the last digit first
  while (std::any_of(limbs.begin(), limbs.end(), [](auto limb) { return limb != 0; })) {
    constexpr std::uint64_t billion = 1'000'000'000;
    std::uint64_t rest = 0;
    for (auto limb = limbs.rbegin(); limb != limbs.rend(); ++limb) {
      const auto dividend = static_cast<uint128>(rest) << 64 | *limb;
      *limb = static_cast<std::uint64_t>(dividend / billion);
      rest = static_cast<std::uint64_t>(dividend % billion);
    }
    for (int i = 0; i < 9; ++i, rest /= 10) digits += static_cast<char>('0' + rest % 10);
  }
  while (digits.ends_with('0')) digits.pop_back();
  if (scale < 0 && !digits.empty()) digits.insert(0, static_cast<std::size_t>(-scale), '0');
  const auto after = static_cast<std::size_t>(std::max(scale, 0));
  if (digits.size() <= after) digits.append(after + 1 - digits.size(), '0');
  if (after > 0) digits.insert(after, 1, '.');
  if (negative) digits += '-';
  std::reverse(digits.begin(), digits.end());
  return digits;
}
}
