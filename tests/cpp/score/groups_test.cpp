#include <chiso/score/scores.hpp>
#include <gtest/gtest.h>
#include <string>
#include <support/score_row.hpp>
#include <vector>

namespace {
using namespace chiso;
using namespace chiso_test;
using Cells_of_a_row = std::vector<std::pair<std::string, TestCell>>;

/// `achieved/applicable` of the first group, and `incomplete` if it is.
std::string of_group(const Model& model, const Cells_of_a_row& cells, const RowOptions& options = {}) {
  const auto row = score_row(model, cells, options);
  return std::to_string(row.groups[0].achieved) + "/" + std::to_string(row.groups[0].applicable) +
         (row.groups[0].complete ? "" : " incomplete");
}

/// A group of leaves of 6 and 4 points (in quanta of a point) that earn a and b.
Model limited(CriterionOptions limits) {
  using enum MeasureType;
  const auto one = [](const char* id, Decimal points, const char* value) { return leaf(id, points, rules::PerItem{value, 1}); };
  return Model::build(
      {.id = "m",
       .point_decimals = 0,
       .measures = {{"a", {.type = count}}, {"b", {.type = count}}},
       .criteria = {group("g", {one("1", 6, "a"), one("2", 4, "b")}, std::move(limits)), leaf("3", 10, rules::YesNo{"true"})}});
}
TEST(Groups, CountUpToTheirCap) {
  const auto m = limited({.cap = 7});
  EXPECT_EQ(m.nodes()[0].points.quanta, 7);
  EXPECT_EQ(of_group(m, {{"a", 6}, {"b", 4}}), "7/7");
  EXPECT_EQ(of_group(m, {{"a", 4}, {"b", 3}}), "7/7");
  EXPECT_EQ(of_group(m, {{"a", 4}, {"b", 2}}), "6/7");
  EXPECT_EQ(of_group(m, {{"a", 6}, {"b", not_applicable}}), "6/6");
  EXPECT_EQ(of_group(m, {{"a", not_applicable}, {"b", not_applicable}}), "0/0");
  EXPECT_EQ(of_group(m, {{"a", 6}, {"b", missing}}), "6/7 incomplete");
}
TEST(Groups, CountAtLeastWhatTheyAreRaisedTo) {
  const auto alone = limited({.at_least = 5});
  EXPECT_EQ(alone.nodes()[0].points.quanta, 10);
  EXPECT_EQ(of_group(alone, {{"a", 1}, {"b", 1}}), "5/10");
  EXPECT_EQ(of_group(alone, {{"a", 3}, {"b", 3}}), "6/10");
  EXPECT_EQ(of_group(alone, {{"a", not_applicable}, {"b", 1}}), "4/4");  // at most what is applicable
  EXPECT_EQ(of_group(alone, {{"a", not_applicable}, {"b", not_applicable}}), "0/0");
  const auto capped = limited({.cap = 7, .at_least = 7});
  EXPECT_EQ(of_group(capped, {{"a", 0}, {"b", 0}}), "7/7");
  EXPECT_EQ(of_group(capped, {{"a", 0}, {"b", not_applicable}}), "6/6");
}
TEST(Groups, TellWhatTheirCapTook) {
  const auto line = score_row(limited({.cap = 7}), {{"a", 6}, {"b", 4}}).card.lines[0];
  EXPECT_EQ(line.sum.achieved, 10);
  EXPECT_EQ(line.sum.applicable, 10);
  EXPECT_EQ(line.tally.achieved, 7);
}

/// Twin criteria of 100 and 104 points, of which a unit has the one that applies to it, and a last one of 6 for the rest.
ModelDraft choice_draft() {
  using enum MeasureType;
  ModelDraft out{.id = "m",
                 .point_decimals = 0,
                 .stated_points = StatedPoints::accept,
                 .measures = {{"a", {.type = count}}, {"t", {.type = yes_no}}, {"u", {.type = yes_no}}},
                 .criteria = {group("g",
                                    {leaf("1", 100, rules::PerItem{"a", 1}, {.applies_when = "t"}),
                                     group("2", {leaf("2.1", 104, rules::PerItem{"a", 2})}, {.applies_when = "u"}),
                                     leaf("3", 6, rules::PerItem{"a", 3})},
                                    {.one_of = true}),
                              leaf("4", 10, rules::YesNo{"true"})}};
  return out;
}
TEST(Groups, CountTheFirstChildThatApplies) {
  const auto m = Model::build(choice_draft());
  EXPECT_EQ(m.nodes()[0].points.quanta, 104);
  EXPECT_EQ(of_group(m, {{"a", 5}, {"t", 1}, {"u", 1}}), "5/100");
  EXPECT_EQ(of_group(m, {{"a", 5}, {"t", 0}, {"u", 1}}), "10/104");
  EXPECT_EQ(of_group(m, {{"a", 5}, {"t", not_applicable}, {"u", 0}}), "6/6");
  EXPECT_EQ(of_group(m, {{"a", 5}, {"u", 0}}), "0/100 incomplete");  // a missing condition is a missing child
  const auto row = score_row(m, {{"a", 5}, {"t", 0}, {"u", 1}});
  EXPECT_EQ(row.items[0], "not_applicable 0");
  EXPECT_EQ(row.items[1], "scored 10");
  EXPECT_EQ(row.items[2], "not_applicable 0");
  EXPECT_FALSE(row.card.lines[1].instead);  // its own condition puts it out
  EXPECT_EQ(row.card.lines[4].instead, 2U);
  EXPECT_FALSE(row.card.lines[4].instead_is_open);
  const auto open = score_row(m, {{"a", 5}, {"u", 1}});  // whether the first child applies is missing
  EXPECT_EQ(open.card.lines[3].instead, 1U);
  EXPECT_TRUE(open.card.lines[2].instead_is_open && open.card.lines[3].instead_is_open && open.card.lines[4].instead_is_open);
  const auto stated = score_row(m, {{"a", 5}, {"u", 1}}, {.stated = {{"1", 40}}});
  EXPECT_EQ(stated.card.lines[4].instead, 1U);
  EXPECT_FALSE(stated.card.lines[4].instead_is_open) << "stated points count whatever the condition";
  EXPECT_TRUE(row.card.lines[1].left_out && row.card.lines[4].left_out && !row.card.lines[3].left_out);
}
TEST(Groups, LeaveOutAChildWhateverThePoliciesSay) {
  auto draft = choice_draft();
  for (auto& child : draft.criteria[0].criteria) child.not_applicable = WhenNotApplicable::full;
  const auto m = Model::build(draft);
  EXPECT_EQ(of_group(m, {{"a", 1}, {"t", 0}, {"u", 0}}), "3/6");
  EXPECT_EQ(of_group(m, {{"a", not_applicable}, {"t", 1}, {"u", 0}}), "100/100");  // here the rule does not apply, not the condition
}
TEST(Groups, PassOverAChildWithNothingApplicable) {
  auto draft = choice_draft();
  draft.missing = WhenMissing::exclude;
  EXPECT_EQ(of_group(Model::build(draft), {{"a", 2}, {"u", 1}}), "4/104");
}
TEST(Groups, CountAChildWhosePointsAreStatedAndReadNoOthers) {
  const auto m = Model::build(choice_draft());
  EXPECT_EQ(of_group(m, {{"a", 5}, {"t", 0}, {"u", 1}}, {.stated = {{"1", 40}}}), "40/100");
  EXPECT_EQ(of_group(m, {{"a", 5}, {"t", 0}, {"u", 1}}, {.stated = {{"1", not_applicable}}}), "10/104");
  EXPECT_EQ(of_group(m, {{"a", 5}, {"t", 1}, {"u", 1}}, {.stated = {{"3", 4}}}), "5/100");
  // The stated leaf is below a child that is out: the child itself is not stated.
  EXPECT_EQ(of_group(m, {{"a", 1}, {"t", 0}, {"u", 0}}, {.stated = {{"2.1", 50}}}), "3/6");
}
TEST(Groups, StandInOneAnother) {
  auto draft = choice_draft();
  draft.criteria = {
      group("out", {group("in", draft.criteria[0].criteria, {.applies_when = "u", .one_of = true}), leaf("5", 8, rules::YesNo{"true"})},
            {.one_of = true})};
  draft.criteria[0].criteria[0].criteria[1].applies_when = "a > 3";
  const auto m = Model::build(draft);
  EXPECT_EQ(of_group(m, {{"a", 5}, {"t", 1}, {"u", 1}}), "5/100");
  EXPECT_EQ(of_group(m, {{"a", 5}, {"t", 0}, {"u", 1}}), "10/104");
  EXPECT_EQ(of_group(m, {{"a", 2}, {"t", 0}, {"u", 1}}), "6/6");
  EXPECT_EQ(of_group(m, {{"a", 2}, {"t", 1}, {"u", 0}}), "8/8");
  const auto row = score_row(m, {{"a", 2}, {"t", 1}, {"u", 0}});
  for (const auto item : {0, 1, 2}) EXPECT_EQ(row.items[static_cast<std::size_t>(item)], "not_applicable 0");
}
}
