#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <cstdint>
#include <optional>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// What a leaf counts if it does not apply (docs/guide/lines.md).
enum class WhenNotApplicable : std::uint8_t {
  exclude,  ///< It is left out of achieved and applicable points.
  full,     ///< All its points.
  zero      ///< Nothing; its points stay applicable.
};
constexpr std::array<std::string_view, 3> names_of(WhenNotApplicable) { return {"exclude", "full", "zero"}; }
/// What a leaf counts if its evidence is missing.
enum class WhenMissing : std::uint8_t {
  incomplete,  ///< Nothing; its points stay applicable, and leaf, row and every node above are incomplete: the row has no rank.
  zero,        ///< Nothing; its points stay applicable, and the row stays complete.
  exclude      ///< It is left out of achieved and applicable points, and the row stays complete.
};
constexpr std::array<std::string_view, 3> names_of(WhenMissing) { return {"incomplete", "zero", "exclude"}; }
/// What a leaf counts if its rule has no value: as if missing or not applicable, or zero, or full points.
enum class WhenUndefined : std::uint8_t {
  missing,         ///< As the leaf's policy for what is missing.
  not_applicable,  ///< As the leaf's policy for what does not apply.
  zero,            ///< Nothing; its points stay applicable.
  full             ///< All its points.
};
constexpr std::array<std::string_view, 4> names_of(WhenUndefined) { return {"missing", "not_applicable", "zero", "full"}; }

/// The policies that hold for a leaf: its own, or the nearest above it.
struct Policies {
  WhenNotApplicable not_applicable = WhenNotApplicable::exclude;  ///< Of a leaf that does not apply.
  WhenMissing missing = WhenMissing::incomplete;                  ///< Of a leaf whose evidence is missing.
  std::optional<WhenUndefined> undefined{};                       ///< No default: a leaf that can be undefined must have one.
};
}
