#include <gtest/gtest.h>
#include <support/one_rule.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

OneRule proportional_rule(Decimal zero_at, Decimal full_at, std::optional<Decimal> floor = {}, const char* value = "d") {
  return {rules::Proportional{.value = value, .zero_at = zero_at, .full_at = full_at, .floor = floor}};
}

TEST(ProportionalRule, ReportsLoadErrors) {
  EXPECT_EQ(proportional_rule(0, 100).problems(), Problems{});
  EXPECT_EQ(proportional_rule(100, 0, 50).problems(), Problems{});
  EXPECT_EQ(proportional_rule(5, 5).problems(), Problems{"proportional.ends /rule/full_at"});
  EXPECT_EQ(proportional_rule(5, 5.00).problems(), Problems{"proportional.ends /rule/full_at"});
  for (const auto& [zero, full] : std::vector<std::pair<int, int>>{{0, 100}, {100, 0}}) {
    EXPECT_EQ(proportional_rule(zero, full, 0).problems(), Problems{});
    EXPECT_EQ(proportional_rule(zero, full, 100).problems(), Problems{});
    EXPECT_EQ(proportional_rule(zero, full, -0.01).problems(), Problems{"proportional.floor /rule/floor"});
    EXPECT_EQ(proportional_rule(zero, full, 100.01).problems(), Problems{"proportional.floor /rule/floor"});
  }
}
TEST(ProportionalRule, GivesMorePointsForGreaterValuesIfItRises) {
  const auto r = proportional_rule(10, 90, 30);
  for (const auto& [hundredths, points] : std::vector<std::pair<int, std::string>>{
           {9000, "4"}, {12000, "4"}, {5000, "2"}, {3000, "1"}, {2999, "0"}, {1000, "0"}, {-500, "0"}, {5001, "2.0005"}, {8999, "3.9995"}})
    EXPECT_EQ(r.of({{"d", hundredths}}), points) << hundredths;
}
TEST(ProportionalRule, GivesFewerPointsForGreaterValuesIfItFalls) {
  const auto r = proportional_rule(90, 10, 70);
  for (const auto& [hundredths, points] :
       std::vector<std::pair<int, std::string>>{{1000, "4"}, {0, "4"}, {5000, "2"}, {7000, "1"}, {7001, "0"}, {9000, "0"}, {20000, "0"}})
    EXPECT_EQ(r.of({{"d", hundredths}}), points) << hundredths;
}
TEST(ProportionalRule, HasAFloorAtEitherEnd) {
  EXPECT_EQ(proportional_rule(10, 90, 90).of({{"d", 8999}}), "0");
  EXPECT_EQ(proportional_rule(10, 90, 90).of({{"d", 9000}}), "4");
  EXPECT_EQ(proportional_rule(10, 90, 10).of({{"d", 1001}}), "0.0005");
}
TEST(ProportionalRule, IsRoundedOnceHalfUp) {
  EXPECT_EQ(proportional_rule(0, 3, {}, "a").of({{"a", 1}}), "1.333333");
  EXPECT_EQ(proportional_rule(0, 3, {}, "a").of({{"a", 2}}), "2.666667");
  const OneRule halves{rules::Proportional{.value = "a", .full_at = 8}, 1, 0};  // a quantum is a whole point
  EXPECT_EQ(halves.of({{"a", 3}}), "0");
  EXPECT_EQ(halves.of({{"a", 4}}), "1");  // half a quantum goes up
  EXPECT_EQ(proportional_rule(0, 100, {}, "percent(a, b)").of({{"a", 1}, {"b", 0}}), "undefined");
}
}
