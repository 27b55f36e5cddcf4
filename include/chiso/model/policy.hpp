#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <cstdint>
#include <optional>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// What a leaf counts if it does not apply (SPEC 5).
enum class WhenNotApplicable : std::uint8_t { exclude, full, zero };
constexpr std::array<std::string_view, 3> names_of(WhenNotApplicable) { return {"exclude", "full", "zero"}; }
/// What a leaf counts if its evidence is missing.
enum class WhenMissing : std::uint8_t { incomplete, zero, exclude };
constexpr std::array<std::string_view, 3> names_of(WhenMissing) { return {"incomplete", "zero", "exclude"}; }
/// What a leaf counts if its rule has no value: as if missing or not applicable, or zero, or full points.
enum class WhenUndefined : std::uint8_t { missing, not_applicable, zero, full };
constexpr std::array<std::string_view, 4> names_of(WhenUndefined) { return {"missing", "not_applicable", "zero", "full"}; }

/// The policies that hold for a leaf: its own, or the nearest above it.
struct Policies {
  WhenNotApplicable not_applicable = WhenNotApplicable::exclude;
  WhenMissing missing = WhenMissing::incomplete;
  std::optional<WhenUndefined> undefined{};  ///< No default: a leaf that can be undefined must have one.
};
}
