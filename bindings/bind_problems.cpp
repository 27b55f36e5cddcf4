#include <pybind11/stl.h>
#include <pybind11/typing.h>
#include "arguments.hpp"
#include "bindings.hpp"
#include "casters.hpp"
#include "language.hpp"
#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/core/problems.hpp>
#include <chiso/core/report.hpp>
#include <chiso/io/problems/problems.hpp>
#include <exception>
#include <io/problems/python_problems.hpp>
#include <map>
#include <mutex>

namespace chiso_python {
using chiso::Problem;
namespace {
const chiso::ProblemEntry& entry_of(const std::string& code) {
  const auto* entry = chiso::find_problem(code);
  if (!entry) throw py::value_error("no problem has the code '" + code + "'");
  return *entry;
}
/// An entry for problems that were pickled before problems had arguments: it shows their two texts as they are.
const chiso::ProblemEntry& entry_of_texts(const std::string& code) {
  static std::mutex used;
  static std::map<const chiso::ProblemEntry*, chiso::ProblemEntry> made;
  const std::scoped_lock locked(used);
  const auto& entry = entry_of(code);
  auto& out = made.try_emplace(&entry, entry).first->second;
  out.found = {"{0}", "{0}"}, out.expected = {"{1}", "{1}"};
  return out;
}
/// Whether a problem has only texts instead of the arguments of its kind.
bool has_texts(const Problem& problem) { return problem.entry != chiso::find_problem(problem.code()); }

/// Compares a problem with one from an older pickle by what they say.
bool same(const Problem& a, const Problem& b) {
  return a == b || (a.code() == b.code() && a.severity == b.severity && a.place == b.place && a.found() == b.found() &&
                    a.expected() == b.expected() && a.suggestion() == b.suggestion());
}
using ArgumentTuple = py::typing::Tuple<chiso::Argument, py::ellipsis>;
py::tuple arguments_of(const Problem& problem) {
  py::tuple out(problem.arguments.size());
  for (std::size_t i = 0; i < problem.arguments.size(); ++i) out[i] = problem.arguments[i];
  return out;
}
py::tuple place_of(const chiso::Place& place) {
  return py::make_tuple(place.pointer, place.within, place.line, place.column, place.row, place.sheet ? *place.sheet : std::string());
}
py::tuple reduced(const Problem& problem) {
  const auto& place = problem.place;
  if (has_texts(problem))
    return py::make_tuple(py::module_::import("chiso.errors").attr("restored_problem"),
                          py::make_tuple(problem.code(), problem.severity, place.pointer, place.within, place.line, place.column, place.row,
                                         problem.found(), problem.expected(), problem.suggestion()));
  return py::make_tuple(py::module_::import("chiso.problems").attr("restored_problem"),
                        py::make_tuple(1, problem.code(), arguments_of(problem), problem.severity, place_of(place), problem.hint));
}
struct ModelErrorName {
  static constexpr char type[] = "chiso.errors.ModelError";
};
struct EvidenceErrorName {
  static constexpr char type[] = "chiso.errors.EvidenceError";
};
struct UnknownNameErrorName {
  static constexpr char type[] = "chiso.errors.UnknownNameError";
};
/// The first problems, and how many more there are: a message must fit into a traceback on a screen.
std::string message(const chiso::Error& error) {
  constexpr chiso::Words rest{"and {0} more, in .problems", "và còn {0} lỗi khác, trong .problems"};
  constexpr std::size_t most = 10;
  const auto language = language_of_messages();
  const auto whole = to_text(error, language);
  if (error.total() <= most) return whole;
  std::size_t end = 0;
  for (std::size_t line = 0; line <= most && end != whole.npos; ++line) end = whole.find('\n', line == 0 ? 0 : end + 1);
  return whole.substr(0, end) + "\n  " + to_text(rest, {error.total() - most}, language);
}
/// The exception of the package for a C++ error; the C++ class determines its class.
py::object exception(const char* name, const chiso::Error& error) {
  return py::module_::import("chiso.errors").attr(name)(message(error), error.problems(), error.total());
}
void raise(const char* name, const chiso::Error& error) {
  const auto value = exception(name, error);
  PyErr_SetObject(py::type::handle_of(value).ptr(), value.ptr());
}
void translate(std::exception_ptr thrown) {
  try {
    if (thrown) std::rethrow_exception(std::move(thrown));
  } catch (const chiso::ModelError& error) {
    raise("ModelError", error);
  } catch (const chiso::EvidenceError& error) {
    raise("EvidenceError", error);
  } catch (const chiso::ShapeError& error) {
    raise("ShapeError", error);
  } catch (const chiso::UnknownNameError& error) {
    raise("UnknownNameError", error);
  } catch (const chiso::FileError& error) {
    const auto value = py::module_::import("chiso.errors")
                           .attr("file_error")(to_text(error, language_of_messages()), error.problems(), error.error_number());
    PyErr_SetObject(py::type::handle_of(value).ptr(), value.ptr());
  } catch (const chiso::Error& error) {
    raise("Error", error);
  }
}
}

void bind_problems(py::module_& module) {
  py::register_local_exception_translator(translate);
  py::class_<Problem>(module, "Problem", "One problem in a model or in evidence: what was found, where, and what was expected.")
      .def(py::init([](const std::string& code, chiso::Arguments arguments, chiso::Severity severity, std::string pointer,
                       std::size_t within, std::size_t line, std::size_t column, std::size_t row, std::string sheet, chiso::Argument hint) {
             auto out = problem_at({std::move(pointer), within, line, column, row, {}}, severity, entry_of(code), std::move(arguments));
             if (!sheet.empty()) out.place.sheet = std::move(sheet);
             out.hint = std::move(hint);
             return out;
           }),
           py::arg("code"), py::arg("arguments") = py::tuple(), py::kw_only(), py::arg("severity") = chiso::Severity::error,
           py::arg("pointer") = "", py::arg("within") = 0, py::arg("line") = 0, py::arg("column") = 0, py::arg("row") = 0,
           py::arg("sheet") = "", py::arg("hint") = "", "A problem of a kind that chiso knows; a ValueError for another code.")
      .def_static(
          "of_texts",
          [](const std::string& code, chiso::Severity severity, std::string pointer, std::size_t within, std::size_t line,
             std::size_t column, std::size_t row, std::string found, std::string expected, std::string hint) {
            auto out = problem_at({std::move(pointer), within, line, column, row, {}}, severity, entry_of_texts(code),
                                  {std::move(found), std::move(expected)});
            out.hint = std::move(hint);
            return out;
          },
          py::arg("code"), py::arg("severity"), py::arg("pointer"), py::arg("within"), py::arg("line"), py::arg("column"), py::arg("row"),
          py::arg("found"), py::arg("expected"), py::arg("hint"), "One that was pickled as texts, before problems had arguments.")
      .def_property_readonly("code", &Problem::code, "Stable, dotted, for programs: ``key.unknown``.")
      .def_property_readonly(
          "severity", [](const Problem& self) { return self.severity; }, "``error`` or ``warning``.")
      .def_property_readonly(
          "pointer", [](const Problem& self) { return self.place.pointer; },
          "Where it is, as a JSON pointer: within a model, or ``/row/column`` of a table, rows from 0. Of a file, its name.")
      .def_property_readonly(
          "place", [](const Problem& self) { return to_text(self.place, language_in_force()); },
          "Where it is, as messages say it: the pointer into a model; of a table the column, and the row too where no line of a file says "
          "it.")
      .def_property_readonly(
          "within", [](const Problem& self) { return self.place.within; }, "Characters into the text at the pointer, from 0.")
      .def_property_readonly(
          "line", [](const Problem& self) { return self.place.line; }, "Of a file, from 1; 0 where no file is known.")
      .def_property_readonly(
          "column", [](const Problem& self) { return self.place.column; },
          "Of a file, in characters, from 1; of a workbook the column, of which A is 1; else 0.")
      .def_property_readonly(
          "row", [](const Problem& self) { return self.place.row; }, "The row that a spreadsheet shows, from 1; 0 where no file is known.")
      .def_property_readonly(
          "sheet", [](const Problem& self) { return self.place.sheet ? *self.place.sheet : std::string(); },
          "The worksheet of a workbook; empty elsewhere.")
      .def_property_readonly(
          "cell", [](const Problem& self) { return sheet_cell(self.place); },
          "The cell of a workbook, as spreadsheets name it: ``Sheet1!D7``; empty elsewhere.")
      .def_property_readonly(
          "arguments", [](const Problem& self) -> ArgumentTuple { return arguments_of(self); },
          "The data that the texts are made of: texts, whole numbers, rows of tables (row, line, row of the sheet), and phrases (English, "
          "Vietnamese, arguments of their own).")
      .def_property_readonly(
          "found", [](const Problem& self) { return self.found(language_in_force()); },
          "What was found, in the language in force (`chiso.set_language`).")
      .def_property_readonly(
          "expected", [](const Problem& self) { return self.expected(language_in_force()); }, "What was expected instead.")
      .def_property_readonly(
          "hint", [](const Problem& self) { return self.suggestion(language_in_force()); }, "A suggestion, where one is near; else empty.")
      .def(
          "text", [](const Problem& self, chiso::Text::Language language) { return chiso::to_text(self, language); },
          py::arg("language") = py::none(), "The problem in one line; in the language in force if none is given.")
      .def("__str__", [](const Problem& self) { return to_text(self, language_in_force()); })
      .def("__repr__",
           [](const Problem& self) { return "<chiso.Problem " + self.code() + ": " + to_text(self, language_in_force()) + ">"; })
      .def("__eq__", &same, py::is_operator())
      .def("__hash__", [](const Problem& self) { return py::hash(py::make_tuple(self.code(), self.place.pointer, self.found())); })
      .def("__reduce__", &reduced);

  module.def(
      "phrase",
      [](std::string_view name, const py::Args<chiso::Argument>& arguments) {
        const auto at = std::find_if(std::begin(chiso::python_phrases), std::end(chiso::python_phrases),
                                     [&](const auto& phrase) { return phrase.name == name; });
        if (at == std::end(chiso::python_phrases)) throw py::value_error("no phrase is called '" + std::string(name) + "'");
        return chiso::Argument(at->words, arguments.cast<chiso::Arguments>());
      },
      py::arg("name"), "A phrase in both languages, to be an argument of a problem, with what stands in its holes.");
  module.def(
      "unknown_node",
      [](std::string_view id, const std::vector<std::string>& ids) -> ObjectOf<UnknownNameErrorName> {
        try {
          chiso::index_of_name(chiso::nouns::criterion, id, ids);
        } catch (const chiso::UnknownNameError& error) {
          return exception("UnknownNameError", error);
        }
        throw py::value_error("the id is known");
      },
      py::arg("id"), py::arg("ids"), "The error of an id that no criterion or entry has.");
  module.def(
      "nearest",
      [](std::string_view name, const std::vector<std::string>& names) {
        return std::string(chiso::nearest(name, {names.begin(), names.end()}).value_or(""));
      },
      py::arg("name"), py::arg("names"), "The name that was probably meant; empty where none is near.");
  module.def(
      "with_hint",
      [](Problem problem, chiso::Argument hint) {
        problem.hint = std::move(hint);
        return problem;
      },
      py::arg("problem"), py::arg("hint"), "The same problem with another suggestion.");
  module.def(
      "model_error",
      [](std::vector<Problem> problems) -> ObjectOf<ModelErrorName> {
        const chiso::ModelError error(std::move(problems));
        return exception("ModelError", error);
      },
      py::arg("problems"), "The error of a model with these problems, which the package found.");
  module.def(
      "evidence_error",
      [](std::vector<Problem> problems, std::size_t total) -> ObjectOf<EvidenceErrorName> {
        return exception("EvidenceError", chiso::EvidenceError(std::move(problems), total));
      },
      py::arg("problems"), py::arg("total"), "The error of a table with these problems.");
}
}
