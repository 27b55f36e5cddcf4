#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/core/words.hpp>
#include <span>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// What people write who know another tool or language, and what stands for it here. Such words are not misspelt, so no nearest name tells
/// what was meant. The words complete the question "did you mean ...?".
struct Meant {
  std::string_view typed;  ///< What is written; compared byte by byte.
  Words instead;           ///< What to write instead, in the words of the question.
  /// Words, which may say more than a name.
  constexpr Meant(std::string_view from, Words to) : typed(from), instead(to) {}
  /// A name, which is the same in both languages.
  constexpr Meant(std::string_view from, std::string_view name) : typed(from), instead{name, name} {}
};

/// What a word of a table stands for, as the hint of a problem; empty if the table does not have it.
CHISO_INLINE inline Argument meant_by(std::string_view typed, std::span<const Meant> table) {
  for (const auto& each : table) {
    if (each.typed != typed) continue;
    const bool is_name = each.instead.en == each.instead.vi && each.instead.en.find(' ') == std::string_view::npos;
    return is_name ? Argument(each.instead.en) : Argument(each.instead);
  }
  return {};
}
}
