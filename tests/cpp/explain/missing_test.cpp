#include <algorithm>
#include <chiso/explain/missing.hpp>
#include <gtest/gtest.h>
#include <rank/rank_tables.hpp>
#include <set>
#include <support/random_models.hpp>
#include <support/random_table.hpp>

namespace chiso_test {
namespace {
/// `unit: what [what waits] points` of all that is missing.
Lines lacks(const Scores& scores, const MissingOptions& options = {}) {
  const auto& model = scores.model();
  const auto found = missing_of(Ranked(scores), options);
  const auto ids = class_ids(model);
  const auto name = [&](const MissingInput& input) {
    const auto& derived = model.derived();
    switch (input.from) {
      case Op::measure: return model.measures()[input.place].name;
      case Op::previous_measure: return "previous " + model.measures()[derived.previous[input.place]].name;
      case Op::parameter: return "parameter " + derived.parameters[input.place].name();
      case Op::previous_parameter: return std::string("previous parameter");
      case Op::below: return "table " + derived.tables[derived.below[input.place].table].name;
      case Op::previous_below: return std::string("previous table");
      case Op::cohort: return std::string(name_of(derived.cohorts[input.place].function));
      default: return std::string("previous row");
    }
  };
  Lines out;
  for (const auto& [row, place] : found.cells) {
    const auto& ask = found.asks[place];
    std::string waiting;
    for (const auto& [kind, index] : ask.waiting)
      waiting += (waiting.empty() ? "" : " ") + (kind == Reader::Kind::item   ? model.nodes()[model.items()[index]].id
                                                 : kind == Reader::Kind::veto ? "veto " + std::to_string(index + 1)
                                                                              : "class " + std::string(ids[index]));
    out.push_back(std::string(scores.evidence().unit(row)) + ": " + name(ask.input) + " [" + waiting + "] " +
                  as_decimal(ask.points, model.point_decimals()).text());
  }
  return out;
}
ModelDraft counts_draft(std::vector<CriterionDraft> criteria) {
  ModelDraft draft{};
  draft.id = "m";
  draft.undefined = WhenUndefined::zero;
  for (const auto* name : {"a", "b", "c"}) draft.measures.push_back({name, measure(MeasureType::count)});
  draft.measures.push_back({"t", measure(MeasureType::yes_no)});
  draft.criteria = std::move(criteria);
  return draft;
}
CriterionDraft items(const std::string& id, const std::string& value) { return leaf(id, 10, rules::PerItem{.value = value, .each = 1}); }
CriterionDraft items(const std::string& id, const std::string& value, const std::string& when) {
  return leaf(id, 10, rules::PerItem{.value = value, .each = 1}, {.applies_when = when});
}
/// What units U, V, W ... lack, by their values of a, b, c, t.
Lines lacks(const ModelDraft& draft, const std::vector<Lines>& rows) {
  Table table{{"unit", {}}, {"a", {}}, {"b", {}}, {"c", {}}, {"t", {}}};
  for (const auto& row : rows) {
    table[0].second.push_back(std::string(1, static_cast<char>('U' + table[0].second.size())));
    for (std::size_t i = 0; i < row.size(); ++i) table[i + 1].second.push_back(row[i]);
  }
  return lacks(scored(draft, table));
}

TEST(Missing, AsksForWhatAnItemWaitsFor) {
  const auto draft = counts_draft({items("x", "a + b"), items("y", "b")});
  EXPECT_EQ(lacks(draft, {{"1", "1", "", ""}, {"", "1", "", ""}, {"1", "", "", ""}, {"", "", "", ""}}),
            (Lines{"V: a [x] 10", "W: b [x y] 20", "X: a [x] 10", "X: b [x y] 20"}));
}
TEST(Missing, DoesNotAskWhereNothingApplies) {
  const auto draft = counts_draft({items("x", "a", "t"), items("y", "b")});
  EXPECT_EQ(lacks(draft, {{"", "1", "", "no"}, {"", na, "", "yes"}, {"", "1", "", na}}), (Lines{"V: a [x] 10"}));
  // If it is not known whether it applies, that is asked for as well.
  EXPECT_EQ(lacks(draft, {{"", "1", "", ""}, {"1", "1", "", ""}}), (Lines{"U: a [x] 10", "U: t [x] 10", "V: t [x] 10"}));
  EXPECT_EQ(lacks(draft, {{na, "1", "", ""}}), Lines{});
}
TEST(Missing, DoesNotAskForWhatIsNotRead) {
  EXPECT_EQ(lacks(counts_draft({items("x", "if_else(t, a, b)")}), {{"", "", "", "yes"}, {"", "", "", "no"}, {"", "", "", ""}}),
            (Lines{"U: a [x] 10", "V: b [x] 10", "W: t [x] 10"}));
  EXPECT_EQ(lacks(counts_draft({items("x", "coalesce(a, b)")}), {{"", "1", "", ""}, {"", "", "", ""}}),
            (Lines{"V: a [x] 10", "V: b [x] 10"}));
  EXPECT_EQ(lacks(counts_draft({items("x", "if_else(is_missing(a), 0, a)")}), {{"", "", "", ""}}), Lines{});
  const auto both = counts_draft({leaf("x", 10, rules::YesNo{.value = "a > 0 and b > 0 and t"})});
  EXPECT_EQ(lacks(both, {{"0", "", "", ""}, {"1", "", "", "yes"}, {"1", "", "", ""}}),
            (Lines{"V: b [x] 10", "W: b [x] 10", "W: t [x] 10"}));
  const auto either = counts_draft({leaf("x", 10, rules::YesNo{.value = "a > 0 or t"})});
  EXPECT_EQ(lacks(either, {{"1", "", "", ""}, {"0", "", "", ""}}), (Lines{"V: t [x] 10"}));
}
TEST(Missing, OfAChecklistAndOfASurvey) {
  const auto draft = counts_draft({leaf("x", 10, rules::Checklist{.items = {"a > 0", "b > 0", "t"}, .mode = rules::Checklist::Mode::share}),
                                   leaf("y", 10, rules::Survey{.answers = {{"a", 100}, {"c", 0}}})});
  EXPECT_EQ(lacks(draft, {{"1", "", "1", na}, {na, "1", "", ""}}), (Lines{"U: b [x] 10", "V: t [x] 10"}));
  EXPECT_EQ(lacks(draft, {{"", "1", "", "yes"}}), (Lines{"U: a [x y] 20", "U: c [y] 10"}));
}
TEST(Missing, OfPartsOfARule) {
  const auto part = [](const std::string& value, std::optional<rules::PartCounts> missing) {
    rules::Part out{};
    out.points = 5;
    out.rule = rules::PerItem{.value = value, .each = 1};
    out.missing = missing;
    return out;
  };
  const auto best = counts_draft({leaf("x", 10, rules::BestOf{.parts = {part("a", {}), part("b", {})}})});
  EXPECT_EQ(lacks(best, {{"", "1", "", ""}, {"", "", "", ""}, {na, "", "", ""}}), (Lines{"V: a [x] 10", "V: b [x] 10"}));
  const auto sum = counts_draft({leaf("x", 10, rules::SumOf{.parts = {part("a", rules::PartCounts::zero), part("b", {}), part("c", {})}})});
  EXPECT_EQ(lacks(sum, {{"", "1", "1", ""}, {"", "", "1", ""}, {"", "1", na, ""}}), (Lines{"U: a [x] 10", "V: a [x] 10", "V: b [x] 10"}));
}
TEST(Missing, WhateverThePolicySays) {
  for (const auto policy : {WhenMissing::incomplete, WhenMissing::zero, WhenMissing::exclude}) {
    auto draft = counts_draft({items("x", "a"), items("y", "b")});
    draft.missing = policy;
    EXPECT_EQ(lacks(draft, {{"", "1", "", ""}}), (Lines{"U: a [x] 10"}));
  }
  auto draft = counts_draft({items("x", "a / b")});
  draft.undefined = WhenUndefined::missing;
  EXPECT_EQ(lacks(draft, {{"1", "0", "", ""}}), Lines{});  // nothing that could be reported changes it
}
TEST(Missing, OfBonusAndPenalty) {
  auto draft = counts_draft({items("x", "a")});
  draft.adjustments.bonus = SideDraft{.cap = 2, .entries = {{.id = "more", .points = 2, .rule = rules::PerItem{.value = "b", .each = 1}}}};
  draft.adjustments.penalty =
      SideDraft{.cap = 3, .entries = {{.id = "less", .points = 3, .rule = rules::PerItem{.value = "b", .each = 1}}}};
  EXPECT_EQ(lacks(draft, {{"1", "", "", ""}}), (Lines{"U: b [more less] 5"}));
}
TEST(Missing, StatedPointsNeedNothing) {
  auto draft = counts_draft({items("x", "a")});
  draft.stated_points = StatedPoints::accept;
  const auto scores =
      scored(draft, {{"unit", {"U", "V"}}, {"a", {"", ""}}, {"b", {"", ""}}, {"c", {"", ""}}, {"t", {"", ""}}, {"points.x", {"4", ""}}});
  EXPECT_EQ(lacks(scores), (Lines{"V: a [x] 10"}));
}
TEST(Missing, OfOneOfAsksForTheChildThatCounts) {
  const auto draft = counts_draft({group("g", {items("x", "a", "t"), items("y", "b")}, {.one_of = true})});
  EXPECT_EQ(lacks(draft, {{"", "", "", "yes"}, {"", "", "", "no"}, {"1", "", "", ""}}),
            (Lines{"U: a [x] 10", "V: b [y] 10", "W: t [x] 10"}));
}
TEST(Missing, AfterFallbackAndInItsTracks) {
  auto draft = counts_draft({items("x", "a"), leaf("y", 10, rules::PerItem{.value = "b", .each = 1}, {.tracks = Lines{"final"}})});
  draft.tracks = {{"self", "final"}};
  draft.fallback = {{"final", {"self"}}};
  const auto scores = scored(draft, {{"unit", {"U", "U", "V"}},
                                     {"track", {"self", "final", "self"}},
                                     {"a", {"1", "", ""}},
                                     {"b", {"", "", "2"}},
                                     {"c", {"", "", ""}},
                                     {"t", {"", "", ""}}});
  EXPECT_EQ(lacks(scores, {.track = "final"}), (Lines{"U: b [y] 10", "V: a [x] 10"}));
  EXPECT_EQ(lacks(scores, {.track = "self"}), (Lines{"V: a [x] 10"}));
}
TEST(Missing, ElsewhereIsCalledWhatItIs) {
  auto draft = counts_draft({items("x", "previous(a)"), items("y", "previous(b + c)"), items("z", "cohort_max(b)")});
  const auto of = [&](const Lines& a, const Lines& b, const Lines& c) {
    return lacks(scored(draft, {{"unit", {"U", "U"}}, {"period", {"2023", "2024"}}, {"a", a}, {"b", b}, {"c", c}, {"t", {"", ""}}}),
                 {.period = "2024"});
  };
  EXPECT_EQ(of({"1", ""}, {"1", "1"}, {"1", ""}), Lines{});
  EXPECT_EQ(of({"", "1"}, {"1", ""}, {"", "1"}), (Lines{"U: previous a [x] 10", "U: previous c [y] 10", "U: cohort_max [z] 10"}));
  EXPECT_EQ(lacks(scored(draft, {{"unit", {"U"}}, {"a", {"1"}}, {"b", {"1"}}, {"c", {"1"}}, {"t", {""}}})),
            (Lines{"U: previous row [x y] 20"}));
}
TEST(Missing, ParametersAndTheChoicesThatTheyAreBy) {
  auto draft = counts_draft({items("x", "a * rate"), items("y", "b * share")});
  auto kind = measure(MeasureType::choice);
  kind.options = {"low", "high"};
  draft.measures.push_back({"kind", kind});
  draft.blocks = {{"north"}};
  draft.parameters = {{"rate", {.by = "kind", .values = {{"low", 1}, {"high", 2}}}}, {"share", {.by = "block", .values = {{"north", 3}}}}};
  const auto scores =
      scored(draft, {{"unit", {"U", "V"}}, {"a", {"1", ""}}, {"b", {"1", ""}}, {"c", {"", ""}}, {"t", {"", ""}}, {"kind", {"", "low"}}});
  EXPECT_EQ(lacks(scores),
            (Lines{"U: kind [x] 10", "U: parameter share [y] 10", "V: a [x] 10", "V: b [y] 10", "V: parameter share [y] 10"}));
}
TEST(Missing, OfTablesBelow) {
  auto draft = counts_draft({items("x", "rows_sum(tasks, late)")});
  draft.tables = {{"tasks", {.measures = {{"late", measure(MeasureType::count)}}}}};
  const auto model = Model::build(draft);
  const auto evidence = read(model, {{"unit", {"U", "V"}}, {"a", {"", ""}}, {"b", {"", ""}}, {"c", {"", ""}}, {"t", {"", ""}}});
  EXPECT_EQ(lacks(score(model, evidence)), (Lines{"U: table tasks [x] 10", "V: table tasks [x] 10"}));
  EvidenceBuilder rows(TableBelow{.evidence = evidence, .table = "tasks"});
  rows.texts("unit", {"U", "U", "V"});
  rows.texts("late", {"1", "", "2"});
  EXPECT_EQ(lacks(score(model, rows.build())), (Lines{"U: table tasks [x] 10"}));
}
TEST(Missing, OfVetoesAndOfWhatBandsAskFor) {
  auto draft = counts_draft({items("x", "a")});
  draft.classes =
      ClassesDraft{.bands = {{.id = "best", .from = 90, .requirement = "c > 0"}, {.id = "good", .from = 50}, {.id = "low"}},
                   .vetoes = {{.when = "b > 3", .at_most = "low"}, {.when = "t", .criterion = "x", .below = 70, .at_most = "low"}}};
  EXPECT_EQ(lacks(draft, {{"10", "", "", ""}, {"6", "1", "", ""}, {"6", "1", "", "no"}, {"10", "9", "1", ""}}),
            (Lines{"U: b [veto 1] 0", "U: c [class best] 0", "V: t [veto 2] 0"}));
  EXPECT_EQ(lacks(draft, {{"", "1", "", ""}}), (Lines{"U: a [x] 10", "U: t [veto 2] 0"}));  // 0 of 10, which is below 70
}
TEST(Missing, OfWhichRows) {
  const auto draft = counts_draft({items("x", "a")});
  const auto scores = scored(draft, {{"unit", {"U", "U", "V"}},
                                     {"block", {"p", "p", "q"}},
                                     {"period", {"1", "2", "1"}},
                                     {"a", {"", "", ""}},
                                     {"b", {"", "", ""}},
                                     {"c", {"", "", ""}},
                                     {"t", {"", "", ""}}});
  EXPECT_EQ(lacks(scores).size(), 3U);
  EXPECT_EQ(lacks(scores, {.block = "q"}), (Lines{"V: a [x] 10"}));
  EXPECT_EQ(lacks(scores, {.period = "1"}).size(), 2U);
  EXPECT_EQ(lacks(scores, {.block = "q", .period = "2"}), Lines{});
  EXPECT_THROW(lacks(scores, {.block = "r"}), UnknownNameError);
  EXPECT_THROW(lacks(scores, {.period = "3"}), UnknownNameError);
  EXPECT_THROW(lacks(scores, {.track = "self"}), UnknownNameError);
}
TEST(MissingProperties, DoNotDependOnWhatWasKept) {
  for_random_models(150, random_ranked_model, [](const Model& model, Random& random) {
    const auto evidence = read(model, random_table(model, 5, random));
    const auto kept = lacks(score(model, evidence, {.keep = Keep::leaves}));
    ASSERT_EQ(lacks(score(model, evidence, {.keep = Keep::totals})), kept);
    ASSERT_EQ(lacks(score(model, evidence, {.keep = Keep::groups})), kept);
  });
}
TEST(MissingProperties, IncompleteRowsLackSomething) {
  for_random_models(150, random_ranked_model, [](const Model& model, Random& random) {
    const auto scores = score(model, read(model, random_table(model, 5, random)), {.keep = Keep::leaves});
    std::set<std::size_t> lacking;
    for (const auto& cell : missing_of(Ranked(scores)).cells) lacking.insert(cell.row);
    for (std::size_t row = 0; row < scores.rows(); ++row)
      for (std::size_t item = 0; item < model.items().size(); ++item)
        ASSERT_TRUE(scores.state(item, row) != ItemState::missing || lacking.contains(row)) << row;
  });
}
}
}
