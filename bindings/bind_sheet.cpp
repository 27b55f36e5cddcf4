#include <pybind11/stl.h>
#include <pybind11/typing.h>
#include "bindings.hpp"
#include "casters.hpp"
#include "sheet_scan.hpp"
#include <chiso/io/read/sheet.hpp>
#include <deque>

namespace chiso_python {
namespace {
using chiso::SheetCell;
using chiso::SheetReader;
using Kind = SheetCell::Kind;

/// A row of cells as Python has them, whose texts last as long as the row.
class PythonRow {
 public:
  const std::vector<SheetCell>& of(const py::list& row) {
    cells_.clear();
    shown_.clear();
    for (const auto cell : row) cells_.push_back(cell_of(cell));
    return cells_;
  }

 private:
  SheetCell cell_of(py::handle cell) {
    auto* object = cell.ptr();
    if (PyUnicode_Check(object)) return text_of(object);
    if (PyFloat_Check(object)) return {.kind = Kind::number, .number = PyFloat_AS_DOUBLE(object)};
    if (cell.is_none()) return {};
    if (PyBool_Check(object)) return {.kind = Kind::truth, .number = object == Py_True ? 1.0 : 0.0};
    if (PyLong_Check(object)) return {.kind = Kind::number, .number = cell.cast<double>()};
    if (PyTuple_Check(object)) return marked(py::reinterpret_borrow<py::tuple>(cell));
    if (!py::isinstance(cell, imported("datetime", DateName{}))) return moment(cell);
    const auto part = [&](const char* of) { return py::hasattr(cell, of) ? cell.attr(of).cast<int>() : 0; };
    if (part("hour") != 0 || part("minute") != 0 || part("second") != 0 || part("microsecond") != 0) return moment(cell);
    const auto date = chiso::Date::of(part("year"), part("month"), part("day"));
    return date ? SheetCell{.kind = Kind::date, .date = *date} : moment(cell);
  }
  /// A number that the cell shows as a percentage, or the cell of a formula without a value.
  static SheetCell marked(const py::tuple& cell) {
    if (cell.empty()) return {.kind = Kind::formula};
    return {.kind = Kind::percent, .number = cell[0].cast<double>()};
  }
  SheetCell moment(py::handle cell) { return {.kind = Kind::moment, .text = shown_.emplace_back(py::str(cell).cast<std::string>())}; }
  static SheetCell text_of(PyObject* object) {
    Py_ssize_t size = 0;
    const char* bytes = PyUnicode_AsUTF8AndSize(object, &size);
    if (!bytes) throw py::error_already_set();
    return {.kind = Kind::text, .text = {bytes, static_cast<std::size_t>(size)}};
  }
  std::vector<SheetCell> cells_{};
  std::deque<std::string> shown_{};
};
}

void bind_sheet(py::module_& module) {
  py::class_<SheetScan>(module, "SheetScan")
      .def(py::init<std::vector<std::size_t>, bool>(), py::arg("percent_styles"), py::kw_only(), py::arg("computes_on_load"))
      .def(
          "read", [](SheetScan& self, const py::bytes& text) { return self.read(std::string_view(text)); }, py::arg("text"),
          "Reads on; False if the text is not written as most programs do.")
      .def_property_readonly("rows", &SheetScan::rows)
      .def_property_readonly("columns", &SheetScan::columns)
      .def_property_readonly("cells", &SheetScan::cells)
      .def_property_readonly("percent", &SheetScan::percent)
      .def_property_readonly("formulas", &SheetScan::formulas)
      .def("merged", &SheetScan::merged, py::arg("most"), "The first and last cells of merged ranges.")
      .def_property_readonly("hidden_rows", &SheetScan::hidden_rows)
      .def_property_readonly("hidden_columns", &SheetScan::hidden_columns)
      .def_property_readonly("errors", [](const SheetScan& self) {
        py::typing::List<std::pair<SheetScan::Place, std::string>> out;  // whatever the bytes are, it is text
        for (const auto& [place, shown] : self.errors())
          out.append(std::pair(
              place, py::reinterpret_steal<py::str>(PyUnicode_DecodeUTF8(shown.data(), static_cast<Py_ssize_t>(shown.size()), "replace"))));
        return out;
      });
  py::class_<SheetReader>(module, "SheetReader")
      .def(py::init<chiso::Model, chiso::ReadingOptions, std::string>(), py::arg("model"), py::arg("options"), py::arg("sheet"))
      .def(py::init<chiso::TableBeside, chiso::ReadingOptions, std::string>(), py::arg("beside"), py::arg("options"), py::arg("sheet"))
      .def(py::init<chiso::TableBelow, chiso::ReadingOptions, std::string>(), py::arg("below"), py::arg("options"), py::arg("sheet"))
      .def("expect_rows", &SheetReader::expect_rows, py::arg("rows"))
      .def("hide_rows", &SheetReader::hide_rows, py::arg("first"), py::arg("last"))
      .def("hide_columns", &SheetReader::hide_columns, py::arg("first"), py::arg("last"))
      .def("merge", &SheetReader::merge, py::arg("first_row"), py::arg("last_row"), py::arg("column"))
      .def(
          "read",
          [](SheetReader& self, std::size_t first, const py::typing::List<py::typing::List<py::object>>& rows) {
            PythonRow row;
            for (const auto one : rows) self.row(first++, row.of(one.cast<py::list>()));
          },
          py::arg("first"), py::arg("rows"),
          "The next rows, of which the first has this number. A cell is what a workbook has, a tuple of a number for one in percent, and "
          "an "
          "empty tuple for a formula without a value.")
      .def_property_readonly("names_units", &SheetReader::names_units)
      .def_property_readonly("has_heads_below", &SheetReader::has_heads_below)
      .def_property_readonly("known_heads", &SheetReader::known_heads)
      .def_property_readonly("measures", &SheetReader::measures)
      .def_property_readonly("rows", &SheetReader::rows)
      .def("may_join", &SheetReader::may_join, py::arg("other"))
      .def(
          "join", [](SheetReader& self, SheetReader& other) { self.join(std::move(other)); }, py::arg("other"),
          "Reads the rows of another form together with these; the other reader may not be used afterwards.")
      .def("build", &SheetReader::build, py::call_guard<py::gil_scoped_release>())
      .def("warnings", &SheetReader::warnings, py::arg("built"), py::call_guard<py::gil_scoped_release>(),
           "The warnings of the evidence that it built, with their cells.");
}
}
