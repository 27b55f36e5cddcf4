#include <algorithm>
#include <chiso/evidence/evidence.hpp>
#include <chiso/io/read/frame.hpp>
#include <chiso/model/model.hpp>
#include <chrono>
#include <cstdio>
#include <limits>
#include <random>
#include <string>
#include <vector>

// Turns a frame of a million units and a hundred columns of numbers, half of them counts, half decimals, into evidence, and compares the
// time with that of summing these columns. Prints milliseconds and the ratio for units in order and shuffled, without gaps and with 5 % of
// them.
namespace {
using namespace chiso;
constexpr std::size_t measures = 100;

Model model_of_numbers() {
  ModelDraft draft{};
  draft.id = "wide";
  for (std::size_t i = 0; i < measures; ++i) {
    MeasureDraft one{};
    one.type = i % 2 == 0 ? MeasureType::count : MeasureType::decimal;
    if (i % 2 != 0) one.min = Decimal(0), one.max = Decimal(100'000);
    draft.measures.emplace_back("x" + std::to_string(i), one);
    draft.criteria.push_back(leaf("c" + std::to_string(i), 1, rules::PerItem{.value = "x" + std::to_string(i), .each = 1}));
  }
  return Model::build(std::move(draft));
}

double milliseconds(auto&& run) {
  const auto start = std::chrono::steady_clock::now();
  run();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

struct Frame {
  std::vector<std::string> units;
  std::vector<std::vector<double>> columns;
};
Frame frame_of(std::size_t rows, int gaps_in_100, bool shuffled) {
  std::mt19937_64 random(7);
  Frame out{std::vector<std::string>(rows), std::vector<std::vector<double>>(measures, std::vector<double>(rows))};
  for (std::size_t row = 0; row < rows; ++row) {
    const auto digits = std::to_string(row);
    out.units[row] = "Xã " + std::string(7 - digits.size(), '0') + digits;
  }
  if (shuffled) std::shuffle(out.units.begin(), out.units.end(), random);
  for (std::size_t i = 0; i < measures; ++i)
    for (auto& cell : out.columns[i]) {
      const auto whole = static_cast<double>(random() % 1'000'000);
      cell = i % 2 == 0 ? whole : whole / 100;
      if (static_cast<int>(random() % 100) < gaps_in_100) cell = std::numeric_limits<double>::quiet_NaN();
    }
  return out;
}

Evidence evidence_of(const Model& model, const Frame& frame, double& names, double& cells, double& build) {
  auto out = frame_reader(model);
  out.expect_rows(frame.units.size(), Expected::exactly);
  names = milliseconds([&] {
    const auto unit = add_column(out, "unit");
    for (const auto& name : frame.units) add_text(out, unit, name);
  });
  cells = milliseconds([&] {
    for (std::size_t i = 0; i < measures; ++i) out.numbers(add_column(out, model.measures()[i].name), frame.columns[i]);
  });
  std::vector<Evidence> evidence;
  build = milliseconds([&] { evidence.push_back(out.build()); });
  return evidence.front();
}

/// Sums all columns in as many lanes as compilers vectorise.
double sum_of(const Frame& frame) {
  double total = 0;
  for (const auto& column : frame.columns) {
    double lanes[16] = {};
    for (std::size_t row = 0; row + 16 <= column.size(); row += 16)
      for (std::size_t lane = 0; lane < 16; ++lane) lanes[lane] += column[row + lane];
    for (const auto lane : lanes) total += lane;
  }
  return total;
}
}

int main(int count, char** arguments) {
  const auto rows = count > 1 ? static_cast<std::size_t>(std::atoll(arguments[1])) : std::size_t{1'000'000};
  const auto model = model_of_numbers();
  for (const int gaps : {0, 5})
    for (const bool shuffled : {false, true}) {
      const auto frame = frame_of(rows, gaps, shuffled);
      double best_sum = 1e9, best = 1e9, names = 0, cells = 0, build = 0, total = 0;
      for (int repeat = 0; repeat < 5; ++repeat) {
        best_sum = std::min(best_sum, milliseconds([&] { total += sum_of(frame); }));
        double of_names = 0, of_cells = 0, of_build = 0;
        const auto whole = milliseconds([&] { evidence_of(model, frame, of_names, of_cells, of_build); });
        if (whole >= best) continue;
        best = whole, names = of_names, cells = of_cells, build = of_build;
      }
      std::printf("%d %% gaps, units %s: sum %.0f ms; evidence %.0f ms (names %.0f, numbers %.0f, build %.0f); ratio %.2f  [%g]\n", gaps,
                  shuffled ? "shuffled" : "in order", best_sum, best, names, cells, build, best / best_sum, total);
      std::fflush(stdout);
    }
}
