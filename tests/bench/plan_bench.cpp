// Plans for one unit: the best ones of 100 leaves with five actions each, and all that 1,000 actions in 200 groups can reach, at which
// cost.
#include <algorithm>
#include <chiso/chiso.hpp>
#include <chiso/plan.hpp>
#include <cstdio>
#include <ctime>
#include <random>

#if !defined(NDEBUG)
#error "benchmarks are built without assertions"
#endif

namespace {
using namespace chiso;

double milliseconds(auto&& run) {
  const auto start = std::clock();  // of the processor: everything here is one thread
  run();
  return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}
/// A model of so many leaves of one point, each proportional to a measure of its own, and one unit at 20 to 60 of 100 in each.
struct Instance {
  Ranked ranked;
  std::vector<Action> actions;
};
enum class Costs : bool { independent, follow_gain };
Instance instance(std::size_t leaves, Costs costs) {
  ModelDraft draft{.id = "plans", .measures = {}, .criteria = {}};
  std::mt19937_64 random(2024);
  for (std::size_t i = 0; i < leaves; ++i) {
    const auto name = "m" + std::to_string(i);
    draft.measures.emplace_back(name, MeasureDraft{.type = MeasureType::decimal, .decimals = 2, .min = 0, .max = 100});
    draft.criteria.push_back(leaf("l" + std::to_string(i), 1, rules::Proportional{.value = name, .full_at = 100}));
  }
  auto model = Model::build(std::move(draft));
  EvidenceBuilder builder(model);
  builder.texts("unit", {"a"});
  std::vector<Action> actions;
  for (std::size_t i = 0; i < leaves; ++i) {
    const auto now = static_cast<std::int64_t>(2000 + random() % 4001);
    const auto name = "m" + std::to_string(i);
    const double cell[] = {static_cast<double>(now) / 100};
    builder.numbers(name, cell);
    for (int one = 0; one < 5; ++one) {
      const auto then = now + 1 + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(10000 - now));
      // Costs have one decimal: 0.1 to 20.0, or the gain in hundredths with a tenth of noise.
      const auto cost = costs == Costs::independent
                            ? static_cast<std::int64_t>(1 + random() % 200)
                            : std::max<std::int64_t>(1, (then - now) * static_cast<std::int64_t>(90 + random() % 21) / 1000);
      actions.push_back(
          {.id = name + "." + std::to_string(one), .changes = {{name, Decimal(then, 2).text()}}, .cost = Decimal(cost, 1), .group = name});
    }
  }
  return {Ranked(score(model, builder.build(), {.keep = Keep::leaves})), std::move(actions)};
}
void best_plans() {
  for (const auto costs : {Costs::independent, Costs::follow_gain}) {
    const auto [ranked, actions] = instance(100, costs);
    for (const int target : {55, 70, 85}) {
      std::vector<Plan> plans;
      double least = 1e9, three = 1e9;
      for (int i = 0; i < 3; ++i) {
        least = std::min(least, milliseconds([&] { plans = Planner(ranked, 0, actions).plans(Target::index(target)); }));
        three = std::min(three, milliseconds([&] { plans = Planner(ranked, 0, actions).plans(Target::index(target), 3); }));
      }
      std::printf(
          "100 leaves x 5 actions, cost %s, to %d: best %7.2f ms, three best %7.2f ms (target at most 50), cost %s by %zu actions\n",
          costs == Costs::independent ? "independent" : "follows gain", target, least, three,
          plans.empty() ? "-" : plans[0].cost.text().c_str(), plans.empty() ? 0 : plans[0].actions.size());
    }
  }
}
void frontiers() {
  for (const auto costs : {Costs::independent, Costs::follow_gain}) {
    const auto [ranked, actions] = instance(200, costs);
    std::size_t sets = 0;
    const auto time = milliseconds([&] { sets = Planner(ranked, 0, actions).frontier().size(); });
    std::printf("1,000 actions in 200 groups, cost %s: frontier of %zu sets in %8.1f ms (target at most %d)\n",
                costs == Costs::independent ? "independent" : "follows gain", sets, time, costs == Costs::independent ? 1000 : 10000);
  }
}
}

int main() {
  best_plans();
  frontiers();
}
