// Comparing two years of all communes, and their changes of rank, beside the time of scoring the two tables.
#include <algorithm>
#include <chiso/explain.hpp>
#include <chrono>
#include <cstdio>
#include <mixed_model.hpp>

#if !defined(NDEBUG)
#error "benchmarks are built without assertions"
#endif

namespace {
using namespace chiso;
using namespace chiso_bench;
constexpr std::size_t communes = 10'598;

double milliseconds(auto&& run) {
  const auto start = std::chrono::steady_clock::now();
  run();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}
/// The least of several times, of both in turn.
void compare_years() {
  const Scorer scorer(mixed_model());
  const auto before = resolve(drawn(scorer.model(), communes, 2023), scorer.model()),
             after = resolve(drawn(scorer.model(), communes), scorer.model());
  const auto old_scores = scorer.score(before, {.keep = Keep::leaves}), new_scores = scorer.score(after, {.keep = Keep::leaves});
  double scoring = 1e9, comparing = 1e9;
  std::size_t terms = 0;
  for (int i = 0; i < 9; ++i) {
    scoring = std::min(scoring, milliseconds([&] {
                         if (scorer.score(before).tally(0).applicable + scorer.score(after).tally(0).applicable == 0) std::abort();
                       }));
    std::vector<Comparison> kept;
    comparing = std::min(comparing, milliseconds([&] {
                           const Comparer comparer(scorer.model(), scorer.model());
                           kept.reserve(communes);
                           RowPoints old_points(old_scores, 0), new_points(new_scores, 0);
                           for (std::size_t row = 0; row < communes; ++row) {
                             old_points.read(old_scores, row);
                             new_points.read(new_scores, row);
                             kept.push_back(comparer.compare(old_points, new_points));
                           }
                         }));
    terms = 0;
    for (const auto& one : kept) terms += one.terms.size();
  }
  std::printf("two years of %zu communes x 100 leaves\n", communes);
  std::printf("  scoring both tables    %8.2f ms\n", scoring);
  std::printf("  comparing, terms kept  %8.2f ms  %.2f x scoring (target at most 6), %zu terms\n", comparing, comparing / scoring, terms);
}
void change_ranks() {
  ModelDraft draft{.id = "ranks", .measures = {{"x", MeasureDraft{.type = MeasureType::count}}}, .criteria = {}};
  draft.criteria = {leaf("a", 100, rules::PerItem{.value = "x", .each = 0.001})};
  const auto model = Model::build(std::move(draft));
  std::vector<std::string> units, periods;
  std::vector<std::int64_t> x;
  std::mt19937_64 random(7);
  for (const auto* period : {"2023", "2024"})
    for (std::size_t i = 0; i < communes; ++i) {
      units.push_back("commune " + std::to_string(i));
      periods.emplace_back(period);
      x.push_back(static_cast<std::int64_t>(random() % 100'000));
    }
  const auto scores = score(model, EvidenceBuilder(model).texts("unit", units).texts("period", periods).integers("x", x).build());
  std::size_t passed = 0;
  const auto took = milliseconds([&] {
    const RankChanges changes(scores, "", {.period = "2023", .track = {}}, {.period = "2024", .track = {}});
    for (const auto& unit : scores.evidence().units()) passed += changes.of(unit).passed.size();
  });
  std::printf("changes of rank of every one of %zu units of a block: %.0f ms (target at most 1000), %zu passed\n", communes, took, passed);
}
}

int main() {
  compare_years();
  change_ranks();
}
