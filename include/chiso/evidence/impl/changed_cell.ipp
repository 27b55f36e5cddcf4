#pragma once
#include <chiso/core/error.hpp>
#include <chiso/evidence/cell.hpp>
#include <chiso/evidence/changed_cell.hpp>
#include <chiso/evidence/columns.hpp>
#include <chiso/evidence/impl/cell.ipp>
#include <chiso/evidence/impl/columns.ipp>
#include <chiso/evidence/impl/resolve.ipp>
#include <string>

namespace chiso::inline CHISO_BUILD {
namespace detail {
CHISO_INLINE void check_change(const Model& model, const ChangedCell& cell) {
  const bool of_measure = cell.of == ChangedCell::Of::measure;
  const auto refuse = [&](const std::string& what) { throw ShapeError("a changed cell " + what); };
  if (cell.state == State::undefined) refuse("cannot be undefined");
  if (cell.state != State::value && cell.value != 0) refuse("has a value beside its state");
  if (of_measure && cell.place >= model.measures().size()) refuse("is of measure " + std::to_string(cell.place) + ", which there is not");
  if (!of_measure && cell.place >= model.leaves()) refuse("states the points of item " + std::to_string(cell.place) + ", which is no leaf");
  if (!of_measure && model.draft().stated_points != StatedPoints::accept) refuse("states points, which the model does not take");
  const auto measure = of_measure ? model.measures()[cell.place] : stated_measure(model, cell.place);
  if (cell.state != State::value) return;
  const CellReader reader(measure, {});
  const auto last = measure.type == MeasureType::choice ? static_cast<std::int64_t>(measure.options.size()) - 1 : reader.most();
  const auto first = measure.type == MeasureType::choice ? 0 : reader.least();
  if (cell.value < first || cell.value > last)
    refuse("of " + measure.name + " has " + std::to_string(cell.value) + ", not within " + std::to_string(first) + " and " +
           std::to_string(last));
}
}
CHISO_INLINE void check_changes(const Model& model, std::span<const ChangedCell> cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    detail::check_change(model, cells[i]);
    for (std::size_t j = 0; j < i; ++j)
      if (cells[j].of == cells[i].of && cells[j].place == cells[i].place) throw ShapeError("a cell is changed twice");
  }
}

namespace detail {
/// A copy of a column in which one cell is another one; a null column holds nothing yet.
CHISO_INLINE std::shared_ptr<const EvidenceColumn> changed_column(const EvidenceColumn* from, std::size_t rows, std::size_t row,
                                                                  const ChangedCell& cell, int decimals) {
  auto out = from != nullptr ? *from : EvidenceColumn{};
  if (from == nullptr) {
    out.decimals = decimals;
    out.values.resize(rows);
    out.states.assign(rows, State::missing);
  }
  out.values.set(row, cell.value);
  if (out.states.empty() && cell.state != State::value) out.states.assign(rows, State::value);
  if (!out.states.empty()) out.states[row] = cell.state;
  out.recount();
  return std::make_shared<const EvidenceColumn>(std::move(out));
}
}
CHISO_INLINE ResolvedEvidence with_cells(const ResolvedEvidence& of, std::size_t row, std::span<const ChangedCell> cells) {
  const auto& from = *of.data_;
  const auto& model = from.evidence.model();
  check_changes(model, cells);
  if (from.totals) throw ShapeError("cells of a part of a table cannot be changed: cohort figures are those of all parts");
  auto changed = EvidenceAssembly::data(from.evidence);
  for (const auto& cell : cells) {
    const bool of_measure = cell.of == ChangedCell::Of::measure;
    if (!of_measure) changed.stated.resize((std::max)(changed.stated.size(), model.leaves()));
    auto& column = of_measure ? changed.measures[cell.place] : changed.stated[cell.place];
    column = detail::changed_column(column.get(), changed.rows->size(), row, cell, model.point_decimals());
  }
  auto data = std::make_shared<ResolvedData>(
      ResolvedData{.given = from.given, .evidence = EvidenceAssembly::made_of(std::move(changed)), .unchanged = of.data_});
  data->cohorts = from.cohorts;
  data->view(model.derived());
  return ResolvedEvidence(std::move(data));
}
}
