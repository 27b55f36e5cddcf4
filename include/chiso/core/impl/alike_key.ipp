#pragma once
#include <array>
#include <chiso/core/alike_key.hpp>
#include <chiso/core/impl/text.ipp>
#include <chiso/core/utf8.hpp>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// A vowel and the tone that it bears: 0 none, then grave, acute, hook, tilde, dot.
struct Vowel {
  char32_t letter = 0;  ///< Without the tone; 0 if a character is no vowel.
  unsigned char tone = 0;
};
/// The vowels with a tone from U+1EA1 on, at every second place: those between are their capitals.
inline constexpr std::array<Vowel, 45> toned_vowels{
    {{'a', 5},   {'a', 3},   {0xE2, 2},  {0xE2, 1},  {0xE2, 3},  {0xE2, 4},  {0xE2, 5},  {0x103, 2}, {0x103, 1},
     {0x103, 3}, {0x103, 4}, {0x103, 5}, {'e', 5},   {'e', 3},   {'e', 4},   {0xEA, 2},  {0xEA, 1},  {0xEA, 3},
     {0xEA, 4},  {0xEA, 5},  {'i', 3},   {'i', 5},   {'o', 5},   {'o', 3},   {0xF4, 2},  {0xF4, 1},  {0xF4, 3},
     {0xF4, 4},  {0xF4, 5},  {0x1A1, 2}, {0x1A1, 1}, {0x1A1, 3}, {0x1A1, 4}, {0x1A1, 5}, {'u', 5},   {'u', 3},
     {0x1B0, 2}, {0x1B0, 1}, {0x1B0, 3}, {0x1B0, 4}, {0x1B0, 5}, {'y', 1},   {'y', 5},   {'y', 3},   {'y', 4}}};
/// Of a letter in lower case.
CHISO_INLINE Vowel vowel(char32_t c) {
  if (c >= 0x1EA1 && c <= 0x1EF9 && c % 2 == 1) return toned_vowels[(c - 0x1EA1) / 2];
  switch (c) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y':
    case 0xE2:
    case 0xEA:
    case 0xF4:
    case 0x103:
    case 0x1A1:
    case 0x1B0: return {c, 0};
    case 0xE0: return {'a', 1};
    case 0xE1: return {'a', 2};
    case 0xE3: return {'a', 4};
    case 0xE8: return {'e', 1};
    case 0xE9: return {'e', 2};
    case 0xEC: return {'i', 1};
    case 0xED: return {'i', 2};
    case 0x129: return {'i', 4};
    case 0xF2: return {'o', 1};
    case 0xF3: return {'o', 2};
    case 0xF5: return {'o', 4};
    case 0xF9: return {'u', 1};
    case 0xFA: return {'u', 2};
    case 0x169: return {'u', 4};
    case 0xFD: return {'y', 2};
    default: return {};
  }
}
/// What a character of ASCII is to a key, by its code.
enum class InKey : unsigned char { itself, capital, vowel, digit, dash, apostrophe, blank };
inline constexpr auto in_key = [] {
  std::array<InKey, 128> out{};
  for (char c = 'A'; c <= 'Z'; ++c) out[static_cast<std::size_t>(c)] = InKey::capital;
  for (const char c : {'a', 'e', 'i', 'o', 'u', 'y', 'A', 'E', 'I', 'O', 'U', 'Y'}) out[static_cast<std::size_t>(c)] = InKey::vowel;
  for (char c = '0'; c <= '9'; ++c) out[static_cast<std::size_t>(c)] = InKey::digit;
  out['-'] = InKey::dash;
  out['\''] = out['`'] = InKey::apostrophe;
  out[' '] = InKey::blank;
  return out;
}();
CHISO_INLINE InKey in_key_beyond_ascii(char32_t c) {
  if (c == 0xB4 || c == 0x2BC || c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x2032) return InKey::apostrophe;
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ? InKey::dash : InKey::itself;
}
/// Writes a key, which has at most twice the bytes of the name.
class AlikeKey {
 public:
  CHISO_INLINE explicit AlikeKey(char* to) : begin_(to), to_(to) {}
  CHISO_INLINE char* write(std::string_view name) {
    for (std::size_t at = 0; at < name.size();) {
      const auto byte = static_cast<unsigned char>(name[at]);
      if (byte < 0x80) {
        ++at;
        ascii(static_cast<char>(byte));
      } else {
        const auto character = unicode::first(name.substr(at));
        at += character.size == 0 ? 1 : character.size;
        beyond_ascii(character.size == 0 ? char32_t{byte} : character.code);
      }
    }
    end_digits();
    put_tones();
    return to_;
  }

