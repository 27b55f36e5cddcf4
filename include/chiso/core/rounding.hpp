#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <cstdint>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// How a figure is rounded when it is published, once, from its exact value (docs/design/exactness.md).
enum class Rounding : std::uint8_t {
  half_up,    ///< To the nearest; halves away from zero: 81.755 to 81.76, -0.5 to -1.
  half_even,  ///< To the nearest; halves to an even last digit: 81.765 to 81.76.
  down        ///< Towards zero: 50.775 to 50.77, -0.9 to 0.
};
constexpr std::array<std::string_view, 3> names_of(Rounding) { return {"half_up", "half_even", "down"}; }
}
