#include <pybind11/stl.h>
#include "bindings.hpp"
#include <chiso/evidence/cohort_totals.hpp>
#include <chiso/expr/rational.hpp>
#include <chiso/rank/standings.hpp>
#include <tuple>

// What parts of a table hand on to one another. Saved as texts and whole numbers, so that every later version reads them.
namespace chiso_python {
using chiso::CohortName;
using chiso::CohortTotals;
using chiso::Standings;
namespace {
using Texts = std::vector<std::string>;
/// How many rows count, their sum, the best of them.
using SavedTotal = std::tuple<std::int64_t, std::string, std::string>;
/// Block, period, track, and the total of each term.
using SavedTotals = std::tuple<std::string, std::string, std::string, std::vector<SavedTotal>>;
/// Block, period, track, the units, and their figures, one after the other.
using SavedStandings = std::tuple<std::string, std::string, std::string, Texts, std::vector<std::optional<std::string>>>;

[[noreturn]] void damaged(const std::string& what, const std::string& why) {
  throw py::value_error("the saved " + what + " are damaged: " + why);
}
CohortName restored_name(const std::string& what, const chiso::Model& model, std::string block, std::string period,
                         const std::string& track) {
  const auto place = model.track(track);
  if (!place) damaged(what, "a track '" + track + "' that the model lacks");
  return {std::move(block), std::move(period), static_cast<std::uint16_t>(*place)};
}
chiso::Rational restored_number(const std::string& what, const std::string& text) {
  auto out = chiso::Rational::of_text(text);
  if (!out) damaged(what, "the number '" + text.substr(0, 40) + "'");
  return *out;
}

std::vector<SavedTotals> saved_totals(const CohortTotals& totals) {
  std::vector<SavedTotals> out;
  for (const auto& [name, terms] : totals.entries()) {
    auto& of = out.emplace_back(name.block, name.period, totals.model().tracks()[name.track], std::vector<SavedTotal>());
    for (const auto& term : terms) std::get<3>(of).emplace_back(term.rows, term.sum.text(), term.best.text());
  }
  return out;
}
CohortTotals restored_totals(const chiso::Model& model, std::vector<SavedTotals> saved) {
  std::vector<CohortTotals::Entry> entries;
  for (auto& [block, period, track, terms] : saved) {
    auto& of =
        entries.emplace_back(CohortTotals::Entry{.name = restored_name("cohorts", model, std::move(block), std::move(period), track)});
    for (const auto& [rows, sum, best] : terms)
      of.terms.push_back({rows, restored_number("cohorts", sum), restored_number("cohorts", best)});
  }
  return {model, std::move(entries)};
}

std::vector<SavedStandings> saved_standings(const Standings& standings) {
  std::vector<SavedStandings> out;
  for (const auto& [name, units, figures] : standings.entries()) {
    auto& of =
        out.emplace_back(name.block, name.period, standings.model().tracks()[name.track], units, std::vector<std::optional<std::string>>());
    for (const auto& figure : figures) {
      const auto value = figure.value();
      std::get<4>(of).push_back(value ? std::optional(chiso::Rational(*value).text()) : std::nullopt);
    }
  }
  return out;
}
Standings restored_standings(const chiso::Model& model, std::vector<SavedStandings> saved) {
  std::vector<Standings::Entry> entries;
  for (auto& [block, period, track, units, figures] : saved) {
    auto& of =
        entries.emplace_back(Standings::Entry{.name = restored_name("standings", model, std::move(block), std::move(period), track)});
    of.units = std::move(units);
    for (const auto& text : figures) {
      const auto value = text ? restored_number("standings", *text).small() : std::nullopt;
      const auto figure = text && !value ? std::nullopt : chiso::Figure::of_value(value, model.ranking().key);
      if (!figure) damaged("standings", "the index '" + text->substr(0, 40) + "'");
      of.figures.push_back(*figure);
    }
  }
  return {model, std::move(entries)};
}
}

void bind_parts(py::module_& module) {
  const auto merged = [](const auto& self, const auto& other) {
    auto out = self;
    out.merge(other);
    return out;
  };
  py::class_<CohortTotals>(module, "CohortTotals")
      .def_static("of", &chiso::cohort_totals, py::arg("evidence"), py::arg("model"), py::call_guard<py::gil_scoped_release>())
      .def_static("restored", &restored_totals, py::arg("model"), py::arg("saved"))
      .def("saved", &saved_totals)
      .def(
          "merged", [=](const CohortTotals& self, const CohortTotals& other) { return merged(self, other); }, py::arg("other"),
          py::call_guard<py::gil_scoped_release>())
      .def_property_readonly("cohorts", [](const CohortTotals& self) { return self.entries().size(); })
      .def("__eq__", [](const CohortTotals& self, const CohortTotals& other) { return self == other; }, py::is_operator());

  py::class_<Standings>(module, "Standings")
      .def_static("restored", &restored_standings, py::arg("model"), py::arg("saved"))
      .def("saved", &saved_standings)
      .def(
          "merged", [=](const Standings& self, const Standings& other) { return merged(self, other); }, py::arg("other"),
          py::call_guard<py::gil_scoped_release>())
      .def_property_readonly("cohorts", [](const Standings& self) { return self.entries().size(); })
      .def_property_readonly("ranked",
                             [](const Standings& self) {
                               std::size_t out = 0;
                               for (const auto& entry : self.entries()) out += entry.units.size();
                               return out;
                             })
      .def("__eq__", [](const Standings& self, const Standings& other) { return self == other; }, py::is_operator());
}
}
