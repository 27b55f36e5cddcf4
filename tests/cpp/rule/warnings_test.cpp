#include <chiso/model/model.hpp>
#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

// Files in tests/cases/problems/warnings_* show the sentences; these tests have the borders of what is warned of.
namespace {
using namespace chiso;

/// Of a rule of 4 points over counts a and b, each from 0 to 1 000 000 000; not those of measures that it does not read.
std::vector<Problem> warnings_of(Rule rule) {
  using enum MeasureType;
  const MeasureDraft number{.type = count, .min = 0, .max = 1'000'000'000};
  const auto model = Model::build({.id = "m",
                                   .undefined = WhenUndefined::zero,
                                   .measures = {{"a", number}, {"b", number}},
                                   .criteria = {leaf("1", 4, std::move(rule))}});
  std::vector<Problem> out(model.warnings().begin(), model.warnings().end());
  std::erase_if(out, [](const Problem& problem) { return problem.code() == "measure.unread"; });
  return out;
}
using Codes = std::vector<std::string>;
Codes codes_of(Rule rule) {
  Codes out;
  for (const auto& problem : warnings_of(std::move(rule))) out.push_back(problem.code());
  return out;
}

TEST(RuleWarnings, TellOfPointsThatNoValueEarns) {
  EXPECT_EQ(codes_of(rules::PerItem{"min(a, 3)", 1}), Codes{"points.unreachable"});
  EXPECT_EQ(codes_of(rules::PerItem{"min(a, 4)", 1}), Codes{});
}
TEST(RuleWarnings, TellOfRatiosOfOneMeasureToAnother) {
  const auto up_to_1 = [](const char* value) {
    return codes_of(rules::Tiers{.value = value, .tiers = {{.from = 0, .to = 1, .points = 4}, {.points = 0}}});
  };
  EXPECT_EQ(up_to_1("a / b"), Codes{"ratio.above_100"});
  EXPECT_EQ(up_to_1("5 / b"), Codes{}) << "a share of what is written in the model";
  EXPECT_EQ(up_to_1("a / 5"), Codes{});
  EXPECT_EQ(up_to_1("a - b"), Codes{});
}
/// What is said of the values of a tier that is never reached.
std::string values_said(const char* value, rules::Tier never) {
  const auto warnings =
      warnings_of(rules::Tiers{.value = value, .tiers = {{std::move(never)}, {.from = 0, .to = 7, .points = 4}, {.points = 1}}});
  for (const auto& problem : warnings)
    if (problem.code() == "tier.unreachable") return to_text(problem);
  return "no warning";
}
TEST(RuleWarnings, LeaveOutAnEndWithMoreDigitsThanNumbersOfAModelHave) {
  const rules::Tier below{.below = -1, .points = 2}, above{.above = 1, .points = 2};
  EXPECT_NE(values_said("a", below).find("a value from 0 to 1000000000"), std::string::npos) << values_said("a", below);
  EXPECT_NE(values_said("a * b - 1", {.below = -1, .points = 2}).find("a value from -1 to 999999999999999999"), std::string::npos)
      << values_said("a * b - 1", below);
  EXPECT_NE(values_said("a * b", below).find("a value of at least 0"), std::string::npos)
      << "10^18 has 19 digits: " << values_said("a * b", below);
  EXPECT_NE(values_said("-(a * b)", above).find("a value of at most 0"), std::string::npos) << values_said("-(a * b)", above);
}
}
