#include <chiso/core/name_list.hpp>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace {
using namespace chiso;

TEST(NameList, FindsPlacesByName) {
  const NameList names{"đúng hạn", "late", "", "A"};
  for (std::size_t i = 0; i < names.size(); ++i) EXPECT_EQ(names.find(names[i]), i);
  EXPECT_EQ(names.find("lat"), std::nullopt);
  EXPECT_EQ(names.find("z"), std::nullopt);
  EXPECT_EQ(std::vector<std::string>(names.begin(), names.end()), names.names());
}

TEST(NameList, FindsTheFirstOfEqualNames) { EXPECT_EQ(NameList({"b", "a", "b", "a"}).find("a"), 1U); }

TEST(NameList, MayBeEmpty) {
  EXPECT_TRUE(NameList().empty());
  EXPECT_EQ(NameList(), NameList(std::vector<std::string>{}));
  EXPECT_EQ(NameList().find(""), std::nullopt);
}

TEST(NameList, IsEqualByItsNamesInOrder) {
  const NameList one{"a", "b"};
  const auto copy = one;
  EXPECT_EQ(copy, one);
  EXPECT_EQ(&copy.names(), &one.names());
  EXPECT_EQ(one, NameList({"a", "b"}));
  EXPECT_FALSE(one == NameList({"b", "a"}));
  EXPECT_FALSE(one == NameList());
}
}
