#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/words.hpp>
#include <optional>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Followed by the mark, this is the line in a head of a sheet that states the decimal mark of its numbers.
inline constexpr Words decimal_mark_words{.en = "Decimal mark: ", .vi = "Dấu thập phân: "};
/// The decimal mark that a head states, on a line of its own after the first; empty if it states none.
CHISO_EXPORT std::optional<char> decimal_mark_of(std::string_view head);
}
