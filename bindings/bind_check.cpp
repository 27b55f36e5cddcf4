#include <pybind11/stl.h>
#include "bindings.hpp"
#include "card.hpp"
#include <chiso/check/check_report.hpp>
#include <chiso/check/implied_counts.hpp>
#include <chiso/io/findings/findings.hpp>
#include <variant>

namespace chiso_python {
namespace {
struct StateName {
  static constexpr const char* value = "State";
  static constexpr char type[] = "chiso.checks.State";
};
using StateOf = ObjectOf<StateName>;
using DayOf = ObjectOf<DateName>;
using ExactValue = std::variant<bool, DayOf, StateOf, Fraction, std::string>;
using TypedValue = std::variant<bool, DayOf, StateOf, chiso::Decimal, std::string>;

StateOf state_of(chiso::State state) { return imported("chiso.checks", StateName{})(std::string(name_of(state))); }
DayOf day_of(chiso::Date date) { return DayOf(imported("datetime", DateName{}).attr("fromisoformat")(date.text())); }
/// A value; a number is made by number(number).
template <class Value, class Number>
Value value_of(const chiso::CheckValue& value, const Number& number) {
  if (const auto* state = std::get_if<chiso::State>(&value)) return state_of(*state);
  if (const auto* truth = std::get_if<bool>(&value)) return *truth;
  if (const auto* option = std::get_if<std::string>(&value)) return *option;
  if (const auto* date = std::get_if<chiso::Date>(&value)) return day_of(*date);
  return number(std::get<chiso::Rational>(value));
}
std::optional<ExactValue> exact(const std::optional<chiso::CheckValue>& value) {
  if (!value) return {};
  return value_of<ExactValue>(*value, [](const chiso::Rational& number) { return fraction(number); });
}
py::int_ whole(const chiso::Rational& value) {
  return py::reinterpret_steal<py::int_>(PyLong_FromString(value.text().c_str(), nullptr, 10));
}

/// Whose a row is: unit, block, period and track.
using RowNames = std::tuple<std::string, std::string, std::string, std::string>;
RowNames row_names_of(const chiso::CheckReport& report, std::size_t row) {
  const auto& evidence = report.evidence;
  return {std::string(evidence.unit(row)), std::string(evidence.block(row)), std::string(evidence.period(row)),
          report.model.tracks()[evidence.track(row)]};
}
using SlipRow = std::tuple<std::string, chiso::Decimal, chiso::SlipKind, std::vector<std::string>>;
using Figures = std::vector<std::pair<std::string, TypedValue>>;
using Pair = std::pair<Fraction, Fraction>;
/// The members of a finding in the order of chiso.checks.Finding, with the names of its row as one.
using FindingRow =
    std::tuple<std::string, RowNames, chiso::Severity, std::optional<chiso::RoundedOtherwise>, Figures, std::optional<ExactValue>,
               std::variant<std::monostate, ExactValue, Pair>, std::optional<std::string>, std::vector<SlipRow>, std::size_t, bool>;

FindingRow finding_row(const chiso::CheckReport& report, const chiso::Finding& finding) {
  const auto& model = report.model;
  const auto id = [&](std::size_t check) { return model.checks()[check].id; };
  Figures figures;
  for (const auto& [measure, value] : finding.figures) {
    const auto& [name, decimals] = std::pair(model.measures()[measure].name, model.measures()[measure].decimals);
    const auto typed = [&](const chiso::Rational& number) {
      const auto fixed = number.rounded(decimals, chiso::Rounding::half_up);  // nothing is rounded: it is a cell
      return chiso::Decimal(fixed.digits(), fixed.scale());
    };
    figures.emplace_back(name, value_of<TypedValue>(value, typed));
  }
  std::variant<std::monostate, ExactValue, Pair> expected;
  if (const auto& range = finding.expected_range)
    expected = Pair(fraction((*range)[0]), fraction((*range)[1]));
  else if (finding.expected)
    expected = *exact(finding.expected);
  std::vector<SlipRow> slips;
  for (const auto& slip : finding.slips) {
    std::vector<std::string> repairs;
    for (const auto check : slip.repairs) repairs.push_back(id(check));
    slips.emplace_back(model.measures()[slip.measure].name, slip.value, slip.kind, std::move(repairs));
  }
  return {id(finding.check),
          row_names_of(report, finding.row),
          finding.severity,
          finding.rounded,
          std::move(figures),
          exact(finding.found),
          std::move(expected),
          finding.sign.empty() ? std::nullopt : std::optional(std::string(finding.sign)),
          std::move(slips),
          finding.slip_count,
          finding.likely_slip() != nullptr};
}
}

void bind_check(py::module_& module) {
  using chiso::CheckReport;
  using chiso::Text;
  py::class_<CheckReport>(module, "CheckReport")
      .def(py::init([](const chiso::Evidence& evidence, const chiso::Model& model) { return check(evidence, model); }), py::arg("evidence"),
           py::arg("model"), py::call_guard<py::gil_scoped_release>())
      .def("_findings",
           [](const CheckReport& self) {
             std::vector<FindingRow> out;
             out.reserve(self.findings.size());
             for (const auto& finding : self.findings) out.push_back(finding_row(self, finding));
             return out;
           })
      .def("_implied",
           [](const CheckReport& self) {
             std::vector<std::tuple<std::string, RowNames, std::string, py::int_, py::int_>> out;
             for (const auto& one : self.implied)
               out.emplace_back(self.model.checks()[one.check].id, row_names_of(self, one.row), self.model.measures()[one.measure].name,
                                whole(one.least), whole(one.most));
             return out;
           })
      .def("_judged",
           [](const CheckReport& self) {
             std::vector<std::tuple<std::string, std::vector<std::size_t>>> out;
             for (std::size_t at = 0; at < self.judged.size(); ++at) {
               const auto& of = self.judged[at];
               out.emplace_back(self.model.checks()[at].id, std::vector<std::size_t>{of.held, of.failed, of.warned, of.missing,
                                                                                     of.not_applicable, of.undefined, of.too_few});
             }
             return out;
           })
      .def(
          "words",
          [](const CheckReport& self, Text::Language language) {
            std::vector<std::string> out;
            out.reserve(self.findings.size());
            for (const auto& finding : self.findings)
              out.push_back(row_words(self, finding.row, language) + ": " + finding_words(self, finding, language));
            return out;
          },
          py::arg("language") = py::none(), py::call_guard<py::gil_scoped_release>(), "Each finding in a sentence.")
      .def(
          "text", [](const CheckReport& self, Text::Language language) { return findings_text(self, {.language = language}); },
          py::arg("language") = py::none(), py::call_guard<py::gil_scoped_release>(),
          "Findings, implied counts and judged counts as text, in aligned columns.")
      .def(
          "html", [](const CheckReport& self, Text::Language language) { return findings_html(self, {.language = language}); },
          py::arg("language") = py::none(), py::call_guard<py::gil_scoped_release>(),
          "The same as a page of HTML for A4, a phone, light and dark.")
      .def(
          "csv", [](const CheckReport& self, Text::Language language) { return findings_csv(self, {.language = language}); },
          py::arg("language") = py::none(), py::call_guard<py::gil_scoped_release>(),
          "The findings as CSV, as ``chiso check -o`` writes them.")
      .def("_repr_html_", [](const CheckReport& self) {
        const auto language = language_in_force();
        const py::gil_scoped_release released;
        return findings_fragment(self, {.language = language});
      });

  module.def(
      "implied_counts",
      [](std::int64_t digits, int decimals, std::optional<std::int64_t> numerator, std::optional<std::int64_t> denominator) {
        const auto range = implied_counts(chiso::Decimal::fixed(digits, decimals), {.numerator = numerator, .denominator = denominator});
        return range ? std::optional(std::pair(whole(range->least), whole(range->most))) : std::nullopt;
      },
      py::arg("digits"), py::arg("decimals"), py::arg("numerator"), py::arg("denominator"));
}
}
