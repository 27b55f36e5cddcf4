#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/expr/state.hpp>
#include <cstdint>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// The state of a leaf or entry in one row. It is reported as it is, whatever the policies make of it.
enum class ItemState : std::uint8_t {
  scored,          ///< Its rule gave points.
  undefined,       ///< Its rule has no value: it divides by zero, or clamps between ends in the wrong order.
  missing,         ///< What its rule or condition reads was not supplied.
  not_applicable,  ///< What its rule reads does not apply, its condition is false, or it does not belong to the row's track.
  stated           ///< Its points are stated by the evidence.
};
constexpr std::array<std::string_view, 5> names_of(ItemState) { return {"scored", "undefined", "missing", "not_applicable", "stated"}; }
/// The state of a result that is not stated.
constexpr ItemState item_state(State state) { return static_cast<ItemState>(state); }
}
