#include <gtest/gtest.h>
#include <support/one_rule.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

OneRule best_of_rule(std::vector<rules::Part> parts) { return {rules::BestOf{.parts = std::move(parts)}}; }

TEST(BestOfRule, ReportsLoadErrors) {
  EXPECT_EQ(best_of_rule({{3, rules::YesNo{"t"}}, {4, rules::PerItem{"a", 1}}}).problems(), Problems{});
  EXPECT_EQ(best_of_rule({}).problems(), Problems{"parts.none /rule/parts"});
  EXPECT_EQ(best_of_rule({{4.5, rules::YesNo{"t"}}}).problems(), Problems{"points.range /rule/parts/0/points"});
  EXPECT_EQ(best_of_rule({{0, rules::YesNo{"t"}}}).problems(), Problems{"points.range /rule/parts/0/points"});
  EXPECT_EQ(best_of_rule({{-1, rules::YesNo{"t"}}}).problems(), Problems{"points.range /rule/parts/0/points"});
  EXPECT_EQ(best_of_rule({{0.0000001, rules::YesNo{"t"}}}).problems(), Problems{"points.decimals /rule/parts/0/points"});
  EXPECT_EQ(best_of_rule({{2, rules::Deduct{.value = "a", .each = 1, .at_least = 3}}, {4, rules::YesNo{"a"}}}).problems(),
            (Problems{"points.range /rule/parts/0/rule/at_least", "expr.type /rule/parts/1/rule/value"}));
  EXPECT_EQ(best_of_rule({{2, rules::Given{"g"}}}).problems(),
            Problems{"given.range /rule/parts/0/rule/value"});  // its maximum is that of the part
}
TEST(BestOfRule, NestsAtMostFourDeep) {
  Rule inside = rules::YesNo{"t"};
  for (int i = 0; i < 4; ++i) inside = i % 2 == 0 ? Rule(rules::BestOf{{{4, inside}}}) : Rule(rules::SumOf{{{4, inside}}});
  EXPECT_EQ(OneRule{inside}.problems(), Problems{});
  EXPECT_EQ(OneRule{inside}.of({{"t", 1}}), "4");
  EXPECT_EQ((OneRule{rules::BestOf{{{4, inside}}}}.problems()),
            Problems{"parts.nesting /rule/parts/0/rule/parts/0/rule/parts/0/rule/parts/0/rule"});
}
TEST(BestOfRule, GivesPoints) {
  const auto r = best_of_rule({{3, rules::YesNo{"t"}}, {2, rules::PerItem{"a", 0.5}}});
  EXPECT_EQ(r.of({{"t", 1}, {"a", 1}}), "3");
  EXPECT_EQ(r.of({{"t", 0}, {"a", 3}}), "1.5");
  EXPECT_EQ(r.of({{"t", 0}, {"a", 9}}), "2");  // capped at the part's own maximum
  EXPECT_EQ(r.of({{"t", 0}, {"a", 0}}), "0");
}
TEST(BestOfRule, HasAStateOnlyIfNoPartHasAValue) {
  const auto r = best_of_rule({{3, rules::YesNo{"t"}}, {2, rules::PerItem{"a / b", 0.5}}});
  EXPECT_EQ(r.of({{"t", missing}, {"a", 2}, {"b", 1}}), "1");
  EXPECT_EQ(r.of({{"t", not_applicable}, {"a", 0}, {"b", 1}}), "0");
  EXPECT_EQ(r.of({{"t", 0}, {"a", 1}, {"b", 0}}), "0");
  EXPECT_EQ(r.of({{"t", missing}, {"a", 1}, {"b", 0}}), "missing");
  EXPECT_EQ(r.of({{"t", not_applicable}, {"a", missing}}), "not_applicable");
}
TEST(BestOfRule, PartsAreNotRoundedBeforeTheyAreCompared) {
  const OneRule r{
      rules::BestOf{{{1, rules::Proportional{.value = "a", .full_at = 3}}, {1, rules::Proportional{.value = "b", .full_at = 7}}}}, 1, 0};
  EXPECT_EQ(r.of({{"a", 1}, {"b", 3}}), "0");
  EXPECT_EQ(r.of({{"a", 1}, {"b", 4}}), "1");
}
}
