#include <gtest/gtest.h>
#include <support/one_rule.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

OneRule tiers_rule(std::vector<rules::Tier> tiers, const char* value = "d") {
  return {rules::Tiers{.value = value, .tiers = std::move(tiers)}};
}

TEST(TiersRule, ReportsLoadErrors) {
  EXPECT_EQ(tiers_rule({{.above = 90, .points = 4}, {.from = 70, .points = 2}, {.points = 0}}).problems(), Problems{});
  EXPECT_EQ(tiers_rule({{.points = 4}}).problems(), Problems{});  // a single tier takes everything
  EXPECT_EQ(tiers_rule({}).problems(), Problems{"tiers.none /rule/tiers"});
  EXPECT_EQ(tiers_rule({{.from = 90, .points = 4.5}, {.points = -1}}).problems(),
            (Problems{"points.range /rule/tiers/0/points", "points.range /rule/tiers/1/points"}));
  EXPECT_EQ(tiers_rule({{.points = 4}, {.points = 0}}).problems(), Problems{"ends.last /rule/tiers/0"});
  EXPECT_EQ(tiers_rule({{.from = 90, .points = 4}, {.from = 0, .points = 0}}).problems(), Problems{"ends.last /rule/tiers/1"});
  EXPECT_EQ(tiers_rule({{.above = 90, .from = 90, .points = 4}, {.points = 0}}).problems(), Problems{"ends.two /rule/tiers/0"});
  EXPECT_EQ(tiers_rule({{.below = 90, .to = 90, .points = 4}, {.points = 0}}).problems(), Problems{"ends.two /rule/tiers/0"});
}
TEST(TiersRule, RangesThatTouchHoldWhatOneOfBothWould) {
  const rules::Tier low{.from = 0, .below = 5, .points = 1}, high{.from = 5, .below = 10, .points = 2};
  const rules::Tier both{.from = 0, .below = 10, .points = 3};
  const Problems unreachable{"ends.unreachable /rule/tiers/2"};
  EXPECT_EQ(tiers_rule({low, high, both, {.points = 0}}).problems(), unreachable);
  EXPECT_EQ(tiers_rule({high, low, both, {.points = 0}}).problems(), unreachable);
}
TEST(TiersRule, RangesAdjoinWhereNoNumberLiesBetween) {
  const auto adjoining = [](const Range& a, const Range& b) {
    EXPECT_EQ(adjoin(a, b), adjoin(b, a));
    return adjoin(a, b);
  };
  const Cut from5{5, false}, above5{5, true};
  EXPECT_TRUE(adjoining({.upper = from5}, {.lower = from5}));
  EXPECT_TRUE(adjoining({.upper = above5}, {.lower = from5}));
  EXPECT_FALSE(adjoining({.upper = from5}, {.lower = above5})) << "5 is between";
  EXPECT_TRUE(adjoining({.lower = from5, .upper = Cut{6, false}}, {.lower = Cut{6, false}}));
  EXPECT_FALSE(adjoining({.upper = from5}, {.lower = Cut{6, false}}));
  EXPECT_TRUE(adjoining({}, {.lower = from5}));
}
TEST(TiersRule, ReportsTiersThatNoValueReaches) {
  const auto second = [](rules::Tier first, rules::Tier then) {
    return tiers_rule({std::move(first), std::move(then), {.points = 0}}).problems();
  };
  const Problems unreachable{"ends.unreachable /rule/tiers/1"}, fine{};
  EXPECT_EQ(second({.from = 70, .points = 1}, {.from = 80, .points = 2}), unreachable);
  EXPECT_EQ(second({.from = 70, .points = 1}, {.from = 70, .points = 2}), unreachable);
  EXPECT_EQ(second({.from = 70, .points = 1}, {.above = 70, .points = 2}), unreachable);
  EXPECT_EQ(second({.above = 70, .points = 1}, {.from = 70, .points = 2}), fine);  // 70 itself is left
  EXPECT_EQ(second({.from = 70, .points = 1}, {.from = 60, .below = 70, .points = 2}), fine);
  EXPECT_EQ(second({.below = 70, .points = 1}, {.below = 70, .points = 2}), unreachable);
  EXPECT_EQ(second({.below = 70, .points = 1}, {.to = 70, .points = 2}), fine);
  EXPECT_EQ(second({.from = 0, .to = 10, .points = 1}, {.above = 0, .below = 10, .points = 2}), unreachable);
  EXPECT_EQ(second({.from = 0, .points = 1}, {.from = 10, .to = 5, .points = 2}), unreachable);  // it contains no number
  EXPECT_EQ(second({.from = 10, .points = 1}, {.above = 5, .below = 5, .points = 2}), unreachable);
  EXPECT_EQ(second({.from = 10, .points = 1}, {.from = 5, .to = 5, .points = 2}), fine);  // 5 itself is left
  EXPECT_EQ(
      tiers_rule(
          {{.from = 5, .to = 10, .points = 1}, {.above = 10, .to = 20, .points = 2}, {.from = 6, .to = 19, .points = 3}, {.points = 0}})
          .problems(),
      Problems{"ends.unreachable /rule/tiers/2"});  // the two together leave nothing
  EXPECT_EQ(
      tiers_rule(
          {{.from = 5, .below = 10, .points = 1}, {.above = 10, .to = 20, .points = 2}, {.from = 6, .to = 19, .points = 3}, {.points = 0}})
          .problems(),
      Problems{});  // 10 itself is left
  EXPECT_EQ(tiers_rule({{.below = 5, .points = 1}, {.from = 5, .points = 2}, {.points = 0}}).problems(),
            Problems{"ends.unreachable /rule/tiers/2"});  // nothing is left for the last
}
TEST(TiersRule, HandlesEveryKindOfEnd) {
  const auto r = tiers_rule({{.above = 90, .points = 4},
                             {.from = 70.5, .to = 80, .points = 3},
                             {.above = 50, .below = 60, .points = 2},
                             {.to = -1, .points = 1},
                             {.points = 0.25}});
  for (const auto& [hundredths, points] : std::vector<std::pair<int, std::string>>{{9001, "4"},
                                                                                   {9000, "0.25"},
                                                                                   {8001, "0.25"},
                                                                                   {8000, "3"},
                                                                                   {7050, "3"},
                                                                                   {7049, "0.25"},
                                                                                   {6000, "0.25"},
                                                                                   {5999, "2"},
                                                                                   {5001, "2"},
                                                                                   {5000, "0.25"},
                                                                                   {0, "0.25"},
                                                                                   {-99, "0.25"},
                                                                                   {-100, "1"},
                                                                                   {-101, "1"}})
    EXPECT_EQ(r.of({{"d", hundredths}}), points) << hundredths;
  EXPECT_EQ(r.of({}), "missing");
}
TEST(TiersRule, UsesTheFirstTierThatContainsTheValue) {
  const auto r = tiers_rule({{.from = 70, .points = 1}, {.from = 60, .points = 4}, {.points = 0}});
  EXPECT_EQ(r.of({{"d", 8000}}), "1");
  EXPECT_EQ(r.of({{"d", 6000}}), "4");
}
TEST(TiersRule, ComparesRatiosExactlyAtAnEnd) {
  const auto r = tiers_rule({{.above = 90, .points = 4}, {.from = 70, .points = 2}, {.points = 0}}, "percent(a, b)");
  EXPECT_EQ(r.of({{"a", 9}, {"b", 10}}), "2");
  EXPECT_EQ(r.of({{"a", 7}, {"b", 10}}), "2");
  EXPECT_EQ(r.of({{"a", 6999999}, {"b", 10000000}}), "0");
  EXPECT_EQ(r.of({{"a", 1}, {"b", 0}}), "undefined");
}
}
