#include <pybind11/stl.h>
#include "bindings.hpp"
#include "card.hpp"
#include "node.hpp"
#include <chiso/core/date.hpp>
#include <chiso/io/scorecard/scorecard.hpp>
#include <chiso/io/tables/scores.hpp>
#include <chiso/io/words/reasons.hpp>
#include <io/words/placement_words.hpp>
#include <io/words/policy_words.hpp>
#include <variant>

namespace chiso_python {
namespace {
using Day = ObjectOf<DateName>;
std::optional<Figure> figure(const chiso::Coverage& coverage, const chiso::Model& model) {
  const auto exact = coverage.exact();
  return exact ? std::optional(chiso_python::figure(*coverage.published(model.publish()), chiso::reduced(exact->num, exact->den)))
               : std::nullopt;
}
std::optional<Figure> figure(const std::optional<chiso::Index>& index) {
  return index ? std::optional(chiso_python::figure(index->published(), index->exact())) : std::nullopt;
}

struct Line : Node {
  std::shared_ptr<const Card> card;
  const chiso::ScoreLine& operator*() const { return card->card.lines[place]; }
};
using ValueRead = std::variant<bool, std::string, Day, Fraction>;
/// The value that a rule read, in the type of its measure; empty if it is a state.
std::optional<ValueRead> value_read(const chiso::Model& model, const chiso::ReadValue& read) {
  if (read.value.state != chiso::State::value) return {};
  const bool before = read.from == chiso::Op::previous_measure;
  if (!before && read.from != chiso::Op::measure) return fraction(read.value.value);
  const auto& measure = model.measures()[before ? model.derived().previous[read.place] : read.place];
  switch (type_of(measure.type)) {
    case chiso::Type::truth: return read.value.value.sign() != 0;
    case chiso::Type::choice: return std::string(measure.options[static_cast<std::size_t>(read.value.value.nearest_whole())]);
    case chiso::Type::date: {
      const auto text = chiso::Date::of_number(read.value.value.nearest_whole()).text();
      return Day(imported("datetime", DateName{}).attr("fromisoformat")(text));
    }
    case chiso::Type::number: break;
  }
  return fraction(read.value.value);
}
std::vector<std::string> measure_names(const Line& line, const std::vector<std::size_t>& places) {
  std::vector<std::string> out;
  for (const auto place : places) out.push_back(line.model.measures()[place].name);
  return out;
}
}

void bind_scorecard(py::module_& module) {
  py::class_<Card, std::shared_ptr<Card>>(module, "Scorecard")
      .def(py::init([](const Scored& scored, std::size_t row) {
             return Card{.ranked = scored.ranked(), .row = row, .card = scored.scores().scorecard(row)};
           }),
           py::arg("scores"), py::arg("row"), py::call_guard<py::gil_scoped_release>())
      .def_property_readonly(
          "unit", [](const Card& self) { return self.card.unit; }, "The unit that was scored.")
      .def_property_readonly(
          "block", [](const Card& self) { return self.card.block; }, "The block in which it is ranked; empty for the unnamed block.")
      .def_property_readonly(
          "period", [](const Card& self) { return self.card.period; }, "The period; empty for the unnamed period.")
      .def_property_readonly(
          "track", [](const Card& self) { return self.card.track; }, "The track: who stated the evidence.")
      .def_property_readonly(
          "index", [](const Card& self) { return figure(self.card.index); },
          "The index on the scale of the model (100 if it has none), as published; None if nothing is applicable.")
      .def_property_readonly(
          "coverage", [](const Card& self) { return figure(self.card.coverage, self.model()); },
          "Of the points that are asked of the unit, how many in percent have evidence, as published; None if nothing is asked.")
      .def_property_readonly(
          "points", [](const Card& self) { return self.points(self.card.tally.achieved); }, "The points achieved, as published.")
      .def_property_readonly(
          "applicable", [](const Card& self) { return self.points(self.card.tally.applicable); }, "The points that it could have achieved.")
      .def_property_readonly(
          "bonus", [](const Card& self) { return self.points(self.card.tally.bonus); }, "The bonus, limited to its cap.")
      .def_property_readonly(
          "penalty", [](const Card& self) { return self.points(self.card.tally.penalty); }, "The penalty, limited to its cap.")
      .def_property_readonly(
          "complete", [](const Card& self) { return self.card.tally.complete; },
          "Whether no evidence is missing, and the coverage is at least that of the model; an incomplete row has an index, but no rank and "
          "no class.")
      .def_property_readonly(
          "rank", [](const Card& self) { return self.ranked.ranks().of(self.row); },
          "The rank within its block, period and track, as the model counts ties.")
      .def_property_readonly(
          "ranked", [](const Card& self) { return self.ranked.ranks().ranked(self.row); }, "The number of units ranked there.")
      .def_property_readonly(
          "class_",
          [](const Card& self) {
            const std::string id(self.ranked.classes().of(self.row));
            return id.empty() ? std::nullopt : std::optional(id);
          },
          "The id of its class.")
      .def_property_readonly(
          "class_by",
          [](const Card& self) -> std::optional<std::string> {
            const auto cause = self.ranked.classes().cause(self.row);
            return cause ? std::optional(std::string(name_of(cause->by))) : std::nullopt;
          },
          "What decided the class: ``band``, ``requires``, ``veto`` or ``quota``; None for a row without a class, unless a missing "
          "requirement or veto left it so.")
      .def_property_readonly(
          "class_by_item",
          [](const Card& self) -> std::optional<std::string> {
            const auto cause = self.ranked.classes().cause(self.row);
            if (!cause || cause->by == chiso::ClassBy::band) return {};
            if (cause->by == chiso::ClassBy::veto) return std::to_string(cause->item + 1);
            if (cause->by == chiso::ClassBy::quota) return self.model().classes()->quotas[cause->item].class_id;
            return std::string(class_ids(self.model())[cause->item]);
          },
          "Which one: the id of the class whose requirement was not true, or whose quota held it back; or the place of the veto, from 1.")
      .def(
          "notes", [](const Card& self, chiso::Text::Language language) { return placement_words(self.ranked, self.card, language).notes; },
          py::arg("language") = py::none(), py::call_guard<py::gil_scoped_release>(),
          "What decided, in sentences: the veto, requirement or quota that lowered the class or left the unit without one, an index that "
          "is "
          "held, a rank among units of the same published index.")
      .def_property_readonly(
          "held_back", [](const Card& self) { return self.ranked.classes().held_back(self.row); }, "Whether a quota held it back.")
      .def_property_readonly(
          "level_as_published", [](const Card& self) { return self.ranked.level_as_published()[self.row] != 0; },
          "Whether another row that is ranked with it has the same published index and another rank.")
      .def_property_readonly(
          "held",
          [](const Card& self) -> std::optional<std::string> {
            const auto held = chiso::index_held(self.card.tally, self.model().publish());
            return held == chiso::IndexHeld::no ? std::nullopt
                                                : std::optional<std::string>(held == chiso::IndexHeld::most ? "most" : "least");
          },
          "Whether the index is held at the ``most`` that it can be, or at the ``least``, 0; None where it is not.")
      .def(
          "html",
          [](const Card& self, chiso::Text::Language language, int depth) {
            return scorecard_html(self.ranked, self.row, {.language = language, .depth = depth});
          },
          py::arg("language") = py::none(), py::kw_only(), py::arg("depth") = 64, py::call_guard<py::gil_scoped_release>(),
          "The card as a page of HTML for A4, a phone, light and dark; groups below `depth` levels are folded.")
      .def(
          "text",
          [](const Card& self, chiso::Text::Language language, int depth) {
            return scorecard_text(self.ranked, self.row, {.language = language, .depth = depth});
          },
          py::arg("language") = py::none(), py::kw_only(), py::arg("depth") = 64, py::call_guard<py::gil_scoped_release>(),
          "The card as text.")
      .def("_repr_html_",
           [](const Card& self) {
             const auto language = language_in_force();
             const py::gil_scoped_release released;
             return scorecard_fragment(self.ranked, self.row, {.language = language});
           })
      .def(
          "_place_of", [](const Card& self, std::string_view id) { return self.model().node(id); }, py::arg("id"))
      .def("__len__", [](const Card& self) { return self.card.lines.size(); })
      .def(
          "__eq__", [](const Card& self, const Card& other) { return self == other; }, py::is_operator())
      .def("__hash__",
           [](const Card& self) { return py::hash(py::make_tuple(self.card.unit, self.card.block, self.card.period, self.card.track)); });

  py::class_<Line, Node>(module, "ScoreLine")
      .def(py::init([](std::shared_ptr<Card> card, std::size_t place) { return Line{{card->model(), place}, std::move(card)}; }),
           py::arg("card"), py::arg("place"))
      .def_property_readonly(
          "max", [](const Line& self) { return chiso::as_decimal(self.criterion().points, self.model.point_decimals()); },
          "The most points that it can earn.")
      .def_property_readonly(
          "points", [](const Line& self) { return self.card->points((*self).tally.achieved); }, "The points that it earned, as published.")
      .def_property_readonly(
          "applicable", [](const Line& self) { return self.card->points((*self).tally.applicable); },
          "The points that it could have earned; 0 for entries of bonus and penalty.")
      .def_property_readonly(
          "index", [](const Line& self) { return figure((*self).index); },
          "100 x points / applicable, as published; None if nothing is applicable.")
      .def_property_readonly(
          "coverage", [](const Line& self) { return figure((*self).coverage, self.model); },
          "Of the points that are asked in it, how many in percent have evidence, as published; None if nothing is asked.")
      .def_property_readonly(
          "complete", [](const Line& self) { return (*self).tally.complete; }, "Whether no evidence is missing.")
      .def_property_readonly(
          "state", [](const Line& self) { return (*self).state; },
          "``scored``, ``undefined``, ``missing``, ``not_applicable`` or ``stated``; None for groups.")
      .def_property_readonly(
          "reason", [](const Line& self) { return reason_words(self.model, *self); },
          "The reason for the points, in English and with the names of the model; empty if there is none.")
      .def(
          "reason_in", [](const Line& self, chiso::Text::Language language) { return reason_words(self.model, *self, language); },
          py::arg("language") = py::none(), "The reason as people read it, with labels instead of names.")
      .def_property_readonly(
          "value",
          [](const Line& self) -> std::optional<Fraction> {
            const auto& rule = (*self).rule;
            if (!rule || !rule->value || rule->value->state != chiso::State::value) return {};
            return fraction(rule->value->value);
          },
          "What the rule measured, exactly, if that is one number or truth; otherwise None.")
      .def_property_readonly(
          "operands",
          [](const Line& self) {
            std::vector<std::pair<std::string, std::optional<ValueRead>>> out;
            if (const auto& rule = (*self).rule)
              for (const auto& read : rule->operands) out.emplace_back(read_name(self.model, read), value_read(self.model, read));
            return out;
          },
          "What the rule reads if it measures more than one measure alone, in order, each once with its value: an exact number, the name "
          "of an "
          "option, True or False, a date; None if it is missing, not applicable or undefined. Empty for rules with parts, and for "
          "checklists.")
      .def_property_readonly(
          "items_not_true", [](const Line& self) { return (*self).rule ? (*self).rule->reason.not_true : std::vector<std::size_t>{}; },
          "Of a checklist, the places of the items that are false, from 0.")
      .def_property_readonly(
          "items_not_applicable",
          [](const Line& self) { return (*self).rule ? (*self).rule->reason.not_applicable : std::vector<std::size_t>{}; },
          "Of a checklist, the places of the items that do not apply, from 0.")
      .def_property_readonly(
          "condition_of",
          [](const Line& self) {
            const auto& at = (*self).condition;
            return at ? std::optional(self.model.nodes()[*at].id) : std::nullopt;
          },
          "The id of the criterion whose ``applies_when`` is false, so that it does not apply: itself, or the nearest group above; None if "
          "there is none.")
      .def_property_readonly(
          "policy",
          [](const Line& self) -> std::optional<std::string> {
            const auto& policy = (*self).policy;
            return policy ? std::optional(std::string(policy_name(self.criterion().policies, policy->state))) : std::nullopt;
          },
          "The policy that decided what it counts, if it is not applicable, missing or undefined: ``exclude``, ``zero`` and so on.")
      .def_property_readonly(
          "policy_of",
          [](const Line& self) -> std::optional<std::string> {
            const auto& policy = (*self).policy;
            if (!policy || policy->node == chiso::Criterion::none) return {};
            return self.model.nodes()[policy->node].id;
          },
          "The id of the criterion that names this policy: itself, or the nearest group above; None if it is the model's.")
      .def_property_readonly(
          "own_points", [](const Line& self) { return (*self).own ? std::optional(self.card->points((*self).own->quanta)) : std::nullopt; },
          "For a leaf whose points are stated, the points that its rule gives, as published; otherwise None.")
      .def_property_readonly(
          "missing", [](const Line& self) { return measure_names(self, (*self).missing); },
          "The measures that it reads and that are missing.")
      .def_property_readonly(
          "not_applicable", [](const Line& self) { return measure_names(self, (*self).not_applicable); },
          "The measures that it reads and that do not apply.");
}
}
