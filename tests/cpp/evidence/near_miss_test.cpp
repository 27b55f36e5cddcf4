#include "tables.hpp"
#include <chiso/evidence/reread.hpp>
#include <gtest/gtest.h>

// Ignoring unknown columns does not ignore those that are nearly known (SPEC 3).
namespace chiso_test::near_misses {
namespace {
const Model model = [] {
  auto draft = table_draft();
  draft.stated_points = StatedPoints::accept;
  draft.adjustments =
      AdjustmentsDraft{.bonus = SideDraft{.cap = 1, .entries = {{.id = "extra", .points = 1, .rule = rules::YesNo{"funded"}}}}};
  return Model::build(std::move(draft));
}();
/// A table with every measure, and one more column.
Table with(const std::string& more) {
  return {{"unit", {"A"}}, {"cases", {"1"}}, {"score", {"1"}}, {"plan", {"late"}}, {"funded", {"yes"}}, {more, {"yes"}}};
}
/// What is reported of that column if unknown columns are ignored: `code name: meant`.
Lines of(const Table& table, ReadingOptions options = {}) {
  options.unknown_columns = UnknownColumns::ignore;
  std::vector<Problem> whole;
  problems_of([&] { read(model, table, options); }, &whole);
  Lines out;
  for (const auto& problem : whole) out.push_back(problem.code() + " " + problem.found() + ": " + problem.suggestion());
  return out;
}

TEST(NearMisses, AreErrorsInAnotherCase) {
  const std::vector<std::pair<std::string, std::string>> columns{{"Ranked", "ranked"},
                                                                 {"Block", "block"},
                                                                 {"PERIOD", "period"},
                                                                 {"Cases", "cases"},
                                                                 {"points.A", "points.a"},
                                                                 {"Points.b", "points.b"},
                                                                 {"Cases.not_applicable", "cases.not_applicable"},
                                                                 {"cases.Not_Applicable", "cases.not_applicable"},
                                                                 {"Track\nBước chấm", "track"},
                                                                 {"\u200BUNIT ", "unit"}};
  for (const auto& [name, meant] : columns) {
    const auto shown = name.starts_with("Track") ? "Track" : name.ends_with("UNIT ") ? "UNIT" : name;
    EXPECT_EQ(of(with(name)), Lines{"column.unknown " + shown + ": " + meant});
  }
}
TEST(NearMisses, AreErrorsWhereTheTableLacksWhatIsMeant) {
  for (const auto& [name, meant] : std::vector<std::pair<std::string, std::string>>{{"ranks", "ranked"},
                                                                                    {"rankd", "ranked"},
                                                                                    {"blok", "block"},
                                                                                    {"periods", "period"},
                                                                                    {"trak", "track"},
                                                                                    {"case.not_applicable", "cases.not_applicable"},
                                                                                    {"scor.not_applicable", "score.not_applicable"},
                                                                                    {"points.aa", "points.a"}})
    EXPECT_EQ(of(with(name)), Lines{"column.unknown " + name + ": " + meant});
  auto table = with("case");
  table.erase(table.begin() + 1);
  EXPECT_EQ(of(table, {.absent_measures = AbsentMeasures::missing}), Lines{"column.unknown case: cases"});
}
TEST(NearMisses, AreIgnoredWhereTheTableHasWhatIsMeant) {
  for (const char* name : {"case", "scores", "plans", "fundet", "units"}) EXPECT_EQ(of(with(name)), Lines{}) << name;
  auto table = with("rank");
  EXPECT_EQ(of(table).size(), 1U);
  table.push_back({"ranked", {"no"}});
  EXPECT_EQ(of(table), Lines{});
}
TEST(NearMisses, AreNoColumnsOfTheirOwn) {
  for (const char* name :
       {"TT", "Ghi chú", "STT", "nhãn", "published_total", "Số điện thoại", "", "email", "points.extra", "x.not_applicable"})
    EXPECT_EQ(of(with(name)), Lines{}) << name;
}
TEST(NearMisses, MayBeIgnoredByName) {
  for (const auto& [name, told] : std::vector<std::pair<std::string, std::string>>{
           {"rank", "rank"}, {"Ranked", "Ranked"}, {"Block\nKhối", "Block"}, {"Block\nKhối", "Block  Khối"}, {"blok ", "\u200Bblok"}})
    EXPECT_EQ(of(with(name), {.ignored_columns = {"other", told}}), Lines{}) << name;
  // Without ignoring what is unknown too, and what the model knows.
  EXPECT_EQ(read(model, with("TT"), {.ignored_columns = {"TT"}}).rows(), 1U);
  EXPECT_TRUE(read(model, with("block"), {.ignored_columns = {"block"}}).block(0).empty());
  EXPECT_EQ(problems_in(model, with("TT"), {.ignored_columns = {"cases"}}),
            (Lines{"column.absent /columns/cases: no column cases", "column.unknown /columns/TT: TT"}));
}
TEST(NearMisses, AreLookedForInTablesBelowToo) {
  auto draft = table_draft();
  draft.tables = {{"tasks", {.measures = {{"done", measure(MeasureType::count)}}}}};
  draft.criteria.push_back(leaf("d", 1, rules::PerItem{.value = "rows_sum(tasks, done)", .each = 1}));
  const auto with_tasks = Model::build(draft);
  const auto above = read(with_tasks, {{"unit", {"A"}}, {"cases", {"1"}}, {"score", {"1"}}, {"plan", {"late"}}, {"funded", {"yes"}}});
  const auto found = [&](const std::string& head) {
    return problems_of([&] {
      EvidenceBuilder tasks(TableBelow{.evidence = above, .table = "tasks"}, {.unknown_columns = UnknownColumns::ignore});
      tasks.texts("unit", {"A"}).texts("done", {"1"}).texts(head, {"x"}).build();
    });
  };
  EXPECT_EQ(found("Row"), Lines{"column.unknown /tables/tasks/columns/Row: Row"});
  EXPECT_EQ(found("ranked"), Lines{});
}
TEST(NearMisses, AreNotLookedForWhereEvidenceIsReadForAnotherModel) {
  auto draft = table_draft();
  draft.measures[0].first = "case";
  draft.criteria[0].rule = rules::PerItem{.value = "case", .each = 1};
  const auto other = Model::build(draft);
  const auto evidence =
      read(Model::build(table_draft()), {{"unit", {"A"}}, {"cases", {"1"}}, {"score", {"1"}}, {"plan", {"late"}}, {"funded", {"yes"}}});
  EXPECT_EQ(reread(evidence, other).measure(0).state(0), State::missing);
}
}
}
