#include <chiso/core/as_seen.hpp>
#include <chiso/core/text.hpp>
#include <chiso/core/utf8.hpp>
#include <cstdint>
#include <gtest/gtest.h>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace {
using namespace chiso;

TEST(AsSeen, HasSingleBlanksAndNothingUnseen) {
  const std::vector<std::pair<std::string, std::string>> names{{"Xã  A", "Xã A"},
                                                               {" Xã\tA ", "Xã A"},
                                                               {"Xã\u00A0A", "Xã A"},
                                                               {"Xã\u202F \u2009A\u3000", "Xã A"},
                                                               {"Xã\r\nA", "Xã A"},
                                                               {"Xã\u2028A\u1680B\u0085C\u205FD", "Xã A B C D"},
                                                               {"Xã\u200B A\u200E", "Xã A"},
                                                               {"\uFEFFXã A\u2060", "Xã A"},
                                                               {"Xã\u00AD A\u200F", "Xã A"},
                                                               {"Xã \u200B A", "Xã A"},
                                                               {"\u200B", ""},
                                                               {" \u200B\u00A0", ""},
                                                               {"x\xFF  y", "x\xFF y"}};
  for (const auto& [name, seen] : names) {
    EXPECT_FALSE(is_as_seen(name)) << name;
    EXPECT_EQ(as_seen(name), seen) << name;
    EXPECT_TRUE(is_as_seen(seen)) << seen;
    EXPECT_EQ(as_seen(seen), seen) << seen;
  }
}
TEST(AsSeen, LeavesEveryOtherCharacter) {
  for (const char* name : {"", "Xã A", "ẠỹĐ ð", "“Xã” – A", "x\u200Cy\u200Dz", "中文", "Ế\u0301", "¡¿", "a.b-c_d", "\x01", "\xC2"}) {
    EXPECT_TRUE(is_as_seen(name)) << name;
    EXPECT_EQ(as_seen(name), name);
  }
}
TEST(AsSeen, KeepsTheLinesOfATextIfItIsToldTo) {
  EXPECT_EQ(without_unseen("\uFEFFunit \r\nThe\u200B  unit"), "unit \r\nThe  unit");
  EXPECT_EQ(without_unseen("x\xFFy"), "x\xFFy");
}
TEST(AsSeen, TakesEachCharacterAmongLettersAsItTakesItAlone) {
  const std::set<char32_t> left_out{0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF};
  std::set<char32_t> blank{0x20, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000};
  for (char32_t c = 9; c <= 13; ++c) blank.insert(c);
  for (char32_t c = 0x2000; c <= 0x200A; ++c) blank.insert(c);
  for (char32_t c = 1; c < 0x11000; ++c) {
    if (c == 0x3100) c = 0xFE00;  // what lies between are letters of other scripts and surrogates
    std::string one;
    unicode::append(one, c);
    const auto text = "aé" + one + one + "ạb";
    const auto seen = blank.contains(c) ? "aé ạb" : left_out.contains(c) ? "aéạb" : text;
    EXPECT_EQ(as_seen(text), seen) << static_cast<std::uint32_t>(c);
    EXPECT_EQ(is_as_seen(text), text == seen) << static_cast<std::uint32_t>(c);
    EXPECT_EQ(without_unseen(text), left_out.contains(c) ? "aéạb" : text) << static_cast<std::uint32_t>(c);
    EXPECT_EQ(lower_case("AÉ" + one + "ẠB"), "aé" + lower_case(one) + "ạb") << static_cast<std::uint32_t>(c);
  }
}
}
