#pragma once
#include <chiso/core/build.hpp>
#include <cstddef>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Whether a text has only ASCII from blank to tilde. O(length).
bool is_printable_ascii(std::string_view text);
/// Whether a name has only ASCII from blank to tilde, single blanks within it and none around it. O(length).
bool is_plain_ascii_name(std::string_view name);
/// The two hexadecimal digits of a byte.
std::string hex_of_byte(char byte);
}
