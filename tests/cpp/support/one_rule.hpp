#pragma once
#include <chiso/model/model.hpp>
#include <chiso/score/scorer.hpp>
#include <gtest/gtest.h>
#include <string>
#include <support/cells.hpp>
#include <utility>
#include <vector>

namespace chiso_test {
/// A batch of one row. Cells that are not given are missing.
inline chiso::Batch one_row(const chiso::Model& model, const std::vector<std::pair<std::string, TestCell>>& given, Cells& owned) {
  chiso::Batch batch{.rows = 1};
  for (const auto& measure : model.measures()) {
    TestCell cell(missing);
    for (const auto& [name, value] : given)
      if (name == measure.name) cell = value;
    batch.measures.push_back(owned.column(std::vector<TestCell>{cell}, measure.decimals));
  }
  return batch;
}

/// A model of one leaf, `1`, over a few measures: counts a b c, decimals d (two), g (within 0..4), truths t u v, a choice p of x y z.
struct OneRule {
  chiso::Rule rule;
  chiso::Decimal points = 4;
  int point_decimals = 6;

  chiso::ModelDraft draft() const {
    using namespace chiso;
    using enum MeasureType;
    return {.id = "one",
            .point_decimals = point_decimals,
            .undefined = WhenUndefined::zero,
            .measures = {{"a", {.type = count}},
                         {"b", {.type = count}},
                         {"c", {.type = count}},
                         {"d", {.type = decimal}},
                         {"g", {.type = decimal, .min = 0, .max = 4}},
                         {"t", {.type = yes_no}},
                         {"u", {.type = yes_no}},
                         {"v", {.type = yes_no}},
                         {"p", {.type = choice, .options = {"x", "y", "z"}}}},
            .criteria = {leaf("1", points, rule)}};
  }
  /// `code pointer` of each problem; the pointer starts at the rule.
  std::vector<std::string> problems() const {
    std::vector<std::string> out;
    for (const auto& problem : chiso::check(draft())) {
      if (problem.severity == chiso::Severity::warning) continue;
      EXPECT_TRUE(problem.place.pointer.starts_with("/criteria/0")) << to_text(problem);
      out.push_back(problem.code() + " " + problem.place.pointer.substr(std::string("/criteria/0").size()));
    }
    return out;
  }
  /// The points of one row, or its state, by both evaluators. Cells that are not given are missing.
  std::string of(const std::vector<std::pair<std::string, TestCell>>& given, std::vector<chiso::Outcome> cohorts = {}) const {
    using namespace chiso;
    const auto model = Model::build(draft());
    Cells owned;
    auto batch = one_row(model, given, owned);
    for (std::size_t i = 0; i < model.derived().cohorts.size(); ++i) batch.cohorts.push_back(owned.cohort({0}, {cohorts.at(i)}));
    const Scorer scorer(model);
    const auto card = scorer.scorecard(batch, 0);
    std::int64_t quanta = 0;
    ItemState state{};
    ScoreColumns into{};
    into.items.push_back({.quanta = {&quanta, 1}, .states = {&state, 1}});
    scorer.score(batch, into);
    EXPECT_EQ(*card.lines[0].state, state);
    EXPECT_EQ(card.lines[0].tally.achieved, quanta);
    if (state == ItemState::scored) return as_decimal({quanta}, point_decimals).text();
    return std::string(names_of(state)[static_cast<std::size_t>(state)]);
  }
};
using Problems = std::vector<std::string>;
}
