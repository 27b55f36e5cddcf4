#include <chiso/score/scorer.hpp>
#include <gtest/gtest.h>
#include <support/random_batch.hpp>
#include <thread>

namespace {
using namespace chiso;
using namespace chiso_test;

/// Four threads use one const Scorer at once, each on its own rows, one also for scorecards; the sums equal those of one thread.
TEST(Threads, CanShareOneScorer) {
  const auto model = Model::build(
      {.id = "shared",
       .undefined = WhenUndefined::zero,
       .measures = random_measures(),
       .criteria = {
           group("g", {leaf("1", 4, rules::Proportional{.value = "a / b", .full_at = 1}, {.applies_when = "t or u"}),
                       leaf("2", 2, rules::Tiers{.value = "percent(c, a)", .tiers = {{.from = 50, .points = 2}, {.points = 0}}})}),
           leaf("3", 1, rules::Options{.value = "p", .points = {{"x", 1}, {"y", 0.5}, {"z", 0}}}),
           leaf("4", 3,
                rules::SumOf{.parts = {{1, rules::YesNo{.value = "d > e"}}, {2, rules::PerItem{.value = "d * e", .each = 0.001}}}})}});
  Random random(7);
  const std::size_t rows = 4000;
  const RandomBatch evidence(model, rows, random);
  const Scorer scorer(model);
  const auto score = [&] {
    std::vector<std::int64_t> achieved(rows), applicable(rows);
    scorer.score(evidence.batch, {.achieved = achieved, .applicable = applicable});
    return std::pair(achieved, applicable);
  };
  const auto alone = score();
  std::vector<std::pair<std::vector<std::int64_t>, std::vector<std::int64_t>>> together(4);
  std::vector<std::thread> threads;
  for (auto& result : together)
    threads.emplace_back([&] {
      result = score();
      for (std::size_t row = 0; row < rows; row += 101) ASSERT_EQ(scorer.scorecard(evidence.batch, row).tally.achieved, result.first[row]);
    });
  for (auto& thread : threads) thread.join();
  for (const auto& result : together) EXPECT_EQ(result, alone);
}
}
