#include <pybind11/stl.h>
#include "bindings.hpp"
#include "casters.hpp"
#include "scored.hpp"
#include <chiso/io/scorecard/scorecard.hpp>
#include <chiso/io/tables/scores.hpp>
#include <chiso/io/words/reasons.hpp>

namespace chiso_python {
namespace {
using Figure = ObjectOf<FigureName>;
using Fraction = ObjectOf<FractionName>;
/// A figure as it is published, with the exact fraction that it was rounded from.
Figure figure(const chiso::Decimal& published, const chiso::Ratio& exact) {
  return imported("chiso.figures", FigureName{})(published.text(), as_whole(exact.num), as_whole(exact.den));
}
std::optional<Figure> figure(const std::optional<chiso::Index>& index) {
  return index ? std::optional(figure(index->published(), index->exact())) : std::nullopt;
}

/// A row with its reasons and its placement.
struct Card {
  chiso::Model model;
  chiso::Scorecard card;
  std::optional<std::size_t> rank{};
  std::size_t ranked = 0;  ///< How many rows are ranked in its block, period and track.
  std::string class_id{};

  Figure points(std::int64_t quanta) const {
    return figure(published(chiso::Points{quanta}, model), chiso::reduced(quanta, chiso::Decimal::power(model.point_decimals())));
  }
};
struct Line {
  std::shared_ptr<const Card> card;
  std::size_t node;
  const chiso::ScoreLine& operator*() const { return card->card.lines[node]; }
  const chiso::Criterion& criterion() const { return card->model.nodes()[node]; }
  const chiso::Model& model() const { return card->model; }
};
std::vector<std::string> measure_names(const Line& line, const std::vector<std::size_t>& places) {
  std::vector<std::string> out;
  for (const auto place : places) out.push_back(line.model().measures()[place].name);
  return out;
}
}

void bind_scorecard(py::module_& module) {
  py::class_<Card, std::shared_ptr<Card>> card(module, "Scorecard");
  py::class_<Line> line(module, "ScoreLine");

  line.def_property_readonly("id", [](const Line& self) { return self.criterion().id; })
      .def_property_readonly("number", [](const Line& self) { return self.criterion().number; })
      .def_property_readonly("depth", [](const Line& self) { return self.criterion().depth; })
      .def(
          "label",
          [](const Line& self, chiso::Text::Language language) {
            const auto& about = self.criterion().about;
            const auto text = about.label ? about.label->in(language) : std::string_view{};
            return std::string(text.empty() ? std::string_view(self.criterion().id) : text);
          },
          py::arg("language") = "vi")
      .def_property_readonly("max",
                             [](const Line& self) { return chiso::as_decimal(self.criterion().points, self.model().point_decimals()); })
      .def_property_readonly("points", [](const Line& self) { return self.card->points((*self).tally.achieved); })
      .def_property_readonly("applicable", [](const Line& self) { return self.card->points((*self).tally.applicable); })
      .def_property_readonly("index", [](const Line& self) { return figure((*self).index); })
      .def_property_readonly("complete", [](const Line& self) { return (*self).tally.complete; })
      .def_property_readonly("state", [](const Line& self) { return (*self).state; })
      .def_property_readonly("reason", [](const Line& self) { return reason_words(self.model(), *self); })
      .def(
          "reason_in", [](const Line& self, chiso::Text::Language language) { return reason_words(self.model(), *self, language); },
          py::arg("language"))
      .def_property_readonly("value",
                             [](const Line& self) -> std::optional<Fraction> {
                               const auto& rule = (*self).rule;
                               if (!rule || !rule->value || rule->value->state != chiso::State::value) return {};
                               return Fraction(imported("fractions", FractionName{})(rule->value->value.text()));
                             })
      .def_property_readonly(
          "own_points", [](const Line& self) { return (*self).own ? std::optional(self.card->points((*self).own->quanta)) : std::nullopt; })
      .def_property_readonly("missing", [](const Line& self) { return measure_names(self, (*self).missing); })
      .def_property_readonly("not_applicable", [](const Line& self) { return measure_names(self, (*self).not_applicable); });

  card.def_property_readonly("unit", [](const Card& self) { return self.card.unit; })
      .def_property_readonly("block", [](const Card& self) { return self.card.block; })
      .def_property_readonly("period", [](const Card& self) { return self.card.period; })
      .def_property_readonly("track", [](const Card& self) { return self.card.track; })
      .def_property_readonly("index", [](const Card& self) { return figure(self.card.index); })
      .def_property_readonly("points", [](const Card& self) { return self.points(self.card.tally.achieved); })
      .def_property_readonly("applicable", [](const Card& self) { return self.points(self.card.tally.applicable); })
      .def_property_readonly("bonus", [](const Card& self) { return self.points(self.card.tally.bonus); })
      .def_property_readonly("penalty", [](const Card& self) { return self.points(self.card.tally.penalty); })
      .def_property_readonly("complete", [](const Card& self) { return self.card.tally.complete; })
      .def_property_readonly("rank", [](const Card& self) { return self.rank; })
      .def_property_readonly("ranked", [](const Card& self) { return self.ranked; })
      .def_property_readonly("class_id", [](const Card& self) { return self.class_id; })
      .def("lines",
           [](const std::shared_ptr<Card>& self) {
             std::vector<Line> out;
             for (std::size_t i = 0; i < self->card.lines.size(); ++i) out.push_back({self, i});
             return out;
           })
      .def("line", [](const std::shared_ptr<Card>& self, std::string_view id) { return Line{self, self->model.node(id)}; }, py::arg("id"));

  module.def(
      "scorecard",
      [](const Scored& scored, std::size_t row) {
        py::gil_scoped_release released;
        auto out = std::make_shared<Card>(Card{.model = scored.scores().model(), .card = scored.scores().scorecard(row)});
        out->rank = scored.ranked().ranks().of(row);
        out->ranked = scored.ranked().ranks().ranked(row);
        out->class_id = scored.ranked().classes().of(row);
        return out;
      },
      py::arg("scores"), py::arg("row"));
  module.def(
      "scorecard_page",
      [](const Scored& scored, std::size_t row, chiso::Text::Language language, int depth) {
        return scorecard_html(scored.ranked(), row, {.language = language, .depth = depth});
      },
      py::arg("scores"), py::arg("row"), py::arg("language"), py::arg("depth"), py::call_guard<py::gil_scoped_release>());
  module.def(
      "scorecard_fragment",
      [](const Scored& scored, std::size_t row, chiso::Text::Language language) {
        return scorecard_fragment(scored.ranked(), row, {.language = language});
      },
      py::arg("scores"), py::arg("row"), py::arg("language"), py::call_guard<py::gil_scoped_release>());
  module.def(
      "scorecard_text",
      [](const Scored& scored, std::size_t row, chiso::Text::Language language, int depth) {
        return scorecard_text(scored.ranked(), row, {.language = language, .depth = depth});
      },
      py::arg("scores"), py::arg("row"), py::arg("language"), py::arg("depth"), py::call_guard<py::gil_scoped_release>());
}
}
