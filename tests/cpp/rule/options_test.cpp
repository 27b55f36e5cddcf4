#include <gtest/gtest.h>
#include <support/one_rule.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

OneRule options_rule(std::vector<std::pair<std::string, Decimal>> points, const char* value = "p") {
  return {rules::Options{.value = value, .points = std::move(points)}};
}

TEST(OptionsRule, ReportsLoadErrors) {
  EXPECT_EQ(options_rule({{"x", 4}, {"y", 0.5}, {"z", 0}}).problems(), Problems{});
  EXPECT_EQ(options_rule({{"x", 4}, {"z", 0}}).problems(), Problems{"options.absent /rule/points"});
  EXPECT_EQ(options_rule({}).problems(), Problems(3, "options.absent /rule/points"));
  EXPECT_EQ(options_rule({{"x", 4}, {"y", 1}, {"z", 0}, {"w", 1}}).problems(), Problems{"options.unknown /rule/points/w"});
  EXPECT_EQ(options_rule({{"x", 4.5}, {"y", -1}, {"z", 0.0000001}}).problems(),
            (Problems{"points.range /rule/points/x", "points.range /rule/points/y", "points.decimals /rule/points/z"}));
  EXPECT_EQ(options_rule({{"x", 1}, {"y", 1}, {"z", 0}, {"x", 2}}).problems(), Problems{"key.duplicate /rule/points/x"});
  EXPECT_EQ(options_rule({{"x", 1}}, "a").problems(), Problems{"expr.type /rule/value"});
}
TEST(OptionsRule, NamesTheFirstTenAbsentOptionsAndCountsTheRest) {
  auto draft = options_rule({{"o3", 1}, {"o14", 1}}).draft();
  auto& options = draft.measures.back().second.options;
  options.clear();
  for (int i = 0; i < 15; ++i) options.emplace_back("o" + std::to_string(i));
  std::vector<std::string> found;
  for (const auto& problem : check(draft)) {
    if (problem.severity == Severity::warning) continue;
    EXPECT_EQ(problem.code(), "options.absent");
    found.push_back(problem.found());
  }
  ASSERT_EQ(found.size(), 11U);
  EXPECT_EQ(found.front(), "no points for o0");
  EXPECT_EQ(found[3], "no points for o4");
  EXPECT_EQ(found.back(), "no points for 3 more");
}

TEST(OptionsRule, AddsNoProblemIfTheChoiceNamesAnOptionTwice) {
  auto draft = options_rule({{"x", 1}}).draft();
  draft.measures.back().second.options = {"x", "x"};
  std::vector<std::string> found;
  for (const auto& problem : check(draft)) found.push_back(problem.code());
  EXPECT_EQ(found, std::vector<std::string>{"option.duplicate"});
}

TEST(OptionsRule, GivesPoints) {
  const auto r = options_rule({{"z", 0}, {"y", 0.5}, {"x", 4}});  // in any order
  EXPECT_EQ(r.of({{"p", 0}}), "4");
  EXPECT_EQ(r.of({{"p", 1}}), "0.5");
  EXPECT_EQ(r.of({{"p", 2}}), "0");
  EXPECT_EQ(r.of({}), "missing");
  EXPECT_EQ(r.of({{"p", not_applicable}}), "not_applicable");
  const auto chosen = options_rule({{"x", 4}, {"y", 0.5}, {"z", 1}}, "if_else(a > 0, p, 'z')");
  EXPECT_EQ(chosen.of({{"p", missing}, {"a", 0}}), "1");
}
}
