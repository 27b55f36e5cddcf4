#pragma once
#include <chiso/core/build.hpp>
#include <cstddef>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// The number that four hexadecimal digits at the start of a text stand for, as in `\uXXXX`; -1 of anything else.
int four_hex_digits(std::string_view digits);
/// What stands between the quotes of the JSON string that begins at `quote`. The string must be closed.
std::string_view string_body(std::string_view text, std::size_t quote);
/// The text that the body of a JSON string stands for. An escape that is none stands for itself, half a surrogate pair for U+FFFD; both
/// are problems of syntax, found elsewhere.
std::string unescaped(std::string_view body);
/// Where in the body code point `index` of the unescaped text begins; the length of the body past the last.
std::size_t offset_in_body(std::string_view body, std::size_t index);
/// Adds a text in quotes, escaped no more than JSON asks for.
void quote(std::string& out, std::string_view text);
}
