// Scoring against its targets, and against a plain reading of the rules with doubles in the same process.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <chiso/chiso.hpp>
#include <cstdio>
#include <random>

#if !defined(NDEBUG)
#error "benchmarks are built without assertions"
#endif

namespace {
using namespace chiso;

/// 100 leaves of mixed rules, two fifths of them over ratios, read from 140 columns.
Model mixed_model() {
  ModelDraft draft{.id = "mixed", .undefined = WhenUndefined::not_applicable, .measures = {}, .criteria = {}};
  std::vector<CriterionDraft> groups;
  for (int g = 0; g < 10; ++g) {
    std::vector<CriterionDraft> leaves;
    for (int k = 0; k < 10; ++k) {
      const auto id = std::to_string(g) + "_" + std::to_string(k);
      const auto a = "a" + id, b = "b" + id;
      const auto count = [&](const std::string& name) { draft.measures.emplace_back(name, MeasureDraft{.type = MeasureType::count}); };
      Rule rule;
      switch (k) {
        case 0: case 1:
          count(a), count(b);
          rule = Proportional{.value = Number(a + " / " + b), .full_at = 1, .floor = 0.5};
          break;
        case 2: case 3:
          count(a), count(b);
          rule = Tiers{.value = Number("percent(" + a + ", " + b + ")"), .tiers = {{.above = 90, .points = 1}, {.from = 70, .points = 0.5}, {.points = 0}}};
          break;
        case 4: case 5:
          draft.measures.emplace_back(a, MeasureDraft{.type = MeasureType::choice, .options = {"on_time", "late", "none"}});
          rule = Options{.value = Choice(a), .points = {{"on_time", 1}, {"late", 0.5}, {"none", 0}}};
          break;
        case 6:
          draft.measures.emplace_back(a, MeasureDraft{.type = MeasureType::yes_no});
          rule = YesNo{.value = Truth(a)};
          break;
        case 7:
          count(a);
          rule = PerItem{.value = Number(a), .each = 0.05};
          break;
        case 8:
          draft.measures.emplace_back(a, MeasureDraft{.type = MeasureType::decimal, .decimals = 2});
          rule = Proportional{.value = Number(a), .full_at = 100};
          break;
        default:
          count(a);
          rule = Deduct{.value = Number(a), .each = 0.1};
      }
      leaves.push_back(leaf("leaf" + id, 1, rule));
    }
    groups.push_back(group("group" + std::to_string(g), std::move(leaves)));
  }
  draft.criteria = std::move(groups);
  return Model::build(std::move(draft));
}

/// Columns drawn with a seed; 3 % of cells missing, 2 % not applicable.
struct Columns {
  std::vector<std::vector<std::int64_t>> values;
  std::vector<std::vector<State>> states;
  Batch batch{};
  Columns(const Model& model, std::size_t rows) {
    std::mt19937_64 random(2024);
    batch.rows = rows;
    for (const auto& measure : model.measures()) {
      auto& column = values.emplace_back(rows);
      auto& state = states.emplace_back(rows, State::value);
      const std::int64_t most = measure.type == MeasureType::choice ? 3 : measure.type == MeasureType::yes_no ? 2 : measure.type == MeasureType::decimal ? 10001 : 5000;
      std::int64_t greatest = 0;
      for (std::size_t r = 0; r < rows; ++r) {
        const auto draw = random();
        column[r] = static_cast<std::int64_t>((draw >> 20) % static_cast<std::uint64_t>(most));
        state[r] = draw % 100 < 3 ? State::missing : draw % 100 < 5 ? State::not_applicable : State::value;
        if (state[r] != State::value) column[r] = 0;
        greatest = std::max(greatest, column[r]);
      }
      batch.measures.push_back({column, state, 0, greatest, measure.decimals});
    }
  }
};

void totals_of_a_million_rows(benchmark::State& state) {
  const auto model = mixed_model();
  const Scorer scorer(model);
  const std::size_t rows = 1'000'000;
  const Columns evidence(model, rows);
  std::vector<std::int64_t> achieved(rows), applicable(rows), bonus(rows), penalty(rows);
  std::vector<std::uint8_t> incomplete(rows);
  for (auto _ : state) {
    scorer.score(evidence.batch, {achieved, applicable, bonus, penalty, incomplete, {}, {}});
    benchmark::DoNotOptimize(achieved.data());
  }
  const double leaves = 100.0 * static_cast<double>(rows) * static_cast<double>(state.iterations());
  state.counters["leaf_scores"] = benchmark::Counter(leaves, benchmark::Counter::kIsRate);
  state.counters["target"] = 150e6;
}
BENCHMARK(totals_of_a_million_rows)->Unit(benchmark::kMillisecond)->MinTime(2);

void leaves_of_63_rows(benchmark::State& state) {
  const auto model = mixed_model();
  const Scorer scorer(model);
  const std::size_t rows = 63;
  const Columns evidence(model, rows);
  for (auto _ : state) {
    std::vector<std::int64_t> achieved(rows), applicable(rows), bonus(rows), penalty(rows), quanta(100 * rows);
    std::vector<std::uint8_t> incomplete(rows);
    std::vector<ItemState> states(100 * rows);
    ScoreColumns into{achieved, applicable, bonus, penalty, incomplete, {}, {}};
    for (std::size_t i = 0; i < 100; ++i) into.items.push_back({std::span(quanta).subspan(i * rows, rows), std::span(states).subspan(i * rows, rows), {}, {}});
    scorer.score(evidence.batch, into);
    benchmark::DoNotOptimize(quanta.data());
  }
  state.counters["target_us"] = 45;
}
BENCHMARK(leaves_of_63_rows)->Unit(benchmark::kMicrosecond)->MinTime(1);
}

BENCHMARK_MAIN();
