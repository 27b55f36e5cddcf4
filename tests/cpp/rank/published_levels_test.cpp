// Where the published index does not show the rank.
#include "rank_tables.hpp"
#include <chiso/rank/published_levels.hpp>
#include <gtest/gtest.h>
#include <support/random_models.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

/// By comparing each pair of rows, for ranks by the model and by each criterion.
TEST(PublishedLevels, AreThoseOfEachPair) {
  std::size_t level = 0, apart = 0;
  for_random_models(150, random_ranked_model, [&](const Model& model, Random& random) {
    const auto scores = score(model, read(model, random_table(model, 2 + random.below(20), random)), {.keep = Keep::leaves});
    const auto& of_row = scores.resolved().cohorts().of_row;
    const auto check = [&](const auto& found, const Ranks& ranks, const auto& index) {
      for (std::size_t a = 0; a < scores.rows(); ++a) {
        bool expected = false;
        for (std::size_t b = 0; b < scores.rows(); ++b)
          expected = expected || (of_row[a] == of_row[b] && ranks.of(a) && ranks.of(b) && ranks.of(a) != ranks.of(b) &&
                                  index(a)->published() == index(b)->published());
        ASSERT_EQ(found[a], expected ? 1 : 0);
        ++(expected ? level : apart);
      }
    };
    const auto by_model = ranks(scores);
    const auto index = [&](std::size_t row) { return scores.index(row); };
    check(level_as_published(by_model), by_model, index);
    check(Ranked(scores).level_as_published(), by_model, index);
    for (std::size_t node = 0; node < model.criteria(); ++node)
      check(level_as_published(ranks(scores, node)), ranks(scores, node), [&](std::size_t row) { return scores.index(node, row); });
  });
  EXPECT_GT(level, 1000U);
  EXPECT_GT(apart, 1000U);
}
TEST(PublishedLevels, OfIndicesBeyond63Bits) {
  auto draft = ranked_draft();
  draft.publish = {.decimals = 9, .may_exceed_100 = true};
  draft.point_decimals = 9;
  draft.ranking.key = RankKey::published;
  draft.measures.emplace_back("n", measure(MeasureType::count));
  draft.criteria = {leaf("a", 1, rules::PerItem{.value = "n", .each = 1}),
                    leaf("b", Decimal(1, 9), rules::YesNo{"x > 0 and y > 0 and z > 0"})};
  draft.criteria.erase(draft.criteria.begin());
  draft.adjustments.bonus =
      SideDraft{.cap = 9'000'000, .entries = {{.id = "e", .points = 9'000'000, .rule = rules::PerItem{.value = "n", .each = 1}}}};
  auto table = of_indices({"1", "1", "1"});
  for (auto& column : table)
    if (column.first == "y" || column.first == "z") column.second = {"1", "1", "1"};
  table.push_back({"n", {"9000000", "8999999", "9000000"}});
  const auto scores = scored(draft, table);
  const auto found = level_as_published(ranks(scores));
  EXPECT_EQ(std::vector<int>(found.begin(), found.end()), (std::vector<int>{0, 0, 0}));
  draft.ranking.ties = Ties::ordinal;
  const auto ordinal = level_as_published(ranks(scored(draft, table)));
  EXPECT_EQ(std::vector<int>(ordinal.begin(), ordinal.end()), (std::vector<int>{1, 0, 1}));
  EXPECT_EQ(Ranked(scored(draft, table), ranking_keys(scored(draft, table))).level_as_published()[2], 1);
}
}
