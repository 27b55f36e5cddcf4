#include <atomic>
#include <chiso/core/in_parallel.hpp>
#include <chiso/score/scorer.hpp>
#include <gtest/gtest.h>
#include <stdexcept>
#include <support/random_batch.hpp>
#include <support/random_models.hpp>
#include <thread>
#include <tuple>

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

/// One call that works on several threads gives what one thread gives, in every column, for any number of them.
TEST(Threads, OfOneCallChangeNothing) {
  for_random_models(20, random_model, [](const Model& model, Random& random) {
    const std::size_t rows = 30'011;
    const RandomBatch evidence(model, rows, random);
    const Scorer scorer(model);
    const auto score = [&](unsigned threads) {
      std::vector<std::int64_t> achieved(rows), applicable(rows), known(rows), asked(rows);
      std::vector<std::uint8_t> incomplete(rows);
      scorer.score(evidence.batch,
                   {.achieved = achieved, .applicable = applicable, .incomplete = incomplete, .coverage = {.known = known, .asked = asked}},
                   threads);
      return std::tuple(achieved, applicable, incomplete, known, asked);
    };
    const auto alone = score(1);
    for (const unsigned threads : {0U, 2U, 7U, 64U}) EXPECT_EQ(score(threads), alone) << threads << " threads";
  });
}

/// Parts are each done once; what a worker or the caller throws stops the others and is thrown to the caller.
TEST(InParallel, DoesEachPartOnceAndStops) {
  for (const unsigned threads : {1U, 2U, 5U}) {
    std::vector<std::atomic<int>> times(1000);
    std::size_t told = 0;
    detail::in_parallel(
        times.size(), threads, [&] { return [&](std::size_t part) { ++times[part]; }; },
        [&](std::size_t done) {
          EXPECT_GT(done, told);
          told = done;
        });
    for (const auto& one : times) ASSERT_EQ(one, 1);
    std::atomic<std::size_t> done = 0;
    const auto counting = [&] {
      return [&](std::size_t part) {
        if (part == 10) throw std::runtime_error("part 10");
        ++done;
      };
    };
    EXPECT_THROW(detail::in_parallel(1'000'000, threads, counting, [](std::size_t) {}), std::runtime_error);
    EXPECT_LT(done, 1'000'000U);
    // The others wait until the caller, who is told after its own first part, has cancelled.
    std::atomic<bool> cancelled = false;
    const auto caller = std::this_thread::get_id();
    const auto waiting = [&] {
      return [&](std::size_t) {
        while (std::this_thread::get_id() != caller && !cancelled) std::this_thread::yield();
      };
    };
    const auto cancel = [&](std::size_t) {
      cancelled = true;
      throw std::logic_error("cancelled");
    };
    EXPECT_THROW(detail::in_parallel(1'000'000, threads, waiting, cancel), std::logic_error);
  }
  detail::in_parallel(0, 4, [] { return [](std::size_t) { FAIL(); }; }, [](std::size_t) { FAIL(); });
}
}
