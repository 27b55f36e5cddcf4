#pragma once
#include <algorithm>
#include <chiso/chiso.hpp>
#include <cmath>
#include <ctime>
#include <floors/columns.hpp>
#include <limits>
#include <random>
#include <string>
#include <utility>
#include <vector>

#if !defined(NDEBUG)
#error "benchmarks are built without assertions"
#endif

// The model of the floors in chiso, its evidence, and a clock. Only what the library had at the commit of tests/bench/before is used here,
// or what before.hpp there gives the name of today.
namespace chiso_bench {
using namespace chiso;
/// A hundred leaves of so many rows, of whose cells so many of a hundred are missing.
inline std::vector<floors::Leaf> drawn_leaves(std::size_t rows, int missing_in_100) {
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

inline Rule rule_of(floors::Kind kind, const std::string& a, const std::string& b) {
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
inline MeasureDraft measure_of(floors::Kind kind) {
  switch (kind) {
    case floors::Kind::part:
    case floors::Kind::tiers: return {.type = MeasureType::decimal, .decimals = 2};
    case floors::Kind::choice: return {.type = MeasureType::choice, .options = {"all", "half", "none"}};
    case floors::Kind::truth: return {.type = MeasureType::yes_no};
    default: return {.type = MeasureType::count};
  }
}
inline Model model_of(const std::vector<floors::Leaf>& leaves) {
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
/// As the builder of this commit calls it, or that of tests/bench/before.
template <class Builder>
void add_yes_no(Builder& builder, const std::string& name, const std::vector<std::uint8_t>& cells, const std::vector<State>& states) {
  if constexpr (requires { builder.booleans(name, cells, states); })
    builder.booleans(name, cells, states);
  else
    builder.truths(name, cells, states);
}
/// One thread, which is what the commit of tests/bench/before always took.
template <class Options = ScoreOptions>
Options on_one_thread(Keep keep) {
  Options out{};
  out.keep = keep;
  if constexpr (requires { out.threads; }) out.threads = 1;
  return out;
}
inline Evidence evidence_of(const Model& model, const std::vector<floors::Leaf>& leaves) {
  EvidenceBuilder builder(model);
  const auto rows = leaves.front().a.size();
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
      add_yes_no(builder, name, cells, states);
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

inline double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}
/// The processor time of this thread in some turns.
struct Timed {
  const char* what = "";
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
}
