#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <cstdint>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// What a result is, weakest first: of several parts the strongest state is that of the whole. docs/guide/expressions.md has the
/// exceptions.
enum class State : std::uint8_t {
  value,          ///< There is a value.
  undefined,      ///< It cannot be computed: a division by 0, a `clamp` whose ends are out of order.
  missing,        ///< It was not supplied: a blank cell.
  not_applicable  ///< The unit has no such task.
};
constexpr std::array<std::string_view, 4> names_of(State) { return {"value", "undefined", "missing", "not_applicable"}; }
/// The stronger of two states.
constexpr State strongest(State a, State b) { return a > b ? a : b; }
}
