#include <chiso/core/text.hpp>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace {
using namespace chiso;

TEST(Controls, AreMadeVisibleOnOneLine) {
  EXPECT_EQ(without_controls("a\x1B[1mb\nc\x7F", '?'), "a?[1mb?c?");
  EXPECT_EQ(without_controls("a\xC2\x9B"
                             "1m\xC2\xA0",
                             ' '),
            "a 1m\xC2\xA0");  // C1, but not the blank after it
  EXPECT_EQ(without_controls("\xE2\x80\xAE"
                             "x\xE2\x80\xA8\xE2\x81\xA6\xE2\x80\xAF",
                             '?'),
            "?x??\xE2\x80\xAF");
  EXPECT_EQ(without_controls("Xã Mẫu \xE2\x80\x9Cđ\xE2\x80\x9D", '?'), "Xã Mẫu \xE2\x80\x9Cđ\xE2\x80\x9D");
  EXPECT_EQ(without_controls("\xE2\x80", '?'), "\xE2\x80");
  EXPECT_EQ(with_hidden_shown("1\u00A0000 Xã\u200BMẫu\uFEFF\n\u00AD\u3000\u202F"),
            "1<U+00A0>000 Xã<U+200B>Mẫu<U+FEFF>?<U+00AD><U+3000><U+202F>");
  EXPECT_EQ(with_hidden_shown("Đà \xFFNẵng"), "Đà \xFFNẵng");
}
TEST(Controls, OfLinesAndDirectionAreFoundAfterAnyText) {
  for (const char* control : {"\u2028", "\u2029", "\u202A", "\u202E", "\u2066", "\u2069", "\u0080", "\u009F", "\x1F", "\x7F"})
    for (const std::string before : {"", "a", "ab", "đ", "“"})
      EXPECT_EQ(without_controls(before + control + "z", '?'), before + "?z") << testing::PrintToString(control);
  for (const char* other : {"\u2027", "\u202F", "\u2065", "\u206A", "\u00A0", " ", "~"})
    for (const std::string before : {"", "a", "ab", "\u2028"}) {
      const std::string shown = before.size() == 3 ? "?" : before;
      EXPECT_EQ(without_controls(before + other, '?'), shown + other) << testing::PrintToString(other);
    }
}
TEST(Utf8, AcceptsWellFormedText) {
  for (const std::string text : {"", "abc", "điểm", "\u00A0", "\u07FF", "\u0800", "\uD7FF", "\uE000", "\uFFFF", "\U00010000", "\U0010FFFF"})
    EXPECT_TRUE(is_utf8(text)) << text;
  EXPECT_TRUE(is_utf8(std::string_view("a\0b", 3)));
}

TEST(Utf8, RefusesIllFormedText) {
  for (const std::string text : {"\x80",
                                 "\xBF",
                                 "\xC0\x80",
                                 "\xC1\xBF",
                                 "\xE0\x80\x80",
                                 "\xE0\x9F\xBF",
                                 "\xF0\x80\x80\x80",
                                 "\xF0\x8F\xBF\xBF",  // overlong
                                 "\xED\xA0\x80",
                                 "\xED\xBF\xBF",  // surrogates
                                 "\xF4\x90\x80\x80",
                                 "\xF5\x80\x80\x80",
                                 "\xFE",
                                 "\xFF",  // beyond U+10FFFF
                                 "\xC3",
                                 "\xE1\xBB",
                                 "\xF0\x9F\x98",
                                 "a\xC3",
                                 "\xC3z",
                                 "\xE1\xBBz",
                                 "\xE1z\x80",
                                 "\xC3\xA9\xA9"})  // cut short, or one too many
    EXPECT_FALSE(is_utf8(text)) << testing::PrintToString(text);
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(code_points(""), 0U);
  EXPECT_EQ(code_points("điểm"), 4U);
  EXPECT_EQ(code_points("a\U0001F600b"), 3U);
}

