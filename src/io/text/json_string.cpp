#include <chiso/core/utf8.hpp>
#include <io/text/json_string.hpp>

namespace chiso::inline CHISO_BUILD {
int four_hex_digits(std::string_view digits) {
  if (digits.size() < 4) return -1;
  int out = 0;
  for (const char c : digits.substr(0, 4)) {
    const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    if (digit < 0) return -1;
    out = out * 16 + digit;
  }
  return out;
}

namespace {
/// Adds the first character of a body, and returns how many bytes it takes in the body.
std::size_t take(std::string_view body, std::string& out) {
  if (body[0] != '\\' || body.size() < 2) {
    std::size_t size = 1;
    while (size < body.size() && (body[size] & 0xC0) == 0x80) ++size;
    out += body.substr(0, size);
    return size;
  }
  constexpr std::string_view letters = "bfnrt", meanings = "\b\f\n\r\t";
  if (body[1] == '"' || body[1] == '\\' || body[1] == '/') return out += body[1], 2;
  if (const auto at = letters.find(body[1]); at != letters.npos) return out += meanings[at], 2;
  const int code = body[1] == 'u' ? four_hex_digits(body.substr(2)) : -1;
  if (code < 0) return out += '\\', 1;
  if (code < 0xD800 || code > 0xDFFF) return unicode::append(out, static_cast<char32_t>(code)), 6;
  const int low = code < 0xDC00 && body.substr(6).starts_with("\\u") ? four_hex_digits(body.substr(8)) : -1;
  if (low < 0xDC00 || low > 0xDFFF) return unicode::append(out, 0xFFFD), 6;
  unicode::append(out, 0x10000U + (static_cast<char32_t>(code - 0xD800) << 10) + static_cast<char32_t>(low - 0xDC00));
  return 12;
}
}

std::string_view string_body(std::string_view text, std::size_t quote) {
  std::size_t end = quote + 1;
  while (end < text.size() && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
  return text.substr(quote + 1, end - quote - 1);
}

std::string unescaped(std::string_view body) {
  if (body.find('\\') == body.npos) return std::string(body);
  std::string out;
  while (!body.empty()) body.remove_prefix(take(body, out));
  return out;
}

std::size_t offset_in_body(std::string_view body, std::size_t index) {
  std::size_t at = 0;
  std::string ignored;
  while (index-- > 0 && at < body.size()) at += take(body.substr(at), ignored);
  return at;
}

void quote(std::string& out, std::string_view text) {
  constexpr std::string_view letters = "bfnrt", meanings = "\b\f\n\r\t";
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      out += c;
    } else if (const auto at = meanings.find(c); at != meanings.npos) {
      out += '\\';
      out += letters[at];
    } else {
      out += "\\u00";
      out += "01"[(c >> 4) & 1];
      out += "0123456789abcdef"[c & 0xF];
    }
  }
  out += '"';
}
}
