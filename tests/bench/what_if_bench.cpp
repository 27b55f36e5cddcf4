// What if one cell of a commune were another, with its rank among all, beside scoring the block again; and the steps of a commune.
#include <algorithm>
#include <chiso/plan.hpp>
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
/// A measure that one leaf reads, and nothing else.
std::size_t measure_of_one_leaf(const Scorer& scorer) {
  for (std::size_t measure = 0; measure < scorer.model().measures().size(); ++measure)
    if (scorer.dependencies().readers(measure).size() == 1 && scorer.model().measures()[measure].type == MeasureType::count) return measure;
  std::abort();
}
void what_ifs(const Scores& scores, std::size_t measure) {
  const Ranked ranked(scores);
  const WhatIf what_if(ranked);
  WhatIfRow row(what_if, 0);
  constexpr std::size_t calls = 20'000;
  double one_row = 1e9, all_rows = 1e9, again = 1e9;
  std::size_t places = 0;
  for (int i = 0; i < 7; ++i) {
    ChangedCell cell{.place = measure};
    one_row = std::min(one_row, milliseconds([&] {
                         row.move_to(17);
                         for (std::size_t call = 0; call < calls; ++call) {
                           cell.value = static_cast<std::int64_t>(call % 101);
                           places += row.result(std::span(&cell, 1)).rank.value_or(0);
                         }
                       }));
    all_rows = std::min(all_rows, milliseconds([&] {
                          for (std::size_t call = 0; call < calls; ++call) {
                            row.move_to(call % communes);
                            cell.value = static_cast<std::int64_t>(call % 101);
                            places += row.result(std::span(&cell, 1)).rank.value_or(0);
                          }
                        }));
    again = std::min(again, milliseconds([&] {
                       const auto scored = scores.scorer().score(scores.resolved(), ScoreOptions{.threads = 1});
                       places += Ranked(scored).rank(0).value_or(0);
                     }));
  }
  std::printf("what if one of 100 leaves changes, with the rank among %zu (%zu)\n", communes, places % 10);
  std::printf("  one unit, again and again  %8.3f us a call (target at most 0.5)\n", 1000 * one_row / calls);
  std::printf("  one unit after the other   %8.3f us a call\n", 1000 * all_rows / calls);
  std::printf("  scoring and ranking again  %8.3f ms, %.0f x one what-if (target at least 1000)\n", again, again / (one_row / calls));
}
void steps(const Scores& scores) {
  const Ranked ranked(scores);
  const WhatIf what_if(ranked);
  what_if.result(0, {});
  double took = 1e9, ranks_too = 1e9;
  std::size_t count = 0, unknown = 0;
  for (int i = 0; i < 7; ++i) {
    const auto row = static_cast<std::size_t>(100 * i);
    std::vector<LeafStep> found;
    took = std::min(took, milliseconds([&] { found = steps_of(what_if, row, {.ranks = false}); }));
    ranks_too = std::min(ranks_too, milliseconds([&] { found = steps_of(what_if, row); }));
    count += found.size();
    unknown += static_cast<std::size_t>(std::count_if(found.begin(), found.end(), [](const LeafStep& step) { return !step.known; }));
  }
  std::printf("steps of one unit, 100 leaves  %8.3f ms, with ranks %8.3f ms (target at most 5), %zu steps, %zu unknown\n", took, ranks_too,
              count, unknown);
}
}

int main() {
  const Scorer scorer(mixed_model());
  const auto scores = scorer.score(resolve(drawn(scorer.model(), communes), scorer.model()), ScoreOptions{.keep = Keep::leaves});
  what_ifs(scores, measure_of_one_leaf(scorer));
  steps(scores);
}
