#pragma once
#include <chiso/core/words.hpp>
#include <optional>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// With the mark after it, the line of a head of a sheet that says by which decimal mark its numbers are written.
inline constexpr Words decimal_mark_words{.en = "Decimal mark: ", .vi = "Dấu thập phân: "};
/// The mark that a head says, if it says one: in a line of its own, after the first.
std::optional<char> decimal_mark_of(std::string_view head);
}
