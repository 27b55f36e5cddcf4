#include <chiso/core/as_seen.hpp>
#include <gtest/gtest.h>
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
}
