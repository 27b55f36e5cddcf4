#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>
#include "bindings.hpp"
#include "casters.hpp"
#include "saved_columns.hpp"
#include <chiso/io/read/evidence.hpp>
#include <chiso/io/tables/evidence_table.hpp>

namespace chiso_python {
using chiso::Evidence;
void bind_evidence(py::module_& module) {
  using chiso::ReadingOptions;
  py::class_<ReadingOptions>(module, "ReadingOptions")
      .def(py::init<>())
      .def_readwrite("decimal", &ReadingOptions::decimal)
      .def_readwrite("thousands", &ReadingOptions::thousands)
      .def_readwrite("delimiter", &ReadingOptions::delimiter)
      .def_readwrite("rename", &ReadingOptions::rename)
      .def_readwrite("missing_words", &ReadingOptions::missing_words)
      .def_readwrite("unknown", &ReadingOptions::unknown_columns)
      .def_readwrite("absent", &ReadingOptions::absent_measures)
      .def_readwrite("most_problems", &ReadingOptions::most_problems);

  const auto list = [](const auto& names) { return std::vector<std::string>(names.begin(), names.end()); };
  py::class_<Evidence>(module, "Evidence")
      .def_static("read", &chiso::read_evidence, py::arg("path"), py::arg("model"), py::arg("options"),
                  py::call_guard<py::gil_scoped_release>())
      .def_static("restored", &restored_evidence, py::arg("model"), py::arg("columns"))
      .def("saved", &saved_columns)
      .def_property_readonly("rows", &Evidence::rows)
      .def_property_readonly("units", [=](const Evidence& self) { return list(self.units()); })
      .def_property_readonly("blocks", [=](const Evidence& self) { return list(self.blocks()); })
      .def_property_readonly("periods", [=](const Evidence& self) { return list(self.periods()); })
      .def(
          "missing",
          [](const Evidence& self, std::string_view measure) {
            const auto place = self.model().measures().find(measure);
            return self.statistics(place.value()).of_state[static_cast<std::size_t>(chiso::State::missing)];
          },
          py::arg("measure"), "How many cells of a measure are.")
      .def("table", &chiso::evidence_table, py::call_guard<py::gil_scoped_release>())
      .def("warnings", &Evidence::warnings)
      .def("__eq__", [](const Evidence& self, const Evidence& other) { return self == other; }, py::is_operator());
}
}
