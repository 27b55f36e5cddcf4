#include <chiso/plan/steps.hpp>
#include <chiso/plan/what_if_row.hpp>
#include <gtest/gtest.h>
#include <plan/changes.hpp>
#include <rank/rank_tables.hpp>
#include <support/random_models.hpp>

namespace chiso_test {
namespace {
ModelDraft draft_of(std::vector<std::pair<std::string, MeasureDraft>> measures, CriterionDraft leaf) {
  ModelDraft out{.id = "m", .measures = std::move(measures), .criteria = {}};
  out.criteria.push_back(std::move(leaf));
  return out;
}
const MeasureDraft a_count{.type = MeasureType::count};
std::vector<LeafStep> steps(const ModelDraft& draft, const Table& table) { return steps_of(WhatIf(Ranked(scored(draft, table))), 0); }

TEST(Steps, TellHowManyMoreDossiersAreMissing) {
  CriterionDraft leaf{.id = "leaf", .points = Decimal(2), .undefined = WhenUndefined::zero};
  leaf.rule = rules::Tiers{
      .value = "percent(on_time, resolved)",
      .tiers = {{.from = Decimal(95), .points = Decimal(2)}, {.from = Decimal(70), .points = Decimal(1)}, {.points = Decimal(0)}}};
  const auto found = steps(draft_of({{"on_time", a_count}, {"resolved", a_count}}, leaf),
                           {{"unit", {"A"}}, {"on_time", {"4290"}}, {"resolved", {"4534"}}});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].direction, StepDirection::up);
  EXPECT_EQ(found[0].kind, StepKind::full);
  EXPECT_EQ(found[0].value, 4308);  // the least count that is 95 % of 4,534: 18 more
  EXPECT_EQ(found[0].points, Points{2'000'000});
  EXPECT_EQ(found[0].gain, Rational(50));
  EXPECT_EQ(found[1].direction, StepDirection::down);
  EXPECT_EQ(found[1].value, 4515);
}
TEST(Steps, FindTheNextPointAndTheMost) {
  CriterionDraft leaf{.id = "leaf", .points = Decimal(10)};
  leaf.rule = rules::PerItem{.value = "x", .each = Decimal(1)};
  const auto found = steps(draft_of({{"x", a_count}}, leaf), {{"unit", {"A"}}, {"x", {"3"}}});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].kind, StepKind::next);
  EXPECT_EQ(found[0].value, 4);
  EXPECT_EQ(found[1].kind, StepKind::full);
  EXPECT_EQ(found[1].value, 10);
  EXPECT_TRUE(steps(draft_of({{"x", a_count}}, leaf), {{"unit", {"A"}}, {"x", {"10"}}}).empty());
  EXPECT_TRUE(steps(draft_of({{"x", a_count}}, leaf), {{"unit", {"A"}}, {"x", {"not_applicable"}}}).empty());
}
TEST(Steps, ListWhatIsNotAnswered) {
  CriterionDraft leaf{.id = "leaf", .points = Decimal(10)};
  leaf.rule = rules::PerItem{.value = "x", .each = Decimal(1)};
  const auto found = steps(draft_of({{"x", a_count}}, leaf), {{"unit", {"A"}}, {"x", {""}}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, StepKind::unanswered);
  EXPECT_FALSE(found[0].value.has_value());
  leaf.rule = rules::YesNo{.value = "y"};
  const auto options = steps(draft_of({{"y", {.type = MeasureType::yes_no}}}, leaf), {{"unit", {"A"}}, {"y", {""}}});
  ASSERT_EQ(options.size(), 2U);
  EXPECT_EQ(options[1].points, Points{10'000'000});
  EXPECT_FALSE(options[1].gain.has_value() && options[1].then->rank != 1U);
}
TEST(Steps, AreUnknownWhereNothingIsShown) {
  // Points that come and go far away: no range shows them steady, and none of the nearest values earns any.
  CriterionDraft leaf{.id = "leaf", .points = Decimal(1)};
  leaf.rule = rules::YesNo{.value = "x - 1000003 * floor(x / 1000003) == 500000 and x * (x - 7) * (x - 11) != 3"};
  const auto draft = draft_of({{"x", a_count}}, leaf);
  const WhatIf what_if(Ranked(scored(draft, {{"unit", {"A"}}, {"x", {"1"}}})));
  const auto found = steps_of(what_if, 0, {.scan = 1000});
  ASSERT_FALSE(found.empty());
  for (const auto& step : found)
    if (step.known) {
      EXPECT_EQ(step.value, 500'000);
    }
}
/// Every step by trying the values around it, and at most so many unknown ones.
TEST(StepsProperties, AreRightAndMostlyKnown) {
  std::size_t all = 0, unknown = 0;
  for_random_models(150, random_ranked_model, [&](const Model& model, Random& random) {
    const auto scores = score(model, read(model, random_table(model, 6, random)));
    const WhatIf what_if{Ranked(scores)};
    const auto row = random.below(scores.rows());
    WhatIfRow one(what_if, row);
    const auto achieved = [&](const LeafStep& step, std::optional<std::int64_t> value) {
      const ChangedCell cell{.place = step.measure, .value = value.value_or(0)};
      one.set(value ? std::span(&cell, 1) : std::span<const ChangedCell>());
      return one.counted_item(model.nodes()[step.node].item).achieved;
    };
    for (const auto& step : steps_of(what_if, row)) {
      ++all;
      if (!step.known) ++unknown;
      if (!step.value || step.kind == StepKind::unanswered) continue;
      const auto now = achieved(step, {}), then = achieved(step, step.value);
      ASSERT_EQ(step.points->quanta, then);
      ASSERT_GT(then, now);
      if (!step.now || step.direction == StepDirection::other) continue;
      const auto way = step.direction == StepDirection::up ? 1 : -1;
      const auto least = step.kind == StepKind::full ? then : now + 1;
      for (std::int64_t before = *step.value - way, tries = 0; before != *step.now && tries < 50; before -= way, ++tries)
        ASSERT_LT(achieved(step, before), least);
      const ChangedCell cell{.place = step.measure, .value = *step.value};
      ASSERT_EQ(*step.then, what_if.whole(row, std::span(&cell, 1)));
    }
  });
  EXPECT_LE(50 * unknown, all) << unknown << " of " << all;
}
}
}
