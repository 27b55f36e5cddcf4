#include <chiso/core/rare.hpp>
#include <gtest/gtest.h>
#include <string>
#include <utility>

namespace {
using chiso::Rare;

static_assert(sizeof(Rare<std::string>) == sizeof(void*));
/// What holds one does not promise that copies cannot fail: clang took it for a promise where a Rare was assigned by a copy.
struct Holder {
  Rare<std::string> text;
};
static_assert(!std::is_nothrow_copy_assignable_v<Holder> && std::is_nothrow_move_assignable_v<Holder>);

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
