#include <algorithm>
#include <cstdint>
#include <cstring>
#include <io/text/unicode.hpp>
#include <io/text/utf8.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr std::uint64_t high_bits = 0x8080808080808080U, ones = 0x0101010101010101U;

std::uint64_t eight_bytes(const char* at) {
  std::uint64_t out = 0;
  std::memcpy(&out, at, 8);
  return out;
}
/// How many bytes from the start are ASCII.
std::size_t ascii_bytes(std::string_view text) {
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    if ((eight_bytes(text.data() + i) & high_bits) != 0) break;
  }
  while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
  return i;
}
/// The length of the well-formed character at the start of a text, or 0.
std::size_t character_bytes(std::string_view text) {
  const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto lead = at(0), second = at(1);
  const auto follows = [&](std::size_t i) { return (at(i) & 0xC0) == 0x80; };
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return follows(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool overlong = lead == 0xE0 && second < 0xA0, surrogate = lead == 0xED && second > 0x9F;
    return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool overlong = lead == 0xF0 && second < 0x90, above = lead == 0xF4 && second > 0x8F;
    return follows(1) && follows(2) && follows(3) && !overlong && !above ? 4 : 0;
  }
  return 0;
}
}

bool is_printable_ascii(std::string_view text) {
  // Below a blank a subtraction sets the high bit, above a tilde an addition of one, and elsewhere neither does.
  const auto all_are = [](std::uint64_t eight) { return ((eight | (eight - ones * ' ') | (eight + ones)) & high_bits) == 0; };
  if (text.size() < 8) return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
  for (std::size_t i = 0; i + 8 <= text.size(); i += 8)
    if (!all_are(eight_bytes(text.data() + i))) return false;
  return all_are(eight_bytes(text.data() + text.size() - 8));
}

std::size_t first_bad_byte(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    at += ascii_bytes(text.substr(at));
    if (at == text.size()) break;
    const auto bytes = character_bytes(text.substr(at));
    if (bytes == 0) break;
    at += bytes;
  }
  return at;
}

bool is_surely_nfc(std::string_view text) {
  // Below U+0300 nothing joins what stands before it and every letter is composed, and so it is from U+1EA0 to U+1EF9, the letters of
  // Vietnamese.
  std::size_t i = ascii_bytes(text);
  while (i < text.size()) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) {
      ++i;
    } else if (lead < 0xCC) {
      i += 2;
    } else if (lead == 0xE1 && i + 2 < text.size()) {
      const auto second = static_cast<unsigned char>(text[i + 1]), third = static_cast<unsigned char>(text[i + 2]);
      const unsigned code = 0x1000U | (second & 0x3FU) << 6 | (third & 0x3FU);
      if (code < 0x1EA0 || code > 0x1EF9) return false;
      i += 3;
    } else {
      return false;
    }
  }
  return true;
}

std::string hexadecimal(char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {digits[(byte >> 4) & 0xF], digits[byte & 0xF]};
}

bool is_composed(std::string_view text) { return is_surely_nfc(text) || composed(text) == text; }
}
