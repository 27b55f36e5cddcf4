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
