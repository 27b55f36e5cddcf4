#pragma once
#include <algorithm>
#include <array>
#include <chiso/core/composed.hpp>
#include <chiso/core/impl/composed_table.ipp>
#include <chiso/core/utf8.hpp>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace composition {
/// Before the first range of the table stand only characters that are always allowed and join nothing.
inline constexpr char32_t first_that_joins = ranges[0].first;

CHISO_INLINE Range range_of(char32_t c) {
  constexpr Range other{0, 0, 0, Allowed::always};
  if (c < first_that_joins) return other;
  const auto* at = std::partition_point(ranges.begin(), ranges.end(), [&](const Range& range) { return range.last < c; });
  return at != ranges.end() && at->first <= c ? *at : other;
}

/// Syllables of Hangul are composed by arithmetic: a lead, a vowel, and perhaps a final.
namespace hangul {
inline constexpr char32_t syllables = 0xAC00, leads = 0x1100, vowels = 0x1161, before_finals = 0x11A7;
inline constexpr char32_t syllables_count = 11172, leads_count = 19, vowels_count = 21,
                          finals_count = 28;  // the first final means that there is none
constexpr bool is_syllable(char32_t c) { return c >= syllables && c < syllables + syllables_count; }
/// The syllable of two characters, or 0.
constexpr char32_t joined(char32_t a, char32_t b) {
  if (a >= leads && a < leads + leads_count && b >= vowels && b < vowels + vowels_count)
    return syllables + ((a - leads) * vowels_count + (b - vowels)) * finals_count;
  const bool open = is_syllable(a) && (a - syllables) % finals_count == 0;
  return open && b > before_finals && b < before_finals + finals_count ? a + (b - before_finals) : 0;
}
}

/// The composite of two characters, or 0.
CHISO_INLINE char32_t joined(char32_t a, char32_t b) {
  static const auto by_parts = [] {
    auto out = composites;
    std::sort(out.begin(), out.end(),
              [](const Composite& x, const Composite& y) { return x.first != y.first ? x.first < y.first : x.second < y.second; });
    return out;
  }();
  if (const auto syllable = hangul::joined(a, b)) return syllable;
  const auto* at = std::partition_point(by_parts.begin(), by_parts.end(),
                                        [&](const Composite& each) { return each.first != a ? each.first < a : each.second < b; });
  return at != by_parts.end() && at->first == a && at->second == b ? at->composite : 0;
}
struct Part {
  char32_t code = 0;
  int combining_class = 0;
};
/// Adds the characters that one stands for, none of which is a composite.
CHISO_INLINE void add_parts(std::vector<Part>& out, char32_t c) {
  if (hangul::is_syllable(c)) {
    const auto index = c - hangul::syllables, final_index = index % hangul::finals_count, pair = index / hangul::finals_count;
    out.push_back({hangul::leads + pair / hangul::vowels_count});
    out.push_back({hangul::vowels + pair % hangul::vowels_count});
    if (final_index != 0) out.push_back({hangul::before_finals + final_index});
    return;
  }
  const auto* at = std::partition_point(composites.begin(), composites.end(), [&](const Composite& each) { return each.composite < c; });
  if (at == composites.end() || at->composite != c) {
    out.push_back({c, range_of(c).combining_class});
    return;
  }
  add_parts(out, at->first);  // not deep: a Vietnamese letter with two marks is two levels
  add_parts(out, at->second);
}
/// Puts marks in the order of their classes; marks of one class keep theirs.
CHISO_INLINE void order(std::vector<Part>& parts) {
  const auto is_letter = [](const Part& part) { return part.combining_class == 0; };
  const auto is_before = [](const Part& a, const Part& b) { return a.combining_class < b.combining_class; };
  for (auto from = parts.begin(); from != parts.end();) {
    from = std::find_if_not(from, parts.end(), is_letter);
    const auto to = std::find_if(from, parts.end(), is_letter);
    if (!std::is_sorted(from, to, is_before)) std::stable_sort(from, to, is_before);
    from = to;
  }
}
/// Composes parts that are in order.
CHISO_INLINE std::u32string composed_of(const std::vector<Part>& parts) {
  std::u32string out;
  std::size_t starter = parts.size();  // its place in `out`; there is none yet
  int last = -1;                       // the class of the character before, -1 beside the starter
  for (const auto& [c, combining_class] : parts) {
    if (const auto both = starter < out.size() && last < combining_class ? joined(out[starter], c) : 0; both != 0) {
      out[starter] = both;
      continue;
    }
    if (combining_class == 0) starter = out.size();
    last = combining_class == 0 ? -1 : combining_class;
    out += c;
  }
  return out;
}
/// Whether composing a piece leaves it as it is.
CHISO_INLINE bool is_unchanged_by_composing(const std::u32string& piece) {
  std::vector<Part> parts;
  for (const auto c : piece) add_parts(parts, c);
  order(parts);
  return composed_of(parts) == piece;
}
/// The length of the longest start of a text that ranges of letters alone show to be composed. Below U+0300 nothing joins the character
/// before it and every letter is composed; the same holds from U+1EA0 to U+1EF9, the letters of Vietnamese.
CHISO_INLINE std::size_t plain_bytes(std::string_view text) {
  std::size_t i = unicode::ascii_bytes(text);
  while (i < text.size()) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) {
      ++i;
    } else if (lead < 0xCC) {
      i += 2;
    } else if (lead == 0xE1 && i + 2 < text.size()) {
      const auto second = static_cast<unsigned char>(text[i + 1]), third = static_cast<unsigned char>(text[i + 2]);
      const unsigned code = 0x1000U | (second & 0x3FU) << 6 | (third & 0x3FU);
      if (code < 0x1EA0 || code > 0x1EF9) break;
      i += 3;
    } else {
      break;
    }
  }
  return i;
}
}

CHISO_INLINE bool is_plainly_composed(std::string_view text) { return composition::plain_bytes(text) >= text.size(); }

CHISO_INLINE bool is_composed(std::string_view text) {
  auto at = composition::plain_bytes(text);
  if (at >= text.size()) return true;
  // The last plain character may be joined by the next one.
  while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0) == 0x80) {
  }
  std::u32string piece;  // from the last character that joins nothing before it
  bool may_join = false;
  int last = 0;
  while (at < text.size()) {
    const auto c = unicode::first(text.substr(at));
    if (c.size == 0) return false;
    at += c.size;
    const auto range = composition::range_of(c.code);
    if (range.allowed == composition::Allowed::never) return false;
    if (range.combining_class != 0 && range.combining_class < last) return false;
    last = range.combining_class;
    if (range.combining_class == 0 && range.allowed == composition::Allowed::always) {
      if (may_join && !composition::is_unchanged_by_composing(piece)) return false;
      piece.clear();
      may_join = false;
    }
    piece += c.code;
    may_join = may_join || range.allowed == composition::Allowed::not_after_some;
  }
  return !may_join || composition::is_unchanged_by_composing(piece);
}
}
