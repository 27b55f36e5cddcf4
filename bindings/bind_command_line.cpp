#include <pybind11/stl.h>
#include "bindings.hpp"
#include "casters.hpp"
#include <chiso/core/error.hpp>
#include <cli/command_line.hpp>
#include <cli/workbooks.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace chiso_python {
namespace {
struct EvidenceErrorType {
  static constexpr const char* value = "EvidenceError";
};
/// Runs work under the lock of the interpreter, whose errors become those of C++.
template <class Work>
auto in_python(const Work& work) {
  const py::gil_scoped_acquire acquired;
  try {
    return work();
  } catch (const py::error_already_set& error) {
    const auto& value = error.value();
    if (error.matches(imported("chiso.errors", EvidenceErrorType{})))
      throw chiso::EvidenceError(py::list(value.attr("problems")).cast<std::vector<chiso::Problem>>(),
                                 value.attr("total").cast<std::size_t>());
    throw std::runtime_error(py::str(value).cast<std::string>());
  }
}
/// Opens and writes workbooks by the modules of the package.
class PythonWorkbooks final : public chiso_cli::Workbooks {
 public:
  using Sheet = std::optional<std::string>;
  chiso::SheetReader sheet(const std::string& file, const chiso::Model& model, const chiso::ReadingOptions& options,
                           const Sheet& sheet) override {
    return reader(file, model, options, sheet);
  }
  chiso::SheetReader sheet(const std::string& file, const chiso::TableBelow& below, const chiso::ReadingOptions& options,
                           const Sheet& sheet) override {
    return reader(file, below, options, sheet);
  }
  chiso::SheetReader sheet(const std::string& file, const chiso::TableBeside& beside, const chiso::ReadingOptions& options,
                           const Sheet& sheet) override {
    return reader(file, beside, options, sheet);
  }
  std::optional<chiso::SheetReader> table(const std::string& file, const chiso::TableBelow& below,
                                          const chiso::ReadingOptions& options) override {
    return in_python([&]() -> std::optional<chiso::SheetReader> {
      const py::object found = of_module("chiso.workbook", "Workbook")(file).attr("table")(below, options);
      if (found.is_none()) return {};
      return std::move(found.cast<chiso::SheetReader&>());
    });
  }
  void write_scores(const std::string& file, const chiso::Model& model, const chiso::Table& ranking, const chiso::Table& cards,
                    const std::string& findings, chiso_cli::Language language) override {
    in_python([&] { of_module("chiso.workbook_out", "write_scores")(file, model, ranking, cards, findings, language); });
  }
  void write_template(const std::string& file, const chiso::Model& model, const chiso::EvidenceSheetOptions& options, bool form) override {
    const bool companions = options.columns == chiso::SheetColumns::all;
    in_python([&] {
      if (form)
        of_module("chiso.workbook_form", "write_form")(file, model, options.language, companions);
      else
        of_module("chiso.workbook_template", "write_template")(file, model, options.language, companions, options.table);
    });
  }

 private:
  static py::object of_module(const char* module, const char* name) { return py::module_::import(module).attr(name); }
  template <class Of>
  chiso::SheetReader reader(const std::string& file, const Of& of, const chiso::ReadingOptions& options, const Sheet& sheet) {
    return in_python([&] {
      const py::object found = of_module("chiso.workbook", "Workbook")(file).attr("evidence")(of, options, sheet);
      return std::move(found.cast<chiso::SheetReader&>());
    });
  }
};
}

void bind_command_line(py::module_& module) {
  module.def(
      "run_command_line",
      [](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "chiso");
        std::vector<char*> pointers;
        for (auto& argument : arguments) pointers.push_back(argument.data());
        pointers.push_back(nullptr);
        PythonWorkbooks workbooks;
        const py::gil_scoped_release released;
        return chiso_cli::run_command_line(static_cast<int>(arguments.size()), pointers.data(), &workbooks);
      },
      py::arg("arguments"), "Runs the command line and returns its exit code.");
}
}
