#pragma once
#include <algorithm>
#include <chiso/core/impl/as_seen.ipp>
#include <chiso/core/text.hpp>
#include <chiso/core/utf8.hpp>

namespace chiso::inline CHISO_BUILD {
namespace unicode {
/// A character that takes no room and does nothing that Vietnamese needs: soft hyphen, zero widths, marks of direction, byte order mark.
CHISO_INLINE bool is_hidden(char32_t c) { return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF; }
CHISO_INLINE bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }
CHISO_INLINE char32_t lower(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  // Latin Extended-A's pairs that Vietnamese uses (Ă Đ Ĩ Ũ), Ơ and Ư, and Latin Extended Additional (Ạ to Ỹ): even is upper.
  if ((c == 0x102 || c == 0x110 || c == 0x128 || c == 0x168 || c == 0x1A0) || (c >= 0x1EA0 && c <= 0x1EF8 && c % 2 == 0)) return c + 1;
  return c == 0x1AF ? 0x1B0 : c;
}
}

CHISO_INLINE bool operator==(const Bilingual& a, const Bilingual& b) { return a.vi == b.vi && a.en == b.en; }
CHISO_DEFINE_VALUE_MEMBERS(Text)
CHISO_INLINE Text::Text(const char* text) : variant(std::string(text)) {}
CHISO_INLINE std::string_view Text::in(Language language) const {
  if (const auto* one = std::get_if<std::string>(this)) return *one;
  const auto& both = std::get<Bilingual>(*this);
  const auto &wanted = language == Language::vi ? both.vi : both.en, &other = language == Language::vi ? both.en : both.vi;
  return wanted.empty() ? other : wanted;
}

CHISO_INLINE bool is_utf8(std::string_view text) { return unicode::first_bad_byte(text) == text.size(); }

CHISO_INLINE std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

CHISO_INLINE bool is_id(std::string_view text) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
  };
  return !text.empty() && std::all_of(text.begin(), text.end(), allowed) && !text.ends_with(".not_applicable");
}

CHISO_INLINE bool is_name(std::string_view text) {
  if (text.empty() || !is_as_seen(text) || means_not_applicable(text)) return false;
  if (text.find('\\') != text.npos || (text.find('\'') != text.npos && text.find('"') != text.npos)) return false;
  for (auto rest = text; !rest.empty();) {
    const auto c = unicode::first(rest);
    if (c.size == 0 || unicode::is_control(c.code)) return false;
    rest.remove_prefix(c.size);
  }
  return true;
}

CHISO_INLINE bool is_spreadsheet_error(std::string_view text) {
  return text.size() > 2 && text.front() == '#' && (text.back() == '!' || text.back() == '?' || text.ends_with("/A"));
}

CHISO_INLINE bool means_not_applicable(std::string_view text) {
  if (text.size() > 20) return false;  // longer than either in bytes, whatever the case
  const auto lower = lower_case(text);
  return lower == "not_applicable" || lower == "không áp dụng";
}

CHISO_INLINE std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    const auto c = unicode::first(text);
    if (c.size == 0 || !unicode::is_white_space(c.code)) break;
    text.remove_prefix(c.size);
  }
  while (!text.empty()) {
    auto start = text.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
    const auto c = unicode::first(text.substr(start));
    if (c.size != text.size() - start || !unicode::is_white_space(c.code)) break;
    text.remove_suffix(text.size() - start);
  }
  return text;
}

CHISO_INLINE std::size_t end_of_line(std::string_view text) {
  const auto end = std::find_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
  return end == text.end() ? text.npos : static_cast<std::size_t>(end - text.begin());
}

CHISO_INLINE std::string without_controls(std::string_view text, char mark) {
  std::string out;
  out.reserve(text.size());
  const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto first = at(i), second = at(i + 1), third = at(i + 2);
    std::size_t bytes = 0;  // of the character, if it is one of these
    if (first < 0x20 || first == 0x7F) bytes = 1;
    if (first == 0xC2 && second >= 0x80 && second <= 0x9F) bytes = 2;                  // U+0080 to U+009F
    if (first == 0xE2 && second == 0x80 && third >= 0xA8 && third <= 0xAE) bytes = 3;  // U+2028 to U+202E
    if (first == 0xE2 && second == 0x81 && third >= 0xA6 && third <= 0xA9) bytes = 3;  // U+2066 to U+2069
    out += bytes == 0 ? text[i] : mark;
    if (bytes > 1) i += bytes - 1;
  }
  return out;
}
CHISO_INLINE std::string with_hidden_shown(std::string_view text) {
  const auto plain = without_controls(text, '?');
  std::string out;
  out.reserve(plain.size());
  for (std::string_view rest = plain; !rest.empty();) {
    const auto c = unicode::first(rest);
    const auto size = c.size == 0 ? 1 : c.size;
    if (c.code > 0x7F && (unicode::is_white_space(c.code) || unicode::is_hidden(c.code))) {
      constexpr std::string_view digits = "0123456789ABCDEF";
      out += "<U+";
      for (int shift = 12; shift >= 0; shift -= 4) out += digits[(c.code >> shift) & 0xF];
      out += '>';
    } else {
      out += rest.substr(0, size);
    }
    rest.remove_prefix(size);
  }
  return out;
}
CHISO_INLINE std::string lower_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto ascii = unicode::ascii_bytes(text);
    const auto from = static_cast<std::ptrdiff_t>(out.size());
    out += text.substr(0, ascii);
    std::for_each(out.begin() + from, out.end(), [](char& c) { c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    text.remove_prefix(ascii);
    if (text.empty()) break;
    const auto c = unicode::first(text);
    if (c.size == 0) return out += text;
    unicode::append(out, unicode::lower(c.code));
    text.remove_prefix(c.size);
  }
  return out;
}
}
