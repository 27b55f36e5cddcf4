// Tables below the units beside the time of reading them, and the memory of a large one beside its columns.
#include <algorithm>
#include <chiso/chiso.hpp>
#include <chiso/io.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>

#if !defined(NDEBUG)
#error "benchmarks are built without assertions"
#endif

namespace {
using namespace chiso;
double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }
/// What the system says of the memory of the process, in MiB: VmRSS, what it has, or VmHWM, the most since forget_peak().
double memory(const std::string& which) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(which)) return std::stod(line.substr(6)) / 1024;
  return 0;
}
void forget_peak() { std::ofstream("/proc/self/clear_refs") << 5; }

Model model_of_tasks() {
  ModelDraft draft{.id = "tasks", .missing = WhenMissing::zero, .undefined = WhenUndefined::zero, .measures = {}, .criteria = {}};
  const auto count = MeasureDraft{.type = MeasureType::count};
  draft.measures = {{"region", MeasureDraft{.type = MeasureType::choice, .options = {"upland", "delta"}}}};
  draft.parameters = {{"weight", {.by = "region", .values = {{"upland", 1}, {"delta", 2}}}}};
  draft.tables = {{"tasks", {.measures = {{"assigned", count}, {"done", count}, {"late", count}}}}};
  draft.criteria = {
      leaf("done", 50, rules::Proportional{.value = "rows_sum(tasks, min(done, assigned)) / rows_sum(tasks, assigned)", .full_at = 1}),
      leaf("late", 20, rules::Deduct{.value = "rows_count(tasks, late > 2)", .each = 1}),
      leaf("most", 10, rules::PerItem{.value = "rows_max(tasks, done)", .each = 1}),
      leaf("mean", 10, rules::PerItem{.value = "rows_mean(tasks, done * weight)", .each = 0.1})};
  return Model::build(std::move(draft));
}

/// The units, ten rows of the table for each, in another order than that of the units.
struct Columns {
  std::vector<std::string> units, region, of_row;
  std::vector<std::int64_t> assigned, done, late;
  explicit Columns(std::size_t rows) {
    const auto count = rows / 10;
    for (std::size_t i = 0; i < count; ++i) {
      units.push_back("unit " + std::to_string(i));
      region.emplace_back(i % 3 == 0 ? "upland" : "delta");
    }
    std::uint64_t state = 2024;
    const auto next = [&] { return (state = state * 6364136223846793005U + 1442695040888963407U) >> 33; };
    for (std::size_t row = 0; row < rows; ++row) {
      of_row.push_back(units[row * 7919 % count]);
      assigned.push_back(static_cast<std::int64_t>(next() % 20 + 1));
      done.push_back(static_cast<std::int64_t>(next() % 21));
      late.push_back(static_cast<std::int64_t>(next() % 5));
    }
  }
};
}

int main() {
  const auto model = model_of_tasks();
  const Columns columns(1'000'000);
  const auto above = EvidenceBuilder(model).texts("unit", columns.units).texts("region", columns.region).build();
  double reading = 1e9, whole = 1e9;
  for (int i = 0; i < 5; ++i) {
    auto of_row = columns.of_row;  // not measured: a reader takes what is there
    const auto start = now();
    const auto evidence = EvidenceBuilder(TableBelow{.evidence = above, .table = "tasks"})
                              .texts("unit", std::move(of_row))
                              .integers("assigned", columns.assigned)
                              .integers("done", columns.done)
                              .integers("late", columns.late)
                              .build();
    const auto read = now();
    const auto scores = score(model, evidence);
    if (scores.tally(0).applicable == 0) return 1;
    reading = std::min(reading, read - start);
    whole = std::min(whole, now() - start);
  }
  std::printf("a table of a million rows, 100,000 units, five functions over its rows\n");
  std::printf("  %-44s %7.3f s\n", "reading", reading);
  std::printf("  %-44s %7.3f s  %6.2f x reading (target at most 1.5)\n", "reading and scoring", whole, whole / reading);

  constexpr std::size_t rows = 10'000'000;
  const auto path = "below_bench.csv";
  {
    std::ofstream out(path);
    out << "unit,assigned,done,late\n";
    for (std::size_t row = 0; row < rows; ++row)
      out << "unit " << row * 7919 % columns.units.size() << ',' << row % 20 + 1 << ',' << row % 21 << ',' << row % 5 << '\n';
  }
  const auto start = now();
  auto text = read_file(path);
  const auto of_text = static_cast<double>(text.size()) / 1048576;
  const auto before = memory("VmRSS:");
  forget_peak();
  const auto evidence = parse_evidence(text, TableBelow{.evidence = above, .table = "tasks"});
  const auto read = now();
  text = {};
  const auto scores = score(model, evidence);
  const auto done = now();
  const auto beyond = memory("VmHWM:") - before;
  // Three measures of 4 bytes, and the unit of each row.
  const auto of_columns = static_cast<double>(rows) * 16 / 1048576;
  std::printf("a file of ten million rows and three measures\n");
  std::printf("  %-44s %7.3f s, then scored in %.3f s: %.2f x reading (target at most 1.5)\n", "read", read - start, done - read,
              (done - start) / (read - start));
  std::printf("  %-44s %7.0f MiB beyond the text of %.0f MiB: %.2f x its columns (target at most 1.3)\n", "memory", beyond, of_text,
              beyond / of_columns);
  std::remove(path);
  return scores.rows() == columns.units.size() ? 0 : 1;
}
