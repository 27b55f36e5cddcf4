#pragma once
#include <chiso/core/build.hpp>
#include <cstdint>

namespace chiso::inline CHISO_BUILD {
/// The narrowest arithmetic that is exact. A double is exact, as an integer, below 2^53; two bits are left for conversion by addition.
enum class Width : std::uint8_t { doubles, bits64, bits128, wide };
/// The width that holds every whole number up to a magnitude.
constexpr Width width_of(uint128 peak) {
  return peak >> 51 == 0 ? Width::doubles : peak >> 62 == 0 ? Width::bits64 : peak >> 126 == 0 ? Width::bits128 : Width::wide;
}
}
