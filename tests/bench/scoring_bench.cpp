// Measures scoring beside its targets: the time, and the exact memory by counting allocations.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <chiso/chiso.hpp>
#include <chrono>
#include <cstdlib>
#include <malloc.h>
#include <mixed_model.hpp>
#include <new>

#if !defined(NDEBUG)
#error "benchmarks are built without assertions"
#endif

namespace {
using namespace chiso;
using namespace chiso_bench;

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
