#pragma once
#include <algorithm>
#include <chiso/core/as_seen.hpp>
#include <chiso/core/utf8.hpp>

namespace chiso::inline CHISO_BUILD {
namespace unicode {
CHISO_INLINE bool is_white_space(char32_t c) {
  if (c < 0x80) return (c >= 9 && c <= 13) || c == 0x20;
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}
/// Fewer than is_hidden: U+200C and U+200D change how letters of other scripts are joined, so they stay.
CHISO_INLINE bool is_left_out_of_names(char32_t c) {
  return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || c == 0x2060 || c == 0xFEFF;
}
/// Whether a byte may begin a character beyond ASCII that is White_Space or left out of names.
CHISO_INLINE bool may_begin_unseen(unsigned char lead, unsigned char second) {
  return lead == 0xC2 || lead == 0xE2 || lead == 0xE3 || lead == 0xEF || (lead == 0xE1 && second == 0x9A);
}
/// How many bytes at the start of a text are of no character that is White_Space or left out of names. O(length).
CHISO_INLINE std::size_t bytes_seen(std::string_view text) {
  std::size_t i = 0;
  for (; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80 ? byte == ' ' || (byte >= 9 && byte <= 13)
                    : may_begin_unseen(byte, i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0))
      break;
  }
  return i;
}
}

CHISO_INLINE bool is_as_seen(std::string_view name) {
  bool blank_before = true;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto byte = static_cast<unsigned char>(name[i]);
    if (byte == ' ' && blank_before) return false;
    if (byte >= 9 && byte <= 13) return false;
    blank_before = byte == ' ';
    if (byte < 0x80 || !unicode::may_begin_unseen(byte, i + 1 < name.size() ? static_cast<unsigned char>(name[i + 1]) : 0)) continue;
    const auto c = unicode::first(name.substr(i)).code;
    if (unicode::is_white_space(c) || unicode::is_left_out_of_names(c)) return false;
  }
  return !blank_before || name.empty();
}

CHISO_INLINE std::string as_seen(std::string_view name) {
  std::string out;
  out.reserve(name.size());
  bool blank = false;
  const auto put = [&](std::string_view seen) {
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out += seen;
  };
  while (!name.empty()) {
    std::size_t size = unicode::bytes_seen(name);
    if (size > 0) {
      put(name.substr(0, size));
    } else {
      const auto c = unicode::first(name);
      size = (std::max)(c.size, std::size_t{1});
      if (c.size > 0 && unicode::is_white_space(c.code))
        blank = true;
      else if (c.size == 0 || !unicode::is_left_out_of_names(c.code))
        put(name.substr(0, size));
    }
    name.remove_prefix(size);
  }
  return out;
}

CHISO_INLINE std::string without_unseen(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t kept_to = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto second = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : static_cast<unsigned char>(0);
    if (!unicode::may_begin_unseen(static_cast<unsigned char>(text[i]), second)) {
      ++i;
      continue;
    }
    const auto c = unicode::first(text.substr(i));
    const auto end = i + (std::max)(c.size, std::size_t{1});
    if (c.size > 0 && unicode::is_left_out_of_names(c.code)) {
      out += text.substr(kept_to, i - kept_to);
      kept_to = end;
    }
    i = end;
  }
  return out += text.substr(kept_to);
}
}
