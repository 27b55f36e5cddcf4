// Ranks of ten million rows beside a sort of as many keys: VQSort of Google Highway, which knows nothing of rows, units or ties. In one
// process and one thread, in turn, medians of processor time. `chiso_rank_bench --json` prints them as JSON.
#include <chiso/chiso.hpp>
#include <cstdio>
#include <cstring>
#include <floors/model.hpp>
#include <hwy/contrib/sort/vqsort.h>
#include <random>

namespace {
using namespace chiso;
using chiso_bench::Timed;
constexpr std::size_t rows = 10'000'000;

/// Two leaves of many different points, so that few rows are tied; or one of few.
Model model_of(bool many_points) {
  ModelDraft draft{.id = "ranks", .measures = {}, .criteria = {}};
  for (const char* name : {"a", "b"}) {
    draft.measures.emplace_back(name, MeasureDraft{.type = MeasureType::count});
    draft.criteria.push_back(
        leaf(std::string("of_") + name, many_points ? 50 : 1, rules::Proportional{.value = Number(name), .full_at = 1'000}));
  }
  return Model::build(std::move(draft));
}
Evidence drawn(const Model& model, std::size_t blocks) {
  std::mt19937_64 random(2024);
  EvidenceBuilder builder(model);
  std::vector<std::string> units(rows);
  for (std::size_t row = 0; row < rows; ++row) {
    const auto digits = std::to_string(row);
    units[row] = std::string(8 - digits.size(), '0') + digits;
  }
  builder.texts("unit", std::move(units));
  if (blocks > 1) {
    std::vector<std::string> of(rows);
    for (auto& block : of) block = "block " + std::to_string(random() % blocks);
    builder.texts("block", std::move(of));
  }
  std::vector<std::int64_t> cells(rows);
  for (const char* name : {"a", "b"}) {
    for (auto& cell : cells) cell = static_cast<std::int64_t>(random() % 1'001);
    builder.integers(name, cells);
  }
  return builder.build();
}

void compare(const char* what, bool many_points, std::size_t blocks, bool as_json) {
  const Scorer scorer(model_of(many_points));
  const auto scores = scorer.score(drawn(scorer.model(), blocks), {.threads = 1});
  std::vector<std::uint64_t> keys(rows), random_keys(rows);
  std::mt19937_64 random(7);
  for (std::size_t row = 0; row < rows; ++row)
    keys[row] = static_cast<std::uint64_t>(scores.tally(row).achieved), random_keys[row] = random();
  const hwy::Sorter sort;
  Timed same, any, ranked;
  for (int i = 0; i < 5; ++i) {
    auto of_rows = keys, of_any = random_keys;
    same.run([&] { sort(of_rows.data(), rows, hwy::SortDescending{}); });
    any.run([&] { sort(of_any.data(), rows, hwy::SortDescending{}); });
    ranked.run([&] { Ranked{scores}; });
  }
  const auto seconds = ranked.median(), of_keys = same.median(), of_any = any.median();
  if (as_json)
    std::printf("{\"what\": \"%s\", \"ranked\": %.4f, \"keys\": %.4f, \"random_keys\": %.4f}\n", what, seconds, of_keys, of_any);
  else
    std::printf("%-44s ranks %.3f s; VQSort of their keys %.3f s, %.2f x; of random keys %.3f s, %.2f x\n", what, seconds, of_keys,
                seconds / of_keys, of_any, seconds / of_any);
}
}

int main(int count, char** words) {
  const bool as_json = count > 1 && std::strcmp(words[1], "--json") == 0;
  compare("10,000,000 rows in a block, points of 7 digits", true, 1, as_json);
  compare("the same in 63 blocks", true, 63, as_json);
  compare("10,000,000 rows in a block, many ties", false, 1, as_json);
}