 private:
  CHISO_INLINE void ascii(char c) {
    const auto kind = in_key[static_cast<std::size_t>(c)];
    if (kind == InKey::digit) return digit(c);
    end_digits();
    if (kind != InKey::vowel) put_tones();
    put(kind, static_cast<char>(kind == InKey::capital || (kind == InKey::vowel && c < 'a') ? c + ('a' - 'A') : c));
  }
  CHISO_INLINE void beyond_ascii(char32_t code) {
    end_digits();
    const auto c = unicode::lower(code);
    if (const auto of = vowel(c); of.letter != 0) {
      after_dash_ = false;
      put(of.letter);
      if (of.tone != 0 && held_ < tones_.size()) tones_[held_++] = static_cast<char>(of.tone);
      return;
    }
    put_tones();
    const auto kind = in_key_beyond_ascii(c);
    if (kind != InKey::itself) return put(kind, ' ');
    after_dash_ = false;
    put(c == 0xF0 ? char32_t{0x111} : c);
  }
  CHISO_INLINE void put(InKey kind, char c) {
    const bool follows_dash = after_dash_;
    after_dash_ = kind == InKey::dash;
    if (kind == InKey::dash) {
      if (to_ != begin_ && to_[-1] == ' ') --to_;
      *to_++ = '-';
    } else if (kind != InKey::blank || !follows_dash) {
      *to_++ = kind == InKey::apostrophe ? '\'' : c;
    }
  }
  CHISO_INLINE void put(char32_t c) {
    const auto byte = [&](char32_t b) { *to_++ = static_cast<char>(b); };
    if (c < 0x80) return byte(c);
    if (c < 0x800) return byte(0xC0 | (c >> 6)), byte(0x80 | (c & 0x3F));
    if (c < 0x10000) return byte(0xE0 | (c >> 12)), byte(0x80 | ((c >> 6) & 0x3F)), byte(0x80 | (c & 0x3F));
    byte(0xF0 | (c >> 18)), byte(0x80 | ((c >> 12) & 0x3F)), byte(0x80 | ((c >> 6) & 0x3F)), byte(0x80 | (c & 0x3F));
  }
  /// Zeros are held back until it is known whether a digit follows.
  CHISO_INLINE void digit(char c) {
    put_tones();
    after_dash_ = false;
    if (c == '0' && (!in_digits_ || zeros_)) {
      zeros_ = in_digits_ = true;
      return;
    }
    zeros_ = false;
    in_digits_ = true;
    *to_++ = c;
  }
  CHISO_INLINE void end_digits() {
    if (zeros_) *to_++ = '0';
    zeros_ = in_digits_ = false;
  }
  /// The tones of vowels that stand together come behind them: which of these bears one does not count.
  CHISO_INLINE void put_tones() {
    for (std::size_t i = 0; i < held_; ++i) *to_++ = tones_[i];
    held_ = 0;
  }

  char* begin_;
  char* to_;
  std::array<char, 8> tones_{};  // a syllable has one; of more in a row the others do not count
  std::size_t held_ = 0;
  bool after_dash_ = false, in_digits_ = false, zeros_ = false;
};
}

CHISO_INLINE void put_alike_key(std::string_view name, std::string& key) {
  key.resize(2 * name.size());
  key.resize(static_cast<std::size_t>(detail::AlikeKey(key.data()).write(name) - key.data()));
}
CHISO_INLINE std::string alike_key(std::string_view name) {
  std::string out;
  put_alike_key(name, out);
  return out;
}
}
