#include "checked_table.hpp"
#include <chiso/check/check_report.hpp>
#include <gtest/gtest.h>
#include <support/random.hpp>

// Each type of check by hand: what it finds, and where it is not judged.
namespace {
using namespace chiso;
using namespace chiso_test;
using Lines = std::vector<std::string>;
using Counts = std::vector<std::size_t>;

CheckReport checked(std::vector<CheckDraft> checks, const std::vector<Cells>& rows) {
  return check(rows_of(office_model(std::move(checks)), rows));
}

TEST(Relations, TellTheSidesOfTheFirstComparisonThatFails) {
  const auto report = checked({checks::Relation{.id = "all", .holds = "on_time <= resolved and resolved <= received"}},
                              {{{"received", "10"}, {"resolved", "9"}, {"on_time", "9"}},
                               {{"received", "10"}, {"resolved", "11"}, {"on_time", "11"}},
                               {{"received", "10"}, {"resolved", "70"}, {"on_time", "71"}}});
  ASSERT_EQ(report.findings.size(), 2U);
  EXPECT_EQ(line_of(report, report.findings[0]).substr(0, 25), "all unit 2 error 11 <= 10");
  EXPECT_EQ(line_of(report, report.findings[1]).substr(0, 25), "all unit 3 error 71 <= 70");
  EXPECT_EQ(report.findings[1].figures.size(), 3U);
  EXPECT_EQ(counts_of(report.judged[0]), (Counts{1, 2, 0, 0, 0, 0, 0}));
}
TEST(Relations, OfAnotherFormTellNoSides) {
  for (const auto* holds : {"not (resolved > received)", "resolved <= received or paper", "resolved <= received and paper"}) {
    const auto report = checked({checks::Relation{.id = "r", .holds = holds}}, {{{"received", "1"}, {"resolved", "200"}, {"paper", "no"}}});
    ASSERT_EQ(report.findings.size(), 1U) << holds;
    EXPECT_FALSE(report.findings[0].found || report.findings[0].expected) << holds;
    EXPECT_EQ(report.findings[0].sign, "") << holds;
  }
}
TEST(Relations, CompareEveryTypeOfValue) {
  auto draft = office_draft();
  draft.measures.emplace_back("plan", measure(MeasureType::choice));
  draft.measures.back().second.options = {"on_time", "late"};
  draft.measures.emplace_back("begun", measure(MeasureType::date));
  draft.checks = {checks::Relation{.id = "choice", .holds = "'late' != plan"},
                  checks::Relation{.id = "either", .holds = "if_else(paper, plan, 'on_time') == 'on_time'"},
                  checks::Relation{.id = "truth", .holds = "paper == false"},
                  checks::Relation{.id = "date", .holds = "begun < date('2024-03-31')"},
                  checks::Relation{.id = "number", .holds = "received / 3 == 2"}};
  const auto report =
      check(rows_of(Model::build(draft), {{{"plan", "late"}, {"paper", "yes"}, {"begun", "31/3/2024"}, {"received", "7"}}}));
  EXPECT_EQ(lines_of(report),
            (Lines{"choice unit 1 error late != late | plan=late", "either unit 1 error late == on_time | paper=yes plan=late",
                   "truth unit 1 error yes == no | paper=yes", "date unit 1 error 2024-03-31 < 2024-03-31 | begun=2024-03-31",
                   "number unit 1 error 7/3 == 2 | received=7 | 1: digit received 6 1"}));
}
TEST(Checks, AreNotJudgedWhereAStateIsRead) {
  const auto report = checked(
      {checks::Relation{.id = "r", .holds = "100 / received >= resolved", .severity = Severity::warning, .applies_when = "on_time > 0"}},
      {{{"received", "10"}, {"resolved", "5"}, {"on_time", "1"}},
       {{"received", "10"}, {"resolved", "50"}, {"on_time", "1"}},
       {{"received", "0"}, {"resolved", "5"}, {"on_time", "1"}},
       {{"received", "0"}, {"on_time", "1"}},
       {{"received", "0"}, {"resolved", "5"}, {"on_time", "0"}},
       {{"received", "0"}, {"resolved", "5"}, {"on_time", "not_applicable"}},
       {{"resolved", "not_applicable"}},
       {{"received", "10"}, {"resolved", "50"}}});
  EXPECT_EQ(counts_of(report.judged[0]), (Counts{1, 0, 1, 2, 3, 1, 0}));
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].severity, Severity::warning);
}
TEST(Checks, NameMeasuresOfTheRowOnly) {
  const auto report = checked({checks::Relation{.id = "r",
                                                .holds = "if_else(paper, received, resolved) > 100 + coalesce(previous(on_time), 0) + "
                                                         "0 * cohort_count(on_time_rate)",
                                                .applies_when = "is_missing(resolved_rate)"}},
                              {{{"received", "1"}, {"paper", "yes"}}});
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(line_of(report, report.findings[0]).substr(0, 62), "r unit 1 error 1 > 100 | received=1 resolved=missing paper=yes");
}

