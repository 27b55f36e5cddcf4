// Judging 30 checks of a million rows beside scoring 100 leaves of the same rows, and looking for slips.
#include <algorithm>
#include <chiso/check.hpp>
#include <chrono>
#include <cstdio>
#include <mixed_model.hpp>

#if !defined(NDEBUG)
#error "benchmarks are built without assertions"
#endif

namespace {
using namespace chiso;
using namespace chiso_bench;
constexpr std::size_t units = 500'000, periods = 2, rows = units * periods, services = 10;

double milliseconds(auto&& run) {
  const auto start = std::chrono::steady_clock::now();
  run();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}
std::string name(const char* of, std::size_t service) { return of + std::to_string(service); }

/// The 100 leaves of the other benchmarks, and for each of ten services: dossiers received, resolved and on time, and a stated share.
ModelDraft checked_draft() {
  auto draft = mixed_model().draft();
  for (std::size_t i = 0; i < services; ++i) {
    const auto received = name("received", i), resolved = name("resolved", i), on_time = name("on_time", i), share = name("share", i);
    for (const auto& one : {received, resolved, on_time}) draft.measures.emplace_back(one, MeasureDraft{.type = MeasureType::count});
    draft.measures.emplace_back(share, MeasureDraft{.type = MeasureType::decimal, .decimals = 2, .max = 100});
    draft.checks.push_back(
        checks::Relation{.id = name("order", i), .holds = on_time + " <= " + resolved + " and " + resolved + " <= " + received});
    draft.checks.push_back(checks::Stated{.id = name("stated", i),
                                          .stated = share,
                                          .of = "percent(" + on_time + ", " + resolved + ")",
                                          .decimals = 2,
                                          .applies_when = resolved + " > 0"});
    if (i % 2 == 0)
      draft.checks.push_back(checks::Repeated{.id = name("copied", i), .values = {received, resolved, on_time}});
    else
      draft.checks.push_back(
          checks::Unusual{.id = name("far", i), .value = i % 4 == 1 ? Number(received) : Number(on_time + " / " + received), .times = 100});
  }
  return draft;
}

/// Evidence that adds up, but for one number in so many.
Evidence added_up(const Model& model, std::uint64_t one_slip_in, const char* block_of(std::size_t)) {
  std::mt19937_64 random(2024);
  std::vector<std::string> unit(rows), period(rows), block(rows);
  for (std::size_t row = 0; row < rows; ++row) {
    unit[row] = std::to_string(row % units);
    period[row] = row < units ? "2023" : "2024";
    block[row] = block_of(row % units);
  }
  EvidenceBuilder builder(model);
  builder.texts("unit", std::move(unit)).texts("period", std::move(period)).texts("block", std::move(block));
  std::vector<std::int64_t> received(rows), resolved(rows), on_time(rows), share(rows);
  for (std::size_t i = 0; i < services; ++i) {
    for (std::size_t row = 0; row < rows; ++row) {
      received[row] = static_cast<std::int64_t>(random() % 5000 + 200);
      resolved[row] = received[row] - static_cast<std::int64_t>(random() % 50);
      on_time[row] = resolved[row] - static_cast<std::int64_t>(random() % 40);
      share[row] = (20'000 * on_time[row] + resolved[row]) / (2 * resolved[row]);
      if (random() % one_slip_in == 0) on_time[row] += 9000;
    }
    builder.integers(name("received", i), received).integers(name("resolved", i), resolved).integers(name("on_time", i), on_time);
    std::vector<double> stated(rows);
    for (std::size_t row = 0; row < rows; ++row) stated[row] = static_cast<double>(share[row]) / 100;
    builder.numbers(name("share", i), stated);
  }
  std::vector<std::int64_t> values(rows);
  const auto mixed = mixed_model();
  for (const auto& measure : mixed.measures()) {
    const bool choice = measure.type == MeasureType::choice, truth = measure.type == MeasureType::yes_no;
    const std::uint64_t end = choice ? 3 : truth ? 2 : measure.type == MeasureType::decimal ? 101 : 5000;
    for (auto& value : values) value = static_cast<std::int64_t>((random() >> 20) % end);
    if (choice) {
      std::vector<std::string> cells(rows);
      for (std::size_t row = 0; row < rows; ++row) cells[row] = measure.options[static_cast<std::size_t>(values[row])];
      builder.texts(measure.name, std::move(cells));
    } else if (truth) {
      const std::vector<std::uint8_t> cells(values.begin(), values.end());
      builder.booleans(measure.name, cells);
    } else {
      builder.integers(measure.name, values);
    }
  }
  return builder.build();
}

void compare(const char* what, std::uint64_t one_slip_in, const char* block_of(std::size_t)) {
  const auto model = Model::build(checked_draft());
  const auto evidence = added_up(model, one_slip_in, block_of);
  const Scorer scorer(model);
  double scoring = 1e9, checking = 1e9;
  std::size_t findings = 0;
  for (int i = 0; i < 5; ++i) {
    scoring = std::min(scoring, milliseconds([&] {
                         if (scorer.score(evidence).tally(0).applicable == 0) std::abort();
                       }));
    checking = std::min(checking, milliseconds([&] { findings = check(evidence).findings.size(); }));
  }
  std::printf("%s: %zu rows, %zu checks, %zu findings\n", what, evidence.rows(), model.checks().size(), findings);
  std::printf("  scoring 100 leaves  %8.1f ms\n  checking            %8.1f ms  %.2f x scoring (target at most 0.5)\n", scoring, checking,
              checking / scoring);
}
/// Many rows with a slip: what each finding costs.
void look_for_slips() {
  const auto model = Model::build(checked_draft());
  const auto evidence = added_up(model, 1000, [](std::size_t) { return ""; });
  std::size_t findings = 0, carried = 0;
  const auto took = milliseconds([&] {
    const auto report = check(evidence);
    findings = report.findings.size();
    for (const auto& finding : report.findings) carried += finding.slip_count > 0 ? 1 : 0;
  });
  std::printf("slips: %zu findings, %zu with slips: %.0f ms, %.4f ms a finding with everything else (target at most 1)\n", findings,
              carried, took, took / static_cast<double>(findings));
}
}

int main() {
  compare("districts of 50 units", 1'000'000, [](std::size_t unit) {
    static const auto names = [] {
      std::vector<std::string> out;
      for (std::size_t i = 0; i < units / 50; ++i) out.push_back("district " + std::to_string(i));
      return out;
    }();
    return names[unit / 50].c_str();
  });
  compare("one block", 1'000'000, [](std::size_t) { return "all"; });
  look_for_slips();
}
