#include <gtest/gtest.h>
#include <support/one_rule.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

OneRule deduct_rule(Decimal each, Decimal at_least = 0) { return {rules::Deduct{.value = "a - b", .each = each, .at_least = at_least}}; }

TEST(DeductRule, ReportsLoadErrors) {
  EXPECT_EQ(deduct_rule(1).problems(), Problems{});
  EXPECT_EQ(deduct_rule(1, 4).problems(), Problems{});
  EXPECT_EQ(deduct_rule(0).problems(), Problems{"points.range /rule/each"});
  EXPECT_EQ(deduct_rule(1, 4.1).problems(), Problems{"points.range /rule/at_least"});
  EXPECT_EQ(deduct_rule(1, -0.1).problems(), Problems{"points.range /rule/at_least"});
  EXPECT_EQ(deduct_rule(0.0000001, 0.0000001).problems(), (Problems{"points.decimals /rule/each", "points.decimals /rule/at_least"}));
}
TEST(DeductRule, GivesPoints) {
  const auto r = deduct_rule(1.5, 0.5);
  for (const auto& [a, points] :
       std::vector<std::pair<int, std::string>>{{10, "4"}, {9, "4"}, {11, "2.5"}, {12, "1"}, {13, "0.5"}, {99, "0.5"}})
    EXPECT_EQ(r.of({{"a", a}, {"b", 10}}), points) << a;
  EXPECT_EQ(deduct_rule(2).of({{"a", 2}, {"b", 0}}), "0");
  EXPECT_EQ(deduct_rule(2).of({{"a", 3}, {"b", 0}}), "0");
  EXPECT_EQ((OneRule{rules::Deduct{.value = "a / 4", .each = 0.000001}}.of({{"a", 2}})), "4");  // 3.9999995 goes up
}
}
