#pragma once
#include <chiso/model/model.hpp>
#include <evidence/tables.hpp>
#include <string>
#include <support/random.hpp>
#include <vector>

namespace chiso_test {
/// A random cell of a measure (with at least two decimals if it is a decimal), from few numbers, so that there are ties and figures on the
/// ends of tiers.
inline std::string random_cell(const chiso::Measure& measure, Random& random) {
  using enum chiso::MeasureType;
  if (random.one_in(12)) return random.one_in(2) ? "" : "not_applicable";
  if (measure.type == yes_no) return random.one_in(2) ? "yes" : "no";
  if (measure.type == choice) return random.of(measure.options.names());
  if (measure.type == date) return random.of(std::vector<std::string>{"2024-02-28", "29/2/2024", "2024-03-01", "31/12/2199", "1900-01-01"});
  static const std::vector<std::int64_t> some{0, 1, 2, 3, 10, 70, 71, 90, 100, 4200};
  const auto whole = random.of(some);
  if (measure.type == count) return std::to_string(whole);
  const auto hundredths = 100 * whole + (random.one_in(3) ? random.within(0, 99) : 0);
  return chiso::Decimal::fixed(random.one_in(6) ? -hundredths : hundredths, 2).text();
}

/// A random table for a model: each unit has a block in each of two periods, and most units have a row in each track.
inline Table random_table(const chiso::Model& model, std::size_t units, Random& random) {
  Table out{{"unit", {}}, {"block", {}}, {"period", {}}, {"track", {}}, {"ranked", {}}};
  for (const auto& measure : model.measures()) out.push_back({measure.name, {}});
  const bool stated = model.draft().stated_points == chiso::StatedPoints::accept;
  if (stated) out.push_back({"points.0", {}});
  for (std::size_t unit = 0; unit < units; ++unit) {
    const std::string block = random.one_in(2) ? "communes" : "offices";
    for (const auto* period : {"2023", "2024"}) {
      const std::string ranked = random.one_in(8) ? "no" : "yes";
      for (const auto& track : model.tracks()) {
        if (unit > 1 && random.one_in(6)) continue;
        std::vector<std::string> cells{"U" + std::to_string(unit), block, period, track, ranked};
        for (const auto& measure : model.measures()) cells.push_back(random_cell(measure, random));
        if (stated) cells.emplace_back(random.one_in(2) ? "" : random.one_in(6) ? "not_applicable" : "2.5");
        for (std::size_t i = 0; i < out.size(); ++i) out[i].second.push_back(cells[i]);
      }
    }
  }
  return out;
}
/// Some rows of a table, in another order.
inline Table rows_of(const Table& table, const std::vector<std::size_t>& rows) {
  auto out = table;
  for (std::size_t i = 0; i < table.size(); ++i) {
    out[i].second.clear();
    for (const auto row : rows) out[i].second.push_back(table[i].second[row]);
  }
  return out;
}
template <class T>
void shuffle(std::vector<T>& list, Random& random) {
  for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[random.below(i)]);
}
}
