// Guarantees of DESIGN on which later work relies, and which no test of a single header shows.
#include "support/cells.hpp"
#include <chiso/evidence/builder.hpp>
#include <chiso/rank/ranking.hpp>
#include <chiso/rank/ranks.hpp>
#include <gtest/gtest.h>
#include <memory>

namespace {
using namespace chiso;

Model small_model() {
  return Model::build(
      {.id = "small",
       .undefined = WhenUndefined::zero,
       .measures = {{"received", {.type = MeasureType::count}},
                    {"resolved", {.type = MeasureType::count}},
                    {"late", {.type = MeasureType::count}}},
       .criteria = {group("g", {leaf("1", 6, rules::Proportional{.value = "resolved / received", .full_at = 1}),
                                leaf("2", 2, rules::Deduct{.value = "late", .each = 0.3}, {.applies_when = "received > 0"})}),
                    leaf("3", 2, rules::YesNo{.value = "late == 0"})},
       .adjustments = {
           .bonus =
               SideDraft{.cap = 1, .entries = {{.id = "more", .points = 1, .rule = rules::PerItem{.value = "resolved", .each = 0.001}}}}}});
}
Evidence small_evidence(const Model& model) {
  EvidenceBuilder builder(model);
  builder.texts("unit", {"a", "b", "c", "d"});
  builder.texts("received", {"300", "7", "0", "1000"});
  builder.texts("resolved", {"290", "7", "0", "not_applicable"});
  builder.texts("late", {"1", "0", "", "2"});
  return builder.build();
}

TEST(Guarantees, RowsNodesScorecardsAndRankingsHaveTheSameIndex) {
  const auto model = small_model();
  const auto scores = score(model, small_evidence(model), {.keep = Keep::leaves});
  const auto same = [&](const std::optional<Index>& index, const Tally& tally) {
    const auto one = index_of(tally, model.publish());
    ASSERT_EQ(index.has_value(), one.has_value());
    if (one) {
      EXPECT_EQ(index->exact(), one->exact());
    }
  };
  for (std::size_t row = 0; row < scores.rows(); ++row) {
    same(scores.index(row), scores.tally(row));
    const auto card = scores.scorecard(row);
    same(card.index, scores.tally(row));
    for (std::size_t node = 0; node < model.criteria(); ++node) {
      same(scores.index(node, row), scores.tally(node, row));
      same(card.lines[node].index, scores.tally(node, row));
    }
  }
  for (const auto& ranked : ranking(scores, {})) same(ranked.index, scores.tally(ranked.row));
}

TEST(Guarantees, RanksDistinguishIndicesThatAreEqualAsDoubles) {
  // Two indices whose difference a double cannot show: (d - 1) / d and (d - 2) / (d - 1) for a d just below 2^53.
  const int128 d = (int128{1} << 53) - 111;
  const Ratio high{100 * (d - 1), d}, low{100 * (d - 2), d - 1};
  EXPECT_EQ(static_cast<double>(high.num) / static_cast<double>(high.den), static_cast<double>(low.num) / static_cast<double>(low.den));
  EXPECT_TRUE(compare(high, low) > 0);
  EXPECT_TRUE(RankingIndex(high, RankKey::exact, {}) > RankingIndex(low, RankKey::exact, {}));
  EXPECT_TRUE(RankingIndex(high, RankKey::published, {}) == RankingIndex(low, RankKey::published, {}));
}

TEST(Guarantees, ScoresShareOwnershipOfModelScorerAndEvidence) {
  auto model = std::make_unique<Model>(small_model());
  auto evidence = std::make_unique<Evidence>(small_evidence(*model));
  auto scorer = std::make_unique<Scorer>(*model);
  const auto scores = scorer->score(*evidence, {.keep = Keep::leaves});
  const auto before = scores.scorecard(0).tally;
  model.reset(), evidence.reset(), scorer.reset();
  EXPECT_EQ(scores.model().id(), "small");
  EXPECT_EQ(scores.evidence().unit(1), "b");
  EXPECT_EQ(scores.scorecard(0).tally, before);
}

TEST(Guarantees, ABatchBorrowsItsColumns) {
  const auto model = small_model();
  const auto evidence = small_evidence(model);
  const Scorer scorer(model);
  auto overlay = evidence.batch();
  EXPECT_TRUE(chiso_test::same_place(overlay.measures[1].values, evidence.measure(1).values));
  EXPECT_EQ(overlay.measures[1].states.data(), evidence.measure(1).states.data());

  const std::vector<std::int64_t> late{0, 5, 1, 2};  // one column changed, the others as they are
  overlay.measures[2] = {.values = late, .least = 0, .most = 5};
  std::vector<std::int64_t> achieved(4);
  scorer.score(overlay, {.achieved = achieved});
  for (std::size_t row = 0; row < 4; ++row) EXPECT_EQ(achieved[row], scorer.scorecard(overlay, row).tally.achieved);
  EXPECT_NE(achieved[0], scorer.scorecard(evidence.batch(), 0).tally.achieved);
}

TEST(Guarantees, ColumnStatisticsProveTheWidthOfArithmetic) {
  const auto model = small_model();
  const auto evidence = small_evidence(model);
  EXPECT_EQ(evidence.statistics(0).most, 1000);
  EXPECT_EQ(evidence.statistics(1).of_state[static_cast<std::size_t>(State::not_applicable)], 1U);
  EXPECT_TRUE(evidence.measure(0).states.empty());  // all cells are values, so states are not read
  const Scorer scorer(model);
  EXPECT_EQ(scorer.widths(evidence.batch())[static_cast<std::size_t>(Width::doubles)], 4U);
  auto large = evidence.batch();
  large.measures[0].most = large.measures[1].most = std::int64_t{1} << 53;
  EXPECT_GT(scorer.widths(large)[static_cast<std::size_t>(Width::bits128)], 0U);
}
}
