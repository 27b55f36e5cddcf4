#include <pybind11/stl.h>
#include "bindings.hpp"
#include <chiso/evidence/cohort_totals.hpp>
#include <chiso/expr/rational.hpp>
#include <chiso/rank/classes.hpp>
#include <chiso/rank/ranking_keys.hpp>
#include <tuple>

// The objects that parts of a table pass to one another. They are saved as texts and whole numbers, so that every later version can read
// them.
namespace chiso_python {
using chiso::CohortName;
using chiso::CohortTotals;
using chiso::RankingKeys;
namespace {
using Texts = std::vector<std::string>;
/// How many rows count, their sum, and the best of them.
using SavedTotal = std::tuple<std::int64_t, std::string, std::string>;
/// Block, period, track, and the total of each term.
using SavedTotals = std::tuple<std::string, std::string, std::string, std::vector<SavedTotal>>;
/// Block, period, track, the units, and of each in turn what it is compared by: its index, then each index or value that breaks ties; then
/// what its class follows from, if the model has quotas.
using SavedNumbers = std::vector<std::optional<std::string>>;
using SavedKeys = std::tuple<std::string, std::string, std::string, Texts, SavedNumbers>;

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

std::vector<SavedKeys> saved_keys(const RankingKeys& keys) {
  std::vector<SavedKeys> out;
  for (const auto& entry : keys.entries()) {
    const auto& [name, units, indices, values, classes] = entry;
    const auto class_width = keys.class_width(name.block);
    auto& list = std::get<4>(out.emplace_back(name.block, name.period, keys.model().tracks()[name.track], units, SavedNumbers()));
    auto index = indices.begin();
    auto value = values.begin();
    const auto add_index = [&] {
      const auto of = (index++)->value();
      list.push_back(of ? std::optional(chiso::Rational(*of).text()) : std::nullopt);
    };
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
      add_index();
      for (const auto& tie : keys.model().tie_break()) {
        if (!tie.value)
          add_index();
        else if (const auto& of = *value++; true)
          list.push_back(of ? std::optional(of->text()) : std::nullopt);
      }
      for (std::size_t i = 0; i < class_width; ++i) {
        const auto number = classes[unit * class_width + i];
        list.push_back(number == chiso::RowClasses::none ? std::nullopt : std::optional(std::to_string(number)));
      }
    }
  }
  return out;
}
/// A number of ClassKeys, which are all small.
std::uint32_t restored_class(const std::optional<chiso::Rational>& number) {
  if (!number) return chiso::RowClasses::none;
  const auto ratio = number->as_ratio();
  if (!ratio || ratio->den != 1 || ratio->num < 0 || ratio->num >= chiso::RowClasses::none)
    damaged("ranking keys", "the class '" + number->text().substr(0, 40) + "'");
  return static_cast<std::uint32_t>(ratio->num);
}
RankingKeys restored_keys(const chiso::Model& model, std::vector<SavedKeys> saved) {
  std::vector<RankingKeys::Entry> entries;
  const auto compared = 1 + model.tie_break().size();
  for (auto& [block, period, track, units, numbers] : saved) {
    auto& of =
        entries.emplace_back(RankingKeys::Entry{.name = restored_name("ranking keys", model, std::move(block), std::move(period), track)});
    of.units = std::move(units);
    const auto width = compared + RankingKeys(model).class_width(of.name.block);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      const auto& text = numbers[i];
      const auto number = text ? std::optional(restored_number("ranking keys", *text)) : std::nullopt;
      const auto place = i % width;
      if (place >= compared) {
        of.classes.push_back(restored_class(number));
        continue;
      }
      if (place != 0 && model.tie_break()[place - 1].value) {
        of.values.push_back(number);
        continue;
      }
      const auto value = number ? number->as_ratio() : std::nullopt;
      const auto index = text && !value ? std::nullopt : chiso::RankingIndex::of_value(value, model.ranking().key);
      if (!index) damaged("ranking keys", "the index '" + text->substr(0, 40) + "'");
      of.indices.push_back(*index);
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

  py::class_<RankingKeys>(module, "RankingKeys")
      .def_static("restored", &restored_keys, py::arg("model"), py::arg("saved"))
      .def("saved", &saved_keys)
      .def(
          "merged", [=](const RankingKeys& self, const RankingKeys& other) { return merged(self, other); }, py::arg("other"),
          py::call_guard<py::gil_scoped_release>())
      .def_property_readonly("cohorts", [](const RankingKeys& self) { return self.entries().size(); })
      .def_property_readonly("ranked",
                             [](const RankingKeys& self) {
                               std::size_t out = 0;
                               for (const auto& entry : self.entries()) out += entry.units.size();
                               return out;
                             })
      .def("__eq__", [](const RankingKeys& self, const RankingKeys& other) { return self == other; }, py::is_operator());
}
}
