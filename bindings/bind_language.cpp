#include "bindings.hpp"
#include "casters.hpp"
#include "language.hpp"
#include <chiso/core/error.hpp>
#include <io/words/usual_language.hpp>

namespace chiso_python {
namespace {
struct ChosenName {
  static constexpr const char* value = "CHOSEN";
};
}

chiso::Text::Language language_in_force() {
  PyObject* chosen = nullptr;
  if (PyContextVar_Get(imported("chiso.languages", ChosenName{}).ptr(), nullptr, &chosen) < 0) throw py::error_already_set();
  const auto name = py::reinterpret_steal<py::object>(chosen);
  return name.is_none() ? chiso::usual_language() : name.cast<chiso::Text::Language>();
}

chiso::Text::Language language_of_messages() {
  try {
    return language_in_force();
  } catch (const chiso::Error&) {
    return chiso::language_of_locale();
  }
}

void bind_language(py::module_& module) {
  module.def(
      "settled_language", [](chiso::Text::Language language) { return language; }, py::arg("language"),
      "A language that was asked for, or, for None, the one in force.");
}
}
