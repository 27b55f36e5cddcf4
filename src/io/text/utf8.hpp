#pragma once
#include <chiso/core/build.hpp>
#include <cstddef>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Is well-formed text in NFC, to judge by its characters alone? False means that it takes a closer look. O(length).
bool is_surely_nfc(std::string_view text);
/// Has no other bytes than ASCII from a blank to a tilde? O(length).
bool is_printable_ascii(std::string_view text);
/// Where the first byte stands that is no part of well-formed UTF-8; the length of the text where there is none. O(length).
std::size_t first_bad_byte(std::string_view text);
/// The two hexadecimal digits of a byte.
std::string hexadecimal(char byte);
}
