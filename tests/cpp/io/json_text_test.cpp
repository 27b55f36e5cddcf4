#include <gtest/gtest.h>
#include <io/json/json_tree.hpp>
#include <io/text/json_string.hpp>
#include <io/text/sha256.hpp>
#include <io/text/source_text.hpp>
#include <io/text/unicode.hpp>
#include <string>

namespace {
using namespace chiso;

// NIST, FIPS 180-4 example values and SHAVS short messages.
TEST(Sha256, MatchesTheVectorsOfNist) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"),
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  EXPECT_EQ(sha256(std::string(1'000'000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  EXPECT_EQ(sha256("\xd3"), "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1");
}

TEST(SourceText, FindsLineAndColumnAnywhere) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += i % 7 == 0 ? "\n" : i % 5 == 0 ? "é" : i % 3 == 0 ? "😀" : "a";
  SourceText source(text);
  std::size_t line = 1, column = 1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((text[i] & 0xC0) == 0x80) continue;
    Place place;
    source.put(place, i);
    ASSERT_EQ(place.line, line) << i;
    ASSERT_EQ(place.column, column) << i;
    ++column;
    if (text[i] == '\n') ++line, column = 1;
  }
  Place end;
  source.put(end, text.size() + 5);
  EXPECT_EQ(end.line, line);
  EXPECT_EQ(end.column, column);
}

TEST(JsonTree, CutsALongPieceBetweenCharacters) {
  EXPECT_EQ(shown("Chỉ_số_cải_cách_hành_chính"), "Chỉ_số_cải_cách_hành_chính");
  EXPECT_EQ(shown("Chỉ_số_cải_cách_hành_chính_của_các_xã_phường_và_phòng_chuyên_môn"), "Chỉ_số_cải_cách_hành_chính_của_các_xã_phường...");
}
TEST(JsonString, UnescapesText) {
  EXPECT_EQ(unescaped(R"(a\"b\\c\/\u00e9\ud83d\ude00)"), "a\"b\\c/é😀");
  EXPECT_EQ(unescaped(R"(\ud83dx)"), "\uFFFDx");
  EXPECT_EQ(unescaped(R"(\q)"), "\\q");
  EXPECT_EQ(string_body(R"(  "a\"b" , "c")", 2), R"(a\"b)");
}
TEST(JsonString, FindsTheOffsetsOfCharacters) {
  const std::string body = R"(é\u00e9\"😀\ud83d\ude00x)";
  const std::vector<std::size_t> offsets{0, 2, 8, 10, 14, 26, 27, 27};
  for (std::size_t i = 0; i < offsets.size(); ++i) EXPECT_EQ(offset_in_body(body, i), offsets[i]) << i;
}
TEST(JsonString, ReadsBackQuotedText) {
  std::string all;
  for (char c = 1; c < 127; ++c) all += c;
  std::string quoted;
  quote(quoted, all + "é");
  EXPECT_EQ(unescaped(string_body(quoted, 0)), all + "é");
  EXPECT_TRUE(parse_json(quoted).problems.empty());
}

TEST(Unicode, FindsTheCharacterBeforeComposing) {
  EXPECT_EQ(composed("e\u0301"), "é");
  const std::string text = "a\u0302\u0323b\u1100\u1161\u11a8c";  // ậ b 각 c
  EXPECT_EQ(composed(text), "ậb각c");
  const std::vector<std::size_t> before{0, 3, 4, 7, 8};
  for (std::size_t i = 0; i < before.size(); ++i) EXPECT_EQ(before_composing(text, i), before[i]) << i;
  EXPECT_EQ(clean_text(" \u00A0e\u0301\u2003"), "é");
}

TEST(JsonTree, ReadsValidJson) {
  for (const auto* text :
       {"{}", "[]", "[1, -0, 0.5, 1e5, -1.25E-10, 10]", R"(["", "\u0041", true, false, null])", " \n\t\r{\"a\" : {\"b\":[ ]} } "})
    EXPECT_TRUE(parse_json(text).problems.empty()) << text;
}
TEST(JsonTree, KeepsThePlacesAndTokensOfValues) {
  const auto tree = parse_json(R"( {"a": [1.50, {}, "\u00e9"], "b" : true } )");
  ASSERT_TRUE(tree.readable);
  std::string seen;
  JsonValue(tree).members([&](const std::string& key, std::size_t at, JsonValue value) {
    seen += key + '@' + std::to_string(at) + '=' + std::string(value.written()) + ';';
    if (value.is('['))
      value.elements([&](JsonValue element) {
        seen += std::to_string(element.offset()) + ':' + (element.is('"') ? element.string() : std::string(element.written())) + ';';
        return true;
      });
    return true;
  });
  EXPECT_EQ(seen, R"(a@2=[1.50, {}, "\u00e9"];8:1.50;14:{};18:é;b@29=true;)");
}
TEST(JsonTree, RefusesInvalidJson) {
  for (const auto* text :
       {"",           "{",       "}",         "[",           "]",           ",",      ":",      "\"",       "{\"a\"}", "{\"a\":}",
        "{\"a\":1,}", "[1,]",    "[,1]",      "[1 2]",       "{1:2}",       "{}{}",   "[}",     "{]",       "01",      "1.",
        ".5",         "+1",      "-",         "1e",          "1e+",         "0x1",    "NaN",    "Infinity", "tru",     "nulll",
        "'a'",        "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\udc00\"", "\"\t\"", "\"\n\"", "\"a\"b\""})
    EXPECT_FALSE(parse_json(text).problems.empty()) << text;
}
}
