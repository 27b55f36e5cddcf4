#include "tables.hpp"
#include <algorithm>
#include <gtest/gtest.h>
#include <limits>

namespace chiso_test {
namespace {
const Model small = Model::build(table_draft());
Table good() {
  return {{"unit", {"Xã B", "Xã A", "Xã A"}},     {"period", {"2023", "2023", "2023"}}, {"track", {"self", "self", "final"}},
          {"cases", {"1", "", "not_applicable"}}, {"score", {"1.5", "0", "2"}},         {"plan", {"late", "2", ""}},
          {"funded", {"có", "no", "1"}}};
}
Table with(std::string_view column, std::vector<std::string> cells) {
  auto out = good();
  for (auto& [name, old] : out)
    if (name == column) {
      old = std::move(cells);
      return out;
    }
  out.emplace_back(column, std::move(cells));
  return out;
}

TEST(EvidenceBuilder, ReadsATable) {
  const auto evidence = read(small, good());
  ASSERT_EQ(evidence.rows(), 3U);
  EXPECT_EQ(evidence.unit(0), "Xã B");
  EXPECT_EQ(evidence.units()[0], "Xã A");
  EXPECT_EQ(evidence.block(0), "");
  EXPECT_EQ(evidence.period(2), "2023");
  EXPECT_EQ(evidence.track(2), 2U);
  EXPECT_TRUE(evidence.ranked(1));
  EXPECT_EQ(evidence.find("Xã A", "2023", 2), 2U);
  EXPECT_EQ(evidence.find("Xã A", "2023", 1), std::nullopt);
  EXPECT_EQ(evidence.find("Xã C", "2023", 2), std::nullopt);
  const auto cases = evidence.measure(0);
  EXPECT_EQ(cases.values[0], 1);
  EXPECT_EQ(cases.values[1], 0);
  EXPECT_EQ(cases.state(1), State::missing);
  EXPECT_EQ(cases.state(2), State::not_applicable);
  EXPECT_EQ(evidence.measure(1).values[0], 150);
  EXPECT_EQ(evidence.measure(1).decimals, 2);
  EXPECT_EQ(evidence.measure(2).values[1], 2);
  EXPECT_EQ(evidence.measure(3).values[2], 1);
  EXPECT_TRUE(evidence.measure(3).states.empty());
}
TEST(EvidenceBuilder, UsesTheFirstLineOfANameIfTheModelKnowsIt) {
  Table table = good();
  table[0].first = "unit\nThe unit";
  table[3].first = " cases \r\nDossiers\nfrom 0 up";
  EXPECT_EQ(read(small, table).measure(0).values[0], 1);
  for (const auto* name : {"Dossiers\ncases", "cases of\nwhat"}) {
    table[3].first = name;
    EXPECT_THROW(read(small, table), EvidenceError) << name;
  }
}

TEST(EvidenceBuilder, CountsStatistics) {
  const auto evidence = read(small, with("cases", {"7", "3", ""}));
  EXPECT_EQ(evidence.statistics(0).least, 0);  // a missing cell counts as 0
  EXPECT_EQ(evidence.statistics(0).most, 7);
  EXPECT_EQ(evidence.statistics(0).of_state, (std::array<std::size_t, 4>{2, 0, 1, 0}));
  EXPECT_EQ(read(small, with("cases", {"7", "3", "5"})).statistics(0).least, 3);
}
TEST(EvidenceBuilder, UsesDefaultsForAbsentAndBlankColumns) {
  const auto model = model_of(measure(MeasureType::count));
  for (const Table& table : {Table{{"unit", {"A", "B"}}, {"x", {"1", "2"}}}, Table{{"unit", {"A", "B"}},
                                                                                   {"x", {"1", "2"}},
                                                                                   {"block", {"", ""}},
                                                                                   {"period", {"", " "}},
                                                                                   {"track", {"", ""}},
                                                                                   {"ranked", {"", ""}}}}) {
    const auto evidence = read(model, table);
    EXPECT_EQ(evidence.block(1), "");
    EXPECT_EQ(evidence.period(1), "");
    EXPECT_EQ(evidence.track(1), 0U);
    EXPECT_TRUE(evidence.ranked(1));
  }
  EXPECT_EQ(read(small, {{"unit", {"A"}}, {"cases", {"1"}}, {"score", {""}}, {"plan", {""}}, {"funded", {""}}}).track(0), 2U);
}
TEST(EvidenceBuilder, RefusesABlankKeyIfOthersAreFilled) {
  EXPECT_EQ(problems_in(small, with("period", {"2023", "", "2023"})), Lines{"cell.blank /1/period: a blank"});
  EXPECT_EQ(problems_in(small, with("track", {"self", "self", ""})), Lines{"cell.blank /2/track: a blank"});
  EXPECT_EQ(problems_in(small, with("block", {"", "x", "x"})), Lines{"cell.blank /0/block: a blank"});
  EXPECT_EQ(problems_in(small, with("ranked", {"", "no", "no"})), Lines{"cell.blank /0/ranked: a blank"});
  EXPECT_EQ(problems_in(small, with("unit", {"A", "", "C"})), Lines{"unit.empty /1/unit: a blank"});
}
TEST(EvidenceBuilder, TakesWholeNumbersInNamesAsTheirDigits) {
  const std::vector<double> periods{2023.0, 2024.0}, options{2, std::numeric_limits<double>::quiet_NaN()};
  const std::vector<std::int64_t> units{7, 12}, cases{1, 2};
  const std::vector<State> states{State::value, State::not_applicable};
  const std::vector<std::uint8_t> funded{1, 0};
  const std::vector<float> scores{0.1F, 4.5F};
  const auto evidence = EvidenceBuilder(small)
                            .integers("unit", units)
                            .numbers("period", periods)
                            .integers("cases", cases, states)
                            .numbers("plan", options)
                            .booleans("funded", funded)
                            .numbers("score", scores)
                            .build();
  EXPECT_EQ(evidence.unit(1), "12");
  EXPECT_EQ(evidence.units()[0], "12");  // as text
  EXPECT_EQ(evidence.period(0), "2023");
  EXPECT_EQ(evidence.measure(2).values[0], 2);
  EXPECT_EQ(evidence.measure(2).state(1), State::missing);
  EXPECT_EQ(evidence.measure(0).state(1), State::not_applicable);
  EXPECT_EQ(evidence.measure(1).values[0], 10);
  const std::vector<double> half{1.5, 2};
  EXPECT_EQ(problems_of([&] {
              EvidenceBuilder(small)
                  .numbers("unit", half)
                  .integers("cases", cases)
                  .numbers("score", scores)
                  .numbers("plan", options)
                  .booleans("funded", funded)
                  .build();
            }),
            Lines{"cell.type /0/unit: 1.5"});
  EXPECT_EQ(problems_of([&] {
              EvidenceBuilder(small)
                  .booleans("unit", funded)
                  .booleans("cases", funded)
                  .numbers("score", scores)
                  .numbers("plan", options)
                  .integers("funded", units)
                  .build();
            }),
            (Lines{"cell.type /0/unit: true", "cell.type /0/cases: true", "cell.yes_no /0/funded: 7", "cell.type /1/unit: false",
                   "cell.type /1/cases: false", "cell.yes_no /1/funded: 12"}));
}
TEST(EvidenceBuilder, ReadsTypedColumnsOfAnyKind) {
  const std::vector<std::int64_t> units{7, 12, 13}, ranked{1, 0, 1}, cases{1, 2, 3};
  const std::vector<std::uint8_t> funded{1, 0, 0};
  const std::vector<State> states{State::value, State::missing, State::not_applicable};
  const std::vector<double> scores{1, 2, 3};
  const std::vector<std::string> plans{"late", "late", "late"};
  const auto evidence = EvidenceBuilder(small)
                            .integers("unit", units)
                            .integers("ranked", ranked)
                            .integers("cases", cases)
                            .booleans("funded", funded, states)
                            .numbers("score", scores)
                            .texts("plan", plans)
                            .build();
  EXPECT_TRUE(evidence.ranked(0));
  EXPECT_FALSE(evidence.ranked(1));
  const auto column = evidence.measure(*small.measures().find("funded"));
  EXPECT_EQ(column.values[0], 1);
  EXPECT_EQ(column.state(1), State::missing);
  EXPECT_EQ(column.state(2), State::not_applicable);
  const auto limit = std::numeric_limits<double>::infinity();
  const std::vector<double> endless{-limit, limit, 1};
  EXPECT_EQ(problems_of([&] {
              EvidenceBuilder(small)
                  .integers("unit", units)
                  .integers("ranked", cases)
                  .integers("cases", cases)
                  .booleans("funded", funded)
                  .numbers("score", endless)
                  .texts("plan", plans)
                  .build();
            }),
            (Lines{"cell.number /0/score: -inf", "cell.yes_no /1/ranked: 2", "cell.number /1/score: inf", "cell.yes_no /2/ranked: 3"}));
}
TEST(EvidenceBuilder, ExpectsTheSameOfRankedWhateverTypeItsCellsHave) {
  const std::vector<std::string> units{"A"}, words{"maybe"};
  const std::vector<std::int64_t> two{2};
  std::vector<Problem> of_text, of_number;
  problems_of([&] { EvidenceBuilder(small).texts("unit", units).texts("ranked", words).build(); }, &of_text);
  problems_of([&] { EvidenceBuilder(small).texts("unit", units).integers("ranked", two).build(); }, &of_number);
  const auto is_of_ranked = [](const Problem& problem) { return problem.place.pointer == "/0/ranked"; };
  const auto text = std::find_if(of_text.begin(), of_text.end(), is_of_ranked);
  const auto number = std::find_if(of_number.begin(), of_number.end(), is_of_ranked);
  ASSERT_NE(text, of_text.end());
  ASSERT_NE(number, of_number.end());
  EXPECT_EQ(number->expected(), text->expected());
  EXPECT_EQ(number->expected(), "yes or no (true/false, có/không, 1/0)");
}
TEST(EvidenceBuilder, ReportsEveryBadCellByRow) {
  auto table = good();
  table[3].second = {"n/a", "x", "2.5"};
  table[4].second = {"6", "1.005", "-1"};
  table[5].second = {"onn_time", "2", "2"};
  EXPECT_EQ(problems_in(small, table),
            (Lines{"cell.number /0/cases: n/a", "cell.max /0/score: 6", "cell.option /0/plan: onn_time", "cell.number /1/cases: x",
                   "cell.decimals /1/score: 1.005", "cell.decimals /2/cases: 2.5", "cell.min /2/score: -1"}));
  std::vector<Problem> whole;
  problems_of([&] { read(small, table); }, &whole);
  EXPECT_EQ(whole[2].suggestion(), "on_time");
  EXPECT_EQ(whole[2].expected().substr(0, 26), "one of 'on_time', 'late', ");
  EXPECT_EQ(problems_in(small, table, {.most_problems = 2}), (Lines{"cell.number /0/cases: n/a", "cell.max /0/score: 6", "of 7"}));
}
TEST(EvidenceBuilder, ChecksTheColumns) {
  auto table = with("scores", {"1", "2", "3"});
  EXPECT_EQ(problems_in(small, table), Lines{"column.unknown /columns/scores: scores"});
  EXPECT_EQ(read(small, table, {.unknown_columns = UnknownColumns::ignore}).rows(), 3U);
  std::vector<Problem> whole;
  problems_of([&] { read(small, table); }, &whole);
  EXPECT_EQ(whole.at(0).suggestion(), "score");
  table = good();
  table.pop_back();
  EXPECT_EQ(problems_in(small, table), Lines{"column.absent /columns/funded: no column funded"});
  const auto evidence = read(small, table, {.absent_measures = AbsentMeasures::missing});
  EXPECT_EQ(evidence.measure(3).state(2), State::missing);
  table = good();
  table.erase(table.begin());
  EXPECT_EQ(problems_in(small, table), Lines{"column.absent /columns/unit: no column unit"});
  table = good();
  table.push_back({"cases", {"1", "2", "3"}});
  EXPECT_EQ(problems_in(small, table), Lines{"column.duplicate /columns/cases: cases"});
  EXPECT_EQ(problems_in(small, with("points.a", {"1", "", ""})), Lines{"column.unknown /columns/points.a: points.a"});
  EXPECT_THROW(EvidenceBuilder(small).texts("unit", {"A"}).texts("cases", {"1", "2"}), ShapeError);
}
TEST(EvidenceBuilder, AcceptsUnnamedColumnsOnlyIfTheyAreBlank) {
  EXPECT_EQ(read(small, with("", {"", " ", ""})).rows(), 3U);
  EXPECT_EQ(problems_in(small, with("", {"", "x", "y"})), Lines{"column.unnamed /1/: x"});
}
TEST(EvidenceBuilder, ReadsCompanions) {
  const auto evidence = read(small, with("cases.not_applicable", {"no", "có", ""}));
  EXPECT_EQ(evidence.measure(0).state(0), State::value);
  EXPECT_EQ(evidence.measure(0).state(1), State::not_applicable);
  EXPECT_EQ(evidence.measure(0).state(2), State::not_applicable);
  EXPECT_EQ(problems_in(small, with("score.not_applicable", {"yes", "", "maybe"})),
            (Lines{"cell.beside /0/score: 1.5", "cell.yes_no /2/score.not_applicable: maybe"}));
  EXPECT_EQ(problems_in(small, with("score.not_applicable", {"", "", "not_applicable"})),
            Lines{"cell.yes_no /2/score.not_applicable: not_applicable"});
}
TEST(EvidenceBuilder, RequiresOneRowOneBlockAndOneRankedForEachUnit) {
  auto table = with("block", {"x", "y", "z"});
  table.push_back({"ranked", {"yes", "yes", "no"}});
  EXPECT_EQ(problems_in(small, table), (Lines{"block.changes /2/block: z", "ranked.changes /2/ranked: no"}));
  EXPECT_EQ(problems_in(small, with("track", {"self", "self", "self"})), Lines{"row.duplicate /2/unit: Xã A, 2023, self"});
  table = with("period", {"2023", "2023", "2024"});
  table.push_back({"block", {"x", "y", "z"}});
  EXPECT_EQ(read(small, table).block(2), "z");  // of another period
}
TEST(EvidenceBuilder, ReportsUnknownTracksAndBlocks) {
  std::vector<Problem> whole;
  EXPECT_EQ(problems_of([&] { read(small, with("track", {"self", "slef", "Final"})); }, &whole),
            (Lines{"track.unknown /1/track: slef", "track.unknown /2/track: Final"}));
  EXPECT_EQ(whole[0].suggestion(), "self");
  EXPECT_EQ(problems_in(small, with("block", {"a\\b", "x", "x"})), Lines{"block.name /0/block: a\\b"});
  auto draft = table_draft();
  draft.blocks = {{"communes"}};
  const auto declared = Model::build(draft);
  EXPECT_EQ(problems_in(declared, with("block", {"commune", "communes", "communes"})), Lines{"block.unknown /0/block: commune"});
  EXPECT_EQ(read(declared, good()).block(0), "");  // the unnamed block need not be declared
}
TEST(EvidenceBuilder, RequiresPeriodsOfOneShape) {
  const auto model = model_of(measure(MeasureType::count));
  const auto periods = [&](std::vector<std::string> cells) {
    return problems_in(
        model,
        {{"unit", std::vector<std::string>(cells.size(), "A")}, {"x", std::vector<std::string>(cells.size(), "1")}, {"period", cells}});
  };
  EXPECT_EQ(periods({"2023", "2024", "1999"}), Lines{});
  EXPECT_EQ(periods({"2024-Q1", "2024-Q2"}), Lines{});
  EXPECT_EQ(periods({"2023-1", "2023", "2024"}), Lines{"period.shape /0/period: 2023-1"});
  EXPECT_EQ(periods({"2023", "2023-01"}), Lines{"period.shape /1/period: 2023-01"});  // if two are as frequent, the first
}
TEST(EvidenceBuilder, SkipsRowsWithoutAFilledCell) {
  const auto model = model_of(measure(MeasureType::count));
  const Table table{{"unit", {"", "A", "", "B"}}, {"x", {"", "1", "", "n"}}, {"other", {"x", "", "", ""}}};
  EXPECT_EQ(problems_in(model, table, {.unknown_columns = UnknownColumns::ignore}), Lines{"cell.number /3/x: n"});  // the original rows
  auto fine = table;
  fine[1].second[3] = "2";
  const auto evidence = read(model, fine, {.unknown_columns = UnknownColumns::ignore});
  EXPECT_EQ(evidence.rows(), 2U);
  EXPECT_EQ(evidence.measure(0).values[1], 2);
  EXPECT_EQ(problems_in(model, {{"unit", {"", "A"}}, {"x", {"", ""}}}), Lines{});
  EXPECT_EQ(read(model, {{"unit", {"", ""}}, {"x", {"", ""}}}).rows(), 0U);
  EXPECT_EQ(read(model, {{"unit", {}}, {"x", {}}}).rows(), 0U);
  EXPECT_EQ(problems_in(model, {{"unit", {"", "A"}}, {"x", {"-", ""}}}, {.missing_words = {"-"}}), Lines{"unit.empty /0/unit: a blank"});
}
TEST(EvidenceBuilder, ReadsStatedPoints) {
  auto draft = table_draft();
  draft.stated_points = StatedPoints::accept;
  EntryDraft entry{};
  entry.id = "extra";
  entry.points = 1;
  entry.rule = rules::PerItem{.value = "cases", .each = 1};
  SideDraft side{};
  side.cap = 1;
  side.entries = {entry};
  draft.adjustments.bonus = side;
  const auto model = Model::build(draft);
  auto table = with("points.b", {"4.123456", "", "5"});
  table.push_back({"points.b.not_applicable", {"", "yes", "no"}});
  const auto evidence = read(model, table);
  EXPECT_EQ(evidence.stated(0), std::nullopt);
  ASSERT_TRUE(evidence.stated(1));
  EXPECT_EQ(evidence.stated(1)->values[0], 4'123'456);
  EXPECT_EQ(evidence.stated(1)->state(1), State::not_applicable);
  EXPECT_EQ(evidence.batch().stated.size(), 3U);
  EXPECT_TRUE(evidence.batch().stated[0].values.empty());
  EXPECT_EQ(problems_in(model, with("points.b", {"5.1", "-1", "1.1234567"})),
            (Lines{"cell.max /0/points.b: 5.1", "cell.min /1/points.b: -1", "cell.decimals /2/points.b: 1.1234567"}));
  std::vector<Problem> whole;
  problems_of([&] { read(model, with("points.extra", {"1", "", ""})); }, &whole);
  EXPECT_EQ(whole.at(0).expected(), "points of a leaf: those of bonus and penalty cannot be stated");
}
TEST(EvidenceBuilder, RefusesTextThatIsNotUtf8) {
  EXPECT_EQ(problems_in(small, with("unit", {"\xC3", "A", "A"})).at(0).substr(0, 18), "cell.text /0/unit:");
  EXPECT_EQ(problems_in(small, with("unit", {"Xa\xCC\x83", "A", "A"})).at(0).substr(0, 18), "cell.text /0/unit:");
}
TEST(EvidenceBuilder, StartsAnewAfterBuild) {
  EvidenceBuilder builder(model_of(measure(MeasureType::count)));
  EXPECT_EQ(builder.texts("unit", {"A"}).texts("x", {"1"}).build().rows(), 1U);
  EXPECT_EQ(builder.texts("unit", {"A", "B"}).texts("x", {"1", "2"}).build().rows(), 2U);
}

TEST(EvidenceBuilder, ReadsDates) {
  auto draft = table_draft();
  draft.measures.emplace_back("due", measure(MeasureType::date));
  const auto model = Model::build(draft);
  const auto day = [](int number) { return *Date::of(2024, 3, number); };
  const auto with_due = [&](auto&& fill) {
    EvidenceBuilder builder(model, {.absent_measures = AbsentMeasures::missing});
    builder.texts("unit", {"A", "B", "C"});
    fill(builder);
    return builder.build();
  };
  const auto written = with_due([](auto& builder) { builder.texts("due", {"30/3/2024", "", "2024-03-31"}); });
  EXPECT_EQ(with_due([&](auto& builder) {
              builder.dates("due", std::vector<Date>{day(30), {}, day(31)}, std::vector<State>{State::value, State::missing, State::value});
            }),
            written);
  EXPECT_EQ(written.measure(4).values[2], day(31).number());
  EXPECT_TRUE(written.measure(4).values.visit([](auto values) { return sizeof values[0] == 4; }));
  EXPECT_EQ(with_due([&](auto& builder) { builder.dates("due", std::vector<Date>{day(1), day(2), day(3)}); }).statistics(4).most,
            day(3).number());
  const std::vector<Date> days(3);
  EXPECT_EQ(problems_of([&] { with_due([&](auto& builder) { builder.dates("cases", std::vector<Date>(3)); }); }).size(), 3U);
  EXPECT_EQ(problems_of([&] { with_due([&](auto& builder) { builder.dates("block", std::vector<Date>(3)); }); }).size(), 3U);
  EXPECT_THROW(with_due([&](auto& builder) { builder.dates("due", days, std::vector<State>(2)); }), ShapeError);
  EXPECT_THROW(with_due([&](auto& builder) { builder.dates("due", std::vector<Date>(2)); }), ShapeError);
  EXPECT_EQ(problems_of([&] {
              with_due([](auto& builder) {
                builder.texts("due", {"2024-03-31", "1/4/2024", ""});
                builder.texts("due.not_applicable", {"yes", "", "yes"});
              });
            }),
            Lines{"cell.beside /0/due: 2024-03-31"});
}
}
}
