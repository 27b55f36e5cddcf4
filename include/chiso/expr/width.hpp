#pragma once
#include <chiso/core/build.hpp>
#include <cstdint>

namespace chiso::inline CHISO_BUILD {
/// The narrowest arithmetic that is exact. A double is exact, as an integer, below 2^53; two bits are left for conversion by addition.
enum class Width : std::uint8_t {
  doubles,  ///< Whole numbers below 2^51, as doubles.
  bits64,   ///< Below 2^62, as 64-bit integers.
  bits128,  ///< Below 2^126, as 128-bit integers.
  wide      ///< Any size: Rational, row by row.
};
/// The width that holds every whole number up to a magnitude.
constexpr Width width_of(uint128 peak) {
  return peak >> 51 == 0 ? Width::doubles : peak >> 62 == 0 ? Width::bits64 : peak >> 126 == 0 ? Width::bits128 : Width::wide;
}
}
