#include <gtest/gtest.h>
#include <support/one_rule.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

OneRule target_rule(const char* value = "d", const char* target = "a") { return {rules::Target{.value = value, .target = target}}; }
std::string of(int hundredths, TestCell target, Rational leader) {
  return target_rule().of({{"d", hundredths}, {"a", target}}, {{State::value, std::move(leader)}});
}

TEST(TargetRule, ReportsLoadErrors) {
  EXPECT_EQ(target_rule().problems(), Problems{});
  EXPECT_EQ(target_rule("previous(d)").problems(), Problems{"target.other_rows /rule/value"});
  EXPECT_EQ(target_rule("d", "cohort_mean(d)").problems(), Problems{"target.other_rows /rule/target"});
  EXPECT_EQ(target_rule("d + cohort_max(d)", "1 + previous(a)").problems(),
            (Problems{"target.other_rows /rule/value", "target.other_rows /rule/target"}));
}
TEST(TargetRule, GivesPointsInItsFiveCases) {
  EXPECT_EQ(of(5000, 0, Rational(80)), "0");    // a target of 0
  EXPECT_EQ(of(3000, 60, Rational(80)), "1");   // half the way: a quarter
  EXPECT_EQ(of(-3000, 60, Rational(80)), "0");  // never below 0
  EXPECT_EQ(of(0, 60, Rational(80)), "0");
  EXPECT_EQ(of(6000, 60, Rational(80)), "2");         // at the target: half
  EXPECT_EQ(of(7000, 60, Rational(80)), "3");         // between target and leader
  EXPECT_EQ(of(8000, 60, Rational(80)), "4");         // the leader
  EXPECT_EQ(of(6000, 60, Rational(60)), "4");         // the leader, at the target
  EXPECT_EQ(of(5000, 60, Rational(50)), "1.666667");  // the leader, short of the target
}
TEST(TargetRule, GivesNothingForANegativeTarget) {
  EXPECT_EQ(target_rule("d", "a - 5").of({{"d", 100}, {"a", 1}}, {{State::value, Rational(1)}}), "0");
}
TEST(TargetRule, PassesOnStates) {
  EXPECT_EQ(of(100, missing, Rational(1)), "missing");
  EXPECT_EQ(of(100, not_applicable, Rational(1)), "not_applicable");
  EXPECT_EQ(target_rule("d / b").of({{"d", 100}, {"a", 1}, {"b", 0}}, {{State::missing, {}}}), "missing");
}
TEST(TargetRule, MakesTheModelRelative) { EXPECT_TRUE(Model::build(target_rule().draft()).relative()); }
}
