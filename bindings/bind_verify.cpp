#include <pybind11/stl.h>
#include "bindings.hpp"
#include "casters.hpp"
#include "scored.hpp"
#include <chiso/explain/verify.hpp>
#include <chiso/io/explain/verification.hpp>
#include <chiso/io/read/evidence.hpp>

namespace chiso_python {
namespace {
/// What was published of scores, beside what was computed.
struct Verified {
  Scored scored;
  chiso::Verification found;
  std::vector<std::string> row(std::size_t row) const {
    const auto& evidence = scored.scores().evidence();
    return {std::string(evidence.unit(row)), std::string(evidence.block(row)), std::string(evidence.period(row)),
            scored.scores().model().tracks()[evidence.track(row)]};
  }
};
using PublishedValue = std::variant<std::monostate, std::int64_t, chiso::Decimal, std::string>;
PublishedValue value_of(chiso::PublishedFigure figure, const std::optional<chiso::Decimal>& number, std::string_view class_id) {
  if (figure == chiso::PublishedFigure::class_) return class_id.empty() ? PublishedValue() : PublishedValue(std::string(class_id));
  if (!number) return {};
  return figure == chiso::PublishedFigure::rank ? PublishedValue(number->scaled(0).value()) : PublishedValue(*number);
}
using DifferenceRow = std::tuple<std::vector<std::string>, chiso::PublishedFigure, PublishedValue, PublishedValue, chiso::PublishedCause,
                                 std::optional<chiso::RoundedAs>, std::optional<int>>;
}

void bind_verify(py::module_& module) {
  module.def(
      "published_table", [](const Scored& scored, std::string_view period) { return published_table(scored.scores(), period); },
      py::arg("scores"), py::arg("period"));

  py::class_<Verified>(module, "Verification")
      .def(py::init(
               [](const Scored& scored, const chiso::Evidence& published) { return Verified{scored, verify(scored.ranked(), published)}; }),
           py::arg("scores"), py::arg("published"), py::call_guard<py::gil_scoped_release>())
      .def_property_readonly(
          "rows", [](const Verified& self) { return self.found.rows; }, "How many rows of the published table were compared.")
      .def_property_readonly(
          "figures", [](const Verified& self) { return self.found.figures; }, "How many published figures were compared.")
      .def_property_readonly(
          "absent_columns", [](const Verified& self) { return self.found.absent_columns; },
          "Of ``index``, ``rank`` and ``class`` those of which the table publishes none.")
      .def_property_readonly(
          "other_rows", [](const Verified& self) { return self.found.other_rows; },
          "How many further rows were scored, in blocks, periods or tracks that the table does not have.")
      .def("_differences",
           [](const Verified& self) {
             std::vector<DifferenceRow> out;
             for (const auto& one : self.found.differences)
               out.emplace_back(self.row(one.row), one.figure, value_of(one.figure, one.published, one.published_class),
                                value_of(one.figure, one.expected, one.expected_class), one.cause, one.rounding, one.decimals);
             return out;
           })
      .def("_unpublished",
           [](const Verified& self) {
             std::vector<std::pair<std::vector<std::string>, chiso::PublishedFigure>> out;
             for (const auto& one : self.found.unpublished) out.emplace_back(self.row(one.row), one.figure);
             return out;
           })
      .def("_absent_rows",
           [](const Verified& self) {
             std::vector<std::vector<std::string>> out;
             for (const auto row : self.found.absent_rows) out.push_back(self.row(row));
             return out;
           })
      .def(
          "table", [](const Verified& self) { return verification_table(self.scored.ranked(), self.found); },
          "What was found as a table, of which `frame` makes a data frame.")
      .def(
          "text",
          [](const Verified& self, chiso::Text::Language language) {
            return verification_text(self.scored.ranked(), self.found, {.language = language});
          },
          py::arg("language") = py::none(), py::call_guard<py::gil_scoped_release>(), "All of it as text, for people.")
      .def("_repr_html_", [](const Verified& self) {
        const auto language = language_in_force();
        const py::gil_scoped_release released;
        return verification_fragment(self.scored.ranked(), self.found, {.language = language});
      });
}
}
