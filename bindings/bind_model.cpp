#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>
#include <pybind11/typing.h>
#include "bindings.hpp"
#include "casters.hpp"
#include "node.hpp"
#include <chiso/io/describe/describe.hpp>
#include <chiso/io/describe/evidence_form.hpp>
#include <chiso/io/json/model.hpp>
#include <chiso/io/json/schema.hpp>
#include <chiso/io/text/html.hpp>
#include <chiso/io/words/expression.hpp>

namespace chiso_python {
using chiso::Criterion;
using chiso::Model;
namespace {
/// Nobody has seen the lines of a text that the package wrote from objects, so problems have only pointers.
Model from_data(const std::string& text) {
  try {
    return chiso::parse_model(text);
  } catch (const chiso::ModelError& error) {
    auto problems = error.problems();
    for (auto& problem : problems) problem.place.line = problem.place.column = 0;
    throw chiso::ModelError(std::move(problems), error.total());
  }
}

const char* kind_name(chiso::NodeKind kind) {
  switch (kind) {
    case chiso::NodeKind::group: return "group";
    case chiso::NodeKind::leaf: return "leaf";
    case chiso::NodeKind::bonus: return "bonus";
    default: return "penalty";
  }
}
/// What the package's class of criteria derives from.
struct ModelNode : Node {};
using Policies = py::typing::Dict<py::str, py::typing::Optional<py::str>>;
}

void bind_model(py::module_& module) {
  py::class_<Model> model(module, "Model");
  using chiso::SheetColumn;
  py::class_<SheetColumn>(module, "SheetColumn")
      .def_readonly("name", &SheetColumn::name)
      .def_readonly("label", &SheetColumn::label)
      .def_readonly("takes", &SheetColumn::takes)
      .def_readonly("mark", &SheetColumn::mark)
      .def_property_readonly("cells", [](const SheetColumn& self) { return std::string(name_of(self.cells)); })
      .def_readonly("least", &SheetColumn::least)
      .def_readonly("most", &SheetColumn::most)
      .def_readonly("decimals", &SheetColumn::decimals)
      .def_readonly("words", &SheetColumn::words)
      .def_readonly("not_applicable", &SheetColumn::not_applicable);
  using chiso::FormLine;
  py::class_<FormLine>(module, "FormLine")
      .def_property_readonly("kind", [](const FormLine& self) { return std::string(name_of(self.kind)); })
      .def_readonly("depth", &FormLine::depth)
      .def_readonly("number", &FormLine::number)
      .def_readonly("text", &FormLine::text)
      .def_readonly("points", &FormLine::points)
      .def_readonly("measured_in", &FormLine::measured_in)
      .def_readonly("to_fill", &FormLine::to_fill);
  py::class_<chiso::EvidenceForm>(module, "EvidenceForm")
      .def_readonly("title", &chiso::EvidenceForm::title)
      .def_readonly("hint", &chiso::EvidenceForm::hint)
      .def_readonly("heads", &chiso::EvidenceForm::heads)
      .def_readonly("lines", &chiso::EvidenceForm::lines);
  py::class_<Node>(module, "Node", "A criterion of a model, or an entry of its bonus or penalty.")
      .def_property_readonly(
          "id", [](const Node& self) { return self.criterion().id; }, "Unique among criteria and entries.")
      .def_property_readonly(
          "number", [](const Node& self) { return self.criterion().number; }, "The number as printed; it may be empty.")
      .def_property_readonly(
          "depth", [](const Node& self) { return self.criterion().depth; }, "How many groups contain it; 0 at the top.")
      .def(
          "label",
          [](const Node& self, chiso::Text::Language language) {
            const auto& about = self.criterion().about;
            const auto text = about.label ? about.label->in(language) : std::string_view{};
            return std::string(text.empty() ? std::string_view(self.criterion().id) : text);
          },
          py::arg("language") = py::none(), "Its name in a language, otherwise in the other one, otherwise its id.");
  py::class_<ModelNode, Node>(module, "Criterion")
      .def(py::init([](const Model& model, std::size_t place) { return ModelNode{{model, place}}; }), py::arg("model"), py::arg("place"))
      .def_property_readonly(
          "kind", [](const Node& self) { return kind_name(self.criterion().kind); }, "``group``, ``leaf``, ``bonus`` or ``penalty``.")
      .def_property_readonly(
          "points", [](const Node& self) { return chiso::as_decimal(self.criterion().points, self.model.point_decimals()); },
          "The weight: the most points that it can earn.")
      .def_property_readonly(
          "policies",
          [](const Node& self) {
            const auto& counted = self.criterion().policies;
            Policies out;
            out["not_applicable"] = counted.not_applicable;
            out["missing"] = counted.missing;
            out["undefined"] = counted.undefined;
            return out;
          },
          "What a leaf counts if it is not_applicable, missing or undefined: its own policies, or the nearest above it.")
      .def_property_readonly("_place", [](const Node& self) { return self.place; })
      .def_property_readonly("_parent",
                             [](const Node& self) {
                               const auto parent = self.criterion().parent;
                               return parent == Criterion::none ? std::nullopt : std::optional(parent);
                             })
      .def_property_readonly("_end", [](const Node& self) { return self.criterion().end; });

  const auto list = [](const auto& names) { return std::vector<std::string>(names.begin(), names.end()); };
  model.def_static("load", &chiso::load_model, py::arg("path"), py::call_guard<py::gil_scoped_release>())
      .def_static("parse", &chiso::parse_model, py::arg("text"), py::call_guard<py::gil_scoped_release>())
      .def_static("from_data", &from_data, py::arg("text"), py::call_guard<py::gil_scoped_release>())
      .def(
          "to_json", [](const Model& self) { return to_json(self); }, py::call_guard<py::gil_scoped_release>())
      .def("content_hash", &chiso::content_hash, py::call_guard<py::gil_scoped_release>())
      .def("describe", &chiso::describe, py::arg("language"), py::arg("format"), py::call_guard<py::gil_scoped_release>())
      .def("describe_fragment", &chiso::describe_fragment, py::arg("language"), py::call_guard<py::gil_scoped_release>())
      .def("describe_expression", &chiso::describe_expression, py::arg("expression"), py::arg("language"),
           py::call_guard<py::gil_scoped_release>())
      .def(
          "empty_sheet",
          [](const Model& self, chiso::Text::Language language, char delimiter, bool companions, std::string table, bool form) {
            const chiso::EvidenceSheetOptions options{.language = language,
                                                      .delimiter = delimiter,
                                                      .columns = companions ? chiso::SheetColumns::all : chiso::SheetColumns::measures,
                                                      .table = std::move(table)};
            return form ? empty_evidence_form(self, options) : empty_evidence_sheet(self, options);
          },
          py::arg("language"), py::arg("delimiter"), py::arg("companions"), py::arg("table"), py::arg("form"))
      .def(
          "sheet_columns",
          [](const Model& self, chiso::Text::Language language, bool companions, std::string table) {
            return evidence_sheet_columns(self, {.language = language,
                                                 .columns = companions ? chiso::SheetColumns::all : chiso::SheetColumns::measures,
                                                 .table = std::move(table)});
          },
          py::arg("language"), py::arg("companions"), py::arg("table"))
      .def(
          "form",
          [](const Model& self, chiso::Text::Language language, bool companions) {
            return evidence_form(self,
                                 {.language = language, .columns = companions ? chiso::SheetColumns::all : chiso::SheetColumns::measures});
          },
          py::arg("language"), py::arg("companions"))
      .def_property_readonly("tables",
                             [](const Model& self) {
                               const auto names = self.derived().table_names.names();
                               return std::vector<std::string>(names.begin(), names.end());
                             })
      .def_property_readonly("id", [](const Model& self) { return self.id(); })
      .def_property_readonly("version", [](const Model& self) { return self.draft().version; })
      .def(
          "title",
          [](const Model& self, chiso::Text::Language language) {
            const auto& title = self.draft().title;
            return title ? std::string(title->in(language)) : std::string();
          },
          py::arg("language"))
      .def_property_readonly("points", [](const Model& self) { return chiso::as_decimal(self.points(), self.point_decimals()); })
      .def_property_readonly("point_decimals", &Model::point_decimals)
      .def_property_readonly("relative", &Model::relative)
      .def_property_readonly("looks_back", &Model::looks_back)
      .def_property_readonly("tracks", [=](const Model& self) { return list(self.tracks()); })
      .def_property_readonly("blocks", [=](const Model& self) { return list(self.blocks()); })
      .def(
          "options",
          [](const Model& self) {
            std::vector<std::pair<std::string, std::vector<std::string>>> out;
            for (std::size_t i = 0; i < self.measures().size(); ++i)
              if (const auto& measure = self.measures()[i]; measure.type == chiso::MeasureType::choice)
                out.emplace_back(measure.name, std::vector<std::string>(measure.options.names().begin(), measure.options.names().end()));
            return out;
          },
          "The options of each choice.")
      .def_property_readonly("criteria", &Model::criteria)
      .def_property_readonly("warnings", &Model::warnings)
      .def("node_of", &Model::node, py::arg("id"))
      .def("__eq__", [](const Model& self, const Model& other) { return self == other; }, py::is_operator());

  module.def("check_model", py::overload_cast<std::string_view>(&chiso::check_model), py::arg("text"),
             py::call_guard<py::gil_scoped_release>());
  module.def(
      "html_fragment", [](chiso::Text::Language language, std::string_view body) { return chiso::html_fragment(language, body); },
      py::arg("language"), py::arg("body"));
  module.def("json_schema", &chiso::json_schema, "The JSON Schema (2020-12) of a model file, for editors and other programs.");
}
}
