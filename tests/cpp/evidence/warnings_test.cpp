#include <evidence/tables.hpp>
#include <gtest/gtest.h>

namespace {
using namespace chiso_test;

/// `code pointer: found, expected` of every warning.
Lines warnings_of(const Evidence& evidence) {
  Lines out;
  for (const auto& problem : evidence.warnings()) {
    EXPECT_EQ(problem.severity, Severity::warning);
    out.push_back(problem.code() + " " + problem.place.pointer + ": " + problem.found() + ", " + problem.expected());
  }
  return out;
}
/// Reads previous values in a leaf, in the condition of another and in a veto.
ModelDraft looking_back() {
  auto draft = table_draft();
  draft.criteria[0].rule = rules::PerItem{.value = "cases - previous(cases)", .each = 1};
  draft.criteria[1].applies_when = "is_missing(previous(score)) or score > 1";
  draft.classes =
      ClassesDraft{.bands = {{.id = "good", .from = 80}, {.id = "low"}}, .vetoes = {{.when = "previous(funded)", .at_most = "low"}}};
  return draft;
}
Table of_periods(const std::vector<std::string>& periods) {
  Table out{{"unit", {}}, {"period", periods}, {"cases", {}}, {"score", {}}, {"plan", {}}, {"funded", {}}};
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const std::vector<std::string> row{"A", periods[i], "1", "2", "late", "yes"};
    for (std::size_t column = 0; column < row.size(); ++column)
      if (column != 1) out[column].second.push_back(row[column]);
  }
  return out;
}

TEST(EvidenceWarnings, WarnOfPreviousInATableOfOnePeriod) {
  const auto model = Model::build(looking_back());
  EXPECT_EQ(warnings_of(read(model, of_periods({"2024"}))),
            Lines{"previous.one_period /period: only the period 2024, an earlier period too, for previous(...) in a, b, a veto of low"});
  EXPECT_EQ(
      warnings_of(read(model, of_periods({""}))),
      Lines{"previous.one_period /period: one period without a name, an earlier period too, for previous(...) in a, b, a veto of low"});
  EXPECT_EQ(warnings_of(read(model, of_periods({"2023", "2024"}))), Lines{});
  EXPECT_EQ(warnings_of(read(model, of_periods({}))), Lines{"table.without_rows : no row, a row for each unit"});
  EXPECT_EQ(warnings_of(read(Model::build(table_draft()), of_periods({"2024"}))), Lines{});
}
TEST(EvidenceWarnings, WarnOfPeriodsWhoseTextOrderIsNotTheirTimeOrder) {
  const auto model = Model::build(table_draft());
  const auto reported = [&](const std::vector<std::string>& periods) { return warnings_of(read(model, of_periods(periods))); };
  EXPECT_EQ(reported({"12/2023", "01/2024"}),
            Lines{"period.order /period: the period 01/2024 before 12/2023, the year first, as in 2024-01, "
                  "for periods are ordered as text"});
  // Each with two neighbours, in the order of text, of which the first is the later one.
  for (const auto& wrong : std::vector<std::vector<std::string>>{{"Q1-2024", "Q2-2023"},
                                                                 {"31/12/2023", "01/01/2024"},
                                                                 {"31/12/2023", "30/06/2024"},
                                                                 {"12/23", "01/24"},
                                                                 {"Q4.23", "Q1.24"},
                                                                 {"4Q23", "1Q24"},
                                                                 {"Thg9-23", "Thg1-24"},
                                                                 {"Thg11-23", "Thg10-24"},
                                                                 {"W52/23", "W01/24"},
                                                                 {"31/12/23", "30/06/24"},
                                                                 {"31-12-23", "30-06-24"},
                                                                 {"12/11/23", "10/12/24"},
                                                                 {"122023", "012024"},
                                                                 {"12.99", "01.00"},
                                                                 {"tháng 12 năm 2023", "tháng 01 năm 2024"},
                                                                 {"Quý 2/23", "Quý 1/24", "Quý 2/24"}})
    EXPECT_EQ(reported(wrong).size(), 1U) << wrong[0];
  for (const auto& fine : std::vector<std::vector<std::string>>{{"2023", "2024"},
                                                                {"2023-12", "2024-01"},
                                                                {"2023-Q4", "2024-Q1"},
                                                                {"12/2023"},
                                                                {"2022-2023", "2023-2024"},
                                                                {"năm 2023", "năm 2024"},
                                                                {"30/06/2024", "31/12/2024"},
                                                                {"30/06/24", "31/12/24"},
                                                                {"01/2024", "12/2024"},
                                                                {"Q1.23", "Q4.23"},
                                                                {"Q1.23", "Q2.24"},
                                                                {"Thg1-24", "Thg9-24"},
                                                                {"23-09", "23-10", "24-01"},
                                                                {"23-06-30", "23-12-31"},
                                                                {"23-12-31", "24-06-30"},
                                                                {"23.12.31", "24.06.30"},
                                                                {"23-03-31", "23-12-31", "24-02-29"},
                                                                {"23-12-15", "24-06-10"},
                                                                {"20231231", "20240630"},
                                                                {"202312", "202401"},
                                                                {"đợt 01", "đợt 02"},
                                                                {"123456789012-1", "123456789012-2"},
                                                                {"a"},
                                                                {""}})
    EXPECT_EQ(reported(fine), Lines{}) << fine[0];
}
TEST(EvidenceWarnings, NameTheFirstCriteriaThatLookBack) {
  auto draft = looking_back();
  draft.criteria.clear();
  for (const char* id : {"1", "2", "3", "4", "5", "6"})
    draft.criteria.push_back(leaf(id, 1, rules::PerItem{.value = "previous(cases)", .each = 1}));
  EXPECT_EQ(warnings_of(read(Model::build(draft), of_periods({"2024"}))),
            Lines{"previous.one_period /period: only the period 2024, an earlier period too, for previous(...) in 1, 2, 3, 4, 5, ..."});
}
}
