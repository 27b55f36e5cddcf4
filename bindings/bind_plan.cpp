#include <pybind11/numpy.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>
#include "arrays.hpp"
#include "bindings.hpp"
#include "card.hpp"
#include <algorithm>
#include <chiso/evidence/columns.hpp>
#include <chiso/plan/steps.hpp>
#include <chiso/plan/what_if.hpp>
#include <limits>

namespace chiso_python {
namespace {
/// Which cells of a table of changes count: all of them if there is no mask.
using ChangedColumn = std::pair<std::string, std::optional<py::array_t<bool, py::array::c_style | py::array::forcecast>>>;

/// A column of changes.
struct Change {
  chiso::ChangedCell cell;
  const chiso::Column* column;
  const bool* counts;  // null: in all rows
};
std::vector<Change> changes_of(const chiso::Model& model, const chiso::Batch& batch, const std::vector<ChangedColumn>& columns) {
  std::vector<Change> out;
  for (const auto& [name, mask] : columns) {
    Change change{};
    const auto measure = std::find_if(model.measures().begin(), model.measures().end(), [&](const auto& one) { return one.name == name; });
    if (measure != model.measures().end()) {
      change.cell.place = static_cast<std::size_t>(measure - model.measures().begin());
      change.column = &batch.measures[change.cell.place];
    } else {
      change.cell.of = chiso::ChangedCell::Of::stated;
      change.cell.place = model.nodes()[model.node(std::string_view(name).substr(chiso::stated_prefix.size()))].item;
      change.column = change.cell.place < batch.stated.size() ? &batch.stated[change.cell.place] : nullptr;
    }
    change.counts = mask ? mask->data() : nullptr;
    out.push_back(change);
  }
  return out;
}
std::vector<chiso::ChangedCell> cells_of(const std::vector<Change>& changes, std::size_t row) {
  std::vector<chiso::ChangedCell> out;
  for (const auto& change : changes) {
    if (change.counts != nullptr && !change.counts[row]) continue;
    auto cell = change.cell;
    cell.state = change.column == nullptr || change.column->values.empty() ? chiso::State::missing : change.column->state(row);
    if (cell.state == chiso::State::value) cell.value = change.column->values[row];
    out.push_back(cell);
  }
  return out;
}
/// What ifs of scores.
struct WhatIfs {
  Scored scored;
  chiso::WhatIf what_if;
};
/// The value of a step as people write it: a number, an option, yes or no, a date; None where there is none.
py::object value_of(const chiso::Measure& measure, const std::optional<std::int64_t>& value) {
  if (!value) return py::none();
  switch (measure.type) {
    case chiso::MeasureType::choice: return py::str(std::string(measure.options[static_cast<std::size_t>(*value)]));
    case chiso::MeasureType::yes_no: return py::bool_(*value != 0);
    case chiso::MeasureType::date: return py::str(chiso::Date::of_number(*value).text());
    case chiso::MeasureType::count: return py::int_(*value);
    case chiso::MeasureType::decimal: break;
  }
  return as_decimal(chiso::Decimal::fixed(*value, measure.decimals));
}
constexpr double none = std::numeric_limits<double>::quiet_NaN();
double nearest(const std::optional<chiso::Rational>& value) {
  const auto ratio = value ? value->as_ratio() : std::nullopt;
  return ratio ? static_cast<double>(static_cast<long double>(ratio->num) / static_cast<long double>(ratio->den)) : none;
}
}

void bind_plan(py::module_& module) {
  py::class_<WhatIfs>(module, "WhatIfs")
      .def(py::init([](const Scored& scored, const std::string& others) {
             const auto amount = chiso::Decimal::parse(others);
             if (!amount) throw chiso::ShapeError("the others are raised by a number such as 0.5, not by " + others);
             return WhatIfs{scored, chiso::WhatIf(scored.ranked(), {.others = *amount})};
           }),
           py::arg("scores"), py::arg("others"), py::call_guard<py::gil_scoped_release>())
      .def(
          "rows",
          [](const WhatIfs& self, const std::vector<py::object>& units, const std::string& period, const std::string& track) {
            const auto& scores = self.scored.scores();
            const auto& evidence = scores.evidence();
            const auto at = scores.model().track(track);
            const auto known = evidence.periods();
            const bool has_period = std::find(known.begin(), known.end(), period) != known.end();
            std::vector<std::int64_t> out;
            out.reserve(units.size());
            for (const auto& unit : units) {
              Py_ssize_t size = 0;
              const char* text = at && has_period && PyUnicode_Check(unit.ptr()) ? PyUnicode_AsUTF8AndSize(unit.ptr(), &size) : nullptr;
              if (text == nullptr) PyErr_Clear();
              const auto row = text == nullptr ? std::nullopt : evidence.find({text, static_cast<std::size_t>(size)}, period, *at);
              out.push_back(row ? static_cast<std::int64_t>(*row) : -1);
            }
            return out;
          },
          py::arg("units"), py::arg("period"), py::arg("track"), "The rows of units; -1 of those that are not called exactly so.")
      .def(
          "results",
          [](const WhatIfs& self, const chiso::Evidence& changes, const std::vector<std::size_t>& rows,
             const std::vector<ChangedColumn>& columns) {
            const auto batch = changes.batch();
            const auto list = changes_of(changes.model(), batch, columns);
            std::vector<double> indices;
            std::vector<std::int64_t> ranks;
            std::vector<std::string_view> classes;
            {
              const py::gil_scoped_release released;
              std::vector<chiso::ChangedRow> changed;
              for (std::size_t i = 0; i < rows.size(); ++i) changed.push_back({rows[i], cells_of(list, i)});
              for (const auto& one : self.what_if.results(changed)) {
                indices.push_back(one.index ? nearest(chiso::Rational(one.index->exact())) : none);
                ranks.push_back(one.rank ? static_cast<std::int64_t>(*one.rank) : 0);
                classes.push_back(one.class_id);
              }
            }
            return std::tuple(array_of(std::move(indices)), array_of(std::move(ranks)), std::move(classes));
          },
          py::arg("changes"), py::arg("rows"), py::arg("columns"))
      .def(
          "result",
          [](const WhatIfs& self, const chiso::Evidence& changes, std::size_t row, const std::vector<ChangedColumn>& columns) {
            const auto batch = changes.batch();
            const auto one = self.what_if.result(row, cells_of(changes_of(changes.model(), batch, columns), 0));
            const auto index = one.index ? std::optional(figure(one.index->published(), one.index->exact())) : std::nullopt;
            return std::tuple(index, one.rank, one.class_id.empty() ? std::nullopt : std::optional(std::string(one.class_id)));
          },
          py::arg("changes"), py::arg("row"), py::arg("columns"))
      .def(
          "changed",
          [](const WhatIfs& self, const chiso::Evidence& changes, std::size_t row, const std::vector<ChangedColumn>& columns) {
            const auto batch = changes.batch();
            const auto cells = cells_of(changes_of(changes.model(), batch, columns), 0);
            const auto& scores = self.scored.scores();
            return Scored(scores.scorer().score(with_cells(scores.resolved(), row, cells), chiso::ScoreOptions{.keep = scores.keep()}));
          },
          py::arg("changes"), py::arg("row"), py::arg("columns"))
      .def(
          "steps",
          [](const WhatIfs& self, std::size_t row) {
            std::vector<chiso::LeafStep> steps;
            {
              const py::gil_scoped_release released;
              steps = steps_of(self.what_if, row);
            }
            const auto& model = self.scored.scores().model();
            py::typing::List<py::typing::Tuple<py::object, py::ellipsis>> out;
            for (const auto& step : steps) {
              const auto& measure = model.measures()[step.measure];
              const auto index = step.then && step.then->index ? std::optional(chiso::Rational(step.then->index->exact())) : std::nullopt;
              const auto points = step.points
                                      ? std::optional(chiso::Rational(step.points->quanta, chiso::Decimal::power(model.point_decimals())))
                                      : std::nullopt;
              out.append(py::make_tuple(model.nodes()[step.node].id, measure.name, step.direction, step.kind, value_of(measure, step.value),
                                        value_of(measure, step.now), points ? std::optional(fraction(*points)) : std::nullopt,
                                        step.gain ? std::optional(fraction(*step.gain)) : std::nullopt,
                                        index ? std::optional(fraction(*index)) : std::nullopt, step.then ? step.then->rank : std::nullopt,
                                        step.known));
            }
            return out;
          },
          py::arg("row"));
}
}