TEST(LowerCase, CoversEveryVietnameseLetter) {
  // Upper and lower, letter by letter: the base letters and all of them with each of the five tones.
  const std::vector<std::pair<std::string, std::string>> pairs{{"AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬ", "aàảãáạăằẳẵắặâầẩẫấậ"},
                                                               {"EÈẺẼÉẸÊỀỂỄẾỆ", "eèẻẽéẹêềểễếệ"},
                                                               {"IÌỈĨÍỊ", "iìỉĩíị"},
                                                               {"OÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢ", "oòỏõóọôồổỗốộơờởỡớợ"},
                                                               {"UÙỦŨÚỤƯỪỬỮỨỰ", "uùủũúụưừửữứự"},
                                                               {"YỲỶỸÝỴ", "yỳỷỹýỵ"},
                                                               {"BCDĐGHKLMNPQRSTVX", "bcdđghklmnpqrstvx"},
                                                               {"FJWZ", "fjwz"}};
  for (const auto& [upper, lower] : pairs) {
    EXPECT_EQ(lower_case(upper), lower);
    EXPECT_EQ(lower_case(lower), lower);
  }
  EXPECT_EQ(lower_case("Không Áp Dụng 123_[]@`{"), "không áp dụng 123_[]@`{");
  EXPECT_EQ(lower_case("×÷ß\U0001F600Ω"), "×÷ß\U0001F600Ω");  // neither ASCII nor Vietnamese
  EXPECT_EQ(lower_case("A\xFFZ"), "a\xFFZ");                  // ill-formed: what follows is left
}

TEST(NotApplicable, IsReadFromEitherWordInAnyCase) {
  for (const char* text : {"not_applicable", "NOT_APPLICABLE", "Not_Applicable", "không áp dụng", "KHÔNG ÁP DỤNG", "Không Áp Dụng"})
    EXPECT_TRUE(means_not_applicable(text)) << text;
  for (const char* text : {"", "n/a", "not applicable", "khong ap dung", "không áp dụng ", "không  áp dụng", "not_applicable_"})
    EXPECT_FALSE(means_not_applicable(text)) << text;
}

TEST(Trimmed, RemovesUnicodeWhiteSpace) {
  for (const std::string space : {" ", "\t", "\n", "\v", "\f", "\r", "\u0085", "\u00A0", "\u1680", "\u2000", "\u2005", "\u200A", "\u2028",
                                  "\u2029", "\u202F", "\u205F", "\u3000", " \u00A0\t"}) {
    EXPECT_EQ(trimmed(space + "xã A" + space), "xã A") << testing::PrintToString(space);
    EXPECT_EQ(trimmed(space), "");
  }
  for (const std::string other : {"\u200B", "\u180E", "\u2060", "\uFEFF", "\u0001"})
    EXPECT_EQ(trimmed(other + "x" + other), other + "x" + other) << testing::PrintToString(other);
  EXPECT_EQ(trimmed("  a  b  "), "a  b");
  EXPECT_EQ(trimmed("đ"), "đ");
  EXPECT_EQ(trimmed("\x80 "), "\x80");
  EXPECT_EQ(trimmed("a \x80"), "a \x80");  // ill-formed: left as it is
}

TEST(Ids, AreAsciiLettersDigitsAndThreeSigns) {
  for (const char* text : {"a", "1.1", "A_b-c.9", "-", ".", "not_applicable", "x.not_applicable.y"}) EXPECT_TRUE(is_id(text)) << text;
  for (const char* text : {"", " a", "a b", "a/b", "đ", "x.not_applicable", ".not_applicable", "a\n", "a~b", "a:b"})
    EXPECT_FALSE(is_id(text)) << text;
}

TEST(Names, MayBeAnyTextThatExpressionsCanQuote) {
  for (const char* text : {"đúng hạn", "late", "a'b", "a\"b", "1", "n/a", "-", "true", "\U0001F600"}) EXPECT_TRUE(is_name(text)) << text;
  for (const char* text : {"", " ", " a", "a ", "\u00A0a", "a\u3000", "a\\b", "a'\"b", "a\nb", "a\tb", "\x7F", "a\u0085b", "\u009F",
                           "not_applicable", "Không Áp Dụng", "\xFF", "a\xC3"})
    EXPECT_FALSE(is_name(text)) << testing::PrintToString(text);
  EXPECT_FALSE(is_name(std::string_view("a\0b", 3)));
}

TEST(Text, FallsBackToTheOtherLanguage) {
  const Text one = "chỉ số", both = Bilingual{.vi = "điểm", .en = "points"}, vi = Bilingual{.vi = "điểm"}, en = Bilingual{.en = "points"};
  EXPECT_EQ(one.in(Text::Language::vi), "chỉ số");
  EXPECT_EQ(one.in(Text::Language::en), "chỉ số");
  EXPECT_EQ(both.in(Text::Language::vi), "điểm");
  EXPECT_EQ(both.in(Text::Language::en), "points");
  EXPECT_EQ(vi.in(Text::Language::en), "điểm");
  EXPECT_EQ(en.in(Text::Language::vi), "points");
  EXPECT_NE(one, both);
}
}
