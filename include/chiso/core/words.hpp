#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/text.hpp>
#include <cstdint>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// A phrase in both languages, with holes for what varies.
///
/// In messages a hole is the number of an argument: `{0}`. In the sentences that describe rules it is the name of a field (`{each}`) or one
/// of these: `{max}` the most points of the rule, `{one}` what a number counts, `{ends}` the ends of a tier, `{only}` an end that is both.
/// Brackets hold alternatives separated by `|`: the first one whose fields are all given is used (a truth is given if it is true, and has
/// no text of its own); if there is none, nothing is. Lists stand last.
struct Words {
  std::string_view en;  ///< English.
  std::string_view vi;  ///< Vietnamese.
  /// Whether the phrase names something or says that it is missing: a message in Vietnamese then says that without "gặp".
  enum Kind : std::uint8_t {
    thing,   ///< It names something.
    absence  ///< It says that something is missing.
  };
  Kind kind = thing;  ///< Of what stands as found in a message; anywhere else it says nothing.
  /// Whether texts and kind are the same.
  friend constexpr bool operator==(const Words&, const Words&) = default;
  /// The phrase in a language, its holes not filled.
  constexpr std::string_view in(Text::Language language) const { return language == Text::Language::vi ? vi : en; }
};
}
