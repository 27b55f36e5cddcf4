// Measures how long it takes to report 50,000 problems of one file, beside the target.
#include <benchmark/benchmark.h>
#include <chiso/chiso.hpp>
#include <chiso/io.hpp>

namespace {
using namespace chiso;
constexpr int problems = 50'000;

/// A model in which every leaf has a key and a name that nobody knows.
std::string wrong_model() {
  std::string out = R"({"chiso": 1, "id": "m", "measures": {"done": {"type": "yes_no"}}, "criteria": [)";
  for (int i = 0; i < problems / 2; ++i)
    out.append(i == 0 ? "\n" : ",\n")
        .append(R"({"id": "x)" + std::to_string(i))
        .append(R"(", "pionts": 1, "points": 1, "rule": {"type": "yes_no", "value": "dnoe"}})");
  return out + "]}";
}
void problems_of_a_model(benchmark::State& state) {
  const auto text = wrong_model();
  for (auto _ : state) {
    std::size_t size = 0;
    for (const auto& problem : check_model(text)) size += to_text(problem, Text::Language::vi).size();
    benchmark::DoNotOptimize(size);
  }
  state.counters["target_ms_at_most"] = 1000;
}
BENCHMARK(problems_of_a_model)->Unit(benchmark::kMillisecond);

void problems_of_a_table(benchmark::State& state) {
  const auto model = parse_model(R"({"chiso": 1, "id": "m", "measures": {"x": {"type": "count"}}, "criteria": [
    {"id": "a", "points": 1, "rule": {"type": "per_item", "value": "x", "each": 1}}]})");
  std::string text = "unit,x\n";
  for (int i = 0; i < problems; ++i) text += "u" + std::to_string(i) + ",x\n";
  for (auto _ : state) {
    try {
      parse_evidence(text, model, {.most_problems = problems});
    } catch (const EvidenceError& error) {
      std::size_t size = 0;
      for (const auto& problem : error.problems()) size += to_text(problem, Text::Language::vi).size();
      benchmark::DoNotOptimize(size);
    }
  }
  state.counters["target_ms_at_most"] = 1000;
}
BENCHMARK(problems_of_a_table)->Unit(benchmark::kMillisecond);
}
