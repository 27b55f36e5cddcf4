#include <chiso/chiso.hpp>
#include <evidence/tables.hpp>
#include <gtest/gtest.h>
#include <string>
#include <support/small_draft.hpp>
#include <vector>

namespace chiso_test {
namespace {
ModelDraft tasks_draft() {
  ModelDraft draft{};
  draft.id = "m";
  draft.undefined = WhenUndefined::zero;
  draft.missing = WhenMissing::zero;
  draft.measures = {{"a", measure(MeasureType::count)}, {"region", measure(MeasureType::choice)}};
  draft.measures[1].second.options = {"upland", "delta"};
  draft.parameters = {{"goal", {.by = "region", .values = {{"upland", 10}, {"delta", 20}}}}};
  draft.tables = {{"tasks", {.measures = {{"done", measure(MeasureType::count)}, {"kind", measure(MeasureType::choice)}}}}};
  draft.tables[0].second.measures[1].second.options = {"usual", "sudden"};
  return draft;
}
const Table units{{"unit", {"A", "B", "C"}}, {"a", {"1", "2", "3"}}, {"region", {"upland", "delta", "upland"}}};
const Table tasks{{"unit", {"B", "A", "A", "A"}}, {"done", {"7", "1", "", "4"}}, {"kind", {"usual", "sudden", "not_applicable", "usual"}}};

Evidence read_below(const Evidence& above, const std::string& name, const Table& table, const std::string& unit = "unit",
                    PeriodPart period = PeriodPart::whole) {
  EvidenceBuilder builder(TableBelow{.evidence = above, .table = name, .unit = unit, .period = period});
  for (const auto& [column, cells] : table) builder.texts(column, cells);
  return builder.build();
}
/// What an expression gives on each row, by the evaluator of tiles; a scorecard uses the other one.
Lines values(ModelDraft draft, const std::string& text, const Table& above, const std::optional<Table>& below) {
  draft.criteria = {leaf("x", 100, rules::Given{.value = text, .clamp = true})};
  const auto model = Model::build(draft);
  auto evidence = read(model, above);
  if (below) evidence = read_below(evidence, "tasks", *below);
  const auto scores = score(model, evidence, {.keep = Keep::leaves});
  Lines out;
  for (std::size_t row = 0; row < scores.rows(); ++row) {
    const auto state = scores.state(0, row);
    out.push_back(state == ItemState::scored ? as_decimal(scores.points(0, row), 6).text() : std::string(name_of(state)));
    EXPECT_EQ(scores.scorecard(row).lines[0].tally, scores.tally(0, row));
  }
  return out;
}
Lines values(const std::string& text, const std::optional<Table>& below = tasks) { return values(tasks_draft(), text, units, below); }

TEST(TablesBelow, AreReadUnitByUnit) {
  EXPECT_EQ(values("rows_count(tasks)"), (Lines{"3", "1", "0"}));
  EXPECT_EQ(values("rows_count(tasks, kind == 'usual')"), (Lines{"1", "1", "0"}));
  EXPECT_EQ(values("rows_sum(tasks, coalesce(done, 10))"), (Lines{"15", "7", "0"}));
  EXPECT_EQ(values("rows_max(tasks, coalesce(done, 10))"), (Lines{"10", "7", "missing"}));
  EXPECT_EQ(values("rows_min(tasks, coalesce(done, 10))"), (Lines{"1", "7", "missing"}));
  EXPECT_EQ(values("rows_mean(tasks, coalesce(done, 10))"), (Lines{"5", "7", "missing"}));
}
TEST(TablesBelow, AMissingCellMakesTheWholeMissingAndOneThatDoesNotApplyIsLeftOut) {
  EXPECT_EQ(values("rows_sum(tasks, done)"), (Lines{"missing", "7", "0"}));
  EXPECT_EQ(values("rows_sum(tasks, if_else(kind == 'sudden', done, 2 * done))"), (Lines{"9", "14", "0"}));
  EXPECT_EQ(values("rows_max(tasks, 1 / (coalesce(done, 4) - 4))"), (Lines{"undefined", "0.333333", "missing"}));
}
TEST(TablesBelow, EqualSumsOfMoreRowsAreOtherMeansAndCounts) {
  const Table equal{{"unit", {"A", "A", "B"}}, {"done", {"3", "3", "6"}}, {"kind", {"usual", "usual", "usual"}}};
  EXPECT_EQ(values("rows_sum(tasks, done)", equal), (Lines{"6", "6", "0"}));
  EXPECT_EQ(values("rows_mean(tasks, done)", equal), (Lines{"3", "6", "missing"}));
  EXPECT_EQ(values("rows_count(tasks, kind == 'usual')", equal), (Lines{"2", "1", "0"}));
  const Table zeros{{"unit", {"A", "B"}}, {"done", {"not_applicable", "0"}}, {"kind", {"usual", "usual"}}};
  EXPECT_EQ(values("rows_max(tasks, done)", zeros), (Lines{"missing", "0", "missing"}));
}
TEST(TablesBelow, WithoutTheTableEveryRowIsMissing) {
  EXPECT_EQ(values("rows_count(tasks)", std::nullopt), (Lines{"missing", "missing", "missing"}));
}
TEST(TablesBelow, ReadTheParametersOfTheUnit) {
  EXPECT_EQ(values("rows_sum(tasks, goal)"), (Lines{"30", "20", "0"}));
  EXPECT_EQ(values("rows_count(tasks, coalesce(done, 0) * 3 > goal)"), (Lines{"1", "1", "0"}));
  auto without = units;
  without[2].second = {"", "not_applicable", ""};
  EXPECT_EQ(values(tasks_draft(), "rows_count(tasks, is_missing(goal))", without, tasks), (Lines{"missing", "not_applicable", "missing"}));
}
TEST(TablesBelow, StandInPreviousAndCohortFunctions) {
  const Table years{{"unit", {"A", "A", "B", "B"}},
                    {"period", {"2023", "2024", "2023", "2024"}},
                    {"a", {"1", "2", "3", "4"}},
                    {"region", {"upland", "delta", "delta", "upland"}}};
  const Table below{
      {"unit", {"A", "A", "B"}}, {"period", {"2023", "2024", "2024"}}, {"done", {"5", "6", "8"}}, {"kind", {"usual", "usual", "usual"}}};
  EXPECT_EQ(values(tasks_draft(), "previous(rows_sum(tasks, done * goal))", years, below), (Lines{"missing", "50", "missing", "0"}));
  EXPECT_EQ(values(tasks_draft(), "previous(1 + rows_count(tasks))", years, below), (Lines{"missing", "2", "missing", "1"}));
  EXPECT_EQ(values(tasks_draft(), "cohort_sum(rows_sum(tasks, done))", years, below), (Lines{"5", "14", "5", "14"}));
  EXPECT_EQ(values(tasks_draft(), "cohort_count(rows_count(tasks) > 0)", years, below), (Lines{"1", "2", "1", "2"}));
}
TEST(TablesBelow, StandForEveryTrackOrForTheirOwn) {
  auto draft = tasks_draft();
  draft.tracks = {{"self", "final"}};
  draft.fallback = {{"final", {"self"}}};
  const Table above{
      {"unit", {"A", "A", "B"}}, {"track", {"self", "final", "self"}}, {"a", {"1", "2", "3"}}, {"region", {"upland", "delta", "delta"}}};
  const Table every{{"unit", {"A", "B"}}, {"done", {"2", "4"}}, {"kind", {"usual", "usual"}}};
  // The last row is that of B in the final track, which fallback adds.
  EXPECT_EQ(values(draft, "rows_sum(tasks, done * goal)", above, every), (Lines{"20", "40", "80", "80"}));
}
TEST(TablesBelow, RowsStandInAPartOfTheirPeriodAndUnderAColumn) {
  const auto model = Model::build([] {
    auto draft = tasks_draft();
    draft.criteria = {leaf("x", 100, rules::Given{.value = "rows_sum(tasks, done)", .clamp = true})};
    return draft;
  }());
  const auto above =
      read(model, {{"unit", {"Lead", "Lead"}}, {"period", {"2023", "2024"}}, {"a", {"1", "2"}}, {"region", {"upland", "delta"}}});
  const Table months{{"unit", {"An", "Bình", "An"}},
                     {"leader", {"Lead", "Lead", "Lead"}},
                     {"period", {"2023-12", "2024-02", "2024-01"}},
                     {"done", {"1", "2", "3"}},
                     {"kind", {"usual", "usual", "usual"}}};
  const auto evidence = read_below(above, "tasks", months, "leader", PeriodPart::year);
  ASSERT_EQ(evidence.rows_below(0), 3U);
  EXPECT_EQ(evidence.unit_rows(0).size(), 2U);
  const auto scores = score(model, evidence, {.keep = Keep::leaves});
  EXPECT_EQ(as_decimal(scores.points(0, 0), 6).text(), "1");
  EXPECT_EQ(as_decimal(scores.points(0, 1), 6).text(), "5");
  EXPECT_EQ(evidence, read_below(evidence, "tasks", months, "leader", PeriodPart::year));
  EXPECT_FALSE(evidence == above);
}
TEST(TablesBelow, PartsOfPeriods) {
  EXPECT_EQ(part_of_period("2024-03-31", PeriodPart::year), "2024");
  EXPECT_EQ(part_of_period("2024-03-31", PeriodPart::quarter), "2024-Q1");
  EXPECT_EQ(part_of_period("2024-12", PeriodPart::quarter), "2024-Q4");
  EXPECT_EQ(part_of_period("2024-Q3", PeriodPart::quarter), "2024-Q3");
  EXPECT_EQ(part_of_period("2024-03-31", PeriodPart::month), "2024-03");
  EXPECT_EQ(part_of_period("any", PeriodPart::whole), "any");
  for (const auto* text : {"", "202", "03/2024", "20241", "2024-13", "2024-Q5", "2024-Q1", "2024"})
    EXPECT_EQ(part_of_period(text, PeriodPart::month), std::nullopt) << text;
}
Lines problems_of_tasks(const Table& below, PeriodPart part = PeriodPart::whole) {
  auto draft = tasks_draft();
  draft.criteria = {leaf("x", 100, rules::Given{.value = "rows_count(tasks)", .clamp = true})};
  const auto above = read(Model::build(draft), units);
  return chiso_test::problems_of([&] { read_below(above, "tasks", below, "unit", part); });
}
TEST(TablesBelow, EveryBadRowIsReported) {
  EXPECT_EQ(problems_of_tasks({{"unit", {"A", "Aa", "B", "B", "C"}},
                               {"period", {"", "", "", "", ""}},
                               {"done", {"x", "1", "-1", "2", "3"}},
                               {"kind", {"usual", "usual", "usual", "usual", "usual"}},
                               {"block", {"b", "b", "b", "b", "b"}}}),
            (Lines{"column.unknown /tables/tasks/columns/block: block", "cell.number /tables/tasks/0/done: x",
                   "row.no_unit /tables/tasks/1/unit: Aa", "cell.min /tables/tasks/2/done: -1"}));
  EXPECT_EQ(problems_of_tasks({{"unit", {"A", "A"}}, {"period", {"2024", "2024"}}, {"done", {"1", "2"}}, {"kind", {"usual", "usual"}}}),
            (Lines{"row.no_unit /tables/tasks/0/unit: A, 2024"}));
  EXPECT_EQ(problems_of_tasks({{"unit", {"A", "A"}}, {"period", {"2024", "Q1"}}, {"done", {"1", "2"}}, {"kind", {"usual", "usual"}}},
                              PeriodPart::month),
            (Lines{"period.part /tables/tasks/0/period: 2024", "period.shape /tables/tasks/1/period: Q1"}));
  EXPECT_EQ(problems_of_tasks({{"unit", {"A"}}, {"done", {"1"}}}), (Lines{"column.absent /tables/tasks/columns/kind: no column kind"}));
}
TEST(TablesBelow, AnUnknownTableHasASuggestion) {
  auto draft = tasks_draft();
  draft.criteria = {leaf("x", 100, rules::Given{.value = "rows_count(tasks)", .clamp = true})};
  const auto above = read(Model::build(draft), units);
  EXPECT_THROW(read_below(above, "task", tasks), UnknownNameError);
}
TEST(TablesBelow, UnitsWithoutRowsAreTold) {
  auto draft = tasks_draft();
  draft.criteria = {leaf("x", 100, rules::Given{.value = "rows_count(tasks)", .clamp = true})};
  const auto above = read(Model::build(draft), units);
  EXPECT_TRUE(above.warnings().empty());
  const auto warnings = read_below(above, "tasks", tasks).warnings();
  ASSERT_EQ(warnings.size(), 1U);
  EXPECT_EQ(warnings[0].entry->code, "table.no_rows");
}
TEST(TablesBelow, AreScoredByAnotherModelThatReadsThemAlike) {
  auto draft = tasks_draft();
  draft.criteria = {leaf("x", 100, rules::Given{.value = "rows_count(tasks)", .clamp = true})};
  const auto evidence = read_below(read(Model::build(draft), units), "tasks", tasks);
  draft.tables.insert(draft.tables.begin(), {"products", {.measures = {}}});
  draft.criteria = {leaf("x", 100, rules::Given{.value = "coalesce(rows_count(products), 50) + rows_count(tasks)", .clamp = true})};
  const auto scores = score(Model::build(draft), evidence, {.keep = Keep::leaves});
  EXPECT_EQ(as_decimal(scores.points(0, 0), 6).text(), "53");
  draft.tables[1].second.measures[0].second.type = MeasureType::yes_no;
  EXPECT_THROW(score(Model::build(draft), evidence), ShapeError);
}
}
}
