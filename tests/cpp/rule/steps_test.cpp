#include <gtest/gtest.h>
#include <support/one_rule.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

OneRule steps_rule(Decimal base, Decimal from, Decimal every, Decimal add, std::optional<Decimal> cap = {}) {
  return {rules::Steps{.value = "d", .base = base, .from = from, .every = every, .add = add, .cap = cap}};
}

TEST(StepsRule, ReportsLoadErrors) {
  EXPECT_EQ(steps_rule(1, 3, 0.5, 0.25, 4).problems(), Problems{});
  EXPECT_EQ(steps_rule(4, 3, 0.5, 0.25).problems(), Problems{});
  EXPECT_EQ(steps_rule(0, -3, 0.5, 5, 0).problems(), Problems{});
  EXPECT_EQ(steps_rule(1, 3, 0, 0.25).problems(), Problems{"steps.every /rule/every"});
  EXPECT_EQ(steps_rule(1, 3, -1, 0.25).problems(), Problems{"steps.every /rule/every"});
  EXPECT_EQ(steps_rule(1, 3, 1, 0).problems(), Problems{"points.range /rule/add"});
  EXPECT_EQ(steps_rule(-1, 3, 1, 1).problems(), Problems{"points.range /rule/base"});
  EXPECT_EQ(steps_rule(2, 3, 1, 1, 1).problems(), Problems{"steps.base /rule/base"});
  EXPECT_EQ(steps_rule(1, 3, 1, 1, 4.5).problems(), Problems{"points.range /rule/cap"});
  EXPECT_EQ(steps_rule(4.5, 3, 1, 1).problems(), Problems{"points.range /rule/base"});
  EXPECT_EQ(steps_rule(0.0000001, 3, 0.0000001, 0.0000001).problems(),
            (Problems{"points.decimals /rule/add", "points.decimals /rule/base"}));  // the width of a step is not points
}
TEST(StepsRule, GivesPointsBelowAtAndAboveTheStart) {
  const auto r = steps_rule(1, 3, 0.5, 0.25, 2);
  for (const auto& [hundredths, points] : std::vector<std::pair<int, std::string>>{{-900, "1"},
                                                                                   {299, "1"},
                                                                                   {300, "1"},
                                                                                   {301, "1"},
                                                                                   {349, "1"},
                                                                                   {350, "1.25"},
                                                                                   {399, "1.25"},
                                                                                   {400, "1.5"},
                                                                                   {499, "1.75"},
                                                                                   {500, "2"},
                                                                                   {501, "2"},
                                                                                   {99999, "2"}})
    EXPECT_EQ(r.of({{"d", hundredths}}), points) << hundredths;
}
TEST(StepsRule, CutsAStepAtTheCap) {
  const auto r = steps_rule(0, 0, 1, 3);
  EXPECT_EQ(r.of({{"d", 100}}), "3");
  EXPECT_EQ(r.of({{"d", 200}}), "4");  // all points, the default
  EXPECT_EQ(r.of({{"d", 2000000000}}), "4");
  EXPECT_EQ(steps_rule(2, 0, 1, 3, 2).of({{"d", 500}}), "2");
}
TEST(StepsRule, GivesTheBaseFarBelowTheStart) {
  EXPECT_EQ(steps_rule(0.5, 3, 0.7, 0.3, 3).of({{"d", -899'255'700'442'700}}), "0.5");
  EXPECT_EQ(steps_rule(0.5, 3, 0.7, 0.3, 3).of({{"d", 899'255'700'442'700}}), "3");
}
}
