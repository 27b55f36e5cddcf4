// Parts of a table, scored with the totals of the whole, have the scores of the whole.
#include <chiso/score/scores.hpp>
#include <gtest/gtest.h>
#include <support/random_models.hpp>
#include <support/table_parts.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

TEST(ScoredParts, HaveTheScoresOfTheWhole) {
  std::size_t relative = 0, looking_back = 0;
  for_random_models(300, random_ranked_model, [&](const Model& model, Random& random) {
    relative += model.relative() ? 1 : 0;
    looking_back += model.looks_back() ? 1 : 0;
    const auto table = random_table(model, 2 + random.below(7), random);
    const Scorer scorer(model);
    const auto whole = scorer.score(read(model, table), {.keep = Keep::leaves});
    std::vector<Evidence> parts;
    CohortTotals totals(model);
    for (const auto& part : parts_of(table, 1 + random.below(7), random)) {
      parts.push_back(read(model, part));
      totals.merge(cohort_totals(parts.back(), model));
    }
    std::size_t rows = 0;
    for (const auto& part : parts) {
      const auto scores = scorer.score(part, totals, {.keep = Keep::leaves});
      rows += scores.rows();
      for (std::size_t row = 0; row < scores.rows(); ++row) {
        const auto at = *whole.evidence().find(scores.evidence().unit(row), scores.evidence().period(row), scores.evidence().track(row));
        ASSERT_EQ(scores.tally(row), whole.tally(at));
        for (std::size_t node = 0; node < model.nodes().size(); ++node) ASSERT_EQ(scores.tally(node, row), whole.tally(node, at));
        for (std::size_t item = 0; item < model.items().size(); ++item) ASSERT_EQ(scores.state(item, row), whole.state(item, at));
      }
    }
    ASSERT_EQ(rows, whole.rows());
  });
  EXPECT_GT(relative, cases(100));
  EXPECT_GT(looking_back, cases(50));
}
TEST(ScoredParts, AreEqualOnlyWithTheSameTotals) {
  const auto draft = [] {
    auto out = table_draft();
    out.criteria.push_back(leaf("d", 1, rules::PerItem{.value = "cohort_max(cases)", .each = 1}));
    return out;
  }();
  const Scorer scorer(Model::build(draft));
  const auto of = [&](const char* unit) {
    return read(scorer.model(), {{"unit", {unit}}, {"cases", {"1"}}, {"score", {"1"}}, {"plan", {"2"}}, {"funded", {"yes"}}});
  };
  const auto evidence = of("A");
  auto totals = cohort_totals(evidence, scorer.model());
  const auto alone = scorer.score(evidence, totals);
  totals.merge(cohort_totals(of("B"), scorer.model()));
  EXPECT_TRUE(alone == scorer.score(evidence, cohort_totals(evidence, scorer.model())));
  EXPECT_FALSE(alone == scorer.score(evidence));
  EXPECT_FALSE(alone == scorer.score(evidence, totals));
}
}
