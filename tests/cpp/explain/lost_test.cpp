#include <chiso/explain/lost.hpp>
#include <explain/edited_model.hpp>
#include <gtest/gtest.h>
#include <rank/rank_tables.hpp>
#include <support/random_models.hpp>
#include <support/random_table.hpp>

namespace chiso_test {
namespace {
TEST(Lost, IsInIndexPointsBesideTheBlock) {
  // a of 100, b and c of 50 each. Of three units the third is not ranked.
  const auto scores = scored(ranked_draft(), {{"unit", {"A", "B", "C"}},
                                              {"ranked", {"yes", "yes", "no"}},
                                              {"x", {"80", "100", "0"}},
                                              {"y", {"25", "50", "0"}},
                                              {"z", {na, "50", "0"}}});
  const auto of = lost(Ranked(scores), 0);
  ASSERT_TRUE(of.has_value());
  ASSERT_EQ(of->leaves.size(), 3U);
  EXPECT_EQ(of->leaves[0].lost, Rational(40, 3));  // 20 of 150 points
  EXPECT_EQ(of->leaves[0].best, Rational(1));
  EXPECT_EQ(of->leaves[0].mean, Rational(9, 10));
  EXPECT_EQ(of->leaves[0].median, Rational(9, 10));
  EXPECT_EQ(of->leaves[1].lost, Rational(50, 3));
  EXPECT_EQ(of->leaves[2].lost, Rational(0));
  EXPECT_EQ(of->leaves[2].mean, Rational(1));  // it applies to B alone
  EXPECT_EQ(of->total, Rational(30));
}
TEST(Lost, IsEmptyWithoutAnIndex) {
  const auto scores = scored(ranked_draft(), {{"unit", {"A"}}, {"x", {na}}, {"y", {na}}, {"z", {na}}});
  EXPECT_FALSE(lost(Ranked(scores), 0).has_value());
}
TEST(Lost, OfACappedGroupSaysWhatTheCapTook) {
  auto draft = ranked_draft();
  draft.criteria[1].cap = 50;
  const auto scores = scored(draft, {{"unit", {"A"}}, {"x", {"100"}}, {"y", {"40"}}, {"z", {"40"}}});
  const auto of = lost(Ranked(scores), 0);
  EXPECT_EQ(of->total, Rational(0));       // 80 of 100 reach the cap of 50
  EXPECT_EQ(of->limits, Rational(40, 3));  // 20 short of their 100, of 150 points
  EXPECT_EQ(of->leaves[1].lost, Rational(20, 3));
}
TEST(LostProperties, SumToTheIndex) {
  for_random_models(300, random_ranked_model, [](const Model& model, Random& random) {
    const auto table = random_table(model, 5, random);
    const auto scores = score(model, read(model, table), {.keep = random.one_in(2) ? Keep::leaves : Keep::totals});
    const Ranked ranked(scores);
    for (std::size_t row = 0; row < scores.rows(); ++row) {
      const auto of = lost(ranked, row);
      const auto index = scores.index(row);
      ASSERT_EQ(of.has_value(), index.has_value());
      if (!of) continue;
      Rational sum;
      for (const auto& leaf : of->leaves) sum = sum + leaf.lost;
      ASSERT_EQ(sum, of->total + of->rounding + of->limits);
      ASSERT_EQ(Rational(model.publish().scale) - of->total + of->adjustments + of->held, Rational(index->exact()));
    }
  });
}
}
}
