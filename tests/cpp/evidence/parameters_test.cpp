#include <chiso/chiso.hpp>
#include <evidence/tables.hpp>
#include <gtest/gtest.h>
#include <string>
#include <support/small_draft.hpp>
#include <vector>

namespace chiso_test {
namespace {
/// The value of `text` on every row, in points of a leaf that gives it as it is.
Lines values(const std::string& text, const Table& table, const std::vector<std::pair<std::string, ParameterDraft>>& parameters,
             bool blocks_are_declared = false) {
  ModelDraft draft{};
  draft.id = "m";
  draft.undefined = WhenUndefined::zero;
  draft.measures = {{"a", measure(MeasureType::count)}, {"region", measure(MeasureType::choice)}};
  draft.measures[1].second.options = {"upland", "delta"};
  if (blocks_are_declared) draft.blocks = std::vector<Item>{"east", "west"};
  draft.parameters = parameters;
  draft.criteria = {leaf("x", 100, rules::Given{.value = text, .clamp = true})};
  const auto model = Model::build(draft);
  const auto scores = score(model, read(model, table), {.keep = Keep::leaves});
  Lines out;
  for (std::size_t row = 0; row < scores.rows(); ++row) {
    const auto state = scores.state(0, row);
    out.push_back(state == ItemState::scored ? as_decimal(scores.points(0, row), 6).text() : std::string(name_of(state)));
    EXPECT_EQ(scores.scorecard(row).lines[0].tally, scores.tally(0, row));  // by the other evaluator
  }
  return out;
}
const Table table{{"unit", {"A", "B", "C", "D"}},
                  {"block", {"east", "east", "west", "west"}},
                  {"a", {"1", "2", "3", "4"}},
                  {"region", {"upland", "delta", "", "not_applicable"}}};

TEST(Parameters, HaveOneValueOrOneForEachOption) {
  EXPECT_EQ(values("a * goal", table, {{"goal", {.value = 2.5}}}), (Lines{"2.5", "5", "7.5", "10"}));
  EXPECT_EQ(values("goal", table, {{"goal", {.by = "region", .values = {{"upland", 50}, {"delta", 99.5}}}}}),
            (Lines{"50", "99.5", "missing", "not_applicable"}));
  EXPECT_EQ(values("goal", table, {{"goal", {.by = "region", .values = {{"upland", 50}}, .otherwise = 70}}}),
            (Lines{"50", "70", "missing", "not_applicable"}));
}
TEST(Parameters, HaveOneForEachBlockOrPeriod) {
  const ParameterDraft by_block{.by = "block", .values = {{"east", 5}}, .otherwise = 7};
  EXPECT_EQ(values("goal", table, {{"goal", by_block}}), (Lines{"5", "5", "7", "7"}));
  EXPECT_EQ(values("goal", table, {{"goal", by_block}}, true), (Lines{"5", "5", "7", "7"}));
  EXPECT_EQ(values("goal", table, {{"goal", {.by = "block", .values = {{"east", 5}, {"west", 6}}}}}, true), (Lines{"5", "5", "6", "6"}));
  const Table unnamed{{"unit", {"A"}}, {"a", {"1"}}, {"region", {"delta"}}};
  EXPECT_EQ(values("goal", unnamed, {{"goal", {.by = "block", .values = {{"east", 5}, {"west", 6}}}}}, true), (Lines{"missing"}));
  EXPECT_EQ(values("goal", unnamed, {{"goal", by_block}}, true), (Lines{"7"}));
}
TEST(Parameters, AreThoseOfTheRowThatIsRead) {
  const Table years{{"unit", {"A", "A", "B", "B"}},
                    {"period", {"2023", "2024", "2023", "2024"}},
                    {"a", {"1", "2", "3", "4"}},
                    {"region", {"upland", "delta", "delta", "upland"}}};
  const std::vector<std::pair<std::string, ParameterDraft>> parameters{
      {"goal", {.by = "region", .values = {{"upland", 10}, {"delta", 20}}}},
      {"year", {.by = "period", .values = {{"2023", 3}}, .otherwise = 4}}};
  EXPECT_EQ(values("goal + year", years, parameters), (Lines{"13", "24", "23", "14"}));
  EXPECT_EQ(values("previous(goal)", years, {parameters[0]}), (Lines{"missing", "10", "missing", "20"}));
  EXPECT_EQ(values("previous(a * goal + year)", years, parameters), (Lines{"missing", "13", "missing", "63"}));
  EXPECT_EQ(values("cohort_sum(goal)", years, {parameters[0]}), (Lines{"30", "30", "30", "30"}));
  EXPECT_EQ(values("cohort_max(a * goal) - cohort_min(year)", years, parameters), (Lines{"57", "36", "57", "36"}));
}
TEST(Parameters, DivideWithoutBeingUndefinedUnlessOneIsZero) {
  const auto errors = [](const ParameterDraft& goal, const std::string& text) {
    auto draft = small_draft();
    draft.undefined.reset();
    draft.parameters = {{"goal", goal}};
    draft.criteria[0].criteria[0].rule = rules::PerItem{text, 1};
    return errors_of(draft);
  };
  const std::vector<std::string> needed{"undefined.policy /criteria/0/criteria/0"};
  EXPECT_TRUE(errors({.value = 3}, "a / goal").empty());
  EXPECT_TRUE(errors({.by = "p", .values = {{"x", 1}, {"y", -2}}}, "percent(a, goal)").empty());
  EXPECT_TRUE(errors({.value = 3}, "a / -goal").empty());
  EXPECT_EQ(errors({.by = "p", .values = {{"x", 1}}, .otherwise = 0}, "a / goal"), needed);
  EXPECT_EQ(errors({.value = 0}, "a / goal"), needed);
  EXPECT_EQ(errors({.value = 3}, "a / (goal + 1)"), needed);
}
TEST(Parameters, AreChecked) {
  const auto errors = [](std::vector<std::pair<std::string, ParameterDraft>> parameters) {
    auto draft = small_draft();
    draft.parameters = std::move(parameters);
    return errors_of(draft);
  };
  using Errors = std::vector<std::string>;
  EXPECT_EQ(errors({{"goal", {.value = 1}}}), Errors{});
  EXPECT_EQ(errors({{"a", {.value = 1}}}), Errors{"parameter.name /parameters/a"});
  EXPECT_EQ(errors({{"round", {.value = 1}}}), Errors{"parameter.name /parameters/round"});
  EXPECT_EQ(errors({{"goal", {.value = 1}}, {"goal", {.value = 1}}}), Errors{"key.duplicate /parameters/goal"});
  EXPECT_EQ(errors({{"goal", {}}}), Errors{"parameter.value /parameters/goal"});
  EXPECT_EQ(errors({{"goal", {.value = 1, .by = "p"}}}), Errors{"parameter.value /parameters/goal"});
  EXPECT_EQ(errors({{"goal", {.value = 1, .otherwise = 2}}}), Errors{"parameter.value /parameters/goal"});
  EXPECT_EQ(errors({{"goal", {.by = "a", .otherwise = 2}}}), Errors{"parameter.by /parameters/goal/by"});
  EXPECT_EQ(errors({{"goal", {.by = "p", .values = {{"x", 1}}}}}), Errors{"parameter.else /parameters/goal"});
  EXPECT_EQ(errors({{"goal", {.by = "p", .values = {{"z", 1}}, .otherwise = 1}}}), Errors{"parameter.key /parameters/goal/values/z"});
  EXPECT_EQ(errors({{"goal", {.by = "p", .values = {{"x", 1}, {"x", 2}}, .otherwise = 1}}}),
            Errors{"key.duplicate /parameters/goal/values/x"});
  EXPECT_EQ(errors({{"goal", {.by = "block", .values = {{"nowhere", 1}}, .otherwise = 1}}}),
            Errors{"parameter.key /parameters/goal/values/nowhere"});
  EXPECT_EQ(errors({{"goal", {.by = "period", .values = {{"2024", 1}}}}}), Errors{"parameter.else /parameters/goal"});
}
}
}
