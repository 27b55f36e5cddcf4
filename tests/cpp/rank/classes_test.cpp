#include <gtest/gtest.h>
#include <rank/rank_tables.hpp>

namespace chiso_test {
namespace {
// SPEC 6.2, sentence by sentence.

/// Good from 80, fair from 70, average from 60, otherwise low, as in SPEC 8.
ModelDraft classed_draft() {
  auto draft = ranked_draft();
  draft.classes =
      ClassesDraft{.bands = {{.id = "good", .from = 80}, {.id = "fair", .from = 70}, {.id = "average", .from = 60}, {.id = "low"}}};
  return draft;
}
Lines classes_of(const ModelDraft& draft, const Table& table, Keep keep = Keep::leaves) {
  const auto scores = scored(draft, table, keep);
  const auto out = all_of(classes(RowRanks(ranks(scores))), scores.rows());
  EXPECT_EQ(all_of(Ranked(scores).classes(), scores.rows()), out);
  return out;
}

TEST(Classes, UseThePublishedIndexRoundedOnce) {
  EXPECT_EQ(classes_of(classed_draft(), of_indices({"80", "79.995", "79.994999", "70", "69.99", "60", "59.99", "0"})),
            (Lines{"good", "good", "fair", "fair", "average", "average", "low", "low"}));
  auto down = classed_draft();
  down.publish.rounding = Rounding::down;
  EXPECT_EQ(classes_of(down, of_indices({"80", "79.999999"})), (Lines{"good", "fair"}));
  auto exact = classed_draft();
  exact.classes->on = ClassOn::exact;
  EXPECT_EQ(classes_of(exact, of_indices({"80", "79.999999"})), (Lines{"good", "fair"}));
}
TEST(Classes, RoundToTheirOwnDecimalsFromTheExactIndex) {
  // 79.496 is 79.50 with two decimals, which would be 80 with none; rounded only once it is 79.
  auto draft = classed_draft();
  draft.classes->decimals = 0;
  EXPECT_EQ(classes_of(draft, of_indices({"79.496", "79.5", "69.5"})), (Lines{"fair", "good", "fair"}));
}
TEST(Classes, ReadBandsInOrderWithEveryKindOfEnd) {
  auto draft = ranked_draft();
  draft.classes = ClassesDraft{
      .bands = {{.id = "top", .above = 90}, {.id = "odd", .from = 50, .to = 60}, {.id = "mid", .above = 40, .below = 70}, {.id = "rest"}}};
  EXPECT_EQ(classes_of(draft, of_indices({"90", "90.01", "60", "50", "60.01", "49.99", "40", "69.99", "70"})),
            (Lines{"rest", "top", "odd", "odd", "mid", "mid", "rest", "mid", "rest"}));
  EXPECT_EQ(band_of({{.id = "a", .range = {.lower = Cut{5, true}}}, {.id = "b"}}, {5, 1}), 1U);
}
/// A bonus of n, a penalty of m points, each up to 200, beside criteria of 100 points.
ModelDraft adjusted_draft() {
  auto draft = ranked_draft();
  draft.criteria.pop_back();
  for (const auto* name : {"n", "m"}) draft.measures.emplace_back(name, draft.measures[0].second);
  draft.measures.erase(draft.measures.begin() + 1, draft.measures.begin() + 3);
  draft.adjustments.bonus = SideDraft{.cap = 200, .entries = {{.id = "more", .points = 100, .rule = rules::PerItem{"n", 1}}}};
  draft.adjustments.penalty = SideDraft{.cap = 200, .entries = {{.id = "less", .points = 100, .rule = rules::PerItem{"m", 1}}}};
  return draft;
}
TEST(Classes, OnPointsUseThemWithBonusAndPenaltyNotHeld) {
  auto draft = adjusted_draft();
  draft.classes =
      ClassesDraft{.on = ClassOn::points, .bands = {{.id = "more than all", .above = 100}, {.id = "some", .from = 0}, {.id = "none"}}};
  draft.classes->bands[0].id = "more";
  const Table table{{"unit", {"A", "B", "C", "D", "E", "F"}},
                    {"x", {"90", "100", "2", "2", "2", na}},
                    {"n", {"20", "0", "0", "0", "0", "0"}},
                    {"m", {"0", "0", "2.005", "2.004999", "9", "0"}}};
  EXPECT_EQ(classes_of(draft, table), (Lines{"more", "some", "none", "some", "none", ""}));  // -0.005 is -0.01
  draft.publish.points = 0;
  EXPECT_EQ(classes_of(draft, table), (Lines{"more", "some", "some", "some", "none", ""}));
  draft.classes->decimals = 3;
  EXPECT_EQ(classes_of(draft, table), (Lines{"more", "some", "none", "none", "none", ""}));
  draft.publish.rounding = Rounding::down;
  EXPECT_EQ(classes_of(draft, table), (Lines{"more", "some", "none", "none", "none", ""}));
  draft.classes->decimals = 2;
  EXPECT_EQ(classes_of(draft, table), (Lines{"more", "some", "some", "some", "none", ""}));
}
TEST(Classes, AndVetoesAreOnTheScaleOfTheModel) {
  auto draft = ranked_draft();
  draft.publish.scale = 5;
  draft.classes = ClassesDraft{.bands = {{.id = "good", .from = 4}, {.id = "low"}}};
  EXPECT_EQ(classes_of(draft, of_indices({"79.9", "79.89", "100"})), (Lines{"good", "low", "good"}));  // 3.995 is 4.00
  draft.classes->vetoes = {{.criterion = Ids("a"), .below = 4.5, .at_most = "low"}};
  EXPECT_EQ(classes_of(draft, of_indices({"79.9", "89.9", "89.89"})), (Lines{"low", "good", "low"}));
  const auto scores = scored(draft, of_indices({"79.9", "40"}));
  EXPECT_EQ(scores.index(0)->published().text(), "4.00");
  EXPECT_EQ(averages(Ranked(scores))[0].mean_index->text(), "3.00");
}
TEST(Classes, OnRankUseTheCompetitionRank) {
  auto draft = ranked_draft();
  draft.classes = ClassesDraft{.on = ClassOn::rank, .bands = {{.id = "first", .to = 1}, {.id = "next", .to = 3}, {.id = "rest"}}};
  const auto table = of_indices({"70", "90", "80", "90", "60", "80"});
  for (const auto ties : {Ties::competition, Ties::dense, Ties::ordinal}) {
    draft.ranking.ties = ties;
    EXPECT_EQ(classes_of(draft, table), (Lines{"rest", "first", "next", "first", "rest", "next"}));
  }
}
TEST(Classes, OnRankShareCountRankedRowsOnly) {
  auto draft = ranked_draft();
  draft.classes = ClassesDraft{.on = ClassOn::rank_share, .bands = {{.id = "third", .to = 0.35}, {.id = "rest"}}};
  auto table = of_indices({"50", "40", "30", "20", "10", "45"});
  table.push_back({"ranked", {"yes", "yes", "yes", "yes", "yes", "no"}});
  EXPECT_EQ(classes_of(draft, table),
            (Lines{"third", "rest", "rest", "rest", "rest", ""}));  // 2 of 5 are more than 0.35, 2 of 6 would not be
}
TEST(Classes, UseTheBandsOfTheBlockIfItHasAny) {
  auto draft = classed_draft();
  draft.blocks = {{"communes", "offices"}};
  draft.classes->by_block = {{"offices", {{.id = "good", .from = 90}, {.id = "low"}}}};
  auto table = of_indices({"85", "85", "75", "75"});
  table.push_back({"block", {"communes", "offices", "communes", "offices"}});
  EXPECT_EQ(classes_of(draft, table), (Lines{"good", "low", "fair", "low"}));
}
TEST(Classes, AreEmptyForIncompleteRowsAndRowsWithoutAClassedValue) {
  auto draft = classed_draft();
  auto table = of_indices({"85", "", na, "85"});
  table.push_back({"ranked", {"yes", "yes", "yes", "no"}});
  EXPECT_EQ(classes_of(draft, table), (Lines{"good", "", "", "good"}));  // not ranked, but classed
  draft.classes->on = ClassOn::exact;
  EXPECT_EQ(classes_of(draft, table), (Lines{"good", "", "", "good"}));
  draft.classes = ClassesDraft{.on = ClassOn::rank, .bands = {{.id = "first", .to = 1}, {.id = "rest"}}};
  EXPECT_EQ(classes_of(draft, table), (Lines{"first", "", "", ""}));
  EXPECT_EQ(classes_of(ranked_draft(), table), Lines(4));
}

ModelDraft vetoed(VetoDraft veto) {
  auto draft = classed_draft();
  draft.measures.emplace_back("fine", measure(MeasureType::yes_no));
  draft.measures.emplace_back("n", measure(MeasureType::count));
  draft.classes->vetoes = {std::move(veto)};
  return draft;
}
Table with(Table table, std::string name, Lines cells) {
  for (auto& column : table)
    if (column.first == name) {
      column.second = std::move(cells);
      return table;
    }
  table.emplace_back(std::move(name), std::move(cells));
  return table;
}

TEST(Vetoes, CapTheClass) {
  const auto draft = vetoed({.when = "fine", .at_most = "average"});
  const auto table = with(with(of_indices({"85", "75", "65", "55", "85"}), "fine", {"yes", "yes", "yes", "yes", "no"}), "n", Lines(5));
  EXPECT_EQ(classes_of(draft, table), (Lines{"average", "average", "average", "low", "good"}));
}
TEST(Vetoes, CapToTheWorstClassOfThoseThatHold) {
  auto draft = vetoed({.when = "fine", .at_most = "average"});
  draft.classes->vetoes.push_back({.when = "not fine or fine", .at_most = "fair"});
  const auto table = with(with(of_indices({"85", "85", "65"}), "fine", {"yes", "no", "no"}), "n", Lines(3));
  EXPECT_EQ(classes_of(draft, table), (Lines{"average", "fair", "average"}));
}
TEST(Vetoes, CapWithinTheClassesOfTheBlock) {
  auto draft = vetoed({.when = "fine", .at_most = "fair"});
  draft.blocks = {{"p", "q"}};
  draft.classes->by_block = {{"q", {{.id = "best", .from = 90}, {.id = "fair", .from = 50}, {.id = "low"}}}};
  auto table = with(with(of_indices({"95", "95", "95", "40"}), "fine", Lines(4, "yes")), "n", Lines(4));
  EXPECT_EQ(classes_of(draft, with(table, "block", {"p", "q", "q", "q"})), (Lines{"fair", "fair", "fair", "low"}));
}
TEST(Vetoes, HoldOnlyIfTrueAndLeaveNoClassIfMissing) {
  const auto draft = vetoed({.when = "1 / n > 0 or fine", .at_most = "low"});
  const auto table =
      with(with(of_indices({"90", "89", "88", "87", "86"}), "fine", {"no", "no", "no", na, ""}), "n", {"1", "0", na, "0", "0"});
  EXPECT_EQ(classes_of(draft, table), (Lines{"low", "good", "good", "good", ""}));
  EXPECT_EQ(all_of(ranks(scored(draft, table))), (Numbers{1, 2, 3, 4, 5}));
}
TEST(Vetoes, OfCriteriaHoldIfAnyIndexIsBelowTheLimit) {
  const auto draft = vetoed({.criterion = Ids{"b", "c"}, .below = 50, .at_most = "low"});
  const Table table{{"unit", {"A", "B", "C", "D", "E"}},   {"x", Lines(5, "100")}, {"y", {"25", "24.9", "25", na, na}},
                    {"z", {"25", "25", "24.9", "10", na}}, {"fine", Lines(5)},     {"n", Lines(5)}};
  for (const auto keep : {Keep::totals, Keep::groups, Keep::leaves})
    EXPECT_EQ(classes_of(draft, table, keep), (Lines{"fair", "low", "low", "low", "good"}));
}
TEST(Vetoes, MayAskForSeveralCriteriaBelow) {
  auto draft = ranked_draft();
  draft.classes = ClassesDraft{.bands = {{.id = "good", .from = 0}, {.id = "low"}},
                               .vetoes = {{.criterion = Ids{"a", "b", "c"}, .below = 50, .at_least = 2, .at_most = "low"}}};
  const Table table{
      {"unit", {"A", "B", "C", "D"}}, {"x", {"49", "49", "49", "50"}}, {"y", {"25", "24", "24", "24"}}, {"z", {"25", "25", "24", na}}};
  EXPECT_EQ(classes_of(draft, table), (Lines{"good", "low", "low", "good"}));
}
TEST(Vetoes, OfCriteriaRoundIfClassesUsePublishedFigures) {
  auto draft = vetoed({.criterion = Ids{"b"}, .below = 50, .at_most = "low"});
  const auto table = [](const char* y) {
    return Table{{"unit", {"A"}}, {"x", {"100"}}, {"y", {y}}, {"z", {na}}, {"fine", {""}}, {"n", {""}}};
  };
  EXPECT_EQ(classes_of(draft, table("24.9975")), (Lines{"good"}));  // 49.995 -> 50.00
  EXPECT_EQ(classes_of(draft, table("24.997")), (Lines{"low"}));    // 49.994 -> 49.99
  draft.classes->decimals = 0;
  EXPECT_EQ(classes_of(draft, table("24.75")), (Lines{"good"}));  // 49.5 -> 50
  draft.classes->decimals = {};
  draft.classes->on = ClassOn::exact;
  EXPECT_EQ(classes_of(draft, table("24.999999")), (Lines{"low"}));
  draft.classes = ClassesDraft{.on = ClassOn::rank, .bands = {{.id = "first", .to = 1}, {.id = "low"}}, .vetoes = draft.classes->vetoes};
  EXPECT_EQ(classes_of(draft, table("24.999999")), (Lines{"low"}));
  EXPECT_EQ(classes_of(draft, table("25")), (Lines{"first"}));
}
TEST(Vetoes, WithTwoConditionsHoldIfBothDo) {
  const auto draft = vetoed({.when = "fine", .criterion = Ids{"b"}, .below = 50, .at_most = "low"});
  const Table table{{"unit", {"A", "B", "C", "D", "E", "F", "G"}},   {"x", Lines(7, "100")},
                    {"y", {"20", "20", "30", "20", "30", na, "20"}}, {"z", Lines(7, na)},
                    {"fine", {"yes", "no", "yes", "", "", "", na}},  {"n", Lines(7)}};
  // Below and missing: no class. Not below, or without an index, and missing: the veto cannot hold.
  EXPECT_EQ(classes_of(draft, table), (Lines{"low", "good", "good", "", "good", "good", "good"}));
}
TEST(Classes, RequireRanksByTheModel) {
  const auto scores = scored(classed_draft(), of_indices({"85"}));
  EXPECT_THROW(classes(RowRanks(ranks(scores, 0))), ShapeError);
}
}
}
