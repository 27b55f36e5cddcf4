// Compares chiso's own check of composed text with utf8proc. The two may have different versions of Unicode. Characters that chiso's table
// does not know (it treats them as letters that join nothing) are found here by asking utf8proc; a text with one of them may pass the
// check although it is not composed. A text that utf8proc composed must always pass, or readers would refuse their own names.
#include <algorithm>
#include <chiso/core/composed.hpp>
#include <chiso/core/impl/composed_table.ipp>
#include <chiso/core/utf8.hpp>
#include <cstdlib>
#include <gtest/gtest.h>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <utf8proc.h>
#include <vector>

namespace {
using Characters = std::u32string;

std::string utf8(const Characters& text) {
  std::string out;
  for (const auto c : text) chiso::unicode::append(out, c);
  return out;
}
/// A text as utf8proc writes it.
std::string mapped(const std::string& text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &out,
                                 static_cast<utf8proc_option_t>(UTF8PROC_STABLE | options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(out, &std::free);
  EXPECT_GE(size, 0);
  return size < 0 ? std::string() : std::string(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
}
std::string composed(const std::string& text) { return mapped(text, UTF8PROC_COMPOSE); }
Characters decomposed(char32_t c) {
  const auto text = mapped(utf8({c}), UTF8PROC_DECOMPOSE);
  Characters out;
  for (std::size_t at = 0; at < text.size();) {
    const auto next = chiso::unicode::first(std::string_view(text).substr(at));
    out += next.code;
    at += next.size;
  }
  return out;
}
int combining_class(char32_t c) { return utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->combining_class; }
bool is_surrogate(char32_t c) { return c >= 0xD800 && c < 0xE000; }

/// The letter before the finals of Hangul is not a final; utf8proc 2.8 takes it for one and drops it after an open syllable.
constexpr char32_t before_finals = 0x11A7;

/// The characters whose place in a text matters, according to utf8proc: marks, composites and their parts, and the letters of Hangul.
struct Joining {
  Characters marks{}, composites{}, firsts{}, followers{};
  Characters all{};
  std::set<char32_t> unknown{};  // to chiso's table

  Joining() {
    std::set<char32_t> first_parts, other_parts;
    for (char32_t c = 0; c < 0x110000; ++c) {
      const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
      if (category == UTF8PROC_CATEGORY_CN || category == UTF8PROC_CATEGORY_CO || is_surrogate(c) || (c >= 0xAC00 && c < 0xD7A4)) continue;
      if (const auto own = combining_class(c); own != 0) {
        marks += c;
        if (own < 240 && chiso::is_composed(utf8({'x', 0x345, c}))) unknown.insert(c);  // the class of U+0345 is the highest there is
      }
      const auto found = decomposed(c);
      if (found == Characters{c}) continue;
      composites += c;
      first_parts.insert(found[0]);
      other_parts.insert(found.begin() + 1, found.end());
      const auto alone = utf8({c});
      const bool stays = composed(alone) == alone;
      if (chiso::is_composed(alone) != stays || (stays && chiso::is_composed(utf8(found))))
        unknown.insert(c), unknown.insert(found.begin(), found.end());
    }
    firsts.assign(first_parts.begin(), first_parts.end());
    followers.assign(other_parts.begin(), other_parts.end());
    all = marks + composites + firsts + followers;
    for (char32_t c = 0x1100; c < 0x1200; ++c)
      if (c != before_finals) all += c;
  }
};
const Joining& joining() {
  static const Joining all;
  return all;
}
/// The letters of Vietnamese, and of its neighbours in Latin.
Characters latin() {
  Characters out;
  for (char32_t c = 'A'; c <= 'z'; ++c) out += c;
  for (char32_t c = 0xC0; c < 0x250; ++c) out += c;
  for (char32_t c = 0x1E00; c < 0x1F00; ++c) out += c;
  return out;
}

/// Counts what is checked and what differs, and shows the first difference.
struct Comparison {
  std::size_t texts = 0, composed_texts = 0, differences = 0;
  void check(const Characters& text) {
    const auto bytes = utf8(text);
    const bool expected = composed(bytes) == bytes, found = chiso::is_composed(bytes);
    ++texts;
    composed_texts += expected ? 1 : 0;
    if (found == expected) return;
    const auto& unknown = joining().unknown;
    if (found && std::any_of(text.begin(), text.end(), [&](char32_t c) { return unknown.contains(c); })) return;
    if (++differences > 10) return;
    std::string codes;
    for (const auto c : text) codes += ' ' + std::to_string(static_cast<unsigned>(c));
    ADD_FAILURE() << "is_composed is " << found << " of" << codes;
  }
};

TEST(Composed, CoversTheCharactersOfItsUnicodeVersion) {
  const auto& unknown = joining().unknown;
  RecordProperty("unknown", static_cast<int>(unknown.size()));
  const bool same = std::string_view(utf8proc_unicode_version()) == chiso::composition::unicode_version;
  EXPECT_TRUE(!same || unknown.empty());
  EXPECT_LT(unknown.size(), joining().marks.size() / 10) << "make the table from a newer Unicode: tests/generate_composed_table";
}
TEST(Composed, AgreesOnEveryCharacterByItself) {
  Comparison with_utf8proc;
  for (char32_t c = 0; c < 0x110000; ++c)
    if (!is_surrogate(c)) with_utf8proc.check({c});
  EXPECT_EQ(with_utf8proc.texts, 0x110000U - 0x800U);
}
TEST(Composed, AgreesOnEveryLatinLetterBeforeEveryMark) {
  Comparison with_utf8proc;
  for (const auto letter : latin())
    for (const auto mark : joining().marks) with_utf8proc.check({letter, mark});
  EXPECT_GT(with_utf8proc.composed_texts, 100'000U);
}
TEST(Composed, AgreesOnEveryJoiningCharacterBesideOthers) {
  Comparison with_utf8proc;
  for (const auto c : joining().all)
    for (const auto& text :
         {Characters{c, 0x301}, Characters{c, 0x323}, Characters{'a', 0x301, c}, Characters{'a', 0x323, c}, Characters{0xE2, c, 0x323},
          Characters{0x1EA1, c, 0x302}, Characters{0x1100, c, 0x11A8}, Characters{0xAC00, c}})
      with_utf8proc.check(text);
}
TEST(Composed, AgreesOnEveryPairOfParts) {
  Comparison with_utf8proc;
  for (const auto& before : {joining().firsts, joining().composites, joining().followers})
    for (const auto a : before)
      for (const auto b : joining().followers) with_utf8proc.check({a, b});
}
TEST(Composed, AgreesOnHangul) {
  Comparison with_utf8proc;
  for (char32_t c = 0x1100; c < 0x1200; ++c)
    for (char32_t d = 0x1100; d < 0x1200; ++d) with_utf8proc.check({c, d});  // no syllable is before the letter that utf8proc drops
  for (char32_t syllable = 0xAC00; syllable < 0xD7A4; ++syllable)
    for (const char32_t c : {0x1161, 0x11A8, 0x11C2, 0x11C3}) with_utf8proc.check({syllable, c});
  EXPECT_TRUE(chiso::is_composed(utf8({0xAC00, before_finals})));
}
/// Checks texts of `size` characters as they are and as utf8proc composes them, and the latter with two characters exchanged.
void check_random_texts(std::size_t texts, std::size_t size) {
  std::mt19937 random(static_cast<unsigned>(size));
  const auto letters = latin(), &joins = joining().all, &marks = joining().marks;
  const auto one_of = [&](const Characters& from) { return from[random() % from.size()]; };
  Comparison with_utf8proc;
  for (std::size_t i = 0; i < texts; ++i) {
    Characters text;
    while (text.size() < size) {
      const auto kind = random() % 8;
      text += kind < 3   ? one_of(letters)
              : kind < 5 ? one_of(marks)
              : kind < 7 ? one_of(joins)
                         : static_cast<char32_t>(0xAC00 + random() % 11172);
    }
    with_utf8proc.check(text);
    const auto bytes = composed(utf8(text));
    EXPECT_TRUE(chiso::is_composed(bytes));
    Characters other;
    for (std::size_t at = 0; at < bytes.size();) {
      const auto next = chiso::unicode::first(std::string_view(bytes).substr(at));
      other += next.code;
      at += next.size;
    }
    const auto at = random() % other.size();
    std::swap(other[at], other[(at + 1) % other.size()]);
    with_utf8proc.check(other);
  }
  EXPECT_GT(with_utf8proc.composed_texts, 0U);
}
TEST(Composed, AgreesOnRandomTexts) {
  for (std::size_t size = 1; size <= 12; ++size) check_random_texts(4000, size);
}
TEST(Composed, AgreesOnLongRandomTexts) { check_random_texts(50, 3000); }
}
