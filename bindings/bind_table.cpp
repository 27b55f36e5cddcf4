#include <pybind11/numpy.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>
#include "arrays.hpp"
#include "arrow_capsules.hpp"
#include "bindings.hpp"
#include "casters.hpp"
#include <algorithm>
#include <chiso/core/overloaded.hpp>
#include <chiso/io/tables/arrow.hpp>
#include <chiso/io/tables/office_csv.hpp>
#include <chiso/io/tables/table.hpp>
#include <chiso/io/tables/table_words.hpp>
#include <chiso/io/text/file.hpp>
#include <cli/terminal.hpp>
#include <cstring>
#include <limits>

namespace chiso_python {
using chiso::Overloaded;
using chiso::Table;
namespace {
const char* kind(const chiso::TableColumn& column) {
  return std::visit(Overloaded{[](const chiso::TextCells& cells) { return cells.categorical ? "category" : "text"; },
                               [](const chiso::FigureCells&) { return "figure"; }, [](const chiso::WholeCells&) { return "whole"; },
                               [](const chiso::TruthCells&) { return "truth"; }, [](const chiso::DateCells&) { return "date"; }},
                    column.cells);
}
const chiso::TextCells& texts(const Table& table, std::string_view name) { return std::get<chiso::TextCells>(table.column(name).cells); }
using Truths = std::optional<py::array_t<bool>>;

/// A read-only array of values that `owner` has; the array keeps a copy of `owner`.
template <class To, class From, class Owner>
py::array_t<To> view_of(const chiso::CellValues<From>& values, Owner owner) {
  static_assert(sizeof(To) == sizeof(From));
  py::array_t<To> out(static_cast<py::ssize_t>(values.size()), reinterpret_cast<const To*>(values.data()),
                      owned_by_capsule(std::move(owner)).second);
  out.attr("setflags")(py::arg("write") = false);
  return out;
}
template <class To, class From>
py::array_t<To> copy_of(const chiso::CellValues<From>& values) {
  static_assert(sizeof(To) == sizeof(From));
  return py::array_t<To>(static_cast<py::ssize_t>(values.size()), reinterpret_cast<const To*>(values.data()));
}
/// A name as a text of Python.
py::str text_of(std::string_view name) {
  if (std::any_of(name.begin(), name.end(), [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; }))
    return {name.data(), name.size()};
  auto out = py::reinterpret_steal<py::str>(PyUnicode_New(static_cast<Py_ssize_t>(name.size()), 127));  // ASCII is not decoded
  if (!out) throw py::error_already_set();
  if (!name.empty()) std::memcpy(PyUnicode_1BYTE_DATA(out.ptr()), name.data(), name.size());
  return out;
}
/// Each name as a text of Python, in an array of objects, the last of which is None.
py::array objects_of(std::span<const std::string> names) {
  py::array out(py::dtype("O"), static_cast<py::ssize_t>(names.size() + 1));
  auto** to = static_cast<PyObject**>(out.mutable_data());
  for (std::size_t i = 0; i < names.size(); ++i) to[i] = text_of(names[i]).release().ptr();
  to[names.size()] = py::none().release().ptr();
  return out;
}
py::array values(const Table& table, std::string_view name) {
  return std::visit(Overloaded{[](const chiso::TextCells&) -> py::array { throw py::type_error("a column of text has codes and names"); },
                               [](const chiso::FigureCells& cells) -> py::array {
                                 return array_of(as_doubles(cells, std::numeric_limits<double>::quiet_NaN()));
                               },
                               [](const chiso::WholeCells& cells) -> py::array { return copy_of<std::int64_t>(cells.values); },
                               [](const chiso::TruthCells& cells) -> py::array { return copy_of<bool>(cells.values); },
                               [](const chiso::DateCells& cells) -> py::array { return copy_of<std::int32_t>(cells.days); }},
                    table.column(name).cells);
}
/// Each figure with its decimals.
std::vector<std::optional<std::string>> figures(const Table& table, std::string_view name) {
  const auto& column = table.column(name);
  const auto* cells = std::get_if<chiso::FigureCells>(&column.cells);
  if (cells == nullptr) throw py::type_error("a column of figures has decimals");
  std::vector<std::optional<std::string>> out(table.rows());
  for (std::size_t row = 0; row < out.size(); ++row)
    if (column.has(row)) out[row] = cells->at(row).text();
  return out;
}
/// A table whose figures are decimals for whoever reads its stream of Arrow.
struct DecimalTable {
  Table table;
};
py::object stream_of(const Table& table, chiso::FigureType figures) {
  return capsule_of<ArrowArrayStream>([&](ArrowArrayStream* out) {
    py::gil_scoped_release released;
    to_arrow(table, out, figures);
  });
}
void write(const std::string& path, std::string_view data) {
  const py::gil_scoped_release released;
  const chiso_cli::Uninterrupted writing;
  chiso::write_file(path, data);
}
Truths missing(const Table& table, std::string_view name) {
  const auto inverted = [](const chiso::CellValues<std::uint8_t>& has) -> Truths {
    if (has.empty()) return {};
    py::array_t<bool> out(static_cast<py::ssize_t>(has.size()));
    auto* to = out.mutable_data();
    for (std::size_t row = 0; row < has.size(); ++row) to[row] = has[row] == 0;
    return out;
  };
  return std::visit(
      Overloaded{[](const chiso::TextCells&) -> Truths { return {}; }, [&](const auto& cells) -> Truths { return inverted(cells.has); }},
      table.column(name).cells);
}
}

void bind_table(py::module_& module) {
  py::class_<DecimalTable>(module, "DecimalTable")
      .def(
          "__arrow_c_stream__",
          [](const DecimalTable& self, const py::object&) { return stream_of(self.table, chiso::FigureType::decimal); },
          py::arg("requested_schema") = py::none());
  module.def("write_file", &write, py::arg("path"), py::arg("text"), "Writes a file whole or not at all.");
  module.def(
      "write_bytes", [](const std::string& path, const py::bytes& data) { write(path, data); }, py::arg("path"), py::arg("data"),
      "Writes a file whole or not at all.");
  py::class_<Table>(module, "Table")
      .def_property_readonly("rows", &Table::rows)
      .def_property_readonly("columns",
                             [](const Table& self) {
                               std::vector<std::string> out;
                               for (const auto& column : self.columns()) out.push_back(column.name);
                               return out;
                             })
      .def(
          "kind", [](const Table& self, std::string_view name) { return kind(self.column(name)); }, py::arg("column"),
          "text, category, figure, whole, truth or date.")
      .def(
          "select", [](const Table& self, const std::vector<std::string>& columns) { return self.only(columns); }, py::arg("columns"),
          "A table of these columns, in this order.")
      .def(
          "names",
          [](const Table& self, std::string_view name) {
            const auto list = texts(self, name).names.list();
            py::typing::List<py::str> out(list.size());  // of a million names no copy is made first
            for (std::size_t i = 0; i < list.size(); ++i) out[i] = text_of(list[i]);
            return out;
          },
          py::arg("column"), "Of text: what its codes stand for.")
      .def(
          "codes", [](const Table& self, std::string_view name) { return view_of<std::int32_t>(texts(self, name).codes, self); },
          py::arg("column"), "Of text: the place of each row's name; -1 if it has none. Not to be written to.")
      .def(
          "objects", [](const Table& self, std::string_view name) { return objects_of(texts(self, name).names.list()); }, py::arg("column"),
          "Of text: what its codes stand for, as an array of objects that ends with None, so that -1 is none.")
      .def("values", &values, py::arg("column"),
           "Figures as float64 (NaN where there is none), wholes as int64, truths as bool, dates as int32 days since 1970 (0 there).")
      .def("figures", &figures, py::arg("column"),
           "Of figures: the text of each, with the decimals that are published; None where there is none.")
      .def("missing", &missing, py::arg("column"), "Of what is no text: which rows have none; None where all have one.")
      .def(
          "csv", [](const Table& self, char decimal) { return to_csv(self, decimal); }, py::arg("decimal"),
          py::call_guard<py::gil_scoped_release>(), "CSV with the decimals that are published, and this decimal mark.")
      .def("in_words", &chiso::in_words, py::arg("model"), py::arg("language"), py::call_guard<py::gil_scoped_release>(),
           "The table for people: labels in place of ids, and words in place of states, causes and truths.")
      .def(
          "heads",
          [](const Table& self, const chiso::Model& model, chiso::Text::Language language) {
            std::vector<std::string> out;
            for (const auto& column : self.columns()) out.push_back(head_words(model, column.name, language));
            return out;
          },
          py::arg("model"), py::arg("language"), "The heads of its columns, for people.")
      .def(
          "csv_for_excel",
          [](const Table& self, const chiso::Model& model, chiso::Text::Language language) {
            return to_csv_for_excel(self, model, language);
          },
          py::arg("model"), py::arg("language") = py::none(), py::call_guard<py::gil_scoped_release>(),
          "CSV that spreadsheets with a decimal comma open, with labels.")
      .def(
          "json", [](const Table& self) { return to_json(self); }, py::call_guard<py::gil_scoped_release>(),
          "An array of objects, one for each row; figures have the decimals that they are published with.")
      .def(
          "__arrow_c_stream__", [](const Table& self, const py::object&) { return stream_of(self, chiso::FigureType::float64); },
          py::arg("requested_schema") = py::none())
      .def(
          "with_decimals", [](const Table& self) { return DecimalTable{self}; },
          "The table, with figures of decimal128 in its stream of Arrow.");
}
}
