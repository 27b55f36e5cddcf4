#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <cstdint>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// How a figure is rounded when it is published (SPEC 2.4). Below 0, `half_up` goes away from zero and `down` towards it.
enum class Rounding : std::uint8_t { half_up, half_even, down };
constexpr std::array<std::string_view, 3> names_of(Rounding) { return {"half_up", "half_even", "down"}; }
}
