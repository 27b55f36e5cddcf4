#include <chiso/chiso.hpp>
#include <chiso/explain/missing.hpp>
#include <evidence/tables.hpp>
#include <gtest/gtest.h>

namespace chiso_test {
namespace {
/// One count, `x`, that earns its points; blocks may be any.
Model plain() { return model_of(measure(MeasureType::count)); }
Evidence listed(const Table& table, std::vector<RosterUnit> units) { return read(plain(), table, {.roster = Roster(std::move(units))}); }
Lines units_of(const Evidence& evidence) {
  Lines out;
  for (std::size_t row = 0; row < evidence.rows(); ++row) out.emplace_back(evidence.unit(row));
  return out;
}
Lines blocks_of(const Evidence& evidence) {
  Lines out;
  for (std::size_t row = 0; row < evidence.rows(); ++row) out.emplace_back(evidence.block(row));
  return out;
}
Lines unreported(const Evidence& evidence) {
  Lines out;
  for (const auto& one : evidence.unreported())
    out.push_back(std::string(one.unit) + "|" + std::string(one.block) + "|" + std::string(one.period));
  return out;
}
Lines codes_of(const std::vector<Problem>& problems) {
  Lines out;
  for (const auto& problem : problems) out.push_back(problem.code() + " " + problem.found());
  return out;
}

TEST(Roster, FindsUnitsByTheirNamesNowAndBefore) {
  const Roster roster({{.unit = "B", .was = {"b1", "b2"}}, {.unit = "A", .label = "The first", .was = {"a1"}}});
  ASSERT_EQ(roster.units().size(), 2U);
  EXPECT_EQ(roster.units()[0].unit, "A");
  EXPECT_EQ(roster.find("A"), 0U);
  EXPECT_EQ(roster.find("a1"), 0U);
  EXPECT_EQ(roster.find("b2"), 1U);
  EXPECT_EQ(roster.find("C"), std::nullopt);
  EXPECT_TRUE(roster.has_labels());
  EXPECT_FALSE(roster.has_blocks());
  EXPECT_TRUE(roster.warnings().empty());
}
TEST(Roster, DoesNotFollowANameThatAnotherUnitBears) {
  const Roster roster({{.unit = "A", .was = {"B", "A"}}, {.unit = "B", .was = {"x"}}, {.unit = "C", .was = {"x", "c"}}});
  EXPECT_EQ(roster.find("B"), 1U);
  EXPECT_EQ(roster.find("x"), std::nullopt);
  EXPECT_EQ(roster.find("c"), 2U);
  EXPECT_EQ(codes_of(roster.warnings()), (Lines{"roster.was 'B' as a former name of 'A'", "roster.was 'x' as a former name of 'B'",
                                                "roster.was 'x' as a former name of 'C'"}));
}
TEST(Roster, TellsEveryProblem) {
  std::vector<Problem> whole;
  EXPECT_EQ(problems_of([] { Roster({{.unit = "A", .block = "b"}, {.unit = ""}, {.unit = "A", .block = "b"}, {.unit = "C"}}); }, &whole),
            (Lines{"unit.empty /1/unit: a blank", "roster.duplicate /2/unit: A", "cell.blank /3/block: a blank"}));
}
TEST(Roster, RefusesStrangersWithTheNearestName) {
  std::vector<Problem> whole;
  EXPECT_EQ(
      problems_of(
          [] { listed({{"unit", {"Xã An", "Xã Bìn", "Nowhere"}}, {"x", {"1", "2", "3"}}}, {{.unit = "Xã An"}, {.unit = "Xã Bình"}}); },
          &whole),
      (Lines{"roster.unit /1/unit: Xã Bìn", "roster.unit /2/unit: Nowhere"}));
  EXPECT_EQ(whole[0].suggestion(), "Xã Bình");
  EXPECT_EQ(whole[1].suggestion(), "");
}
TEST(Roster, FollowsFormerNames) {
  const auto evidence = listed({{"unit", {"old", "B", "other"}}, {"period", {"2023", "2023", "2024"}}, {"x", {"1", "2", "3"}}},
                               {{.unit = "A", .was = {"old"}}, {.unit = "B", .was = {"other"}}});
  EXPECT_EQ(units_of(evidence), (Lines{"A", "B", "B"}));
  EXPECT_EQ(std::vector<std::string>(evidence.units().begin(), evidence.units().end()), (Lines{"A", "B"}));
  EXPECT_EQ(unreported(evidence), (Lines{"A||2024"}));
}
TEST(Roster, OneUnitUnderTwoNamesHasTwoRows) {
  EXPECT_EQ(problems_of([] { listed({{"unit", {"old", "A"}}, {"x", {"1", "2"}}}, {{.unit = "A", .was = {"old"}}}); }),
            (Lines{"row.duplicate /1/unit: A, final"}));
}
TEST(Roster, GivesBlocks) {
  const std::vector<RosterUnit> units{{.unit = "A", .block = "north"}, {.unit = "B", .block = "south"}, {.unit = "C", .block = "west"}};
  const auto evidence = listed({{"unit", {"B", "A"}}, {"x", {"1", "2"}}}, units);
  EXPECT_EQ(blocks_of(evidence), (Lines{"south", "north"}));
  EXPECT_EQ(std::vector<std::string>(evidence.blocks().begin(), evidence.blocks().end()), (Lines{"north", "south"}));
  EXPECT_EQ(unreported(evidence), (Lines{"C|west|"}));
  EXPECT_EQ(listed({{"unit", {"B", "A"}}, {"block", {"south", "north"}}, {"x", {"1", "2"}}}, units), evidence);
  EXPECT_EQ(problems_of([&] { listed({{"unit", {"B", "A"}}, {"block", {"south", "south"}}, {"x", {"1", "2"}}}, units); }),
            (Lines{"roster.block /1/block: south"}));
}
TEST(Roster, BlocksMustBeDeclared) {
  auto draft = plain().draft();
  draft.blocks = {{"north", "south"}};
  const auto model = Model::build(draft);
  EXPECT_EQ(problems_of([&] {
              read(model, {{"unit", {"A"}}, {"x", {"1"}}}, {.roster = Roster(std::vector<RosterUnit>{{.unit = "A", .block = "nort"}})});
            }),
            (Lines{"block.unknown /roster/block: nort"}));
}
TEST(Roster, WhoHasNotReportedIsToldAndNotScored) {
  const Table table{{"unit", {"A", "B", "A"}}, {"block", {"b", "b", "b"}}, {"period", {"2023", "2023", "2024"}}, {"x", {"1", "2", "1"}}};
  const auto evidence = listed(table, {{.unit = "A"}, {.unit = "B"}, {.unit = "C"}});
  EXPECT_EQ(unreported(evidence), (Lines{"C||2023", "B|b|2024", "C||2024"}));
  EXPECT_EQ(codes_of(evidence.warnings()),
            (Lines{"roster.no_row 1 of 3 units without a row in 2023: C", "roster.no_row 2 of 3 units without a row in 2024: B, C"}));
  const auto scores = score(evidence.model(), evidence);
  EXPECT_EQ(scores.rows(), 3U);
  EXPECT_EQ(unreported(scores.evidence()), unreported(evidence));
  EXPECT_EQ(missing_of(Ranked(scores), {.period = "2024"}).unreported.size(), 2U);
}
TEST(Roster, TheSameEvidenceByAnotherRosterIsOther) {
  const Table table{{"unit", {"A"}}, {"x", {"1"}}};
  EXPECT_EQ(listed(table, {{.unit = "A"}}), listed(table, {{.unit = "A"}}));
  EXPECT_NE(listed(table, {{.unit = "A"}}), listed(table, {{.unit = "A"}, {.unit = "B"}}));
  EXPECT_NE(listed(table, {{.unit = "A"}}), read(plain(), table));
}
TEST(Roster, OfTablesBelowFollowsToo) {
  auto draft = plain().draft();
  draft.tables = {{"tasks", {.measures = {{"done", measure(MeasureType::count)}}}}};
  draft.criteria = {leaf("a", 9, rules::PerItem{.value = "x + rows_sum(tasks, done)", .each = 1})};
  const auto model = Model::build(draft);
  const auto evidence =
      read(model, {{"unit", {"old"}}, {"x", {"1"}}}, {.roster = Roster(std::vector<RosterUnit>{{.unit = "A", .was = {"old"}}})});
  EvidenceBuilder rows(TableBelow{.evidence = evidence, .table = "tasks"});
  rows.texts("unit", {"old", "A"});
  rows.texts("done", {"2", "3"});
  EXPECT_EQ(score(model, rows.build()).tally(0).achieved, 6 * Decimal::power(model.point_decimals()));
}
}
}
