#include <chiso/rule/between.hpp>
#include <gtest/gtest.h>
#include <support/one_rule.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

OneRule between_rule(Decimal from, Decimal to, std::optional<Decimal> fade = {}) {
  return {rules::Between{.value = "d", .from = from, .to = to, .fade = fade}};
}
TEST(BetweenRule, ReportsLoadErrors) {
  EXPECT_EQ(between_rule(45, 55, 10).problems(), Problems{});
  EXPECT_EQ(between_rule(45, 45).problems(), Problems{});
  EXPECT_EQ(between_rule(45.01, 45).problems(), Problems{"between.ends /rule/from"});
  EXPECT_EQ(between_rule(45, 55, 0).problems(), Problems{"between.fade /rule/fade"});
  EXPECT_EQ(between_rule(55, 45, -1).problems(), (Problems{"between.ends /rule/from", "between.fade /rule/fade"}));
}
TEST(BetweenRule, GivesAllPointsWithinTheRangeIncludingBothEnds) {
  const auto rule = between_rule(45, 55);
  for (const auto& [digits, points] :
       std::initializer_list<std::pair<int, const char*>>{{4499, "0"}, {4500, "4"}, {5000, "4"}, {5500, "4"}, {5501, "0"}, {-5000, "0"}})
    EXPECT_EQ(rule.of({{"d", digits}}), points) << digits;
  EXPECT_EQ(between_rule(45, 45).of({{"d", 4500}}), "4");
  EXPECT_EQ(between_rule(45, 45).of({{"d", 4501}}), "0");
}
TEST(BetweenRule, FadesProportionallyOnBothSides) {
  const auto rule = between_rule(45, 55, 10);
  for (const auto& [digits, points] : std::initializer_list<std::pair<int, const char*>>{
           {3400, "0"}, {3500, "0"}, {4000, "2"}, {4499, "3.996"}, {4500, "4"}, {5500, "4"}, {5750, "3"}, {6500, "0"}, {6501, "0"}})
    EXPECT_EQ(rule.of({{"d", digits}}), points) << digits;
  EXPECT_EQ(between_rule(-10, 5, 3).of({{"d", 600}}), "2.666667");
  EXPECT_EQ(rule.of({}), "missing");
}
TEST(BetweenRule, ReasonsShowTheMeasuredValue) {
  for (const auto& rule : {between_rule(45, 55), between_rule(45, 55, 10)}) {
    const auto model = Model::build(rule.draft());
    Cells owned;
    const auto card = Scorer(model).scorecard(one_row(model, {{"d", 4750}}, owned), 0);
    EXPECT_EQ(card.lines[0].rule->value->value, Rational(95, 2));
  }
}
/// Numbers of 18 digits, whose sum has more.
TEST(BetweenRule, LongNumbersAreExact) {
  const auto rule = between_rule(Decimal::fixed(1, 18), Decimal::fixed(999'999'999'999'999'999, 0));
  EXPECT_EQ(rule.of({{"d", 0}}), "0");
  EXPECT_EQ(rule.of({{"d", 1}}), "4");
}
}
