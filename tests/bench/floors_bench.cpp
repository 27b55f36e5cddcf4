// Exact scoring of a million rows of a hundred mixed leaves beside the floors of tests/bench/floors, which read the same columns as
// doubles: the sum of the columns, a virtual call for each leaf, and kernels of plain doubles. In one process and one thread, in turn,
// medians of processor time. `chiso_floors_bench --json` prints them as JSON.
#include <algorithm>
#include <chiso/chiso.hpp>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <floors/columns.hpp>
#include <limits>
#include <random>

#if !defined(NDEBUG)
#error "benchmarks are built without assertions"
#endif

namespace {
using namespace chiso;
constexpr std::size_t rows = 1'000'000;

std::vector<floors::Leaf> drawn(int missing_in_100) {
  std::mt19937_64 random(2024);
  std::vector<floors::Leaf> out;
  for (const auto kind : floors::mixed_kinds()) {
    auto& leaf = out.emplace_back(floors::Leaf{.kind = kind});
    const auto column = [&](double end, double step) {
      std::vector<double> values(rows);
      for (auto& value : values) {
        const auto draw = random();
        value = static_cast<double>((draw >> 20) % static_cast<std::uint64_t>(end)) / step;
        if (draw % 100 < static_cast<std::uint64_t>(missing_in_100)) value = std::numeric_limits<double>::quiet_NaN();
      }
      return values;
    };
    switch (kind) {
      case floors::Kind::share:
      case floors::Kind::share_tiers: leaf.b = column(5000, 1), leaf.a = column(5000, 1); break;
      case floors::Kind::part:
      case floors::Kind::tiers: leaf.a = column(10'000, 100); break;
      case floors::Kind::choice: leaf.a = column(3, 1); break;
      case floors::Kind::truth: leaf.a = column(2, 1); break;
      case floors::Kind::each:
      case floors::Kind::deduct: leaf.a = column(40, 1); break;
    }
  }
  return out;
}

Rule rule_of(floors::Kind kind, const std::string& a, const std::string& b) {
  const std::vector<rules::Tier> tiers{{.above = 90, .points = 1}, {.from = 70, .points = 0.5}, {.points = 0}};
  switch (kind) {
    case floors::Kind::share: return rules::Proportional{.value = Number(a + " / " + b), .full_at = 1, .floor = 0.5};
    case floors::Kind::share_tiers: return rules::Tiers{.value = Number("percent(" + a + ", " + b + ")"), .tiers = tiers};
    case floors::Kind::part: return rules::Proportional{.value = Number(a), .full_at = 100};
    case floors::Kind::tiers: return rules::Tiers{.value = Number(a), .tiers = tiers};
    case floors::Kind::choice: return rules::Options{.value = Choice(a), .points = {{"all", 1}, {"half", 0.5}, {"none", 0}}};
    case floors::Kind::truth: return rules::YesNo{.value = Truth(a)};
    case floors::Kind::each: return rules::PerItem{.value = Number(a), .each = 0.05};
    case floors::Kind::deduct: return rules::Deduct{.value = Number(a), .each = 0.1};
  }
  return {};
}
MeasureDraft measure_of(floors::Kind kind) {
  switch (kind) {
    case floors::Kind::part:
    case floors::Kind::tiers: return {.type = MeasureType::decimal, .decimals = 2};
    case floors::Kind::choice: return {.type = MeasureType::choice, .options = {"all", "half", "none"}};
    case floors::Kind::truth: return {.type = MeasureType::yes_no};
    default: return {.type = MeasureType::count};
  }
}
Model model_of(const std::vector<floors::Leaf>& leaves) {
  ModelDraft draft{
      .id = "floors", .missing = WhenMissing::zero, .undefined = WhenUndefined::not_applicable, .measures = {}, .criteria = {}};
  std::vector<CriterionDraft> group_of;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    const auto name = std::to_string(i), a = "a" + name, b = "b" + name;
    draft.measures.emplace_back(a, measure_of(leaves[i].kind));
    if (floors::reads_two(leaves[i].kind)) draft.measures.emplace_back(b, measure_of(leaves[i].kind));
    group_of.push_back(leaf("leaf" + name, 1, rule_of(leaves[i].kind, a, b)));
    if (i % 10 == 9) draft.criteria.push_back(group("group" + std::to_string(i / 10), std::exchange(group_of, {})));
  }
  return Model::build(std::move(draft));
}
Evidence evidence_of(const Model& model, const std::vector<floors::Leaf>& leaves) {
  EvidenceBuilder builder(model);
  std::vector<std::string> units(rows);
  for (std::size_t row = 0; row < rows; ++row) units[row] = std::to_string(row);
  builder.texts("unit", std::move(units));
  const auto add = [&](const std::string& name, const std::vector<double>& values) {
    const auto& measure =
        *std::find_if(model.measures().begin(), model.measures().end(), [&](const auto& one) { return one.name == name; });
    std::vector<State> states(rows);
    for (std::size_t row = 0; row < rows; ++row) states[row] = std::isnan(values[row]) ? State::missing : State::value;
    if (measure.type == MeasureType::choice) {
      std::vector<std::string> cells(rows);
      for (std::size_t row = 0; row < rows; ++row)
        if (states[row] == State::value) cells[row] = measure.options[static_cast<std::size_t>(values[row])];
      builder.texts(name, std::move(cells));
    } else if (measure.type == MeasureType::yes_no) {
      std::vector<std::uint8_t> cells(rows);
      for (std::size_t row = 0; row < rows; ++row) cells[row] = values[row] == 1 ? 1 : 0;
      builder.booleans(name, cells, states);
    } else {
      builder.numbers(name, values);
    }
  };
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    add("a" + std::to_string(i), leaves[i].a);
    if (floors::reads_two(leaves[i].kind)) add("b" + std::to_string(i), leaves[i].b);
  }
  return builder.build();
}

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}
struct Timed {
  const char* what;
  std::vector<double> seconds{};
  void run(const auto& of) {
    const auto start = processor_seconds();
    of();
    seconds.push_back(processor_seconds() - start);
  }
  double median() const {
    auto all = seconds;
    std::sort(all.begin(), all.end());
    return all[all.size() / 2];
  }
};
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
  const auto leaves = drawn(missing_in_100);
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