TEST(StatedFigures, SayHowElseTheyWereRounded) {
  const auto stated = [](const std::string& rate, int decimals, const Cells& more) {
    auto cells = more;
    cells.emplace_back("resolved_rate", rate);
    const auto report =
        checked({checks::Stated{.id = "s", .stated = "resolved_rate", .of = "percent(resolved, received)", .decimals = decimals}}, {cells});
    return report.findings.empty() ? "" : line_of(report, report.findings[0]);
  };
  const Cells half{{"resolved", "1"}, {"received", "800"}};  // 0.125 %
  EXPECT_EQ(stated("0.13", 2, half), "");
  EXPECT_EQ(stated("0.12", 2, half), "s unit 1 warning half_even 3/25 13/100 | received=800 resolved=1 resolved_rate=3/25");
  EXPECT_EQ(stated("0.1", 1, half), "");
  EXPECT_EQ(stated("0.2", 1, half), "s unit 1 warning up 1/5 1/10 | received=800 resolved=1 resolved_rate=1/5");
  const Cells truncated{{"resolved", "600"}, {"received", "1138"}};  // 52.72 %
  EXPECT_EQ(stated("52", 0, truncated), "s unit 1 warning down 52 53 | received=1138 resolved=600 resolved_rate=52");
  EXPECT_EQ(stated("51", 0, truncated).substr(0, 23), "s unit 1 error 51 53 | ");
}
TEST(StatedFigures, RoundAwayFromZeroBelowIt) {
  auto draft = office_draft();
  draft.measures.emplace_back("change", measure(MeasureType::decimal));
  draft.checks = {checks::Stated{.id = "s", .stated = "change", .of = "(resolved - received) / 8", .decimals = 1}};
  const auto model = Model::build(draft);
  const auto of = [&](const std::string& change) {
    const auto report = check(rows_of(model, {{{"change", change}, {"resolved", "0"}, {"received", "2"}}}));  // -0.25
    return report.findings.empty() ? "" : line_of(report, report.findings[0]).substr(0, 25);
  };
  EXPECT_EQ(of("-0.3"), "");
  EXPECT_EQ(of("-0.2"), "s unit 1 warning half_eve");
  EXPECT_EQ(of("-0.4").substr(0, 14), "s unit 1 error");
}

TEST(RepeatedFigures, AreFoundWhereNothingDiffersFromThePreviousPeriod) {
  const auto model = office_model({checks::Repeated{.id = "copied", .values = {"on_time", "received", "resolved"}}});
  const auto report = check(read(model, {{"unit", {"A", "A", "B", "B", "C", "C", "D", "E", "E"}},
                                         {"period", {"2023", "2024", "2023", "2024", "2023", "2024", "2024", "2023", "2024"}},
                                         {"received", {"5", "5", "0", "0", "5", "5", "5", "5", "5"}},
                                         {"resolved", {"4", "4", "0", "0", "4", "4", "4", "4", ""}},
                                         {"on_time", {"3", "3", "0", "0", "3", "2", "3", "3", "3"}},
                                         {"resolved_rate", std::vector<std::string>(9)},
                                         {"on_time_rate", std::vector<std::string>(9)},
                                         {"paper", std::vector<std::string>(9)}}));
  EXPECT_EQ(lines_of(report), (Lines{"copied A error | received=5 resolved=4 on_time=3"}));
  EXPECT_EQ(report.findings[0].row, 1U);
  EXPECT_EQ(counts_of(report.judged[0]), (Counts{2, 1, 0, 6, 0, 0, 0}));
}

