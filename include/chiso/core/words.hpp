#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/text.hpp>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// What something says, in each language. `{each}` stands for the field of that name, `{max}` for the most points there are. Of what
/// stands in brackets, parted by |, the first is said whose fields are all given (a truth: is true; it says nothing by itself); where
/// none is, nothing. Lists stand last. `{one}` is what a number counts, `{ends}` the ends of a tier, `{only}` an end that is both.
struct Words {
  std::string_view en;
  std::string_view vi;
  friend constexpr bool operator==(const Words&, const Words&) = default;
  constexpr std::string_view in(Text::Language language) const { return language == Text::Language::vi ? vi : en; }
};
}
