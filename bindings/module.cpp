#include "bindings.hpp"
#include <chiso/core/build.hpp>

// Everything that is bound is immutable and shared, or used by one thread (a frame that is being read), so the interpreter's lock is not
// needed.
PYBIND11_MODULE(_core, module, pybind11::mod_gil_not_used()) {
  using namespace chiso_python;
  module.doc() = "The compiled part of chiso. What is public is in the package `chiso`.";
  module.attr("__version__") = std::string(chiso::version);
  bind_language(module);
  bind_problems(module);
  bind_described(module);
  bind_model(module);
  bind_table(module);
  bind_evidence(module);
  bind_frame(module);
  bind_sheet(module);
  bind_parts(module);
  bind_scores(module);
  bind_stream(module);
  bind_scorecard(module);
  bind_check(module);
  bind_explain(module);
  bind_missing(module);
  bind_verify(module);
  bind_plan(module);
  bind_weights(module);
  bind_plans(module);
  bind_command_line(module);
}
