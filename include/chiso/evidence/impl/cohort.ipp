#pragma once
#include <algorithm>
#include <chiso/evidence/cohort.hpp>
#include <chiso/evidence/period.hpp>
#include <numeric>
#include <tuple>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE Cohorts cohorts(const Evidence& evidence) {
  const auto blocks = evidence.block_of_row(), periods = evidence.period_of_row();
  const auto tracks = evidence.track_of_row();
  const auto rows = evidence.rows();
  // Counting sorts by track, period and block in turn: each keeps the order of the sorts before it, and of the rows.
  std::vector<std::uint32_t> order(rows), next(rows);
  std::iota(order.begin(), order.end(), std::uint32_t{0});
  const auto sort_by = [&](const auto& key, std::size_t keys) {
    if (keys < 2) return;
    std::vector<std::size_t> place(keys + 1);
    for (const auto value : key) ++place[value + 1U];
    std::partial_sum(place.begin(), place.end(), place.begin());
    for (const auto row : order) next[place[key[row]]++] = row;
    order.swap(next);
  };
  sort_by(tracks, evidence.model().tracks().size());
  sort_by(periods, evidence.periods().size());
  sort_by(blocks, evidence.blocks().size());

  Cohorts out;
  out.of_row.resize(rows);
  const auto key = [&](std::uint32_t row) { return std::tuple(blocks[row], periods[row], tracks[row]); };
  for (std::size_t i = 0; i < rows;) {
    const auto start = i;
    while (i < rows && key(order[i]) == key(order[start])) out.of_row[order[i++]] = static_cast<std::uint32_t>(out.list.size());
    const auto at = [&](std::size_t place) { return order.begin() + static_cast<std::ptrdiff_t>(place); };
    out.list.push_back({blocks[order[start]], periods[order[start]], tracks[order[start]], {at(start), at(i)}});
  }
  return out;
}

CHISO_INLINE CohortName name_of(const Evidence& evidence, const Cohort& cohort) {
  return {evidence.blocks()[cohort.block], evidence.periods()[cohort.period], cohort.track};
}
CHISO_INLINE std::string to_text(const CohortName& name, const Model& model) {
  return "block '" + name.block + "', period '" + name.period + "', track '" + model.tracks()[name.track] + "'";
}
CHISO_INLINE void check_one_table(std::span<const CohortName> names, const Model& model) {
  for (const auto& name : names) {
    if (name.track >= model.tracks().size()) throw ShapeError("a cohort of a track that the model lacks");
    if (model.declares_blocks() && !name.block.empty() && !model.block(name.block))
      throw ShapeError("a cohort of block '" + name.block + "', which the model lacks");
    const auto& first = names.front();
    if (name.block.empty() != first.block.empty()) {
      const auto& named = name.block.empty() ? first.block : name.block;
      throw ShapeError("cohorts of the unnamed block and of block '" + named + "' are of no one table");
    }
    if (shape_of_period(name.period) != shape_of_period(first.period))
      throw ShapeError("cohorts of periods '" + first.period + "' and '" + name.period + "', which have two shapes, are of no one table");
  }
}
}
