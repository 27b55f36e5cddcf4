#include <chiso/rank/summary.hpp>
#include <gtest/gtest.h>
#include <rank/rank_tables.hpp>

namespace chiso_test {
namespace {
std::vector<Summary> summaries_of(const ModelDraft& draft, const Table& table) {
  const auto scores = scored(draft, table, Keep::totals);
  return summaries(Ranked(scores));
}

TEST(Summaries, HaveLowestHighestAndLeaders) {
  auto table = of_indices({"70.004", "90.006", "10", "90.006", "", "99"});
  table.push_back({"ranked", {"yes", "yes", "yes", "yes", "yes", "no"}});
  const auto all = summaries_of(ranked_draft(), table);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].rows, 6U);
  EXPECT_EQ(all[0].ranked, 4U);
  EXPECT_EQ(all[0].highest->text(), "90.01");
  EXPECT_EQ(all[0].lowest->text(), "10.00");
  EXPECT_EQ(all[0].averages.mean_index->text(), "65.00");
  EXPECT_EQ(all[0].leaders, (Numbers{1, 3}));
}
TEST(Summaries, AreOfNoRowBeforeTheyAreFilled) {
  EXPECT_EQ(Summary{}.rows, 0U);
  EXPECT_EQ(Summary{}.ranked, 0U);
  EXPECT_TRUE(Summary{}.leaders.empty());
}
TEST(Summaries, LeadersAreTiedWhateverTheTiesOfTheModel) {
  const auto table = of_indices({"90", "50", "90"});
  for (const auto ties : {Ties::competition, Ties::dense, Ties::ordinal}) {
    auto draft = ranked_draft();
    draft.ranking.ties = ties;
    EXPECT_EQ(summaries_of(draft, table)[0].leaders, (Numbers{0, 2}));
  }
}
TEST(Summaries, AreEmptyForACohortWithoutRankedRows) {
  auto table = of_indices({"", "50"});
  table.push_back({"block", {"p", "q"}});
  const auto all = summaries_of(ranked_draft(), table);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].rows, 1U);
  EXPECT_EQ(all[0].ranked, 0U);
  EXPECT_FALSE(all[0].lowest || all[0].highest || all[0].averages.mean_index);
  EXPECT_TRUE(all[0].leaders.empty());
}
TEST(Summaries, ByACriterionUseItsIndicesAndRanks) {
  const Table table{{"unit", {"A", "B", "C"}}, {"x", {"90", "30", "50"}}, {"y", {"30", "30", na}}, {"z", {na, "10", na}}};
  const auto scores = scored(ranked_draft(), table, Keep::totals);
  const auto of = summaries(ranks(scores, scores.model().node("g")))[0];
  EXPECT_EQ(of.rows, 3U);
  EXPECT_EQ(of.ranked, 2U);
  EXPECT_EQ(of.highest->text(), "60.00");
  EXPECT_EQ(of.lowest->text(), "40.00");
  EXPECT_EQ(of.averages.mean_index->text(), "50.00");
  EXPECT_EQ(of.leaders, (Numbers{0}));
}
}
}
