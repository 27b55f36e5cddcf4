#include <gtest/gtest.h>
#include <support/one_rule.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

using enum rules::Checklist::Mode;
OneRule checklist_rule(rules::Checklist::Mode mode, std::optional<Decimal> each = {}) {
  return {rules::Checklist{.items = {"t", "u", "v"}, .mode = mode, .each = each}};
}
std::string of(const OneRule& r, TestCell t, TestCell u, TestCell v) { return r.of({{"t", t}, {"u", u}, {"v", v}}); }

TEST(ChecklistRule, ReportsLoadErrors) {
  EXPECT_EQ(checklist_rule(all).problems(), Problems{});
  EXPECT_EQ(checklist_rule(rules::Checklist::Mode::each, 1).problems(), Problems{});
  EXPECT_EQ(checklist_rule(rules::Checklist::Mode::each, 40).problems(), Problems{});  // it may be more than all points
  EXPECT_EQ((OneRule{rules::Checklist{.items = {}, .mode = any}}.problems()), Problems{"checklist.none /rule/items"});
  EXPECT_EQ(checklist_rule(rules::Checklist::Mode::each).problems(), Problems{"checklist.each /rule"});
  EXPECT_EQ(checklist_rule(share, 1).problems(), Problems{"checklist.each /rule/each"});
  EXPECT_EQ(checklist_rule(rules::Checklist::Mode::each, 0).problems(), Problems{"points.range /rule/each"});
  EXPECT_EQ(checklist_rule(rules::Checklist::Mode::each, -1).problems(), Problems{"points.range /rule/each"});
  EXPECT_EQ(checklist_rule(rules::Checklist::Mode::each, 0.0000001).problems(), Problems{"points.decimals /rule/each"});
  EXPECT_EQ((OneRule{rules::Checklist{.items = {"t", "a", "x"}, .mode = all}}.problems()),
            (Problems{"expr.type /rule/items/1", "expr.measure /rule/items/2"}));
}
TEST(ChecklistRule, GivesPointsIfAllItemsAreTrue) {
  EXPECT_EQ(of(checklist_rule(all), 1, 1, 1), "4");
  EXPECT_EQ(of(checklist_rule(all), 1, 0, 1), "0");
  EXPECT_EQ(of(checklist_rule(all), 1, not_applicable, 1), "4");
  EXPECT_EQ(of(checklist_rule(all), 0, 0, 0), "0");
}
TEST(ChecklistRule, GivesPointsIfAnyItemIsTrue) {
  EXPECT_EQ(of(checklist_rule(any), 0, 0, 1), "4");
  EXPECT_EQ(of(checklist_rule(any), 0, 0, 0), "0");
  EXPECT_EQ(of(checklist_rule(any), 0, not_applicable, 0), "0");
}
TEST(ChecklistRule, GivesPointsForTheShareOfTrueItems) {
  EXPECT_EQ(of(checklist_rule(share), 1, 0, 1), "2.666667");
  EXPECT_EQ(of(checklist_rule(share), 1, 0, 0), "1.333333");
  EXPECT_EQ(of(checklist_rule(share), 1, not_applicable, 0), "2");
  EXPECT_EQ(of(checklist_rule(share), not_applicable, not_applicable, 1), "4");
}
TEST(ChecklistRule, GivesPointsForEachItem) {
  const auto r = checklist_rule(rules::Checklist::Mode::each, 1.5);
  EXPECT_EQ(of(r, 0, 0, 0), "0");
  EXPECT_EQ(of(r, 1, 0, 1), "3");
  EXPECT_EQ(of(r, 1, 1, 1), "4");  // capped at all points
  EXPECT_EQ(of(r, 1, not_applicable, not_applicable), "1.5");
}
TEST(ChecklistRule, TreatsMissingAndNotApplicableItems) {
  for (const auto mode : {all, any, share}) {
    EXPECT_EQ(of(checklist_rule(mode), not_applicable, not_applicable, not_applicable), "not_applicable");
    EXPECT_EQ(of(checklist_rule(mode), 1, missing, not_applicable), "missing");
    EXPECT_EQ(of(checklist_rule(mode), missing, not_applicable, not_applicable), "missing");
  }
  const OneRule divided{rules::Checklist{.items = {"t", "a / b > 1"}, .mode = any}};
  EXPECT_EQ(divided.of({{"t", 1}, {"a", 1}, {"b", 0}}), "undefined");
  EXPECT_EQ(divided.of({{"a", 1}, {"b", 0}}), "missing");
}
/// There are more items than 16 bits can number nodes.
TEST(ChecklistRule, CountsManyItems) {
  const OneRule r{rules::Checklist{.items = std::vector<Truth>(40'000, Truth("t")), .mode = all}};
  EXPECT_EQ(r.of({{"t", 1}}), "4");
  EXPECT_EQ(r.of({{"t", 0}}), "0");
}
}
