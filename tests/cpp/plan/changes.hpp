#pragma once
#include <chiso/evidence/cell.hpp>
#include <chiso/evidence/changed_cell.hpp>
#include <chiso/evidence/columns.hpp>
#include <support/random_table.hpp>
#include <vector>

namespace chiso_test {
/// A change of a measure to what a cell of text says.
inline chiso::ChangedCell change(const chiso::Model& model, std::size_t measure, std::string_view text) {
  const auto cell = chiso::CellReader(model.measures()[measure], {}).text(text);
  return {.place = measure, .state = cell.state, .value = cell.value};
}
/// Some changes of a row, of different cells.
inline std::vector<chiso::ChangedCell> random_changes(const chiso::Model& model, Random& random) {
  std::vector<chiso::ChangedCell> out;
  for (std::size_t measure = 0; measure < model.measures().size(); ++measure)
    if (random.one_in(model.measures().size())) out.push_back(change(model, measure, random_cell(model.measures()[measure], random)));
  if (model.draft().stated_points == chiso::StatedPoints::accept && random.one_in(3)) {
    const auto leaf = random.below(model.leaves());
    const auto state = random.one_in(3) ? random.one_in(2) ? chiso::State::missing : chiso::State::not_applicable : chiso::State::value;
    const auto most = model.nodes()[model.items()[leaf]].points.quanta;
    out.push_back({.of = chiso::ChangedCell::Of::stated,
                   .place = leaf,
                   .state = state,
                   .value = state == chiso::State::value ? random.within(0, most) : 0});
  }
  return out;
}
}
