#include <chiso/evidence/cohort_alone.hpp>
#include <chiso/score/scores.hpp>
#include <gtest/gtest.h>
#include <support/random_models.hpp>
#include <support/random_table.hpp>

namespace chiso_test {
namespace {
TEST(CohortAloneProperties, ItsRowsScoreAsInTheWholeTable) {
  std::size_t parts = 0;
  for_random_models(200, random_ranked_model, [&](const Model& model, Random& random) {
    const auto scores = score(model, read(model, random_table(model, 12, random)));
    const auto& cohorts = scores.resolved().cohorts().list;
    for (std::size_t place = 0; place < cohorts.size(); ++place) {
      const auto alone = cohort_alone(scores.resolved(), place);
      const auto own = scores.scorer().score(alone);
      ASSERT_EQ(alone.cohorts().list.size(), 1U);
      ASSERT_EQ(own.rows(), cohorts[place].rows.size());
      for (std::size_t row = 0; row < own.rows(); ++row) {
        const auto original = cohorts[place].rows[row];
        ASSERT_EQ(own.tally(row), scores.tally(original));
        ASSERT_EQ(own.evidence().unit(row), scores.evidence().unit(original));
        ASSERT_EQ(own.evidence().ranked(row), scores.evidence().ranked(original));
      }
    }
    parts += cohorts.size() - 1;
  });
  EXPECT_GT(parts, cases(200) / 2);
}
}
}
