#include <algorithm>
#include <chiso/core/as_seen.hpp>
#include <chiso/core/composed.hpp>
#include <chiso/core/text.hpp>
#include <cstdlib>
#include <io/text/unicode.hpp>
#include <io/text/utf8.hpp>
#include <memory>
#include <new>
#include <utf8proc.h>

namespace chiso::inline CHISO_BUILD {
namespace {
const utf8proc_uint8_t* bytes(std::string_view text) { return reinterpret_cast<const utf8proc_uint8_t*>(text.data()); }

/// Whether a character may join the one before it: a mark, or a vowel or final consonant of Hangul.
bool may_join(utf8proc_int32_t c) {
  return utf8proc_get_property(c)->combining_class != 0 || (c >= 0x1161 && c <= 0x1175) || (c >= 0x11A8 && c <= 0x11C2);
}
}

std::string composed(std::string_view text) {
  if (is_plainly_composed(text)) return std::string(text);
  utf8proc_uint8_t* out = nullptr;
  const auto size = utf8proc_map(bytes(text), static_cast<utf8proc_ssize_t>(text.size()), &out,
                                 static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(out, &std::free);
  if (size == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
  if (size < 0) return std::string(text);  // malformed text is not composed
  return std::string(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
}

std::string clean_text(std::string_view text) { return composed(trimmed(text)); }
std::string_view clean_view(std::string_view text, std::string& room) {
  if (is_printable_ascii(text)) {
    const bool blank_at_an_end = !text.empty() && (text.front() == ' ' || text.back() == ' ');
    return blank_at_an_end ? trimmed(text) : text;
  }
  text = trimmed(text);
  if (is_plainly_composed(text)) return text;
  return room = composed(text);
}

namespace {
/// Whether letters of ASCII, Latin and Vietnamese, composed, and single blanks within are all that a well-formed name has.
bool is_plain_name(std::string_view name) {
  const auto at = [&](std::size_t i) { return i < name.size() ? static_cast<unsigned char>(name[i]) : 0U; };
  if (at(0) == ' ' || (!name.empty() && name.back() == ' ')) return false;
  for (std::size_t i = 0; i < name.size();) {
    const auto byte = at(i), next = at(i + 1);
    if (byte < 0x80) {
      if (byte < ' ' || (byte == ' ' && next == ' ')) return false;
      ++i;
    } else if (byte < 0xCC) {  // up to U+02FF: not the controls, U+00A0 and U+00AD
      if (byte == 0xC2 && (next <= 0xA0 || next == 0xAD)) return false;
      i += 2;
    } else {  // from U+1EA0 to U+1EF9
      const bool vietnamese = byte == 0xE1 && ((next == 0xBA && at(i + 2) >= 0xA0) || (next == 0xBB && at(i + 2) <= 0xB9));
      if (!vietnamese) return false;
      i += 3;
    }
  }
  return true;
}
}
std::string_view clean_name_view(std::string_view name, std::string& room) {
  if (is_plain_ascii_name(name) || is_plain_name(name)) return name;
  return room = composed(as_seen(name));
}
std::string clean_name(std::string_view name) {
  std::string room;
  return std::string(clean_name_view(name, room));
}
std::string clean_head(std::string_view head) { return composed(trimmed(without_unseen(head))); }

std::size_t before_composing(std::string_view text, std::size_t index) {
  if (is_plainly_composed(text)) return index;
  // Starting at a character that may not join, the text up to the next such character is composed by itself.
  std::size_t before = 0, after = 0;
  while (!text.empty()) {
    std::size_t size = 0, characters = 0;
    while (size < text.size()) {
      utf8proc_int32_t c = 0;
      const auto step = utf8proc_iterate(bytes(text.substr(size)), static_cast<utf8proc_ssize_t>(text.size() - size), &c);
      if (step <= 0) return before;
      if (characters > 0 && !may_join(c)) break;
      size += static_cast<std::size_t>(step);
      ++characters;
    }
    after += characters == 1 ? 1 : code_points(composed(text.substr(0, size)));
    if (after > index) return before;
    before += characters;
    text.remove_prefix(size);
  }
  return before;
}

std::size_t terminal_width(std::string_view text) {
  std::size_t out = 0;
  while (!text.empty()) {
    utf8proc_int32_t c = 0;
    const auto step = utf8proc_iterate(bytes(text), static_cast<utf8proc_ssize_t>(text.size()), &c);
    if (step <= 0) return out + text.size();  // malformed: a column for each byte
    out += static_cast<std::size_t>(std::max(utf8proc_charwidth(c), 0));
    text.remove_prefix(static_cast<std::size_t>(step));
  }
  return out;
}
}
