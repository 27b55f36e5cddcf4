#include <chiso/core/optional_box.hpp>
#include <gtest/gtest.h>
#include <string>
#include <utility>

namespace {
using chiso::OptionalBox;

static_assert(sizeof(OptionalBox<std::string>) == sizeof(void*));
/// A class with an OptionalBox does not promise that copies cannot fail: clang assumed so when an OptionalBox was assigned by copying.
struct Holder {
  OptionalBox<std::string> text;
};
static_assert(!std::is_nothrow_copy_assignable_v<Holder> && std::is_nothrow_move_assignable_v<Holder>);

TEST(OptionalBox, IsEmptyUntilItIsGivenAValue) {
  OptionalBox<std::string> some;
  EXPECT_FALSE(some);
  EXPECT_FALSE(some.has_value());
  some = "a";
  ASSERT_TRUE(some);
  EXPECT_EQ(*some, "a");
  EXPECT_EQ(some->size(), 1U);
  some.emplace() += "b";
  EXPECT_EQ(*some, "b");
}

TEST(OptionalBox, CopiesDeeplyAndMovesTheValue) {
  OptionalBox<std::string> one("a");
  auto other = one;
  *other += "b";
  EXPECT_EQ(*one, "a");
  EXPECT_EQ(*other, "ab");
  const auto moved = std::move(other);
  EXPECT_FALSE(other);
  EXPECT_EQ(*moved, "ab");
  one = OptionalBox<std::string>();
  EXPECT_FALSE(one);
}

TEST(OptionalBox, ComparesByValue) {
  EXPECT_TRUE(OptionalBox<std::string>() == OptionalBox<std::string>());
  EXPECT_TRUE(OptionalBox<std::string>("a") == OptionalBox<std::string>("a"));
  EXPECT_FALSE(OptionalBox<std::string>("a") == OptionalBox<std::string>("b"));
  EXPECT_FALSE(OptionalBox<std::string>("") == OptionalBox<std::string>());
}
}
