#pragma once
#include <chiso/core/build.hpp>
#include <cstddef>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// The number that four hexadecimal digits at the start of a text stand for, as in `\uXXXX`; -1 for any other text.
int four_hex_digits(std::string_view digits);
/// The text between the quotes of the JSON string that begins at `quote`. The string must be closed.
std::string_view string_body(std::string_view text, std::size_t quote);
/// The text that the body of a JSON string stands for. An invalid escape stays as it is, and half a surrogate pair becomes U+FFFD; both
/// are syntax problems that are reported elsewhere.
std::string unescaped(std::string_view body);
/// The offset in the body at which code point `index` of the unescaped text begins; past the last one, the length of the body.
std::size_t offset_in_body(std::string_view body, std::size_t index);
/// Adds a text in quotes, with only the escapes that JSON requires.
void quote(std::string& out, std::string_view text);
}
