#include <chiso/score/scorer.hpp>
#include <gtest/gtest.h>
#include <string>
#include <support/score_row.hpp>
#include <vector>

namespace {
using namespace chiso;
using namespace chiso_test;

struct Policy {
  WhenNotApplicable not_applicable = WhenNotApplicable::exclude;
  WhenMissing missing = WhenMissing::incomplete;
  WhenUndefined undefined = WhenUndefined::missing;
};
/// Leaf "1" has 4 points, in quanta of a point, and earns a / b if t; leaf "2" has 10 and earns 10.
Model model(Policy policy, std::optional<std::vector<std::string>> tracks = {}) {
  using enum MeasureType;
  auto one = leaf("1", 4, rules::PerItem{"a / b", 1},
                  {.applies_when = "t",
                   .tracks = std::move(tracks),
                   .not_applicable = policy.not_applicable,
                   .missing = policy.missing,
                   .undefined = policy.undefined});
  return Model::build({.id = "m",
                       .point_decimals = 0,
                       .tracks = std::vector<Item>{"self", "final"},
                       .measures = {{"a", {.type = count}}, {"b", {.type = count}}, {"t", {.type = yes_no}}},
                       .criteria = {group("g", {one}), leaf("2", 10, rules::YesNo{"true"})}});
}
const std::vector<std::pair<std::string, TestCell>> scored_cells{{"a", 6}, {"b", 2}, {"t", 1}},
    false_condition{{"a", 6}, {"b", 2}, {"t", 0}}, no_cell{{"b", 2}, {"t", 1}}, divided_by_0{{"a", 6}, {"b", 0}, {"t", 1}},
    no_task{{"a", not_applicable}, {"b", 2}, {"t", 1}}, no_condition{{"a", 6}, {"b", 2}},
    condition_without_a_task{{"a", 6}, {"b", 2}, {"t", not_applicable}}, false_and_missing{{"b", 2}, {"t", 0}},
    undefined_and_missing_condition{{"a", 6}, {"b", 0}};

/// `state counted/applicable` of the row, and `incomplete` if it is.
std::string effect(const Policy& policy, const std::vector<std::pair<std::string, TestCell>>& cells) {
  const auto m = model(policy);
  const auto row = score_row(m, cells);
  EXPECT_EQ(row.groups[0].complete, row.tally.complete);
  EXPECT_EQ(row.groups[0].achieved + 10, row.tally.achieved);
  EXPECT_EQ(row.groups[0].applicable + 10, row.tally.applicable);
  return row.items[0] + "/" + std::to_string(row.tally.applicable - 10) + (row.tally.complete ? "" : " incomplete");
}

TEST(Policies, DoNotChangeWhatIsScored) { EXPECT_EQ(effect({}, scored_cells), "scored 3/4"); }

TEST(Policies, DecideWhatNotApplicableCounts) {
  using enum WhenNotApplicable;
  for (const auto* cells : {&false_condition, &no_task, &condition_without_a_task, &false_and_missing}) {
    EXPECT_EQ(effect({.not_applicable = exclude}, *cells), "not_applicable 0/0");
    EXPECT_EQ(effect({.not_applicable = full}, *cells), "not_applicable 4/4");
    EXPECT_EQ(effect({.not_applicable = zero}, *cells), "not_applicable 0/4");
  }
}
TEST(Policies, DecideWhatMissingCounts) {
  using enum WhenMissing;
  for (const auto* cells : {&no_cell, &no_condition, &undefined_and_missing_condition}) {
    EXPECT_EQ(effect({.missing = incomplete}, *cells), "missing 0/4 incomplete");
    EXPECT_EQ(effect({.missing = zero}, *cells), "missing 0/4");
    EXPECT_EQ(effect({.missing = exclude}, *cells), "missing 0/0");
  }
}
TEST(Policies, ReportUndefinedWhateverItCounts) {
  EXPECT_EQ(effect({.undefined = WhenUndefined::zero}, divided_by_0), "undefined 0/4");
  EXPECT_EQ(effect({.undefined = WhenUndefined::full}, divided_by_0), "undefined 4/4");
  EXPECT_EQ(effect({.missing = WhenMissing::incomplete, .undefined = WhenUndefined::missing}, divided_by_0), "undefined 0/4 incomplete");
  EXPECT_EQ(effect({.missing = WhenMissing::zero, .undefined = WhenUndefined::missing}, divided_by_0), "undefined 0/4");
  EXPECT_EQ(effect({.missing = WhenMissing::exclude, .undefined = WhenUndefined::missing}, divided_by_0), "undefined 0/0");
  EXPECT_EQ(effect({.not_applicable = WhenNotApplicable::exclude, .undefined = WhenUndefined::not_applicable}, divided_by_0),
            "undefined 0/0");
  EXPECT_EQ(effect({.not_applicable = WhenNotApplicable::full, .undefined = WhenUndefined::not_applicable}, divided_by_0), "undefined 4/4");
  EXPECT_EQ(effect({.not_applicable = WhenNotApplicable::zero, .undefined = WhenUndefined::not_applicable}, divided_by_0), "undefined 0/4");
}

TEST(Tracks, ExcludeALeafOutsideThemWhateverItsPolicy) {
  const auto m = model({.not_applicable = WhenNotApplicable::full}, std::vector<std::string>{"final"});
  const auto inside = score_row(m, scored_cells, {.track = 1}), outside = score_row(m, scored_cells, {.track = 0}),
             missing_outside = score_row(m, no_cell, {.track = 0}), by_default = score_row(m, scored_cells);
  EXPECT_EQ(inside.items[0], "scored 3");
  EXPECT_EQ(by_default.items[0], "scored 3");  // the last track
  EXPECT_EQ(outside.items[0], "not_applicable 0");
  EXPECT_EQ(outside.tally, (Tally{.achieved = 10, .applicable = 10}));
  EXPECT_EQ(missing_outside.tally, (Tally{.achieved = 10, .applicable = 10}));
  EXPECT_TRUE(outside.card.lines[1].outside_its_tracks);
}

TEST(Stated, PointsReplaceThoseOfTheRule) {
  const auto m = model({.not_applicable = WhenNotApplicable::full}, std::vector<std::string>{"final"});
  const auto row = [&](const auto& cells, TestCell cell, std::size_t track = 1) {
    return score_row(m, cells, {.track = track, .stated = {{"1", cell}}});
  };
  for (const auto* cells : {&scored_cells, &false_condition, &no_cell, &divided_by_0, &no_task})
    EXPECT_EQ(row(*cells, 2).items[0], "stated 2");
  EXPECT_EQ(row(no_cell, 2).tally, (Tally{.achieved = 12, .applicable = 14}));
  EXPECT_EQ(row(scored_cells, 0).items[0], "stated 0");
  EXPECT_EQ(row(scored_cells, missing).items[0], "scored 3");
  EXPECT_EQ(row(no_cell, missing).items[0], "missing 0");
  EXPECT_EQ(row(scored_cells, not_applicable).items[0], "not_applicable 4");  // then as the leaf's policy says
  // The column is not read outside the tracks of the leaf.
  EXPECT_EQ(row(scored_cells, 2, 0).items[0], "not_applicable 0");
  EXPECT_EQ(row(scored_cells, not_applicable, 0).items[0], "not_applicable 0");
}
TEST(Stated, PointsKeepTheResultOfTheRule) {
  const auto m = model({});
  const auto own = [&](const auto& cells, TestCell cell) { return score_row(m, cells, {.stated = {{"1", cell}}}).card.lines[1]; };
  EXPECT_EQ(own(scored_cells, 2).own, Points{3});
  EXPECT_EQ(own(no_cell, 2).own, std::nullopt);
  EXPECT_EQ(own(scored_cells, missing).own, std::nullopt);
  EXPECT_EQ(own(no_cell, 2).rule->points.state, State::missing);
}

TEST(Adjustments, AreCappedAndNeverIncomplete) {
  using enum MeasureType;
  const auto m = Model::build(
      {.id = "m",
       .point_decimals = 0,
       .measures = {{"a", {.type = count}}, {"b", {.type = count}}, {"t", {.type = yes_no}}},
       .criteria = {leaf("1", 100, rules::YesNo{"true"})},
       .adjustments = {.bonus = SideDraft{.cap = 5,
                                          .entries = {{.id = "b1", .points = 4, .rule = rules::PerItem{"a", 1}},
                                                      {.id = "b2", .points = 4, .applies_when = "t", .rule = rules::PerItem{"a / b", 1}}}},
                       .penalty = SideDraft{.cap = 3, .entries = {{.id = "p1", .points = 10, .rule = rules::PerItem{"b", 2}}}}}});
  const auto of = [&](const std::vector<std::pair<std::string, TestCell>>& cells) {
    const auto row = score_row(m, cells);
    EXPECT_TRUE(row.tally.complete);
    EXPECT_EQ(row.tally.achieved, 100);
    EXPECT_EQ(row.tally.applicable, 100);
    return std::to_string(row.tally.bonus) + "-" + std::to_string(row.tally.penalty) + " " + row.items[2];
  };
  EXPECT_EQ(of({{"a", 2}, {"b", 1}, {"t", 1}}), "4-2 scored 2");
  EXPECT_EQ(of({{"a", 3}, {"b", 1}, {"t", 1}}), "5-2 scored 3");  // 3 + 3, at most 5
  EXPECT_EQ(of({{"a", 3}, {"b", 1}, {"t", 0}}), "3-2 not_applicable 0");
  EXPECT_EQ(of({{"a", 3}, {"b", 0}, {"t", 1}}), "3-0 undefined 0");
  EXPECT_EQ(of({{"a", 3}, {"b", 9}, {"t", missing}}), "3-3 missing 0");
  EXPECT_EQ(of({}), "0-0 missing 0");
}

Model scaled(Decimal scale_to) {
  using enum MeasureType;
  const auto one = [](const char* id, const char* value) { return leaf(id, 3, rules::PerItem{value, 1}); };
  return Model::build(
      {.id = "m",
       .point_decimals = 0,
       .measures = {{"a", {.type = count}}, {"b", {.type = count}}},
       .criteria = {group("g", {one("1", "a"), one("2", "b")}, {.scale_to = scale_to}), leaf("3", 10, rules::YesNo{"true"})}});
}
TEST(Scaled, AGroupIsRoundedOnceHalfUp) {
  const auto m = scaled(9);
  const auto of = [&](TestCell a, TestCell b) {
    const auto row = score_row(m, {{"a", a}, {"b", b}});
    EXPECT_EQ(row.groups[0].achieved + 10, row.tally.achieved);
    return std::to_string(row.groups[0].achieved) + "/" + std::to_string(row.groups[0].applicable) +
           (row.tally.complete ? "" : " incomplete");
  };
  EXPECT_EQ(of(3, 3), "9/9");
  EXPECT_EQ(of(1, 0), "2/9");  // 1.5 goes up
  EXPECT_EQ(of(1, 2), "5/9");  // 4.5 goes up
  EXPECT_EQ(of(0, 0), "0/9");
  EXPECT_EQ(of(2, not_applicable), "6/9");               // of the three that apply
  EXPECT_EQ(of(not_applicable, not_applicable), "0/0");  // not at all
  EXPECT_EQ(of(2, missing), "3/9 incomplete");
}

TEST(Index, IsPublishedForNodesAndRows) {
  const auto m = scaled(9);
  const auto row = score_row(m, {{"a", 1}, {"b", 0}});
  EXPECT_EQ(row.card.lines[0].index->published().text(), "22.22");
  EXPECT_EQ(row.card.lines[1].index->published().text(), "33.33");
  EXPECT_EQ(row.card.index->published().text(), "63.16");
  const auto none = score_row(m, {{"a", not_applicable}, {"b", not_applicable}});
  EXPECT_FALSE(none.card.lines[0].index);
  EXPECT_EQ(none.card.index->published().text(), "100.00");
}
TEST(Index, IsAtMost100UnlessItMayExceedIt) {
  using enum MeasureType;
  const auto of = [](bool may_exceed, int bonus, int penalty) {
    const auto m = Model::build(
        {.id = "m",
         .publish = {.may_exceed_100 = may_exceed},
         .measures = {{"a", {.type = count}}, {"b", {.type = count}}},
         .criteria = {leaf("1", 10, rules::Proportional{.value = 8, .full_at = 10})},
         .adjustments = {.bonus = SideDraft{.cap = 20, .entries = {{.id = "x", .points = 20, .rule = rules::PerItem{"a", 1}}}},
                         .penalty = SideDraft{.cap = 20, .entries = {{.id = "y", .points = 20, .rule = rules::PerItem{"b", 1}}}}}});
    return score_row(m, {{"a", bonus}, {"b", penalty}}).card.index->published().text();
  };
  EXPECT_EQ(of(false, 1, 0), "90.00");
  EXPECT_EQ(of(false, 3, 0), "100.00");
  EXPECT_EQ(of(true, 3, 0), "110.00");
  EXPECT_EQ(of(true, 3, 12), "0.00");
  EXPECT_EQ(of(true, 3, 2), "90.00");
}

TEST(Scorecards, ExplainEachResult) {
  const auto m = model({});
  const auto row = score_row(m, {{"t", 0}});
  EXPECT_EQ(row.card.lines[1].condition, 1U);
  EXPECT_EQ(row.card.lines[1].missing, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(score_row(m, no_task).card.lines[1].not_applicable, (std::vector<std::size_t>{0}));
  EXPECT_EQ(row.card.track, "final");
}
}
