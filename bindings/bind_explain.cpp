#include <pybind11/stl.h>
#include "bindings.hpp"
#include "card.hpp"
#include <chiso/explain/bridge.hpp>
#include <chiso/explain/comparison.hpp>
#include <chiso/explain/lost.hpp>
#include <chiso/explain/model_diff.hpp>
#include <chiso/explain/rank_change.hpp>
#include <chiso/explain/row_points.hpp>
#include <chiso/explain/track_gap.hpp>
#include <chiso/io/explain/explanation.hpp>
#include <chiso/io/explain/model_diff.hpp>
#include <chiso/io/report/unit_report.hpp>
#include <chiso/rank/changes.hpp>
#include <io/words/cause_words.hpp>
#include <map>

namespace chiso_python {
namespace {
std::optional<Fraction> fraction(const std::optional<chiso::Rational>& value) {
  return value ? std::optional(chiso_python::fraction(*value)) : std::nullopt;
}
/// Points as an exact number.
Fraction exact_points(const chiso::Model& model, std::int64_t quanta) {
  return chiso_python::fraction(chiso::Rational(quanta, chiso::Decimal::power(model.point_decimals())));
}

/// Where a row lost points; without an index there is only the list of leaves.
struct LostPoints {
  chiso::Model model;
  std::optional<chiso::Lost> lost;
  std::optional<Fraction> figure(chiso::Rational chiso::Lost::* member) const {
    return lost ? std::optional(chiso_python::fraction((*lost).*member)) : std::nullopt;
  }
};
using LeafRow = std::tuple<std::string, Fraction, Fraction, Fraction, std::optional<Fraction>, std::optional<Fraction>,
                           std::optional<Fraction>, Fraction, std::optional<Fraction>, std::optional<Fraction>>;

/// Two cards and what their indices differ by.
struct Compared {
  chiso::Comparer comparer;
  chiso::Comparison comparison;
  std::string id(const chiso::Term& term) const {
    return term.node_b() != chiso::Criterion::none ? comparer.b().nodes()[term.node_b()].id : comparer.a().nodes()[term.node_a()].id;
  }
  static bool has_node(const chiso::Term& term) {
    return term.node_a() != chiso::Criterion::none || term.node_b() != chiso::Criterion::none;
  }
};
using TermRow = std::tuple<std::optional<std::string>, chiso::TermKind, chiso::Cause, Fraction>;
using Sums = std::vector<std::pair<std::string, Fraction>>;
Sums sums(const std::vector<chiso::Comparer::Sum>& list) {
  Sums out;
  for (const auto& one : list) out.emplace_back(one.key, chiso_python::fraction(one.value));
  return out;
}
chiso::RankedRowOf row_of(const Card& card) { return {card.ranked, card.row}; }
std::vector<std::string> names(const std::vector<std::string_view>& list) { return {list.begin(), list.end()}; }
}

void bind_explain(py::module_& module) {
  using Language = chiso::Text::Language;
  py::class_<LostPoints>(module, "Lost")
      .def(py::init([](const Scored& scored, std::size_t row) { return LostPoints{scored.scores().model(), lost(scored.ranked(), row)}; }),
           py::arg("scores"), py::arg("row"), py::call_guard<py::gil_scoped_release>())
      .def_property_readonly(
          "total", [](const LostPoints& self) { return self.figure(&chiso::Lost::total); },
          "The index points short of 100 before bonus and penalty; None without an index.")
      .def_property_readonly(
          "rounding", [](const LostPoints& self) { return self.figure(&chiso::Lost::rounding); },
          "What the rounding of scaled groups gives, in index points.")
      .def_property_readonly(
          "limits", [](const LostPoints& self) { return self.figure(&chiso::Lost::limits); },
          "What the caps of groups take, less what their ``at_least`` gives, in index points.")
      .def_property_readonly(
          "adjustments", [](const LostPoints& self) { return self.figure(&chiso::Lost::adjustments); },
          "What bonus and penalty give, in index points.")
      .def_property_readonly(
          "held", [](const LostPoints& self) { return self.figure(&chiso::Lost::held); },
          "What holding the index at its ends gives, in index points.")
      .def("_leaves", [](const LostPoints& self) {
        std::vector<LeafRow> out;
        if (!self.lost) return out;
        for (const auto& leaf : self.lost->leaves)
          out.emplace_back(self.model.nodes()[leaf.node].id, chiso_python::fraction(leaf.lost),
                           exact_points(self.model, leaf.achieved.quanta), exact_points(self.model, leaf.applicable.quanta),
                           fraction(leaf.best), fraction(leaf.mean), fraction(leaf.median), chiso_python::fraction(leaf.worth),
                           fraction(leaf.lost_with(leaf.mean)), fraction(leaf.lost_with(leaf.best)));
        return out;
      });

  py::class_<Compared>(module, "Comparison")
      .def(py::init([](const Card& a, const Card& b) {
             chiso::Comparer comparer(a.model(), b.model());
             auto comparison = comparer.compare(chiso::RowPoints(a.model(), a.card), chiso::RowPoints(b.model(), b.card));
             return Compared{std::move(comparer), std::move(comparison)};
           }),
           py::arg("a"), py::arg("b"), py::call_guard<py::gil_scoped_release>())
      .def_property_readonly(
          "difference",
          [](const Compared& self) -> std::optional<Figure> {
            const auto& of = self.comparison;
            if (!of.difference) return {};
            const auto exact = *of.difference->exact().as_ratio();  // of two indices, which have 62 bits
            return figure(*of.published, exact);
          },
          "The index of the second card less that of the first: as published, with the exact difference; None if either has none.")
      .def_property_readonly(
          "complete", [](const Compared& self) { return self.comparison.complete_a && self.comparison.complete_b; },
          "Whether no evidence is missing on either side.")
      .def("_terms",
           [](const Compared& self) {
             std::vector<TermRow> out;
             for (const auto& term : self.comparison.terms)
               out.emplace_back(Compared::has_node(term) ? std::optional(self.id(term)) : std::nullopt, term.kind, term.cause,
                                chiso_python::fraction(term.value.exact()));
             return out;
           })
      .def(
          "_keys",
          [](const Compared& self, int depth) {
            std::vector<std::string> out;
            for (const auto& term : self.comparison.terms) out.push_back(self.comparer.key(term, depth));
            return out;
          },
          py::arg("depth"))
      .def("_by_cause", [](const Compared& self) { return sums(chiso::Comparer::by_cause(self.comparison)); })
      .def(
          "_by_node", [](const Compared& self, int depth) { return sums(self.comparer.by_node(self.comparison, depth)); },
          py::arg("depth"));

  py::class_<chiso::RankChanges>(module, "RankChanges")
      .def(py::init([](const Scored& scored, std::string_view block, std::string period_before, std::string track_before,
                       std::string period_after, std::string track_after) {
             return chiso::RankChanges(scored.scores(), block, {std::move(period_before), std::move(track_before)},
                                       {std::move(period_after), std::move(track_after)});
           }),
           py::kw_only(), py::arg("scores"), py::arg("block"), py::arg("period_before"), py::arg("track_before"), py::arg("period_after"),
           py::arg("track_after"), py::call_guard<py::gil_scoped_release>())
      .def(
          "against",
          [](const chiso::RankChanges& self, const chiso::Model& model, std::string_view unit, std::string_view other) {
            std::vector<std::tuple<std::optional<std::string>, chiso::TermKind, Fraction>> out;
            for (const auto& term : self.against(unit, other))
              out.emplace_back(term.node == chiso::Criterion::none ? std::nullopt : std::optional(model.nodes()[term.node].id), term.kind,
                               chiso_python::fraction(term.value));
            return out;
          },
          py::arg("model"), py::arg("unit"), py::arg("other"));

  py::class_<chiso::RankChange>(module, "RankChange")
      .def(py::init([](const chiso::RankChanges& changes, std::string_view unit) { return changes.of(unit); }), py::arg("changes"),
           py::arg("unit"), py::keep_alive<1, 2>(), py::call_guard<py::gil_scoped_release>())
      .def_readonly("before", &chiso::RankChange::before, "The place before: 1 + the number of ranked units strictly above.")
      .def_readonly("after", &chiso::RankChange::after, "The place after, likewise.")
      .def_property_readonly(
          "passed", [](const chiso::RankChange& self) { return names(self.passed); }, "The units that were above and no longer are.")
      .def_property_readonly(
          "left_above", [](const chiso::RankChange& self) { return names(self.left_above); },
          "The units that were above and are not ranked any more.")
      .def_property_readonly(
          "passed_by", [](const chiso::RankChange& self) { return names(self.passed_by); }, "The units that have come above.")
      .def_property_readonly(
          "entered_above", [](const chiso::RankChange& self) { return names(self.entered_above); },
          "The units above that were not ranked before.")
      .def_readonly("own_now_others_then", &chiso::RankChange::own_now_others_then,
                    "The place of the unit as it is after, among the others as they were before.")
      .def_readonly("own_then_others_now", &chiso::RankChange::own_then_others_now,
                    "The place of the unit as it was before, among the others as they are after.");
  py::class_<chiso::Bridges>(module, "Bridges")
      .def(py::init([](const Scored& before, const Scored& now) { return chiso::Bridges(before.scores(), now.scores()); }),
           py::arg("before"), py::arg("now"), py::call_guard<py::gil_scoped_release>())
      .def(
          "of",
          [](const chiso::Bridges& self, std::size_t before, std::size_t now) -> std::optional<std::tuple<Fraction, Fraction, Fraction>> {
            const auto of = self.of(before, now);
            if (!of) return {};
            return std::tuple{chiso_python::fraction(of->difference), chiso_python::fraction(of->model),
                              chiso_python::fraction(of->evidence)};
          },
          py::arg("before"), py::arg("now"));

  module.def(
      "model_diff",
      [](const chiso::Model& before, const chiso::Model& now) {
        const auto id = [](const chiso::Model& model, std::size_t node) {
          return node == chiso::Criterion::none ? std::nullopt : std::optional(model.nodes()[node].id);
        };
        std::vector<std::tuple<chiso::NodeChange, std::optional<std::string>, std::optional<std::string>>> out;
        for (const auto& one : diff(before, now)) out.emplace_back(one.change, id(before, one.a), id(now, one.b));
        return out;
      },
      py::arg("before"), py::arg("now"), py::call_guard<py::gil_scoped_release>());

  module.def(
      "changed_settings",
      [](const chiso::Model& before, const chiso::Model& now) {
        std::vector<std::string> out;
        for (const auto key : changed_settings(before, now)) out.emplace_back(key);
        return out;
      },
      py::arg("before"), py::arg("now"));
  module.def(
      "diff_text",
      [](const chiso::Model& before, const chiso::Model& now, chiso::Text::Language language) {
        return diff_text(before, now, {.language = language});
      },
      py::arg("before"), py::arg("now"), py::arg("language"), py::call_guard<py::gil_scoped_release>());
  module.def(
      "diff_html",
      [](const chiso::Model& before, const chiso::Model& now, chiso::Text::Language language) {
        return diff_html(before, now, {.language = language});
      },
      py::arg("before"), py::arg("now"), py::arg("language"), py::call_guard<py::gil_scoped_release>());
  module.def(
      "diff_fragment",
      [](const chiso::Model& before, const chiso::Model& now, chiso::Text::Language language) {
        return diff_fragment(before, now, {.language = language});
      },
      py::arg("before"), py::arg("now"), py::arg("language"), py::call_guard<py::gil_scoped_release>());

  module.def(
      "lost_text", [](const Card& of, Language language) { return lost_text(row_of(of), {.language = language}); }, py::arg("card"),
      py::arg("language"), py::call_guard<py::gil_scoped_release>());
  module.def(
      "lost_html", [](const Card& of, Language language) { return lost_html(row_of(of), {.language = language}); }, py::arg("card"),
      py::arg("language"), py::call_guard<py::gil_scoped_release>());
  module.def(
      "lost_fragment", [](const Card& of, Language language) { return lost_fragment(row_of(of), {.language = language}); }, py::arg("card"),
      py::arg("language"), py::call_guard<py::gil_scoped_release>());
  module.def(
      "comparison_text",
      [](const Card& before, const Card& now, Language language) {
        return comparison_text(row_of(before), row_of(now), {.language = language});
      },
      py::arg("before"), py::arg("now"), py::arg("language"), py::call_guard<py::gil_scoped_release>());
  module.def(
      "comparison_html",
      [](const Card& before, const Card& now, Language language) {
        return comparison_html(row_of(before), row_of(now), {.language = language});
      },
      py::arg("before"), py::arg("now"), py::arg("language"), py::call_guard<py::gil_scoped_release>());
  module.def(
      "comparison_fragment",
      [](const Card& before, const Card& now, Language language) {
        return comparison_fragment(row_of(before), row_of(now), {.language = language});
      },
      py::arg("before"), py::arg("now"), py::arg("language"), py::call_guard<py::gil_scoped_release>());
  const auto options = [](const std::optional<Card>& since, Language language) {
    return chiso::UnitReportOptions{.language = language, .since = since ? std::optional(row_of(*since)) : std::nullopt};
  };
  module.def(
      "row_since", [](const Card& card) { return row_since(card.ranked.scores(), card.row); }, py::arg("card"),
      "The row of its unit and track in the last period before in which there is one; None if there is none.");
  module.def(
      "unit_report_html",
      [options](const Card& of, const std::optional<Card>& since, Language language) {
        return unit_report_html(row_of(of), options(since, language));
      },
      py::arg("card"), py::arg("since"), py::arg("language"), py::call_guard<py::gil_scoped_release>());
  module.def(
      "unit_report_fragment",
      [options](const Card& of, const std::optional<Card>& since, Language language) {
        return unit_report_fragment(row_of(of), options(since, language));
      },
      py::arg("card"), py::arg("since"), py::arg("language"), py::call_guard<py::gil_scoped_release>());
  module.def(
      "cause_words", [](chiso::Cause cause, Language language) { return cause_words(cause, language); }, py::arg("cause"),
      py::arg("language"));
  module.def(
      "term_words", [](chiso::TermKind kind, Language language) { return term_words("", kind, language); }, py::arg("kind"),
      py::arg("language"), "Of a kind of term that no criterion or entry has, or of a side as a whole.");

  module.def(
      "changes",
      [](const Scored& before, std::string period_before, std::string track_before, const Scored& now, std::string period_now,
         std::string track_now) {
        const auto all = [&] {
          py::gil_scoped_release released;
          return chiso::changes_of_all_blocks(before.ranked().ranks(), {std::move(period_before), std::move(track_before)},
                                              now.ranked().ranks(), {std::move(period_now), std::move(track_now)});
        }();
        const auto published = [](const chiso::Scores& scores, std::size_t row) {
          const auto index = scores.index(row);
          return index ? std::optional(nearest_double(index->published())) : std::nullopt;
        };
        std::vector<std::string> units, blocks;
        std::vector<std::optional<std::size_t>> ranks_before, ranks_now;
        std::vector<std::optional<std::int64_t>> places;
        std::vector<std::optional<double>> indices_before, indices_now, differences;
        std::vector<bool> moved;
        for (const auto& one : all) {
          units.emplace_back(one.unit);
          blocks.emplace_back(now.scores().evidence().block(one.new_row));
          ranks_before.push_back(one.old_rank);
          ranks_now.push_back(one.new_rank);
          places.push_back(one.places);
          indices_before.push_back(published(before.scores(), one.old_row));
          indices_now.push_back(published(now.scores(), one.new_row));
          differences.push_back(one.published_points ? std::optional(nearest_double(*one.published_points)) : std::nullopt);
          moved.push_back(one.moved);
        }
        return std::tuple{units, blocks, ranks_before, ranks_now, places, indices_before, indices_now, differences, moved};
      },
      py::arg("before"), py::arg("period_before"), py::arg("track_before"), py::arg("now"), py::arg("period_now"), py::arg("track_now"));

  module.def(
      "track_gap",
      [](const Scored& scored, std::string_view first, std::string_view second, const std::optional<std::string>& period,
         const std::optional<std::string>& block) {
        const auto& scores = scored.scores();
        const auto gaps = [&] {
          py::gil_scoped_release released;
          const auto view = [](const std::optional<std::string>& name) {
            return name ? std::optional<std::string_view>(*name) : std::nullopt;
          };
          return chiso::track_gap(scores, first, second, view(period), view(block));
        }();
        std::vector<std::tuple<std::string, std::size_t, std::optional<Fraction>, std::optional<Fraction>>> out;
        for (const auto& gap : gaps)
          out.emplace_back(scores.model().nodes()[gap.node].id, gap.units, fraction(gap.mean),
                           gap.units == 0 ? std::nullopt : std::optional(exact_points(scores.model(), gap.greatest.quanta)));
        return out;
      },
      py::arg("scores"), py::arg("first"), py::arg("second"), py::arg("period"), py::arg("block"));
}
}
