// Exact scoring of a million rows of a hundred mixed leaves beside the floors of tests/bench/floors, which read the same columns as
// doubles: the sum of the columns, a virtual call for each leaf, and kernels of plain doubles. In one process and one thread, in turn,
// medians of processor time. `chiso_floors_bench --json` prints them as JSON.
#include <chiso/chiso.hpp>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <floors/model.hpp>

namespace {
using namespace chiso;
using namespace chiso_bench;
constexpr std::size_t rows = 1'000'000;

/// The floors do the same job: what they find differs from the exact points by what they round alone.
void check_same(const floors::Totals& of, const Scores& scores, const char* what) {
  const auto quanta = static_cast<double>(Decimal::power(scores.model().point_decimals()));
  for (std::size_t row = 0; row < rows; ++row) {
    const auto tally = scores.tally(row);
    const double points = static_cast<double>(tally.achieved) / quanta, applicable = static_cast<double>(tally.applicable) / quanta;
    if (std::abs(of.achieved[row] - points) < 1e-4 && std::abs(of.applicable[row] - applicable) < 1e-9) continue;
    std::fprintf(stderr, "%s: row %zu has %.9f of %.9f, exact are %.9f of %.9f\n", what, row, of.achieved[row], of.applicable[row], points,
                 applicable);
    std::exit(1);
  }
}

void compare(int missing_in_100, bool as_json) {
  const auto leaves = drawn_leaves(rows, missing_in_100);
  const Scorer scorer(model_of(leaves));
  const auto evidence = resolve(evidence_of(scorer.model(), leaves), scorer.model());
  Timed read{"columns summed"}, calls{"virtual calls"}, doubles{"kernels of doubles"}, totals{"chiso, totals"}, kept{"chiso, leaves kept"};
  double sum = 0;
  for (int i = 0; i < 7; ++i) {
    std::optional<Scores> scores;
    floors::Totals by_calls, in_doubles;
    read.run([&] { sum += floors::read_all(leaves); });
    if (i < 3) calls.run([&] { by_calls = floors::score_by_virtual_calls(leaves); });
    doubles.run([&] { in_doubles = floors::score_in_doubles(leaves); });
    totals.run([&] { scores = scorer.score(evidence, {.threads = 1}); });
    kept.run([&] { scorer.score(evidence, {.keep = Keep::leaves, .threads = 1}); });
    if (i > 0) continue;
    check_same(by_calls, *scores, calls.what);
    check_same(in_doubles, *scores, doubles.what);
  }
  const auto of = totals.median();
  if (!as_json)
    std::printf("%zu rows x 100 leaves (120 columns), %d %% missing: seconds, and beside chiso's totals\n", rows, missing_in_100);
  for (const auto* one : {&read, &calls, &doubles, &totals, &kept}) {
    if (as_json)
      std::printf("{\"missing\": %d, \"what\": \"%s\", \"seconds\": %.4f}\n", missing_in_100, one->what, one->median());
    else
      std::printf("  %-20s %8.4f %8.2f\n", one->what, one->median(), one->median() / of);
  }
  if (std::isinf(sum)) std::abort();  // so that the sums are not left out
}
}

int main(int count, char** words) {
  const bool as_json = count > 1 && std::strcmp(words[1], "--json") == 0;
  for (const int missing : {0, 5}) compare(missing, as_json);
}
