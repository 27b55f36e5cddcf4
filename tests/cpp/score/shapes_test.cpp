#include <chiso/score/shapes.hpp>
#include <gtest/gtest.h>
#include <string>
#include <support/one_rule.hpp>
#include <support/random_batch.hpp>
#include <support/random_rule.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

/// Before rounding, the points of any rule are between 0 and its maximum, whatever the columns are; and its bounds contain them.
TEST(Shapes, StayWithinTheirPoints) {
  std::size_t models = 0, values = 0;
  for (std::uint64_t seed = 0; models < 400; ++seed) {
    Random random(seed);
    Report report;
    const auto model = build({.id = "m",
                              .undefined = WhenUndefined::zero,
                              .measures = random_measures(),
                              .criteria = {leaf("1", 4, RandomRule{random, 2}.rule())}},
                             report);
    if (!model) continue;
    ++models;
    const RandomBatch evidence(*model, 20, random);
    const auto& shape = model->nodes()[0].shape;
    const auto proved = bounds(shape, evidence.batch);
    for (std::size_t row = 0; row < 20; ++row) {
      const auto result = evaluate(shape, evidence.batch, row);
      if (result.points.state != State::value) {
        ASSERT_FALSE(proved.points.stateless && proved.width() != Width::wide) << seed;
        continue;
      }
      ++values;
      ASSERT_TRUE(result.points.value >= Rational(0) && result.points.value <= Rational(4'000'000)) << seed;
      const auto small = result.points.value.as_ratio();
      if (small && proved.width() != Width::wide) {
        ASSERT_TRUE(magnitude_of(small->num) <= proved.points.num && static_cast<uint128>(small->den) <= proved.points.den)
            << seed << " shape " << shape.index();
      }
    }
  }
  EXPECT_GT(values, 2000U);
}

RuleResult result_of(const Rule& rule, const std::vector<std::pair<std::string, TestCell>>& given) {
  const auto model = Model::build(OneRule{rule}.draft());
  Cells owned;
  return evaluate(model.nodes()[0].shape, one_row(model, given, owned), 0);
}

TEST(Reasons, ExplainEachResult) {
  EXPECT_EQ(result_of(rules::Options{"p", {{"x", 1}, {"y", 2}, {"z", 3}}}, {{"p", 1}}).reason.option, 1U);
  EXPECT_EQ(result_of(rules::Tiers{"a", {{.from = 10, .points = 4}, {.from = 5, .points = 1}, {.points = 0}}}, {{"a", 7}}).reason.tier, 1U);
  const auto short_of = result_of(rules::Proportional{.value = "a", .full_at = 10, .floor = 5}, {{"a", 4}});
  EXPECT_TRUE(short_of.reason.short_of_floor);
  EXPECT_EQ(short_of.points.value.sign(), 0);
  EXPECT_FALSE(result_of(rules::Proportional{.value = "a", .full_at = 10, .floor = 5}, {{"a", 5}}).reason.short_of_floor);
  EXPECT_TRUE(result_of(rules::PerItem{"a", 1}, {{"a", 5}}).reason.at_most);
  EXPECT_FALSE(result_of(rules::PerItem{"a", 1}, {{"a", 4}}).reason.at_most);
  EXPECT_TRUE(result_of(rules::Deduct{.value = "a", .each = 1, .at_least = 1}, {{"a", 5}}).reason.at_least);
  EXPECT_TRUE(result_of(rules::Steps{.value = "a", .base = 0, .from = 0, .every = 1, .add = 1, .cap = 2}, {{"a", 5}}).reason.at_most);
  const auto best = result_of(rules::BestOf{{{3, rules::YesNo{"t"}}, {2, rules::PerItem{"a", 1}}}}, {{"t", 0}, {"a", 1}});
  EXPECT_EQ(best.reason.part, 1U);
  EXPECT_EQ(best.reason.parts.size(), 2U);
  const auto sum = result_of(rules::SumOf{{{3, rules::YesNo{"t"}}, {2, rules::PerItem{"a", 1}}}}, {{"t", 1}, {"a", 2}});
  EXPECT_FALSE(sum.reason.part);
  EXPECT_TRUE(sum.reason.at_most);
  const auto measured = result_of(rules::PerItem{"a / b", 1}, {{"a", 5}, {"b", 2}});
  EXPECT_TRUE(measured.value->value == Rational(5, 2));
}

/// Numbers so large that only wide rationals can represent them give the same points.
TEST(Shapes, AreExactForWideNumbersToo) {
  const auto most = std::int64_t{1} << 53;
  const OneRule product{rules::Proportional{.value = "a * b * c * a * b", .full_at = 1000}};
  EXPECT_EQ(product.of({{"a", most}, {"b", most}, {"c", most}}), "4");
  const OneRule ratio{rules::Proportional{.value = "(a * b * c) / (a * b * c + 1)", .full_at = 1}};
  EXPECT_EQ(ratio.of({{"a", most}, {"b", most}, {"c", most}}), "4");
  const OneRule tiers{rules::Tiers{"a * b * c - a * b * c", {{.above = 0, .points = 4}, {.from = 0, .points = 1}, {.points = 0}}}};
  EXPECT_EQ(tiers.of({{"a", most}, {"b", most}, {"c", most}}), "1");
}
}
