#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>
#include <pybind11/typing.h>
#include "bindings.hpp"
#include "casters.hpp"
#include "saved_columns.hpp"
#include <chiso/io/read/evidence.hpp>
#include <chiso/io/tables/evidence_table.hpp>

namespace chiso_python {
using chiso::Evidence;
namespace {
chiso::ReadingOptions reading_options(std::optional<char> decimal, std::optional<char> thousands, std::optional<char> delimiter,
                                      const py::typing::Dict<py::str, py::str>& rename, std::vector<std::string> missing_words,
                                      chiso::UnknownColumns unknown, chiso::AbsentMeasures absent, std::size_t most_problems) {
  chiso::ReadingOptions out{.decimal = decimal,
                            .thousands = thousands,
                            .delimiter = delimiter,
                            .missing_words = std::move(missing_words),
                            .unknown_columns = unknown,
                            .absent_measures = absent,
                            .most_problems = most_problems};
  for (const auto& [from, to] : rename) out.rename.emplace_back(from.cast<std::string>(), to.cast<std::string>());
  return out;
}
}

void bind_evidence(py::module_& module) {
  py::class_<chiso::ReadingOptions>(module, "ReadingOptions")
      .def(py::init(&reading_options), py::kw_only(), py::arg("decimal"), py::arg("thousands"), py::arg("delimiter"), py::arg("rename"),
           py::arg("missing_words"), py::arg("unknown"), py::arg("absent"), py::arg("most_problems"));

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
