#include <chiso/rule/rule.hpp>
#include <chiso/rule/scale_points.hpp>
#include <gtest/gtest.h>
#include <string>
#include <variant>

// Beside reweighted_test.cpp, which compares what rules earn.
namespace {
using namespace chiso;

/// The expression of a rule that gives so many points, for 12 instead of 4.
std::string scaled(const char* points) {
  Rule rule = rules::Given{.value = points};
  scale_points(rule, {.before = 4, .now = 12}, 6);
  return std::get<rules::Given>(static_cast<const AnyRule&>(rule)).value.text;
}

TEST(ScalePoints, WritesNoBracketsAroundANameOrAWholeNumber) {
  for (const std::string name : {"a", "z", "A", "Z", "0", "9", "az_AZ_09", "_"}) EXPECT_EQ(scaled(name.c_str()), name + " * 12 / 4");
}
TEST(ScalePoints, KeepsTogetherWhatIsMoreThanAName) {
  EXPECT_EQ(scaled("a + b"), "(a + b) * 12 / 4") << "not b alone";
  EXPECT_EQ(scaled("a+b"), "(a+b) * 12 / 4");
  EXPECT_EQ(scaled("-a"), "(-a) * 12 / 4");
  EXPECT_EQ(scaled("min(a,b)"), "(min(a,b)) * 12 / 4");
}
TEST(ScalePoints, LeavesARuleThatIsWorthTheSame) {
  Rule rule = rules::Given{.value = "a + b"};
  scale_points(rule, {.before = 4, .now = 4.0}, 6);
  EXPECT_EQ(std::get<rules::Given>(static_cast<const AnyRule&>(rule)).value.text, "a + b");
}
}
