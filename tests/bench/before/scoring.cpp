// What scoring takes, as JSON; compiled with the library of today and with that of the commit that tests/bench/run names, which runs both
// in turn. One thread, medians of processor time.
#include <cstdio>
#include <floors/model.hpp>

namespace {
using namespace chiso;
using namespace chiso_bench;

void print(const char* what, double seconds) { std::printf("{\"what\": \"%s\", \"seconds\": %.9f}\n", what, seconds); }

/// A million rows of the floors' hundred leaves.
void large(int missing_in_100) {
  const auto leaves = drawn_leaves(1'000'000, missing_in_100);
  const Scorer scorer(model_of(leaves));
  const auto evidence = resolve(evidence_of(scorer.model(), leaves), scorer.model());
  Timed read, totals, kept;
  double sum = 0;
  for (int i = 0; i < 5; ++i) {
    read.run([&] { sum += floors::read_all(leaves); });
    totals.run([&] { scorer.score(evidence, on_one_thread(Keep::totals)); });
    kept.run([&] { scorer.score(evidence, on_one_thread(Keep::leaves)); });
  }
  const std::string of = missing_in_100 == 0 ? "" : ", " + std::to_string(missing_in_100) + " % missing";
  print(("sum" + of).c_str(), read.median());
  print(("totals" + of).c_str(), totals.median());
  print(("leaves" + of).c_str(), kept.median());
  if (std::isinf(sum)) std::abort();  // so that the sums are not left out
}

/// The provinces of the country, a thousand times.
void small_table() {
  const auto leaves = drawn_leaves(63, 0);
  const Scorer scorer(model_of(leaves));
  const auto evidence = resolve(evidence_of(scorer.model(), leaves), scorer.model());
  Timed totals;
  for (int i = 0; i < 5; ++i)
    totals.run([&] {
      for (int turn = 0; turn < 1000; ++turn) scorer.score(evidence, on_one_thread(Keep::totals));
    });
  print("63 rows", totals.median() / 1000);
}

/// A million rows of twenty leaves, as frames are made of in table_bench.cpp.
void twenty() {
  ModelDraft draft{.id = "twenty", .measures = {}, .criteria = {}};
  for (std::size_t i = 0; i < 20; ++i) {
    const auto name = "m" + std::to_string(i);
    draft.measures.emplace_back(name, MeasureDraft{.type = i % 2 != 0 ? MeasureType::count : MeasureType::decimal});
    draft.criteria.push_back(leaf("l" + std::to_string(i), 1, rules::Proportional{.value = Number(name), .full_at = 100}));
  }
  const Scorer scorer(Model::build(std::move(draft)));
  EvidenceBuilder builder(scorer.model());
  std::vector<std::string> units(1'000'000);
  for (std::size_t row = 0; row < units.size(); ++row) units[row] = std::to_string(row);
  builder.texts("unit", std::move(units));
  std::mt19937_64 random(2024);
  std::vector<double> cells(1'000'000);
  for (const auto& measure : scorer.model().measures()) {
    const bool whole = measure.type == MeasureType::count;
    for (auto& cell : cells) cell = whole ? static_cast<double>(random() % 100) : static_cast<double>(random() % 10'000) / 100;
    builder.numbers(measure.name, cells);
  }
  const auto evidence = resolve(builder.build(), scorer.model());
  Timed totals;
  for (int i = 0; i < 9; ++i) totals.run([&] { scorer.score(evidence, on_one_thread(Keep::totals)); });
  print("twenty leaves", totals.median());
}
}

int main() {
  large(0);
  large(5);
  small_table();
  twenty();
}
