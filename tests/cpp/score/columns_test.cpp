#include <chiso/chiso.hpp>
#include <gtest/gtest.h>
#include <string>
#include <support/one_rule.hpp>
#include <vector>

// A column that is asked for alone has what it has among all of them, though the rest is not computed then.
namespace {
using namespace chiso;
using namespace chiso_test;

/// So many leaves of 2 points that earn a or b, of which the last two are in a group, behind a group of the first two.
Model grouped(int leaves) {
  using enum MeasureType;
  const auto one = [](int i) { return leaf("l" + std::to_string(i), 2, rules::PerItem{.value = i % 2 == 0 ? "a" : "b", .each = 1}); };
  ModelDraft draft{};
  draft.id = "m";
  draft.point_decimals = 0;
  draft.measures = {{"a", {.type = count}}, {"b", {.type = count}}};
  draft.criteria.push_back(group("first", {one(0), one(1)}));
  for (int i = 2; i < leaves; ++i) draft.criteria.push_back(one(i));
  draft.criteria.push_back(group("last", {one(leaves), one(leaves + 1)}));
  return Model::build(draft);
}
/// a earns 1 of 2 points; b is not applicable.
struct Row {
  Cells owned{};
  Batch batch;
  Scorer scorer;
  explicit Row(const Model& model) : batch(one_row(model, {{"a", 1}, {"b", not_applicable}}, owned)), scorer(model) {}
};

TEST(Columns, OfTotalsCanBeAskedForAlone) {
  const Row row(grouped(3));
  std::int64_t achieved = -1, applicable = -1;
  std::uint8_t incomplete = 9;
  row.scorer.score(row.batch, {.achieved = {&achieved, 1}});
  row.scorer.score(row.batch, {.applicable = {&applicable, 1}});
  row.scorer.score(row.batch, {.incomplete = {&incomplete, 1}});
  EXPECT_EQ(achieved, 3);
  EXPECT_EQ(applicable, 6);
  EXPECT_EQ(incomplete, 0);
}
TEST(Columns, OfOneLeafCanBeAskedForAlone) {
  const Row row(grouped(3));
  const auto items = row.scorer.model().items().size();
  for (std::size_t item = 0; item < items; ++item) {
    ScoreColumns quanta_only{}, states_only{}, applicable_only{};
    std::int64_t quanta = -1, applicable = -1;
    std::uint8_t incomplete = 9;
    ItemState state{};
    for (auto* into : {&quanta_only, &states_only, &applicable_only}) into->items.resize(items);
    quanta_only.items[item].quanta = {&quanta, 1};
    states_only.items[item].states = {&state, 1};
    applicable_only.items[item].applicable = {&applicable, 1};
    applicable_only.items[item].incomplete = {&incomplete, 1};
    for (const auto* into : {&quanta_only, &states_only, &applicable_only}) row.scorer.score(row.batch, *into);
    const bool of_a = item % 2 == 0;
    EXPECT_EQ(quanta, of_a ? 1 : 0) << item;
    EXPECT_EQ(state, of_a ? ItemState::scored : ItemState::not_applicable) << item;
    EXPECT_EQ(applicable, of_a ? 2 : 0) << item;
    EXPECT_EQ(incomplete, 0) << item;
  }
}
TEST(Columns, OfOneGroupCanBeAskedForAloneInModelsOfAnySize) {
  for (int leaves = 2; leaves < 60; ++leaves) {
    const Row row(grouped(leaves));
    const auto nodes = row.scorer.model().nodes();
    for (std::size_t node = 0; node < nodes.size(); ++node) {
      if (!nodes[node].is_group()) continue;
      ScoreColumns achieved_only{}, applicable_only{};
      std::int64_t achieved = -1, applicable = -1;
      for (auto* into : {&achieved_only, &applicable_only}) into->groups.resize(nodes.size());
      achieved_only.groups[node].achieved = {&achieved, 1};
      applicable_only.groups[node].applicable = {&applicable, 1};
      row.scorer.score(row.batch, achieved_only);
      row.scorer.score(row.batch, applicable_only);
      ASSERT_EQ(achieved, 1) << nodes[node].id << " of " << leaves;
      ASSERT_EQ(applicable, 2) << nodes[node].id << " of " << leaves;
    }
  }
}
TEST(Scoring, TellsOnceOfFewRows) {
  const auto model = grouped(2);
  const std::vector<std::string> a(300, "1");
  std::vector<std::string> units;
  for (std::size_t i = 0; i < a.size(); ++i) units.push_back("U" + std::to_string(i));
  std::vector<std::size_t> told;
  const auto evidence = EvidenceBuilder(model).texts("unit", units).texts("a", a).texts("b", a).build();
  score(model, evidence, {.progress = [&](const Progress& of) {
          EXPECT_EQ(of.total, 300U);
          told.push_back(of.done);
        }});
  EXPECT_EQ(told, std::vector<std::size_t>{300}) << "a part has as many rows as are worth a thread";
}
TEST(Scoring, KeepsHowManyThreadsWereAskedFor) {
  const auto model = grouped(2);
  const auto evidence = EvidenceBuilder(model).texts("unit", {"A"}).texts("a", {"1"}).texts("b", {"1"}).build();
  EXPECT_EQ(score(model, evidence).threads(), 0U) << "as many as the machine has";
  EXPECT_EQ(score(model, evidence, {.threads = 1}).threads(), 1U);
  EXPECT_EQ(score(model, evidence, {.threads = 3}).threads(), 3U);
}
TEST(Scorecards, NameNothingAsMissingElsewhereThatHasAValue) {
  using enum MeasureType;
  const auto model = Model::build({.id = "m",
                                   .missing = WhenMissing::incomplete,
                                   .undefined = WhenUndefined::zero,
                                   .measures = {{"a", {.type = count}}, {"b", {.type = count}}},
                                   .criteria = {leaf("1", 4, rules::PerItem{.value = "a / cohort_max(b)", .each = 1})}});
  const auto scores = score(model, EvidenceBuilder(model).texts("unit", {"A", "B"}).texts("a", {"1", ""}).texts("b", {"1", "2"}).build());
  EXPECT_EQ(scores.scorecard(0).lines[0].state, ItemState::scored);
  EXPECT_EQ(scores.scorecard(1).lines[0].state, ItemState::missing);
  EXPECT_TRUE(scores.scorecard(1).lines[0].missing_elsewhere.empty()) << "only a is missing, a measure of the row";
}
}
