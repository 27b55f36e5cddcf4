#include "checked_table.hpp"
#include <chiso/check/check_report.hpp>
#include <gtest/gtest.h>

// Slips of the hand: the published figures of SPEC 10, and each kind by itself.
namespace {
using namespace chiso;
using namespace chiso_test;
using Lines = std::vector<std::string>;

/// Every slip of a row of the office, by check: `check: kind measure value repairs; ...`.
Lines slips_of(const Cells& cells, std::vector<CheckDraft> checks = office_checks()) {
  const auto report = check(rows_of(office_model(std::move(checks)), {cells}));
  Lines out;
  for (const auto& finding : report.findings) {
    std::string line = report.model.checks()[finding.check].id + ": " + std::to_string(finding.slip_count);
    for (const auto& slip : finding.slips)
      line += "; " + std::string(name_of(slip.kind)) + " " + report.model.measures()[slip.measure].name + " " + slip.value.text() + " " +
              std::to_string(slip.repairs.size());
    out.push_back(std::move(line));
  }
  return out;
}

TEST(Slips, OfPublishedFiguresAreFound) {
  EXPECT_EQ(
      slips_of({{"received", "4921"}, {"resolved", "4356"}, {"on_time", "4534"}, {"resolved_rate", "92.18"}, {"on_time_rate", "99.96"}}),
      (Lines{"on_time_of_resolved: 1; swapped resolved 4536 3", "resolved_rate: 1; swapped resolved 4536 3",
             "on_time_rate: 1; swapped resolved 4536 3"}));
  EXPECT_EQ(
      slips_of({{"received", "41972"}, {"resolved", "38390"}, {"on_time", "38211"}, {"resolved_rate", "91.47"}, {"on_time_rate", "99.79"}}),
      (Lines{"on_time_rate: 1; digit on_time 38311 1"}));
}
TEST(Slips, AreOfEveryKind) {
  const auto of = [](const char* received, const std::string& holds) {
    return slips_of({{"received", received}}, {checks::Relation{.id = "r", .holds = holds}});
  };
  EXPECT_EQ(of("1234", "received == 1324"), (Lines{"r: 1; swapped received 1324 1"}));
  EXPECT_EQ(of("1234", "received == 1284"), (Lines{"r: 1; digit received 1284 1"}));
  EXPECT_EQ(of("1234", "received == 71234"), (Lines{"r: 1; dropped received 71234 1"}));
  EXPECT_EQ(of("1234", "received == 12345"), (Lines{"r: 1; dropped received 12345 1"}));
  EXPECT_EQ(of("1234", "received == 134"), (Lines{"r: 1; added received 134 1"}));
  EXPECT_EQ(of("1234", "received == 1234000"), (Lines{"r: 1; shifted received 1234000 1"}));
  EXPECT_EQ(of("12000", "received == 12"), (Lines{"r: 1; shifted received 12 1"}));
  // Reached in two ways it is of the first: a 0 put in at the end is ten times the number.
  EXPECT_EQ(of("1234", "received == 12340"), (Lines{"r: 1; dropped received 12340 1"}));
  EXPECT_EQ(of("0", "received == 7"), (Lines{"r: 1; digit received 7 1"}));
  EXPECT_EQ(of("1034", "received == 34"), (Lines{"r: 0"})) << "0034 has more zeros in front than a number is written with";
  EXPECT_EQ(of("1034", "received == 134"), (Lines{"r: 1; added received 134 1"}));
  EXPECT_EQ(of("5", "received == 9999"), (Lines{"r: 0"}));
}
TEST(Slips, KeepSignDecimalsAndBounds) {
  auto draft = office_draft();
  draft.measures = {{"x", {.type = MeasureType::decimal, .decimals = 2, .min = -20, .max = 50}}};
  draft.criteria = {leaf("a", 1, rules::PerItem{.value = "x", .each = 1})};
  const auto of = [&](const char* x, const std::string& holds) {
    draft.checks = {checks::Relation{.id = "r", .holds = holds}};
    const auto report = check(rows_of(Model::build(draft), {{{"x", x}}}));
    return report.findings.empty() ? "" : line_of(report, report.findings[0]);
  };
  EXPECT_EQ(of("-1.23", "x == -1.32"), "r unit 1 error -123/100 == -33/25 | x=-123/100 | 1: swapped x -1.32 1");
  EXPECT_EQ(of("-1.23", "x == 1.23"), "r unit 1 error -123/100 == 123/100 | x=-123/100");
  EXPECT_EQ(of("0.05", "x == 0.5"), "r unit 1 error 1/20 == 1/2 | x=1/20 | 1: swapped x 0.5 1");
  // Put in at the right place a digit gives 1x.23, 12.x3 and 12.3x; the least of them is the one that is nearest.
  EXPECT_EQ(of("1.23", "x >= 12.38"),
            "r unit 1 error 123/100 >= 619/50 | x=123/100 | 18: dropped x 12.38 1 dropped x 12.39 1 dropped x 12.43 1 "
            "dropped x 12.53 1 dropped x 12.63 1");
}
TEST(Slips, AreDroppedWhereACheckThatHeldWouldNot) {
  const auto of = [](std::vector<CheckDraft> checks) { return slips_of({{"received", "10"}, {"resolved", "21"}}, std::move(checks)); };
  const CheckDraft order = checks::Relation{.id = "order", .holds = "resolved <= received"};
  EXPECT_EQ(of({order})[0].substr(0, 9), "order: 38");
  // The 36 that raise `received` to 21 or more are out.
  EXPECT_EQ(of({order, checks::Relation{.id = "few", .holds = "received + resolved < 35"}}),
            (Lines{"order: 2; added resolved 2 1; added resolved 1 1"}));
}
TEST(Slips, AreToldOnceForARowAndAtMostFive) {
  const auto report = check(rows_of(office_model({checks::Relation{.id = "r", .holds = "received > 5"}}), {{{"received", "1"}}}));
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].slips.size(), 5U);
  EXPECT_GT(report.findings[0].slip_count, 5U);
  EXPECT_EQ(report.findings[0].slips[0].kind, SlipKind::digit);
  EXPECT_EQ(report.findings[0].slips[0].value, Decimal(6));
  EXPECT_EQ(report.findings[0].likely_slip(), nullptr) << "of several none is";
}
TEST(Slips, AreLikelyWhereThereIsOne) {
  const auto report =
      check(rows_of(office_model({checks::Relation{.id = "r", .holds = "received == 21"}}), {{{"received", "12"}}, {{"received", "999"}}}));
  ASSERT_EQ(report.findings.size(), 2U);
  ASSERT_EQ(report.findings[0].likely_slip(), &report.findings[0].slips[0]);
  EXPECT_EQ(report.findings[0].likely_slip()->value, Decimal(21));
  EXPECT_EQ(report.findings[1].likely_slip(), nullptr) << "there is none";
}
TEST(Slips, AreNotLookedForWhereAFigureIsOnlyRoundedOtherwise) {
  EXPECT_EQ(slips_of({{"received", "1138"}, {"resolved", "600"}, {"resolved_rate", "52"}},
                     {checks::Stated{.id = "s", .stated = "resolved_rate", .of = "percent(resolved, received)", .decimals = 0}}),
            (Lines{"s: 0"}));
}
}
