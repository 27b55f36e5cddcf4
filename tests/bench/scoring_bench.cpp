// Measures scoring beside its targets: the time, and the exact memory by counting allocations.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <chiso/chiso.hpp>
#include <chrono>
#include <cstdlib>
#include <malloc.h>
#include <new>
#include <random>

#if !defined(NDEBUG)
#error "benchmarks are built without assertions"
#endif

namespace {
using namespace chiso;

/// How each of the ten groups of the model counts its ten leaves.
enum class Groups { sums, caps };

/// 100 leaves of mixed rules, two fifths of them over ratios, read from 140 columns.
Model mixed_model(Groups groups_are = Groups::sums) {
  ModelDraft draft{.id = "mixed", .missing = WhenMissing::zero, .undefined = WhenUndefined::not_applicable, .measures = {}, .criteria = {}};
  std::vector<CriterionDraft> groups;
  for (int g = 0; g < 10; ++g) {
    std::vector<CriterionDraft> leaves;
    for (int k = 0; k < 10; ++k) {
      const auto id = std::to_string(g) + "_" + std::to_string(k);
      const auto a = "a" + id, b = "b" + id;
      const auto count = [&](const std::string& name) { draft.measures.emplace_back(name, MeasureDraft{.type = MeasureType::count}); };
      Rule rule;
      switch (k) {
        case 0:
        case 1:
          count(a), count(b);
          rule = rules::Proportional{.value = Number(a + " / " + b), .full_at = 1, .floor = 0.5};
          break;
        case 2:
        case 3:
          count(a), count(b);
          rule = rules::Tiers{.value = Number("percent(" + a + ", " + b + ")"),
                              .tiers = {{.above = 90, .points = 1}, {.from = 70, .points = 0.5}, {.points = 0}}};
          break;
        case 4:
        case 5:
          draft.measures.emplace_back(a, MeasureDraft{.type = MeasureType::choice, .options = {"on_time", "late", "none"}});
          rule = rules::Options{.value = Choice(a), .points = {{"on_time", 1}, {"late", 0.5}, {"none", 0}}};
          break;
        case 6:
          draft.measures.emplace_back(a, MeasureDraft{.type = MeasureType::yes_no});
          rule = rules::YesNo{.value = Truth(a)};
          break;
        case 7:
          count(a);
          rule = rules::PerItem{.value = Number(a), .each = 0.05};
          break;
        case 8:
          draft.measures.emplace_back(a, MeasureDraft{.type = MeasureType::decimal, .decimals = 2});
          rule = rules::Proportional{.value = Number(a), .full_at = 100};
          break;
        default: count(a); rule = rules::Deduct{.value = Number(a), .each = 0.1};
      }
      leaves.push_back(leaf("leaf" + id, 1, rule));
    }
    groups.push_back(group("group" + std::to_string(g), std::move(leaves),
                           groups_are == Groups::caps ? CriterionOptions{.cap = 8, .at_least = 1} : CriterionOptions{}));
  }
  draft.criteria = std::move(groups);
  return Model::build(std::move(draft));
}

/// Evidence drawn with a seed; 3 % of cells missing, 2 % not applicable.
Evidence drawn(const Model& model, std::size_t rows) {
  std::mt19937_64 random(2024);
  std::vector<std::string> units(rows);
  for (std::size_t row = 0; row < rows; ++row) units[row] = std::to_string(row);
  EvidenceBuilder builder(model);
  builder.texts("unit", std::move(units));
  std::vector<std::int64_t> values(rows);
  std::vector<State> states(rows);
  for (const auto& measure : model.measures()) {
    const bool choice = measure.type == MeasureType::choice, truth = measure.type == MeasureType::yes_no;
    const std::uint64_t end = choice ? 3 : truth ? 2 : measure.type == MeasureType::decimal ? 101 : 5000;
    for (std::size_t row = 0; row < rows; ++row) {
      const auto draw = random();
      values[row] = static_cast<std::int64_t>((draw >> 20) % end);
      states[row] = draw % 100 < 3 ? State::missing : draw % 100 < 5 ? State::not_applicable : State::value;
      if (states[row] != State::value) values[row] = 0;
    }
    if (choice) {
      std::vector<std::string> cells(rows);
      for (std::size_t row = 0; row < rows; ++row)
        cells[row] = states[row] == State::value     ? measure.options[static_cast<std::size_t>(values[row])]
                     : states[row] == State::missing ? ""
                                                     : "not_applicable";
      builder.texts(measure.name, std::move(cells));
    } else if (truth) {
      const std::vector<std::uint8_t> cells(values.begin(), values.end());
      builder.booleans(measure.name, cells, states);
    } else {
      builder.integers(measure.name, values, states);
    }
  }
  return builder.build();
}

/// Counts what is allocated, and the most of it at once, exactly rather than by sampling.
struct Allocated {
  static inline std::size_t now = 0, peak = 0;
};

void totals_of_a_million_rows(benchmark::State& state) {
  const Scorer scorer(mixed_model());
  const std::size_t rows = 1'000'000;
  const auto evidence = resolve(drawn(scorer.model(), rows), scorer.model());
  for (auto _ : state) benchmark::DoNotOptimize(scorer.score(evidence).tally(0));
  const double leaves = 100.0 * static_cast<double>(rows) * static_cast<double>(state.iterations());
  state.counters["leaf_scores_per_second"] = benchmark::Counter(leaves, benchmark::Counter::kIsRate);
  state.counters["target_at_least"] = 150e6;
}
BENCHMARK(totals_of_a_million_rows)->Unit(benchmark::kMillisecond)->MinTime(2);

/// Ten groups with `cap` and `at_least` beside ten that sum, on the same rows in turn.
void capped_groups_of_a_million_rows(benchmark::State& state) {
  const Scorer capped(mixed_model(Groups::caps)), summed(mixed_model());
  const std::size_t rows = 1'000'000;
  const auto evidence = drawn(summed.model(), rows);
  const auto of_capped = resolve(evidence, capped.model()), of_summed = resolve(evidence, summed.model());
  std::vector<double> ratios;
  const auto seconds = [](const Scorer& scorer, const ResolvedEvidence& of) {
    const auto start = std::chrono::steady_clock::now();
    benchmark::DoNotOptimize(scorer.score(of).tally(0));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  for (auto _ : state) ratios.push_back(seconds(capped, of_capped) / seconds(summed, of_summed));
  std::nth_element(ratios.begin(), ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2), ratios.end());
  state.counters["of_summed"] = ratios[ratios.size() / 2];
  state.counters["target_at_most"] = 1.05;
}
BENCHMARK(capped_groups_of_a_million_rows)->Unit(benchmark::kMillisecond)->MinTime(8);

void leaves_of_63_rows(benchmark::State& state) {
  const Scorer scorer(mixed_model());
  const auto evidence = resolve(drawn(scorer.model(), 63), scorer.model());
  for (auto _ : state) benchmark::DoNotOptimize(scorer.score(evidence, {.keep = Keep::leaves}).tally(0));
  state.counters["target_us_at_most"] = 45;
}
BENCHMARK(leaves_of_63_rows)->Unit(benchmark::kMicrosecond)->MinTime(1);

void memory_beyond_the_evidence(benchmark::State& state) {
  const Scorer scorer(mixed_model());
  const std::size_t rows = 100'000;
  const auto evidence = drawn(scorer.model(), rows);
  std::size_t beyond = 0;
  for (auto _ : state) {
    const auto before = Allocated::now;
    Allocated::peak = before;
    const auto scores = scorer.score(evidence, {.keep = Keep::leaves});
    beyond = Allocated::peak - before;
    benchmark::DoNotOptimize(scores.tally(0));
  }
  const auto columns = static_cast<double>(rows * scorer.model().measures().size() * (sizeof(std::int64_t) + sizeof(State)));
  state.counters["beyond_per_evidence"] = static_cast<double>(beyond) / columns;
  state.counters["target_at_most"] = 1.0;
}
BENCHMARK(memory_beyond_the_evidence)->Unit(benchmark::kMillisecond);

void ranks_of_a_million_rows(benchmark::State& state) {
  const Scorer scorer(mixed_model());
  const auto scores = scorer.score(drawn(scorer.model(), 1'000'000));
  for (auto _ : state) benchmark::DoNotOptimize(ranks(scores).of(0));
}
BENCHMARK(ranks_of_a_million_rows)->Unit(benchmark::kMillisecond);
}

namespace {
void* counted(void* at) {
  if (at == nullptr) throw std::bad_alloc();
  Allocated::now += malloc_usable_size(at);
  Allocated::peak = std::max(Allocated::peak, Allocated::now);
  return at;
}
}
void* operator new(std::size_t size) { return counted(std::malloc(size)); }
void* operator new(std::size_t size, std::align_val_t alignment) {
  const auto to = static_cast<std::size_t>(alignment);
  return counted(std::aligned_alloc(to, (size + to - 1) / to * to));
}
void operator delete(void* at) noexcept {
  Allocated::now -= at == nullptr ? 0 : malloc_usable_size(at);
  std::free(at);
}
void operator delete(void* at, std::size_t) noexcept { operator delete(at); }
void operator delete(void* at, std::align_val_t) noexcept { operator delete(at); }
void operator delete(void* at, std::size_t, std::align_val_t) noexcept { operator delete(at); }

BENCHMARK_MAIN();
