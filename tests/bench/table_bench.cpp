// Tables of a million rows beside ranking them, in one process, so that another machine gives about the same ratios.
#include <algorithm>
#include <chiso/chiso.hpp>
#include <chiso/io.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>

#if !defined(NDEBUG)
#error "benchmarks are built without assertions"
#endif

namespace {
using namespace chiso;

/// The best of some runs, in seconds.
double seconds(const std::function<void()>& run, int runs = 3) {
  double best = 1e9;
  for (int i = 0; i < runs; ++i) {
    const auto start = std::chrono::steady_clock::now();
    run();
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  return best;
}
double reference = 1;
void print(const char* what, double took) { std::printf("  %-44s %7.3f s  %6.2f x ranks\n", what, took, took / reference); }

/// Three groups of ten leaves, classes on the published index with a veto.
Model model_of_thirty() {
  ModelDraft draft{.id = "thirty", .missing = WhenMissing::zero, .measures = {}, .criteria = {}};
  for (int g = 0; g < 3; ++g) {
    std::vector<CriterionDraft> leaves;
    for (int k = 0; k < 10; ++k) {
      const auto id = std::to_string(g) + "_" + std::to_string(k);
      draft.measures.emplace_back("m" + id, MeasureDraft{.type = MeasureType::decimal, .decimals = 2});
      leaves.push_back(leaf("leaf" + id, 1 + k % 3, rules::Proportional{.value = Number("m" + id), .full_at = 100}));
    }
    draft.criteria.push_back(group("group" + std::to_string(g), std::move(leaves)));
  }
  draft.classes = ClassesDraft{.bands = {{.id = "good", .from = 80}, {.id = "fair", .from = 50}, {.id = "low"}},
                               .vetoes = {{.when = Truth("m0_0 < 5"), .at_most = "fair"}}};
  return Model::build(std::move(draft));
}

Evidence drawn(const Model& model, std::size_t rows, std::size_t blocks) {
  std::uint64_t state = 2024;
  const auto next = [&] { return (state = state * 6364136223846793005U + 1442695040888963407U) >> 33; };
  EvidenceBuilder builder(model);
  std::vector<std::string> units(rows), of_block(rows);
  for (std::size_t row = 0; row < rows; ++row) {
    units[row] = "unit " + std::to_string(row);
    of_block[row] = "block " + std::to_string(next() % blocks);
  }
  builder.texts("unit", std::move(units)).texts("block", std::move(of_block));
  std::vector<std::int64_t> cells(rows);
  for (const auto& measure : model.measures()) {
    for (auto& cell : cells) cell = static_cast<std::int64_t>(next() % 101);
    builder.integers(measure.name, cells);
  }
  return builder.build();
}

void release(ArrowArrayStream& stream) {
  ArrowArray batch{};
  if (stream.get_next(&stream, &batch) != 0) std::abort();
  batch.release(&batch);
  stream.release(&stream);
}

void tables(const Model& model, std::size_t rows, std::size_t blocks) {
  const auto scores = score(model, drawn(model, rows, blocks));
  std::printf("%zu rows in %zu cohorts\n", scores.rows(), scores.resolved().cohorts().list.size());
  const RowRanks places(ranks(scores));
  reference = seconds([&] { ranks(scores); });
  print("ranks", reference);
  print("classes, ranks there", seconds([&] { classes(places); }));
  const Ranked ranked(scores);
  print("Ranked: ranks and classes", seconds([&] { Ranked{scores}; }));
  print("score_table of it, in the order of the evidence", seconds([&] { score_table(ranked, {.order = RowOrder::evidence}); }));
  print("score_table, ranks and classes included", seconds([&] { score_table(scores); }));
  print("the same in the order of the evidence", seconds([&] { score_table(scores, {.order = RowOrder::evidence}); }));
  print("the same exact", seconds([&] { score_table(scores, {.exact = true}); }, 1));
  const auto table = score_table(scores);
  print("to_arrow of it", seconds([&] {
          ArrowArrayStream stream{};
          to_arrow(table, &stream);
          release(stream);
        }));
  print("to_csv of it", seconds([&] { to_csv(table); }, 1));
  print("averages_table, ranks included", seconds([&] { averages_table(scores); }));
  print("evidence_table", seconds([&] { evidence_table(scores.evidence()); }));
  std::vector<std::size_t> nodes;
  for (std::size_t i = 0; i < model.nodes().size(); ++i) nodes.push_back(i);
  for (const auto value : {MatrixValue::share, MatrixValue::index})
    print(value == MatrixValue::share ? "matrix of all nodes, shares" : "matrix of all nodes, indices",
          seconds([&] { matrix(scores, nodes, value); }, 1));
  const auto few = rows / 100;
  const auto some = score(model, drawn(model, few, 1));
  print("by criterion, for 100 times as many rows", 100 * seconds([&] { score_table(some, {.by_criterion = true}); }, 1));
}
}

int main() {
  const auto model = model_of_thirty();
  tables(model, 1'000'000, 1);
  tables(model, 1'000'000, 10'000);
}
