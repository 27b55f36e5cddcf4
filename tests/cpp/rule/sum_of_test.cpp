#include <gtest/gtest.h>
#include <support/one_rule.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

OneRule sum_of_rule(std::vector<rules::Part> parts) { return {rules::SumOf{.parts = std::move(parts)}}; }

TEST(SumOfRule, ReportsLoadErrors) {
  EXPECT_EQ(sum_of_rule({{3, rules::YesNo{"t"}}, {4, rules::PerItem{"a", 1}}}).problems(), Problems{});
  EXPECT_EQ(sum_of_rule({}).problems(), Problems{"parts.none /rule/parts"});
  EXPECT_EQ(sum_of_rule({{4.5, rules::YesNo{"t"}}, {0, rules::YesNo{"t"}}}).problems(),
            (Problems{"points.range /rule/parts/0/points", "points.range /rule/parts/1/points"}));
}
TEST(SumOfRule, GivesPoints) {
  const auto r = sum_of_rule({{3, rules::YesNo{"t"}}, {2, rules::PerItem{"a", 0.5}}});
  EXPECT_EQ(r.of({{"t", 0}, {"a", 1}}), "0.5");
  EXPECT_EQ(r.of({{"t", 1}, {"a", 2}}), "4");  // exactly all
  EXPECT_EQ(r.of({{"t", 1}, {"a", 3}}), "4");  // at most all
  EXPECT_EQ(r.of({{"t", 0}, {"a", 9}}), "2");
}
TEST(SumOfRule, HasTheStrongestStateOfItsParts) {
  const auto r = sum_of_rule({{3, rules::YesNo{"t"}}, {2, rules::PerItem{"a / b", 0.5}}});
  EXPECT_EQ(r.of({{"t", 1}, {"a", missing}, {"b", 1}}), "missing");
  EXPECT_EQ(r.of({{"t", not_applicable}, {"a", missing}}), "not_applicable");
  EXPECT_EQ(r.of({{"t", 1}, {"a", 1}, {"b", 0}}), "undefined");
}
TEST(SumOfRule, IsRoundedOnce) {
  const auto third = [](const char* value) { return rules::Part{1, rules::Proportional{.value = value, .full_at = 3}}; };
  const OneRule r{rules::SumOf{{third("a"), third("b"), third("c")}}, 3, 0};
  EXPECT_EQ(r.of({{"a", 1}, {"b", 1}, {"c", 1}}), "1");  // three thirds, not three zeros
  EXPECT_EQ(r.of({{"a", 1}, {"b", 0}, {"c", 0}}), "0");
}
}
