#pragma once
#include <chiso/model/model.hpp>
#include <string>
#include <vector>

namespace chiso_test {
/// A small model that uses every part of the format; tests break one part of it at a time.
inline chiso::ModelDraft small_draft() {
  using namespace chiso;
  using enum MeasureType;
  return {
      .id = "small",
      .undefined = WhenUndefined::zero,
      .tracks = std::vector<Item>{"self", "final"},
      .fallback = {{"final", {"self"}}},
      .blocks = std::vector<Item>{"communes", "offices"},
      .measures = {{"a", {.type = count}},
                   {"b", {.type = count}},
                   {"d", {.type = decimal, .decimals = 2, .min = 0, .max = 5}},
                   {"t", {.type = yes_no}},
                   {"p", {.type = choice, .options = {"x", "y"}}}},
      .criteria = {group("I",
                         {leaf("1", 2, rules::YesNo{"t"}),
                          leaf("2", 3, rules::PerItem{"a", 0.5}, {.applies_when = "b > 0", .tracks = std::vector<std::string>{"final"}})},
                         {.about = {.label = Text("The first")}}),
                   group("II", {leaf("3", 1, rules::Options{"p", {{"x", 1}, {"y", 0}}}), leaf("4", 4, rules::Given{"d", true})},
                         {.scale_to = 10})},
      .adjustments = {.bonus = SideDraft{.cap = 2, .entries = {{.id = "more", .points = 2, .rule = rules::PerItem{"a", 1}}}},
                      .penalty = SideDraft{.cap = 1, .entries = {{.id = "less", .points = 1, .rule = rules::YesNo{"t"}}}}},
      .ranking = {.tie_break = {"I", "3"}},
      .classes = ClassesDraft{.bands = {{.id = "good", .from = 80}, {.id = "fair", .from = 70}, {.id = "low"}},
                              .by_block = {{"offices", {{.id = "good", .from = 90}, {.id = "fair", .from = 50}, {.id = "low"}}}},
                              .vetoes = {{.when = "p == 'y'", .at_most = "fair"}, {.criterion = "II", .below = 50, .at_most = "low"}}},
      .about = {.note = Text("for tests")}};
}

/// `code pointer` of every error.
inline std::vector<std::string> errors_of(const chiso::ModelDraft& draft) {
  std::vector<std::string> out;
  for (const auto& problem : chiso::check(draft))
    if (problem.severity == chiso::Severity::error) out.push_back(problem.code() + " " + problem.place.pointer);
  return out;
}
}
