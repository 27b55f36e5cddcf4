#pragma once
#include <chiso/core/build.hpp>
#include <cstddef>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Has no other bytes than ASCII from a blank to a tilde? O(length).
bool is_printable_ascii(std::string_view text);
/// The two hexadecimal digits of a byte.
std::string hex_of_byte(char byte);
}
