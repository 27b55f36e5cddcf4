#include <gtest/gtest.h>
#include <chiso/core/rare.hpp>
#include <string>
#include <utility>

namespace {
using chiso::Rare;

static_assert(sizeof(Rare<std::string>) == sizeof(void*));

TEST(Rare, IsEmptyUntilItIsGivenAValue) {
  Rare<std::string> some;
  EXPECT_FALSE(some);
  EXPECT_FALSE(some.has_value());
  some = "a";
  ASSERT_TRUE(some);
  EXPECT_EQ(*some, "a");
  EXPECT_EQ(some->size(), 1U);
  some.emplace() += "b";
  EXPECT_EQ(*some, "b");
}

TEST(Rare, CopiesDeeplyAndMovesTheValue) {
  Rare<std::string> one("a");
  auto other = one;
  *other += "b";
  EXPECT_EQ(*one, "a");
  EXPECT_EQ(*other, "ab");
  const auto moved = std::move(other);
  EXPECT_FALSE(other);
  EXPECT_EQ(*moved, "ab");
  one = Rare<std::string>();
  EXPECT_FALSE(one);
}

TEST(Rare, IsComparedByValue) {
  EXPECT_TRUE(Rare<std::string>() == Rare<std::string>());
  EXPECT_TRUE(Rare<std::string>("a") == Rare<std::string>("a"));
  EXPECT_FALSE(Rare<std::string>("a") == Rare<std::string>("b"));
  EXPECT_FALSE(Rare<std::string>("") == Rare<std::string>());
}
}
