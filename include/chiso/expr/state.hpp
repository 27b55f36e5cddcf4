#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <cstdint>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// What a result is, weakest first: the strongest state of the parts wins (SPEC 4).
enum class State : std::uint8_t { value, undefined, missing, not_applicable };
constexpr std::array<std::string_view, 4> names_of(State) { return {"value", "undefined", "missing", "not_applicable"}; }
constexpr State strongest(State a, State b) { return a > b ? a : b; }
}