std::vector<Cells> received(const std::vector<int>& values) {
  std::vector<Cells> out;
  for (const auto value : values) out.push_back({{"received", std::to_string(value)}});
  return out;
}
TEST(UnusualFigures, LieFurtherFromTheMedianThanTheSpreadAllows) {
  const std::vector<CheckDraft> far{checks::Unusual{.id = "far", .value = "received", .times = 2.5}};
  // Median 5.5, distances 4.5 1.5 0.5 0.5 1.5 94.5, their median 1.5: from 1.75 to 9.25.
  const auto report = checked(far, received({1, 4, 5, 6, 7, 100}));
  EXPECT_EQ(lines_of(report), (Lines{"far unit 1 error 1 7/4..37/4 | received=1", "far unit 6 error 100 7/4..37/4 | received=100"}));
  // The median of the distances is 0, so their mean counts: 40 / 5.
  EXPECT_EQ(lines_of(checked(far, received({3, 3, 3, 3, 43}))), (Lines{"far unit 5 error 43 -17..23 | received=43"}));
  EXPECT_EQ(lines_of(checked(far, received({3, 3, 3, 3, 3}))), Lines{});
  EXPECT_EQ(counts_of(checked(far, received({3, 3, 3, 1000})).judged[0]), (Counts{0, 0, 0, 0, 0, 0, 4}));
}
TEST(UnusualFigures, AreComparedAmongRowsOfWhichTheConditionIsTrue) {
  auto rows = received({1, 2, 3, 4, 5, 1000, 1000});
  for (auto& row : rows) row.emplace_back("paper", "yes");
  rows[6][1].second = "no";
  rows.push_back({{"paper", "yes"}});
  const auto report = checked({checks::Unusual{.id = "far", .value = "received", .applies_when = "paper"}}, rows);
  EXPECT_EQ(lines_of(report), (Lines{"far unit 6 error 1000 -4..11 | received=1000"}));
  EXPECT_EQ(counts_of(report.judged[0]), (Counts{5, 1, 0, 1, 1, 0, 0}));
}
TEST(UnusualFigures, OfRatiosAreExact) {
  // 1/3 five times, and what is just beyond: the spread is the mean of the distances.
  std::vector<Cells> rows;
  for (const auto& [resolved, of] :
       std::vector<std::pair<const char*, const char*>>{{"1", "3"}, {"2", "6"}, {"3", "9"}, {"4", "12"}, {"1", "2"}})
    rows.push_back({{"resolved", resolved}, {"received", of}});
  const auto with = [&](const Decimal& times) {
    return lines_of(checked({checks::Unusual{.id = "far", .value = "resolved / received", .times = times}}, rows));
  };
  EXPECT_EQ(with(5), Lines{});  // the mean is 1/30, and 1/2 is five times that away
  EXPECT_EQ(with(4), (Lines{"far unit 5 error 1/2 1/5..7/15 | received=2 resolved=1"}));
}
TEST(UnusualFigures, BeyondWholeNumbersOf60BitsAreExactToo) {
  const auto found = [](const std::vector<int>& values, const Decimal& times) {
    const auto report =
        checked({checks::Unusual{.id = "far", .value = "received * 1000000000 * 1000000000", .times = times}}, received(values));
    Lines units;
    for (const auto& finding : report.findings) units.emplace_back(report.evidence.unit(finding.row));
    return units;
  };
  // Median 5.5, their distances' median 1.5; 1 and 100 are 4.5 and 94.5 away.
  EXPECT_EQ(found({1, 4, 5, 6, 7, 100}, 2.5), (Lines{"unit 1", "unit 6"}));
  EXPECT_EQ(found({1, 4, 5, 6, 7, 100}, 3), Lines{"unit 6"});  // 1 is at the end, which is allowed
  EXPECT_EQ(found({3, 3, 3, 3, 43}, 2.5), Lines{"unit 5"});    // the mean of the distances counts, 8
  EXPECT_EQ(found({3, 3, 3, 3, 43}, 5), Lines{});
  EXPECT_EQ(found({3, 3, 3, 3, 3}, 1), Lines{});
}
/// Of many rows the middle is looked for in the part of their range that has it.
TEST(UnusualFigures, OfManyRowsAreThoseOfFew) {
  std::vector<std::int64_t> values;
  for (std::int64_t i = 0; i < 50'001; ++i) values.push_back(i * i % 1'000'003 * (i % 7 == 0 ? 1'000'000 : 1));
  const auto model = office_model({checks::Unusual{.id = "far", .value = "received", .times = 1}});
  std::vector<std::string> units;
  for (std::size_t i = 0; i < values.size(); ++i) units.push_back(std::to_string(i));
  EvidenceBuilder builder(model, {.absent_measures = AbsentMeasures::missing});
  const auto report = check(builder.texts("unit", units).integers("received", values).build());
  auto sorted = values;
  std::sort(sorted.begin(), sorted.end());
  const auto median = sorted[sorted.size() / 2];
  std::vector<std::int64_t> distances;
  for (const auto value : values) distances.push_back(std::abs(value - median));
  std::sort(distances.begin(), distances.end());
  const auto spread = distances[distances.size() / 2];
  std::size_t beyond = 0;
  for (const auto value : values) beyond += std::abs(value - median) > spread ? 1 : 0;
  EXPECT_EQ(report.findings.size(), beyond);
  ASSERT_GT(beyond, 100U);
  EXPECT_EQ((*report.findings[0].expected_range)[1], Rational(median + spread));
}
/// The mean of the middle two.
Rational median_of(std::vector<Rational> values) {
  std::sort(values.begin(), values.end());
  return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / Rational(2);
}
std::vector<bool> unusual_by_definition(const std::vector<Rational>& values, const Rational& times) {
  const auto median = median_of(values);
  std::vector<Rational> distances;
  for (const auto& value : values) distances.push_back(value < median ? median - value : value - median);
  auto spread = median_of(distances);
  if (spread.sign() == 0) {
    for (const auto& distance : distances) spread = spread + distance;
    spread = spread / Rational(static_cast<std::int64_t>(distances.size()));
  }
  std::vector<bool> out;
  for (const auto& distance : distances) out.push_back(spread.sign() != 0 && distance > times * spread);
  return out;
}
/// Whole numbers and quotients, with a middle that is shared or wide, some far values, and cohorts in which doubles prove that all is
/// usual.
TEST(UnusualFigures, OfRandomCohortsAreThoseOfTheDefinition) {
  std::size_t usual_cohorts = 0, unusual = 0;
  for (std::uint64_t seed = 0; seed < cases(3000); ++seed) {
    Random random(seed);
    const auto spread = random.of<std::int64_t>({1, 3, 20, 1000}), far = random.of<std::int64_t>({2, 100, 10'000});
    const auto times = random.of<Decimal>({0.5, 1, 1.5, 5, 100});
    std::vector<std::int64_t> received(5 + random.below(60)), resolved;
    for (auto& value : received) value = 1 + spread + random.within(-spread, spread) + (random.one_in(40) ? far * spread : 0);
    for (const auto value : received) resolved.push_back(random.one_in(30) ? 0 : random.within(value / 2, value));
    std::vector<std::string> units;
    for (std::size_t i = 0; i < received.size(); ++i) units.push_back(std::to_string(100 + i));
    const auto model = office_model({checks::Unusual{.id = "whole", .value = "received", .times = times},
                                     checks::Unusual{.id = "quotient", .value = "resolved / received", .times = times}});
    EvidenceBuilder builder(model, {.absent_measures = AbsentMeasures::missing});
    const auto report = check(builder.texts("unit", units).integers("received", received).integers("resolved", resolved).build());
    for (std::size_t of = 0; of < 2; ++of) {
      std::vector<Rational> values;
      for (std::size_t i = 0; i < received.size(); ++i)
        values.push_back(of == 0 ? Rational(received[i]) : Rational(resolved[i], received[i]));
      std::vector<bool> found(values.size());
      for (const auto& finding : report.findings)
        if (finding.check == of) found[finding.row] = true;
      const auto expected = unusual_by_definition(values, Rational(times));
      ASSERT_EQ(found, expected) << "seed " << seed << " check " << of;
      const auto count = static_cast<std::size_t>(std::count(expected.begin(), expected.end(), true));
      unusual += count;
      usual_cohorts += count == 0 ? 1 : 0;
    }
  }
  EXPECT_GT(usual_cohorts, cases(1000));
  EXPECT_GT(unusual, cases(5000));
}

TEST(Checks, AreJudgedAfterFallbackButNotOnRowsThatOnlyFallbackHas) {
  auto draft = office_draft();
  draft.tracks = {{"self", "final"}};
  draft.fallback = {{"final", {"self"}}};
  draft.checks = {checks::Relation{.id = "r", .holds = "resolved <= received"}};
  const auto model = Model::build(draft);
  const std::vector<std::string> none(3);
  const auto report = check(read(model, {{"unit", {"A", "A", "B"}},
                                         {"track", {"self", "final", "self"}},
                                         {"received", {"100", "", "100"}},
                                         {"resolved", {"1", "1000", "1"}},
                                         {"on_time", none},
                                         {"resolved_rate", none},
                                         {"on_time_rate", none},
                                         {"paper", none}}));
  EXPECT_EQ(counts_of(report.judged[0]), (Counts{2, 1, 0, 0, 0, 0, 0}));
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].row, 1U);
  EXPECT_EQ(line_of(report, report.findings[0]).substr(0, 50), "r A error 1000 <= 100 | received=100 resolved=1000");
}
TEST(Checks, OfAnotherModelAreJudgedOnTheSameEvidence) {
  const auto evidence = rows_of(office_model({}), {{{"received", "10"}, {"resolved", "11"}}});
  EXPECT_TRUE(check(evidence).judged.empty());
  const auto report = check(evidence, office_model());
  EXPECT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.model.checks().size(), 4U);
  EXPECT_THROW(check(evidence, Model::build(table_draft())), ShapeError);
}
}
