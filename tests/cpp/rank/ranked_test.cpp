// The parts of Ranked equal the results of the functions that it calls.
#include "rank_tables.hpp"
#include <algorithm>
#include <gtest/gtest.h>
#include <support/random_models.hpp>
#include <support/table_parts.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

/// Of rows that are covered alike, the one that ranks first is named.
TEST(Ranked, WarnsOfTheFirstRowsThatAreCoveredLeastAndMost) {
  auto draft = ranked_draft();
  draft.missing = WhenMissing::exclude;
  const Table table{
      {"unit", {"A", "B", "C", "D"}}, {"x", {"80", "70", "60", "50"}}, {"y", {"40", "", "", "20"}}, {"z", {"40", "", "", "20"}}};
  const auto found = warnings(Ranked(scored(draft, table)));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].found(), "a coverage of 50.00% (B) beside one of 100.00% (A)");
}
TEST(Ranked, HasRanksClassesAndTheOrderOfAllRows) {
  for_random_models(200, random_ranked_model, [&](const Model& model, Random& random) {
    const auto evidence = read(model, random_table(model, 2 + random.below(12), random));
    const auto scores = score(model, evidence, {.keep = static_cast<Keep>(random.below(3))});
    const auto all = ranks(scores);
    const auto class_of = classes(RowRanks(all));
    const Ranked ranked(scores);
    EXPECT_EQ(ranked.among(), RankedAmong::own_rows);
    for (std::size_t row = 0; row < scores.rows(); ++row) {
      ASSERT_EQ(ranked.ranks().of(row), all.of(row));
      ASSERT_EQ(ranked.ranks().competition(row), all.competition(row));
      ASSERT_EQ(ranked.ranks().ranked(row), all.order(row).size());
      ASSERT_EQ(ranked.classes().of(row), class_of.of(row));
      ASSERT_EQ(ranked.rank(row), all.of(row));
      ASSERT_EQ(ranked.class_id(row), class_of.of(row));
    }
    const Ranked as_a_part(scores, ranking_keys(scores));
    EXPECT_EQ(as_a_part.among(), RankedAmong::all_parts);
    const OrderedRows alone(all);
    const auto& cohorts = scores.resolved().cohorts().list;
    ASSERT_EQ(ranked.order().cohorts(), cohorts.size());
    for (std::size_t i = 0; i < cohorts.size(); ++i) {
      const auto rows = ranked.order().of(i);
      ASSERT_EQ(rows.size(), cohorts[i].rows.size());
      ASSERT_TRUE(std::ranges::equal(rows, alone.of(i)));
      ASSERT_TRUE(std::ranges::equal(rows, as_a_part.order().of(i)));
      ASSERT_EQ(ranked.order().ranked(i).size(), all.orders()[i].size());
      for (std::size_t place = 1; place < rows.size(); ++place) {
        const auto key = [&](std::uint32_t row) { return std::pair(all.of(row).value_or(scores.rows() + 1), scores.evidence().unit(row)); };
        ASSERT_LT(key(rows[place - 1]), key(rows[place]));
      }
    }
  });
}
/// Blocks in which everything applies to all, or to some only, or in which some rows are not ranked, are sorted in different ways.
TEST(Ranked, OfManyRowsInBlocksHasTheRanksOfEachBlock) {
  constexpr std::size_t rows = 6'000;
  for (std::uint64_t seed = 0; seed < cases(24); ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    auto draft = ranked_draft();
    draft.ranking.ties = random.of(std::vector<Ties>{Ties::competition, Ties::dense, Ties::ordinal});
    if (random.one_in(2)) draft.ranking.tie_break = {"g"};
    const std::size_t blocks = 1 + random.below(5), few = 1 + random.below(blocks);
    const bool are_by_unit = random.one_in(2), are_all_ranked = random.one_in(2);
    Table table{{"unit", {}}, {"block", {}}, {"ranked", {}}, {"x", {}}, {"y", {}}, {"z", {}}};
    for (std::size_t row = 0; row < rows; ++row) {
      const auto block = random.below(blocks);
      const auto unit = std::to_string(100'000 + (are_by_unit ? row : row * 7'919 % rows));
      table[0].second.push_back(unit);
      table[1].second.push_back("block " + std::to_string(block));
      table[2].second.push_back(are_all_ranked || !random.one_in(50) ? "yes" : "no");
      table[3].second.push_back(std::to_string(random.below(40)));
      for (const std::size_t column : {4, 5})
        table[column].second.push_back(block >= few && random.one_in(3) ? na : std::to_string(random.below(20)));
    }
    const auto scores = scored(draft, table);
    const auto all = ranks(scores);
    const Ranked ranked(scores);
    const OrderedRows alone(all);
    for (std::size_t cohort = 0; cohort < ranked.order().cohorts(); ++cohort) {
      ASSERT_TRUE(std::ranges::equal(ranked.order().of(cohort), alone.of(cohort)));
      ASSERT_TRUE(std::ranges::equal(ranked.order().ranked(cohort), alone.ranked(cohort)));
    }
    for (std::size_t row = 0; row < scores.rows(); ++row) {
      ASSERT_EQ(ranked.ranks().of(row), all.of(row));
      ASSERT_EQ(ranked.ranks().competition(row), all.competition(row));
    }
    ASSERT_TRUE(std::ranges::equal(ranked.level_as_published(), level_as_published(all)));
  }
}
TEST(Ranked, OutlivesItsScoresAndIsShared) {
  auto scores = std::make_unique<Scores>(scored(ranked_draft(), of_indices({"50", "60"})));
  const Ranked ranked(*scores);
  const auto copy = ranked;
  scores.reset();
  EXPECT_EQ(&copy.ranks(), &ranked.ranks());
  EXPECT_EQ(copy.scores().evidence().unit(copy.order().of(0)[0]), "B");
  EXPECT_EQ(copy.ranks().of(1), 1U);
  EXPECT_EQ(copy.classes().of(0), "");
}
}
