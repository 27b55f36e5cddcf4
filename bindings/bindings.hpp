#pragma once
#include <pybind11/pybind11.h>

// The functions by which each file of bindings adds to the module. All classes are declared before any member, so that signatures name
// Python types.
namespace chiso_python {
namespace py = pybind11;

void bind_language(py::module_& module);
void bind_problems(py::module_& module);
void bind_described(py::module_& module);
void bind_model(py::module_& module);
void bind_table(py::module_& module);
void bind_frame(py::module_& module);
void bind_sheet(py::module_& module);
void bind_evidence(py::module_& module);
void bind_parts(py::module_& module);
void bind_scores(py::module_& module);
void bind_stream(py::module_& module);
void bind_scorecard(py::module_& module);
void bind_check(py::module_& module);
void bind_explain(py::module_& module);
void bind_missing(py::module_& module);
void bind_verify(py::module_& module);
void bind_plan(py::module_& module);
void bind_weights(py::module_& module);
void bind_plans(py::module_& module);
void bind_command_line(py::module_& module);
}
