#include <chiso/core/composed.hpp>
#include <chiso/core/utf8.hpp>
#include <gtest/gtest.h>
#include <string>
#include <support/time_limit.hpp>
#include <utility>
#include <vector>

// Runs in both builds; tests/cpp/io/composed_test.cpp compares with utf8proc.
namespace {
using namespace chiso;

TEST(ComposedText, IsTheTextThatReadersMake) {
  for (const char* text : {"", "a", "xã Tân Định", "Phường “Bến Nghé” – Quận 1", "ẬẤỰỠẽ", "q\u0303", "\u0301", "x\u0323\u0301", "中文",
                           "각", "\U0001F600", "가\u11A7", "각\u11A8", "각\u0301", "한\u0301", "귀\u0323\u0301"})
    EXPECT_TRUE(is_composed(text)) << text;
}
TEST(ComposedText, RefusesLettersApartFromTheirMarks) {
  for (const char* text : {"Xa\u0303", "Ke\u0302\u0301", "ê\u0301", "e\u0323\u0302", "o\u031B", "ơ\u0301", "12345678 a\u0300",
                           "\u1112\u1161\u11AB", "하\u11AB"})
    EXPECT_FALSE(is_composed(text)) << text;
}
/// Neither mark joins the letter as it stands; in the right order both do.
TEST(ComposedText, LooksIntoLettersThatAreComposedAlready) {
  EXPECT_FALSE(is_composed("â\u0323"));  // ậ
  EXPECT_FALSE(is_composed("ấ\u0323"));  // ậ and an acute: a letter that is composed already is taken apart again
  EXPECT_TRUE(is_composed("ậ\u0301"));
}
TEST(ComposedText, RequiresMarksInOrder) {
  EXPECT_TRUE(is_composed("x\u0323\u0301"));
  EXPECT_FALSE(is_composed("x\u0301\u0323"));
  EXPECT_TRUE(is_composed("x\u0301\u0301"));
}
TEST(ComposedText, RefusesCharactersThatStandForOthers) {
  for (const char* text : {"\u212B", "\u0340", "\u0344", "\u2126", "\uF900", "\u0958"}) EXPECT_FALSE(is_composed(text)) << text;
}
TEST(ComposedText, IsRecognisedQuicklyForAsciiLatinAndVietnamese) {
  for (const char* text : {"", "Commune 12", "xã Tân Định", "ẠỹÿĐ"}) EXPECT_TRUE(is_plainly_composed(text)) << text;
  for (const char* text : {"a\u0300", "“", "\u1E9F", "\u1EFA", "中"}) EXPECT_FALSE(is_plainly_composed(text)) << text;
}
TEST(ComposedText, IsRecognisedQuicklyWhereItEndsInAnyLetter) {
  for (const char* text : {"x", "ã", "Đ", "xã Mỹ", "Ạ", "ậậ", "ỹ"}) EXPECT_TRUE(is_plainly_composed(text)) << text;
  for (const char* text : {"\xE1", "\xE1\xBA"}) EXPECT_FALSE(is_plainly_composed(text));  // cut short
}
TEST(ComposedText, IsCheckedQuicklyForHostileTexts) {
  const chiso_test::TimeLimit limit(20);
  std::string marks = "a", joining = "a";
  for (int i = 0; i < 200'000; ++i) marks += "\u0334", joining += "\u0301";
  EXPECT_TRUE(is_composed(marks));
  EXPECT_FALSE(is_composed(joining));
  std::string apart = "x";
  for (int i = 0; i < 200'000; ++i) apart += "\u0323";
  EXPECT_TRUE(is_composed(apart));
}

TEST(Utf8, FindsTheFirstBadByteAnywhere) {
  for (std::size_t before = 0; before < 20; ++before)
    for (const std::string bad : {"\x80", "\xFF", "\xC0\x80", "\xC3", "\xE1\xBA", "\xED\xA0\x80", "\xE0\x80\x80", "\xF4\x90\x80\x80",
                                  "\xF0\x80\x80\x80", "\xF0\x9F\x98"})
      for (const std::string letter : {"a", "ậ", "đ", "\U0001F600"}) {
        std::string text;
        while (text.size() < before) text += letter;
        const auto at = text.size();
        EXPECT_EQ(unicode::first_bad_byte(text), at);
        EXPECT_EQ(unicode::first_bad_byte(text + bad), at);
        EXPECT_EQ(unicode::first_bad_byte(text + bad + text), at);
      }
}
TEST(Utf8, ReadsTheFirstAndLastCharacterOfEachLength) {
  for (const auto& [text, code] : std::vector<std::pair<std::string, char32_t>>{{"\x7F", 0x7F},
                                                                                {"\u0080", 0x80},
                                                                                {"\u07FF", 0x7FF},
                                                                                {"\u0800", 0x800},
                                                                                {"\u0E01", 0xE01},
                                                                                {"\uFFFF", 0xFFFF},
                                                                                {"\U00010000", 0x10000},
                                                                                {"\U0010FFFF", 0x10FFFF}}) {
    const auto read = unicode::first(text + "x");
    EXPECT_EQ(read.code, code);
    EXPECT_EQ(read.size, text.size());
    EXPECT_EQ(unicode::first_bad_byte(text + text), 2 * text.size());
  }
}
TEST(Utf8, ReadsBackWhatItWrites) {
  for (char32_t c = 0; c < 0x110000; c += c < 0x3000 ? 1 : 97) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text;
    unicode::append(text, c);
    const auto read = unicode::first(text + "x");
    ASSERT_EQ(read.code, c);
    ASSERT_EQ(read.size, text.size());
  }
}
}
