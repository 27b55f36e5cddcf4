#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>
#include "bindings.hpp"
#include "casters.hpp"
#include "progress.hpp"
#include "saved_columns.hpp"
#include <chiso/core/error.hpp>
#include <chiso/core/problems.hpp>
#include <chiso/io/read/evidence.hpp>
#include <chiso/io/tables/evidence_table.hpp>
#include <chiso/io/text/file.hpp>

namespace chiso_python {
using chiso::Evidence;
namespace {
std::size_t table_of(const Evidence& evidence, std::string_view name) {
  return chiso::index_of_name(chiso::nouns::table, name, evidence.model().derived().table_names.names());
}
}

void bind_evidence(py::module_& module) {
  using chiso::ReadingOptions;
  using RosterRow = std::tuple<std::string, std::string, std::string, std::vector<std::string>>;
  py::class_<chiso::Roster>(module, "Roster")
      .def(py::init([](const std::vector<RosterRow>& units) {
             std::vector<chiso::RosterUnit> list;
             for (const auto& [unit, block, label, was] : units) list.push_back({unit, block, label, was});
             return chiso::Roster(std::move(list));
           }),
           py::arg("units"))
      .def_static(
          "read", [](const std::filesystem::path& path) { return chiso::read_roster(path); }, py::arg("path"),
          py::call_guard<py::gil_scoped_release>())
      .def("units", [](const chiso::Roster& self) {
        std::vector<RosterRow> out;
        for (const auto& one : self.units()) out.emplace_back(one.unit, one.block, one.label, one.was);
        return out;
      });
  py::class_<ReadingOptions>(module, "ReadingOptions")
      .def(py::init<>())
      .def_readwrite("decimal", &ReadingOptions::decimal)
      .def_readwrite("thousands", &ReadingOptions::thousands)
      .def_readwrite("delimiter", &ReadingOptions::delimiter)
      .def_readwrite("header_line", &ReadingOptions::header_line)
      .def_readwrite("header_lines", &ReadingOptions::header_lines)
      .def_readwrite("skip_last", &ReadingOptions::skip_last)
      .def_readwrite("encoding", &ReadingOptions::encoding)
      .def_readwrite("layout", &ReadingOptions::layout)
      .def_readwrite("fill", &ReadingOptions::fill)
      .def_readwrite("rename", &ReadingOptions::rename)
      .def_readwrite("missing_words", &ReadingOptions::missing_words)
      .def_readwrite("period", &ReadingOptions::period_of_dates)
      .def_readwrite("unknown", &ReadingOptions::unknown_columns)
      .def_readwrite("ignore", &ReadingOptions::ignored_columns)
      .def_readwrite("absent", &ReadingOptions::absent_measures)
      .def_readwrite("roster", &ReadingOptions::roster)
      .def_readwrite("most_problems", &ReadingOptions::most_problems);

  py::class_<Evidence> evidence(module, "Evidence");  // before the functions that take it
  py::class_<chiso::TableBelow>(module, "TableBelow")
      .def(py::init([](const Evidence& evidence, std::string table, std::string unit, chiso::PeriodPart period) {
             return chiso::TableBelow{evidence, std::move(table), std::move(unit), period};
           }),
           py::arg("evidence"), py::arg("table"), py::arg("unit"), py::arg("period"))
      .def_readonly("table", &chiso::TableBelow::table);

  py::class_<chiso::TableBeside>(module, "TableBeside");  // made of scores by `published_table`

  const auto list = [](const auto& names) { return std::vector<std::string>(names.begin(), names.end()); };
  evidence
      .def_static("read",
                  py::overload_cast<const std::filesystem::path&, const chiso::TableBelow&, const ReadingOptions&>(&chiso::read_evidence),
                  py::arg("path"), py::arg("below"), py::arg("options"), py::call_guard<py::gil_scoped_release>())
      .def_static("read",
                  py::overload_cast<const std::filesystem::path&, const chiso::TableBeside&, const ReadingOptions&>(&chiso::read_evidence),
                  py::arg("path"), py::arg("beside"), py::arg("options"), py::call_guard<py::gil_scoped_release>())
      .def_static("parse", py::overload_cast<std::string_view, const chiso::Model&, const ReadingOptions&>(&chiso::parse_evidence),
                  py::arg("text"), py::arg("model"), py::arg("options"), py::call_guard<py::gil_scoped_release>())
      .def_static(
          "read_with_warnings",
          [](const std::filesystem::path& path, const chiso::Model& model, ReadingOptions options, const std::optional<Told>& told) {
            options.progress = telling(told);
            const py::gil_scoped_release released;
            std::error_code ignored;
            std::optional<std::string> text;  // of what can be read but once, such as a pipe
            if (!std::filesystem::is_regular_file(path, ignored)) text = chiso::read_file(path);
            auto evidence = text ? chiso::parse_evidence(*text, model, options) : chiso::read_evidence(path, model, options);
            auto warnings = evidence.warnings();
            if (!warnings.empty()) chiso::put_places(text ? *text : chiso::read_file(path), model, options, warnings);
            return std::pair(std::move(evidence), std::move(warnings));
          },
          py::arg("path"), py::arg("model"), py::arg("options"), py::arg("told"),
          "The evidence of a file, and its warnings with their lines.")
      .def_static("restored", &restored_evidence, py::arg("model"), py::arg("columns"), py::arg("roster") = py::none())
      .def_property_readonly("noticed", [](const Evidence& self) { return std::vector(self.noticed().begin(), self.noticed().end()); })
      .def("with_noticed", &Evidence::with_noticed, py::arg("noticed"))
      .def("saved", py::overload_cast<const Evidence&>(&saved_columns))
      .def(
          "saved_table", [](const Evidence& self, std::string_view table) { return saved_columns(self, table_of(self, table)); },
          py::arg("table"))
      .def("restored_table", &restored_table, py::arg("table"), py::arg("columns"))
      .def_property_readonly(
          "tables",
          [](const Evidence& self) {
            std::vector<std::pair<std::string, std::size_t>> given;
            const auto& tables = self.model().derived().tables;
            for (std::size_t i = 0; i < tables.size(); ++i)
              if (const auto rows = self.rows_below(i)) given.emplace_back(tables[i].name, *rows);
            return given;
          },
          "The tables below the units that were given, each with its number of rows.")
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
      .def("table", py::overload_cast<const Evidence&>(&chiso::evidence_table), py::call_guard<py::gil_scoped_release>())
      .def(
          "table_below", [](const Evidence& self, std::string_view table) { return chiso::evidence_table(self, table_of(self, table)); },
          py::arg("table"), py::call_guard<py::gil_scoped_release>())
      .def_property_readonly("roster", &Evidence::roster)
      .def("unreported",
           [](const Evidence& self) {
             std::vector<std::tuple<std::string, std::string, std::string>> out;
             for (const auto& one : self.unreported()) out.emplace_back(one.unit, one.block, one.period);
             return out;
           })
      .def("warnings", &Evidence::warnings, py::call_guard<py::gil_scoped_release>())
      .def("left_out", &Evidence::left_out)
      .def("__eq__", [](const Evidence& self, const Evidence& other) { return self == other; }, py::is_operator());
}
}
