#include <pybind11/numpy.h>
#include <pybind11/stl.h>
#include "arrays.hpp"
#include "bindings.hpp"
#include "casters.hpp"
#include "progress.hpp"
#include "scored.hpp"
#include <chiso/io/tables/score_table.hpp>
#include <chiso/rank/matrix.hpp>
#include <chiso/rank/ranking_keys.hpp>
#include <chiso/rank/warnings.hpp>
#include <chiso/score/scorer.hpp>
#include <functional>
#include <io/tables/row_names.hpp>

namespace chiso_python {
using Name = std::optional<std::string>;
/// An optional value, or None, without a copy.
template <class T>
using Given = std::optional<std::reference_wrapper<const T>>;
void bind_scores(py::module_& module) {
  py::class_<Scored>(module, "Scores")
      .def_property_readonly("keep", [](const Scored& self) { return self.scores().keep(); })
      .def_property_readonly("rows", [](const Scored& self) { return self.scores().rows(); })
      .def(
          "row",
          [](const Scored& self, std::string_view unit, std::string_view period, std::string_view track) {
            return self.scores().row(unit, period, track);
          },
          py::arg("unit"), py::arg("period"), py::arg("track"))
      .def(
          "block", [](const Scored& self, std::size_t row) { return std::string(self.scores().evidence().block(row)); }, py::arg("row"))
      .def(
          "place", [](const Scored& self, std::size_t row) { return self.ranked().ranks().competition(row); }, py::arg("row"),
          py::call_guard<py::gil_scoped_release>())
      .def(
          "table",
          [](const Scored& self, Name node, Name block, Name period, Name track, bool exact, bool by_criterion, bool reasons,
             chiso::RowOrder order, std::vector<std::string> nodes, chiso::NodeFigure node_figure, std::optional<std::size_t> top,
             std::optional<std::size_t> first, Given<chiso::RankingKeys> among, std::optional<chiso::Text::Language> reasons_in) {
            const chiso::ScoreTableOptions options{.block = std::move(block),
                                                   .period = std::move(period),
                                                   .track = std::move(track),
                                                   .node = std::move(node),
                                                   .nodes = std::move(nodes),
                                                   .node_figure = node_figure,
                                                   .exact = exact,
                                                   .by_criterion = by_criterion,
                                                   .reasons = reasons,
                                                   .reasons_in = reasons_in,
                                                   .order = order,
                                                   .top = top,
                                                   .first = first};
            if (among) return score_table(chiso::Ranked(self.scores(), among->get()), options);
            return options.node ? score_table(self.scores(), options) : score_table(self.ranked(), options);
          },
          py::kw_only(), py::arg("node"), py::arg("block"), py::arg("period"), py::arg("track"), py::arg("exact"), py::arg("by_criterion"),
          py::arg("reasons") = true, py::arg("order"), py::arg("nodes") = std::vector<std::string>(),
          py::arg("node_figure") = chiso::NodeFigure::index, py::arg("top") = py::none(), py::arg("first") = py::none(),
          py::arg("ranking_keys") = py::none(), py::arg("reasons_in") = py::none(), py::call_guard<py::gil_scoped_release>())
      .def(
          "ranking_keys", [](const Scored& self) { return ranking_keys(self.scores()); }, py::call_guard<py::gil_scoped_release>())
      .def("row_names", [](const Scored& self) { return chiso::Table(row_names(self.scores().evidence()), self.scores().rows()); })
      .def(
          "averages",
          [](const Scored& self, const Name& node) { return node ? averages_table(self.scores(), node) : averages_table(self.ranked()); },
          py::arg("node"), py::call_guard<py::gil_scoped_release>())
      .def(
          "warnings", [](const Scored& self) { return chiso::warnings(self.ranked()); }, py::call_guard<py::gil_scoped_release>())
      .def(
          "matrix",
          [](const Scored& self, const std::vector<std::string>& ids, chiso::MatrixValue value) {
            std::vector<std::size_t> nodes;
            for (const auto& id : ids) nodes.push_back(self.scores().model().node(id));
            auto values = [&] {
              py::gil_scoped_release released;
              return matrix(self.scores(), nodes, value);
            }();
            return array_of(std::move(values.values), {static_cast<py::ssize_t>(values.rows), static_cast<py::ssize_t>(values.columns)});
          },
          py::arg("nodes"), py::arg("value"))
      .def("__eq__", [](const Scored& self, const Scored& other) { return self.scores() == other.scores(); }, py::is_operator());

  py::class_<chiso::Scorer>(module, "Scorer")
      .def(py::init<chiso::Model>(), py::arg("model"), py::call_guard<py::gil_scoped_release>())
      .def(
          "score",
          [](const chiso::Scorer& self, const chiso::Evidence& evidence, chiso::Keep keep, Given<chiso::CohortTotals> cohorts,
             unsigned threads, const std::optional<Told>& told) {
            chiso::ScoreOptions options{.keep = keep, .threads = threads, .progress = telling(told)};
            py::gil_scoped_release released;
            return Scored(cohorts ? self.score(evidence, cohorts->get(), std::move(options)) : self.score(evidence, std::move(options)));
          },
          py::arg("evidence"), py::arg("keep"), py::arg("cohorts"), py::arg("threads"), py::arg("told"));
}
}
