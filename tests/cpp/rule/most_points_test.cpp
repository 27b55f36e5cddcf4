#include <chiso/rule/most_points.hpp>
#include <chiso/score/shapes.hpp>
#include <gtest/gtest.h>
#include <support/random_batch.hpp>
#include <support/random_rule.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

/// The most points that a rule of 4 gives if a is 0 or more, b 2 to 12, n -3 to 5, t yes or no, p one of three.
std::string most(Rule rule) {
  using enum MeasureType;
  const auto model = Model::build({.id = "m",
                                   .undefined = WhenUndefined::zero,
                                   .measures = {{"a", {.type = count}},
                                                {"b", {.type = count, .min = 2, .max = 12}},
                                                {"n", {.type = decimal, .decimals = 1, .min = -3, .max = 5}},
                                                {"t", {.type = yes_no}},
                                                {"p", {.type = choice, .options = {"x", "y", "z"}}}},
                                   .criteria = {leaf("1", 4, std::move(rule))}});
  return as_decimal(most_points(model.nodes()[0].shape, model.measures(), model.derived()), model.point_decimals()).text();
}

TEST(MostPoints, AreFoundForEveryShape) {
  EXPECT_EQ(most(rules::Options{"p", {{"x", 3}, {"y", 1}, {"z", 0}}}), "3");
  EXPECT_EQ(most(rules::YesNo{"t"}), "4");
  EXPECT_EQ(most(rules::YesNo{"b < 2"}), "0");
  EXPECT_EQ(most(rules::Checklist{.items = {"t", "b > 3", "b < 2"}, .mode = rules::Checklist::Mode::each, .each = 1}), "2");
  EXPECT_EQ(most(rules::Checklist{.items = {"t"}, .mode = rules::Checklist::Mode::share}), "4");
  EXPECT_EQ(most(rules::Checklist{.items = {"b > 12", "b < 2"}, .mode = rules::Checklist::Mode::share}), "0");
  EXPECT_EQ(most(rules::Tiers{"b", {{.above = 12, .points = 4}, {.from = 7, .points = 3}, {.points = 0}}}), "3");
  EXPECT_EQ(most(rules::Tiers{"b", {{.from = 12, .points = 4}, {.from = 7, .points = 3}, {.points = 0}}}), "4");
  EXPECT_EQ(most(rules::Proportional{.value = "b", .full_at = 16}), "3");
  EXPECT_EQ(most(rules::Proportional{.value = "a", .full_at = 16}), "4");
  EXPECT_EQ(most(rules::Proportional{.value = "n", .zero_at = 10, .full_at = -10}), "2.6");
  EXPECT_EQ(most(rules::Proportional{.value = "b", .full_at = 16, .floor = 13}), "0");
  EXPECT_EQ(most(rules::Proportional{.value = "b", .full_at = 16, .floor = 12}), "3");
  EXPECT_EQ(most(rules::Proportional{.value = "n", .zero_at = 10, .full_at = -10, .floor = -4}), "0");
  EXPECT_EQ(most(rules::Steps{.value = "b", .base = 1, .from = 5, .every = 3, .add = 0.5}), "2");
  EXPECT_EQ(most(rules::Steps{.value = "a", .base = 1, .from = 5, .every = 3, .add = 0.5, .cap = 3}), "3");
  EXPECT_EQ(most(rules::Steps{.value = "n", .base = 1, .from = 5, .every = 3, .add = 0.5}), "1");
  EXPECT_EQ(most(rules::PerItem{"b", 0.25}), "3");
  EXPECT_EQ(most(rules::Deduct{.value = "b", .each = 1}), "2");
  EXPECT_EQ(most(rules::Deduct{.value = "b", .each = 3, .at_least = 1}), "1");
  EXPECT_EQ(most(rules::Target{"b", "n"}), "4");
  EXPECT_EQ(most(rules::Target{"n", "b + 6"}), "1.25");
  EXPECT_EQ(most(rules::Target{"b", "min(n, 0)"}), "0");
  EXPECT_EQ(most(rules::Target{"b / 0", "b"}), "0");
  EXPECT_EQ(most(rules::Target{"b", "b / 0"}), "0");
  EXPECT_EQ(most(rules::Given{"n", true}), "4");
  EXPECT_EQ(most(rules::Given{"n - 2", true}), "3");
  EXPECT_EQ(most(rules::Given{"b / 0", true}), "0");
  EXPECT_EQ(most(rules::Survey{{{"a", 80}, {"b", 0}}}), "4");  // nothing says that these are not all answers
}
TEST(MostPoints, AreFoundForParts) {
  EXPECT_EQ(most(rules::BestOf{{{3, rules::PerItem{"b", 0.1}}, {2, rules::YesNo{"t"}}}}), "2");
  EXPECT_EQ(most(rules::SumOf{{{3, rules::PerItem{"b", 0.1}}, {2, rules::YesNo{"t"}}}}), "3.2");
  EXPECT_EQ(most(rules::SumOf{{{3, rules::YesNo{"t"}}, {2, rules::YesNo{"t"}}}}), "4");
  // Parts are not rounded: 0.0000004 and 0.0000004 are one quantum, not none.
  EXPECT_EQ(most(rules::SumOf{{{1, rules::Proportional{.value = "b", .full_at = 30'000'000}},
                               {1, rules::Proportional{.value = "b", .full_at = 30'000'000}}}}),
            "0.000001");
}

/// No random rule gives more on random evidence within the limits than its bound; many reach it.
TEST(MostPoints, IsNeverExceeded) {
  std::size_t values = 0, in_tiers = 0, at_most = 0, less_than_all = 0, models = 0;
  for (std::uint64_t seed = 0; models < 2000; ++seed) {
    Random random(seed);
    auto rule = RandomRule{random, 2}.rule();
    Report report;
    const auto model = build({.id = "m",
                              .undefined = WhenUndefined::zero,
                              .measures = random_limited_measures(random),
                              .criteria = {leaf("1", 4, std::move(rule))}},
                             report);
    if (!model) continue;
    ++models;
    const auto& shape = model->nodes()[0].shape;
    const auto most = most_points(shape, model->measures(), model->derived());
    ASSERT_GE(most.quanta, 0);
    ASSERT_LE(most, model->points());
    less_than_all += most < model->points() ? 1 : 0;
    const RandomBatch evidence(*model, 40, random);
    for (std::size_t row = 0; row < 40; ++row) {
      const auto of_row = evaluate(shape, evidence.batch, row);
      const auto& result = of_row.points;
      if (result.state != State::value) continue;
      if (const auto* tiers = std::get_if<shapes::Bands>(&static_cast<const AnyShape&>(shape))) {
        std::vector<Range> ranges;
        for (const auto& band : tiers->bands) ranges.push_back(band.range);
        ASSERT_TRUE(reachable(ranges, interval_of(tiers->value, model->measures(), model->derived()))[*of_row.reason.tier]) << seed;
        ++in_tiers;
      }
      ++values;
      ASSERT_LE(result.value.nearest_whole(), most.quanta) << "seed " << seed << " row " << row << " shape " << shape.index();
      at_most += result.value.nearest_whole() == most.quanta ? 1 : 0;
    }
  }
  EXPECT_GT(values, 20'000U);
  EXPECT_GT(in_tiers, 500U);
  EXPECT_GT(at_most, values / 5);
  EXPECT_GT(less_than_all, models / 10);
}
}
