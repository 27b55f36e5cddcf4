#include <gtest/gtest.h>
#include <rank/rank_tables.hpp>

namespace chiso_test {
namespace {
/// Two periods of units A to E: C moves from p to q, D is new, E is gone.
Table two_years() {
  return {{"unit", {"A", "B", "C", "E", "A", "B", "C", "D"}},
          {"period", {"2023", "2023", "2023", "2023", "2024", "2024", "2024", "2024"}},
          {"block", {"p", "p", "p", "p", "p", "p", "q", "p"}},
          {"x", {"80", "70.004", "60", "50", "75", "80.005", "65", "90"}},
          {"y", Lines(8, na)},
          {"z", Lines(8, na)}};
}

TEST(Changes, AreTheOldRankMinusTheNewAndPercentagePoints) {
  const auto scores = scored(ranked_draft(), two_years());
  const auto all = changes(scores, {.block = "p", .period = "2023"}, scores, {.block = "p", .period = "2024"});
  ASSERT_EQ(all.size(), 2U);  // neither the new unit nor the one that is gone
  EXPECT_EQ(all[0].unit, "B");
  EXPECT_EQ(all[0].old_row, 1U);
  EXPECT_EQ(all[0].new_row, 5U);
  EXPECT_EQ(all[0].places, 0);  // second both times
  EXPECT_EQ(all[0].points, Rational(10'001, 1000));
  EXPECT_EQ(all[0].published_points->text(), "10.01");  // 80.01 - 70.00: of the published values, not of the exact ones
  EXPECT_EQ(all[1].unit, "A");
  EXPECT_EQ(all[1].old_rank, 1U);
  EXPECT_EQ(all[1].new_rank, 3U);
  EXPECT_EQ(all[1].places, -2);
  EXPECT_EQ(all[1].points, Rational(-5));
  EXPECT_EQ(all[1].published_points->text(), "-5.00");
  EXPECT_FALSE(all[1].moved);
}
TEST(Changes, HaveNoPlacesForAUnitThatMoved) {
  const auto scores = scored(ranked_draft(), two_years());
  // Block q had no units in 2023, so the unit is found by the selection of p.
  const auto all = changes(scores, {.block = "p", .period = "2023"}, scores, {.block = "q", .period = "2024"});
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].unit, "C");
  EXPECT_FALSE(all[0].moved);  // the selections themselves say that p became q
  auto table = two_years();
  for (auto& [name, cells] : table)
    cells.push_back(name == "unit" ? "F" : name == "period" ? "2023" : name == "block" ? "q" : name == "x" ? "10" : na);
  const auto both = scored(ranked_draft(), table);
  const auto moved = changes(both, {.block = "q", .period = "2023"}, both, {.block = "q", .period = "2024"});
  ASSERT_EQ(moved.size(), 1U);
  EXPECT_TRUE(moved[0].moved);
  EXPECT_EQ(moved[0].old_rank, 3U);  // among the units of p
  EXPECT_EQ(moved[0].new_rank, 1U);
  EXPECT_EQ(moved[0].places, std::nullopt);
  EXPECT_EQ(moved[0].points, Rational(5));
}
TEST(Changes, OfAllBlocksAreThoseOfEachAndOfUnitsThatMoved) {
  const auto scores = scored(ranked_draft(), two_years());
  const RowRanks of(ranks(scores));
  const auto all = changes_of_all_blocks(of, {.period = "2023"}, of, {.period = "2024"});
  ASSERT_EQ(all.size(), 3U);
  const auto of_p = changes(of, {.block = "p", .period = "2023"}, of, {.block = "p", .period = "2024"});
  for (std::size_t i = 0; i < of_p.size(); ++i) {
    EXPECT_EQ(all[i].unit, of_p[i].unit);
    EXPECT_EQ(all[i].places, of_p[i].places);
    EXPECT_EQ(all[i].points, of_p[i].points);
  }
  EXPECT_EQ(all[2].unit, "C");  // q has no units in 2023
  EXPECT_TRUE(all[2].moved);
  EXPECT_EQ(all[2].old_rank, 3U);
  EXPECT_EQ(all[2].places, std::nullopt);
  EXPECT_EQ(all[2].points, Rational(5));
  EXPECT_THROW(changes_of_all_blocks(of, {.period = "2022"}, of, {.period = "2024"}), UnknownNameError);
  EXPECT_THROW(changes_of_all_blocks(of, {.period = "2023"}, of, {.period = "2024", .track = "x"}), UnknownNameError);
}
TEST(Changes, HavePointsButNoPlacesForAnIncompleteRow) {
  const Table table{{"unit", {"A", "B", "A", "B"}},
                    {"period", {"1", "1", "2", "2"}},
                    {"x", {"", "50", "40", na}},
                    {"y", Lines(4, na)},
                    {"z", Lines(4, na)}};
  const auto scores = scored(ranked_draft(), table);
  const auto all = changes(scores, {.period = "1"}, scores, {.period = "2"});
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].unit, "A");
  EXPECT_EQ(all[0].places, std::nullopt);
  EXPECT_EQ(all[0].published_points->text(), "40.00");
  EXPECT_EQ(all[1].places, std::nullopt);
  EXPECT_EQ(all[1].points, std::nullopt);
  EXPECT_EQ(all[1].published_points, std::nullopt);
}
TEST(Changes, CompareTwoTablesOfTwoModels) {
  auto draft = ranked_draft();
  const auto old_scores = scored(draft, of_indices({"70.123", "80"}));
  draft.publish.decimals = 3;
  draft.ranking.ties = Ties::dense;
  const auto new_scores = scored(draft, of_indices({"90", "80", "95"}));
  const auto all = changes(old_scores, {}, new_scores, {});
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].unit, "A");
  EXPECT_EQ(all[0].places, 0);
  EXPECT_EQ(all[0].published_points->text(), "19.880");  // 90.000 - 70.12
  EXPECT_EQ(all[1].places, -2);
  EXPECT_EQ(changes(new_scores, {}, old_scores, {})[1].published_points->text(), "-19.880");
  const auto again = changes(RowRanks(ranks(old_scores)), {}, Ranked(new_scores).ranks(), {});
  EXPECT_EQ(again[1].places, all[1].places);
  EXPECT_THROW(changes(RowRanks(ranks(old_scores, 0)), {}, RowRanks(ranks(new_scores)), {}), ShapeError);
}
TEST(Changes, CompareOneTableUnderTwoModels) {
  auto draft = ranked_draft();
  const auto table = Table{{"unit", {"A", "B"}}, {"x", {"90", "80"}}, {"y", {"0", "50"}}, {"z", {na, na}}};
  const auto before = scored(draft, table);
  draft.criteria.pop_back();
  const auto now = Scorer(Model::build(draft)).score(before.resolved());
  const auto all = changes(before, {}, now, {});
  EXPECT_EQ(all[0].unit, "A");
  EXPECT_EQ(all[0].places, 1);
}
}
}
