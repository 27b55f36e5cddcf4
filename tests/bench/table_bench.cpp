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

/// A million rows of twenty measures, as in package_bench.py: what a first frame takes beside scoring, and a later one, whose table is
/// kept.
struct FirstFrame {
  static constexpr std::size_t measures = 20;
  const char* what;
  std::optional<ClassesDraft> classes{};
  RankingDraft ranking{};

  Model model() const {
    ModelDraft draft{.id = "twenty", .measures = {}, .criteria = {}, .ranking = ranking, .classes = classes};
    for (std::size_t i = 0; i < measures; ++i) {
      const auto name = "m" + std::to_string(i);
      draft.measures.emplace_back(name, MeasureDraft{.type = i % 2 != 0 ? MeasureType::count : MeasureType::decimal});
      draft.criteria.push_back(leaf("l" + std::to_string(i), 1, rules::Proportional{.value = Number(name), .full_at = 100}));
    }
    return Model::build(std::move(draft));
  }
  static Evidence cells(const Model& model, std::size_t rows) {
    std::uint64_t state = 2024;
    const auto next = [&] { return (state = state * 6364136223846793005U + 1442695040888963407U) >> 33; };
    EvidenceBuilder builder(model);
    std::vector<std::string> units(rows);
    for (std::size_t row = 0; row < rows; ++row) units[row] = "unit " + std::to_string(row);
    builder.texts("unit", std::move(units));
    std::vector<double> column(rows);
    for (const auto& measure : model.measures()) {
      const bool whole = measure.name.back() % 2 != '0' % 2;
      for (auto& cell : column) cell = whole ? static_cast<double>(next() % 100) : static_cast<double>(next() % 10'000) / 100;
      builder.numbers(measure.name, column);
    }
    return builder.build();
  }
  void run(std::size_t rows) const {
    const Scorer scorer(model());
    const auto evidence = cells(scorer.model(), rows);
    double scoring = 1e9, ranked_in = 1e9, table_in = 1e9, again_in = 1e9, arrow_in = 1e9;
    for (int i = 0; i < 9; ++i) {  // in turn, so that whatever else the machine does slows all of them
      std::optional<Scores> scores;
      std::optional<Ranked> ranked;
      std::optional<Table> table;
      const ScoreTableOptions as_rows{.order = RowOrder::evidence};
      scoring = std::min(scoring, seconds([&] { scores = scorer.score(evidence); }, 1));
      ranked_in = std::min(ranked_in, seconds([&] { ranked.emplace(*scores); }, 1));
      table_in = std::min(table_in, seconds([&] { table = score_table(*ranked, as_rows); }, 1));
      again_in = std::min(again_in, seconds([&] { score_table(*ranked, as_rows); }, 1));
      arrow_in = std::min(arrow_in, seconds(
                                        [&] {
                                          ArrowArrayStream stream{};
                                          to_arrow(*table, &stream);
                                          release(stream);
                                        },
                                        1));
    }
    std::printf("  %-28s %7.4f %8.4f %8.4f %8.4f %8.4f %8.2f (1.2) %6.2f (0.3)\n", what, scoring, ranked_in, table_in, again_in, arrow_in,
                (ranked_in + table_in + arrow_in) / scoring, arrow_in / scoring);
  }
};

void first_frames() {
  const std::vector<BandDraft> bands{{.id = "good", .from = 60}, {.id = "fair", .from = 40}, {.id = "low"}};
  Ids leaves;
  for (std::size_t i = 0; i < FirstFrame::measures; ++i) leaves.push_back("l" + std::to_string(i));
  const ClassesDraft on_two{
      .bands = bands,
      .vetoes = {{.criterion = {"l3"}, .below = 5, .at_most = "fair"}, {.criterion = {"l8"}, .below = 5, .at_most = "low"}}};
  const ClassesDraft over_all{.bands = bands,
                              .vetoes = {{.criterion = leaves, .below = 20, .at_least = 6, .at_most = "fair"},
                                         {.criterion = leaves, .below = 5, .at_least = 3, .at_most = "low"}}};
  const RankingDraft ties{.tie_break = {std::string("l3"), std::string("l8")}};
  std::printf("1000000 rows x 20: seconds, and the first and the later frame beside scoring (targets)\n");
  std::printf("  %-28s %7s %8s %8s %8s %8s %14s %12s\n", "", "score", "Ranked", "table", "again", "to_arrow", "first", "later");
  for (const auto& one : {FirstFrame{.what = "no classes"}, FirstFrame{.what = "classes", .classes = ClassesDraft{.bands = bands}},
                          FirstFrame{.what = "two vetoes on leaves", .classes = on_two},
                          FirstFrame{.what = "two vetoes over all leaves", .classes = over_all},
                          FirstFrame{.what = "ties broken by two leaves", .ranking = ties}})
    one.run(1'000'000);
}
}

int main(int count, char**) {
  first_frames();
  if (count > 1) return 0;  // whatever the word is
  const auto model = model_of_thirty();
  tables(model, 1'000'000, 1);
  tables(model, 1'000'000, 10'000);
}
