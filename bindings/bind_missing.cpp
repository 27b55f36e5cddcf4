#include <pybind11/stl.h>
#include "bindings.hpp"
#include "casters.hpp"
#include "scored.hpp"
#include <chiso/explain/missing.hpp>
#include <chiso/io/explain/missing.hpp>

namespace chiso_python {
namespace {
/// A thing that a row lacks, in the order of chiso.missing.MissingFigure: whose it is, where it is missing, its name and label, the
/// criteria, vetoes and classes that wait for it, and their points.
using MissingRow = std::tuple<std::vector<std::string>, std::string, std::optional<std::string>, std::string, std::vector<std::string>,
                              std::vector<std::size_t>, std::vector<std::string>, chiso::Decimal>;

std::vector<MissingRow> figures_of(const chiso::Missing& self, chiso::Text::Language language) {
  const auto& scores = self.ranked.scores();
  const auto& model = scores.model();
  const auto& evidence = scores.evidence();
  const auto table = missing_table(self, {.language = language});
  const auto& sources = std::get<chiso::TextCells>(table.column("source").cells);
  const auto& names = std::get<chiso::TextCells>(table.column("name").cells);
  const auto& labels = std::get<chiso::TextCells>(table.column("label").cells);
  const auto ids = class_ids(model);
  std::vector<MissingRow> out;
  std::size_t at = 0;
  for (const auto& cell : listed_cells(self, chiso::MissingBy::unit)) {
    const auto& ask = self.asks[cell.ask];
    std::vector<std::string> criteria, classes;
    std::vector<std::size_t> vetoes;
    for (const auto& [kind, index] : ask.waiting) {
      if (kind == chiso::Reader::Kind::item) criteria.push_back(model.nodes()[model.items()[index]].id);
      if (kind == chiso::Reader::Kind::veto) vetoes.push_back(index + 1);
      if (kind == chiso::Reader::Kind::band) classes.emplace_back(ids[index]);
    }
    const auto name = names.codes[at];
    out.emplace_back(std::vector<std::string>{std::string(evidence.unit(cell.row)), std::string(evidence.block(cell.row)),
                                              std::string(evidence.period(cell.row)), model.tracks()[evidence.track(cell.row)]},
                     sources.names[sources.codes[at]], name == chiso::TextCells::none ? std::nullopt : std::optional(names.names[name]),
                     labels.names[labels.codes[at]], std::move(criteria), std::move(vetoes), std::move(classes),
                     as_decimal(ask.points, model.point_decimals()));
    ++at;
  }
  return out;
}
}

void bind_missing(py::module_& module) {
  using chiso::Missing;
  using chiso::MissingBy;
  using Language = chiso::Text::Language;
  py::class_<Missing>(module, "Missing")
      .def(py::init([](const Scored& scored, std::optional<std::string> block, std::optional<std::string> period,
                       std::optional<std::string> track) {
             return missing_of(scored.ranked(), {.block = std::move(block), .period = std::move(period), .track = std::move(track)});
           }),
           py::arg("scores"), py::arg("block"), py::arg("period"), py::arg("track"), py::call_guard<py::gil_scoped_release>())
      .def(
          "__len__", [](const Missing& self) { return self.cells.size(); }, "How many things are missing, over all rows.")
      .def("_figures", &figures_of, py::arg("language"))
      .def(
          "table", [](const Missing& self, MissingBy by, Language language) { return missing_table(self, {by, language}); }, py::kw_only(),
          py::arg("by") = MissingBy::unit, py::arg("language") = py::none(), py::call_guard<py::gil_scoped_release>(),
          "What is missing as a table, of which `frame` makes a data frame.")
      .def(
          "text", [](const Missing& self, MissingBy by, Language language) { return missing_text(self, {by, language}); }, py::kw_only(),
          py::arg("by") = MissingBy::unit, py::arg("language") = py::none(), py::call_guard<py::gil_scoped_release>(),
          "What is missing as text, by unit or by measure, with what waits for it.")
      .def(
          "html", [](const Missing& self, MissingBy by, Language language) { return missing_html(self, {by, language}); }, py::kw_only(),
          py::arg("by") = MissingBy::unit, py::arg("language") = py::none(), py::call_guard<py::gil_scoped_release>(),
          "The same as a page of HTML for A4, a phone, light and dark.")
      .def("_repr_html_", [](const Missing& self) {
        const auto language = language_in_force();
        const py::gil_scoped_release released;
        return missing_fragment(self, {.language = language});
      });
}
}
