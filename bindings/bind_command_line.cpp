#include <pybind11/stl.h>
#include "bindings.hpp"
#include <cli/command_line.hpp>
#include <string>
#include <vector>

namespace chiso_python {
void bind_command_line(py::module_& module) {
  module.def(
      "run_command_line",
      [](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "chiso");
        std::vector<char*> pointers;
        for (auto& argument : arguments) pointers.push_back(argument.data());
        pointers.push_back(nullptr);
        return chiso_cli::run_command_line(static_cast<int>(arguments.size()), pointers.data());
      },
      py::arg("arguments"), py::call_guard<py::gil_scoped_release>(), "Runs the command line and returns its exit code.");
}
}
