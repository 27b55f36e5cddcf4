#include <algorithm>
#include <cstdint>
#include <cstring>
#include <io/text/utf8.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr std::uint64_t high_bits = 0x8080808080808080U, ones = 0x0101010101010101U;

std::uint64_t eight_bytes(const char* at) {
  std::uint64_t out = 0;
  std::memcpy(&out, at, 8);
  return out;
}
}

bool is_printable_ascii(std::string_view text) {
  // Subtraction sets the high bit of bytes below a blank, adding one sets it for bytes above a tilde, and no other byte gets it.
  const auto all_are = [](std::uint64_t eight) { return ((eight | (eight - ones * ' ') | (eight + ones)) & high_bits) == 0; };
  if (text.size() < 8) return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
  for (std::size_t i = 0; i + 8 <= text.size(); i += 8)
    if (!all_are(eight_bytes(text.data() + i))) return false;
  return all_are(eight_bytes(text.data() + text.size() - 8));
}

bool is_plain_ascii_name(std::string_view name) {
  if (name.empty()) return true;
  if (name.front() == ' ' || name.back() == ' ') return false;
  if (name.size() < 8) return is_printable_ascii(name) && name.find("  ") == name.npos;
  constexpr std::uint64_t low_bits = ~high_bits;
  const auto is_plain = [](std::uint64_t eight) {
    const auto others = eight ^ (ones * ' ');                                      // a blank is a byte of 0
    const auto blanks = ~(((others & low_bits) + low_bits) | others) & high_bits;  // a high bit for each blank, and no other
    return ((eight | (eight - ones * ' ') | (eight + ones)) & high_bits) == 0 && (blanks & (blanks >> 8)) == 0;
  };
  for (std::size_t i = 0; i + 8 <= name.size(); i += 7)  // each begins with the last byte of the one before
    if (!is_plain(eight_bytes(name.data() + i))) return false;
  return is_plain(eight_bytes(name.data() + name.size() - 8));
}

std::string hex_of_byte(char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {digits[(byte >> 4) & 0xF], digits[byte & 0xF]};
}
}
