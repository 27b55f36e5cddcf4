#include <chiso/core/box.hpp>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace {
using chiso::Box;

TEST(Box, HasADefaultValue) { EXPECT_EQ(*Box<int>(), 0); }

TEST(Box, CopiesDeeply) {
  Box<std::string> a("one");
  Box<std::string> b = a;
  *b += " two";
  EXPECT_EQ(*a, "one");
  EXPECT_EQ(*b, "one two");
  EXPECT_FALSE(a == b);
  a = b;
  EXPECT_TRUE(a == b);
  *a = "three";
  EXPECT_EQ(*b, "one two");
}

TEST(Box, AssignsToItself) {
  Box<std::string> a("one");
  const auto& same = a;
  a = same;
  EXPECT_EQ(*a, "one");
}

TEST(Box, MovesWithoutACopy) {
  Box<std::vector<int>> a(std::vector<int>{1, 2, 3});
  const auto* data = a->data();
  Box<std::vector<int>> b(std::move(a));
  EXPECT_EQ(b->data(), data);
  a = std::move(b);  // a moved-from object can be assigned to
  EXPECT_EQ(a->data(), data);
}

struct Tree {
  int value = 0;
  std::vector<Box<Tree>> below{};
  friend bool operator==(const Tree& a, const Tree& b) { return a.value == b.value && a.below == b.below; }
};
TEST(Box, CanHoldATypeThatContainsItself) {
  Tree tree{1, {Tree{2, {}}, Tree{3, {Tree{4, {}}}}}};
  auto copy = tree;
  EXPECT_EQ(copy, tree);
  copy.below[1]->below[0]->value = 5;
  EXPECT_FALSE(copy == tree);
}
}
