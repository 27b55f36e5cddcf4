#include "../evidence/tables.hpp"
#include <chiso/io/read/frame.hpp>
#include <gtest/gtest.h>
#include <limits>

namespace chiso_test {
namespace {
const Model small = Model::build(table_draft());
constexpr double nan_of_double = std::numeric_limits<double>::quiet_NaN();

/// Everything that evidence says, as text.
std::string whole_text(const Evidence& evidence) {
  std::string out;
  for (std::size_t row = 0; row < evidence.rows(); ++row) {
    out += std::string(evidence.unit(row)) + '|' + std::string(evidence.block(row)) + '|' + std::string(evidence.period(row)) + '|' +
           std::to_string(evidence.track(row)) + '|' + (evidence.ranked(row) ? "ranked" : "beside");
    for (std::size_t i = 0; i < evidence.model().measures().size(); ++i) {
      const auto column = evidence.measure(i);
      out += '|' + std::to_string(column.values[row]) + ' ' + std::string(name_of(column.state(row)));
    }
    out += '\n';
  }
  for (std::size_t i = 0; i < evidence.model().measures().size(); ++i) {
    const auto& about = evidence.statistics(i);
    out += std::to_string(about.least) + ".." + std::to_string(about.most);
    for (const auto count : about.of_state) out += ' ' + std::to_string(count);
    out += '\n';
  }
  return out;
}
using Fill = std::function<void(EvidenceFrame&)>;
/// A frame of texts, with columns by others in their place.
Evidence framed(const Table& texts, const Fill& fill = {}, const FrameOptions& options = {}) {
  EvidenceFrame frame(small, options);
  for (const auto& [name, cells] : texts) {
    const auto at = frame.column(name);
    for (const auto& cell : cells) frame.text(at, cell);
  }
  if (fill) fill(frame);
  return frame.build();
}
Lines problems_of_frame(const Table& texts, const Fill& fill = {}, const FrameOptions& options = {}) {
  return problems_of([&] { framed(texts, fill, options); });
}
const Table good{{"unit", {"1", "2", "3"}},
                 {"cases", {"7", "", "0"}},
                 {"score", {"1.5", "0.07", ""}},
                 {"plan", {"2", "late", ""}},
                 {"funded", {"yes", "", "no"}}};
Table without(std::string_view column) {
  Table out;
  for (const auto& one : good)
    if (one.first != column) out.push_back(one);
  return out;
}

TEST(EvidenceFrame, ReadsTextAsTheBuilderDoes) { EXPECT_EQ(whole_text(framed(good)), whole_text(read(small, good))); }
TEST(EvidenceFrame, EachTypeOfCellMeansTheSame) {
  const auto text = [](std::string_view left_out, const Fill& fill) { return whole_text(framed(without(left_out), fill)); };
  const auto wanted = whole_text(framed(good));
  const auto reordered = [&](std::string_view column) {  // with the column last, as those below
    auto table = without(column);
    for (const auto& one : good)
      if (one.first == column) table.push_back(one);
    return whole_text(framed(table));
  };
  for (const auto* column : {"unit", "cases", "score", "plan", "funded"}) EXPECT_EQ(reordered(column), wanted);
  EXPECT_EQ(text("unit", [](EvidenceFrame& frame) { frame.wholes(frame.column("unit"), std::vector<std::int64_t>{1, 2, 3}); }), wanted);
  EXPECT_EQ(text("unit", [](EvidenceFrame& frame) { frame.numbers(frame.column("unit"), std::vector<double>{1, 2, 3}); }), wanted);
  EXPECT_EQ(text("unit",
                 [](EvidenceFrame& frame) {
                   const auto at = frame.column("unit");
                   for (const auto* digits : {"1", "2.00", "03"}) frame.decimal(at, digits);
                 }),
            wanted);
  EXPECT_EQ(text("cases", [](EvidenceFrame& frame) { frame.numbers(frame.column("cases"), std::vector<double>{7, nan_of_double, -0.0}); }),
            wanted);
  EXPECT_EQ(text("cases",
                 [](EvidenceFrame& frame) {
                   frame.numbers(frame.column("cases"), std::vector<float>{7, std::numeric_limits<float>::quiet_NaN(), 0});
                 }),
            wanted);
  EXPECT_EQ(text("cases",
                 [](EvidenceFrame& frame) {
                   frame.wholes(frame.column("cases"), std::vector<std::int64_t>{7, 9, 0}, std::vector<std::uint8_t>{0, 5, 0});
                 }),
            wanted);
  EXPECT_EQ(text("cases",
                 [](EvidenceFrame& frame) {
                   const auto at = frame.column("cases");
                   frame.whole(at, 7);
                   frame.missing(at);
                   frame.decimal(at, "0.0");
                 }),
            wanted);
  EXPECT_EQ(
      text("score", [](EvidenceFrame& frame) { frame.numbers(frame.column("score"), std::vector<double>{1.5, 0.07, nan_of_double}); }),
      wanted);
  EXPECT_EQ(text("score",
                 [](EvidenceFrame& frame) {
                   const auto at = frame.column("score");
                   frame.number(at, 1.5F);
                   frame.number(at, 0.07F);
                   frame.number(at, nan_of_double);
                 }),
            wanted);
  EXPECT_EQ(text("plan",
                 [](EvidenceFrame& frame) {
                   const auto at = frame.column("plan");
                   frame.decimal(at, "2.0");
                   frame.text(at, " late\t");
                   frame.missing(at);
                 }),
            wanted);
  EXPECT_EQ(text("funded",
                 [](EvidenceFrame& frame) {
                   frame.truths(frame.column("funded"), std::vector<std::uint8_t>{9, 0, 0}, std::vector<std::uint8_t>{0, 1, 0});
                 }),
            wanted);
  EXPECT_EQ(text("funded",
                 [](EvidenceFrame& frame) {
                   const auto at = frame.column("funded");
                   frame.truth(at, true);
                   frame.missing(at);
                   frame.decimal(at, "0");
                 }),
            wanted);
}
TEST(EvidenceFrame, DecimalsHaveAPointWhateverTheMarkOfTheTable) {
  EvidenceFrame frame(small, {.decimal = ',', .thousands = '.'});
  const auto unit = frame.column("unit"), cases = frame.column("cases"), score = frame.column("score"), plan = frame.column("plan"),
             funded = frame.column("funded");
  for (const auto* name : {"A", "B"}) frame.text(unit, name);
  frame.text(cases, "1.234");
  frame.decimal(cases, "12345678");
  frame.text(score, "1,25");
  frame.decimal(score, "1.250");
  for (const auto at : {plan, funded}) frame.missing(at), frame.missing(at);
  const auto evidence = frame.build();
  EXPECT_EQ(evidence.measure(0).values[0], 1234);
  EXPECT_EQ(evidence.measure(0).values[1], 12345678);
  EXPECT_EQ(evidence.measure(1).values[0], 125);
  EXPECT_EQ(evidence.measure(1).values[1], 125);
}
TEST(EvidenceFrame, ProblemsOfDecimals) {
  const auto decimals = [](std::string_view column, std::vector<const char*> digits) {
    auto texts = without(column);
    return problems_of_frame(texts, [&](EvidenceFrame& frame) {
      const auto at = frame.column(column);
      for (const auto* one : digits) frame.decimal(at, one);
    });
  };
  EXPECT_EQ(decimals("unit", {"1.5", "-0", "x"}), (Lines{"cell.type /0/unit: 1.5", "cell.type /2/unit: x"}));
  EXPECT_EQ(decimals("cases", {"99999999999999999999", "1.5", ""}),
            (Lines{"cell.size /0/cases: 99999999999999999999", "cell.decimals /1/cases: 1.5", "cell.number /2/cases: a blank"}));
  EXPECT_EQ(decimals("score", {"5.01", "-1", "1e2"}),
            (Lines{"cell.max /0/score: 5.01", "cell.min /1/score: -1", "cell.number /2/score: 1e2"}));
  EXPECT_EQ(decimals("plan", {"2", "2.5", "3"}), (Lines{"cell.option /1/plan: 2.5", "cell.option /2/plan: 3"}));
  EXPECT_EQ(decimals("funded", {"1.0", "0.5", "2"}), (Lines{"cell.yes_no /1/funded: 0.5", "cell.yes_no /2/funded: 2"}));
}

TEST(EvidenceFrame, TakesColumnsInPieces) {
  const auto evidence = framed(without("cases"), [](EvidenceFrame& frame) {
    const auto at = frame.column("cases");
    frame.numbers(at, std::vector<double>{7});
    frame.numbers(at, std::span<const double>());
    frame.missing(at);
    frame.wholes(at, std::vector<std::int64_t>{0});
  });
  EXPECT_EQ(whole_text(evidence), whole_text(framed(good)));
}
TEST(EvidenceFrame, TextAndNamesAreTrimmedAndComposed) {
  auto table = good;
  table[0] = {" unit\n for people",
              {" Xa\xCC\x83 ",
               "\xC2\xA0"
               "B",
               "C"}};
  const auto evidence = framed(table);
  EXPECT_EQ(evidence.unit(0), "Xã");
  EXPECT_EQ(evidence.unit(1), "B");
}
TEST(EvidenceFrame, RenamesColumns) {
  auto table = good;
  table[0].first = "Đơn vị";
  table[1].first = "Ho\xCC\x82\xCC\x80 so\xCC\x9B";
  const auto evidence = framed(table, {}, {.rename = {{"Đơn vị", "unit"}, {"Hồ sơ", "cases"}}});
  EXPECT_EQ(whole_text(evidence), whole_text(framed(good)));
  EXPECT_EQ(problems_of_frame(good, {}, {.rename = {{"case", "score"}}}), Lines{"rename.absent /columns/case: case"});
  EXPECT_EQ(problems_of_frame(table, {}, {.rename = {{"Đơn vị", "unit"}, {"Hồ sơ", "cases"}, {"Đơn vị", "block"}}}),
            Lines{"rename.duplicate /columns/Đơn vị: Đơn vị"});
  std::vector<Problem> problems;
  problems_of([&] { framed(good, {}, {.rename = {{"case", "score"}}}); }, &problems);
  EXPECT_EQ(problems.at(0).suggestion(), "cases");
  EXPECT_EQ(problems.at(0).expected(), "a column of the table");
}
TEST(EvidenceFrame, ColumnsThatAreIgnoredNeedNoCells) {
  EvidenceFrame frame(small, {.unknown_columns = UnknownColumns::ignore, .absent_measures = AbsentMeasures::missing});
  EXPECT_FALSE(frame.reads(frame.column("more")));
  const auto unit = frame.column("unit");
  EXPECT_TRUE(frame.reads(unit));
  frame.text(unit, "A");
  frame.numbers(0, std::vector<double>{1, 2, 3});
  EXPECT_EQ(frame.build().rows(), 1U);
  EXPECT_EQ(problems_of_frame(good, [](EvidenceFrame& other) { other.column("more"); }), Lines{"column.unknown /columns/more: more"});
  EXPECT_EQ(problems_of_frame(good, [](EvidenceFrame& other) { EXPECT_FALSE(other.reads(other.column("unit"))); }),
            Lines{"column.duplicate /columns/unit: unit"});
}
TEST(EvidenceFrame, OtherOptions) {
  auto table = good;
  table[1].second = {"7", "n/a", "0"};
  EXPECT_EQ(whole_text(framed(table, {}, {.missing_words = {" n/a"}})), whole_text(framed(good)));
  EXPECT_EQ(problems_of_frame(table), Lines{"cell.number /1/cases: n/a"});
  EXPECT_THROW(EvidenceFrame(small, {.decimal = ';'}), Error);
  table[1].second = {"x", "y", "z"};
  EXPECT_EQ(problems_of_frame(table, {}, {.most_problems = 2}), (Lines{"cell.number /0/cases: x", "cell.number /1/cases: y", "of 3"}));
}
TEST(EvidenceFrame, ColumnsOfDifferentLengthsAreNamed) {
  auto table = good;
  table[3].second.pop_back();
  try {
    framed(table);
    FAIL();
  } catch (const ShapeError& error) {
    EXPECT_STREQ(error.what(), "the column 'plan' has 2 rows, not 3 as 'unit'");
  }
  EvidenceFrame frame(small);
  const auto cases = frame.column("cases");
  EXPECT_THROW(frame.wholes(cases, std::vector<std::int64_t>{1}, std::vector<std::uint8_t>{0, 0}), ShapeError);
  EXPECT_THROW(frame.truths(cases, std::vector<std::uint8_t>{1, 1}, std::vector<std::uint8_t>{0}), ShapeError);
}
TEST(EvidenceFrame, TextThatIsNone) {
  auto table = good;
  table[0].second[1] = "A\xFF";
  table[3].second[0] = std::string("la\0te", 5);
  EXPECT_EQ(problems_of_frame(table), (Lines{"text.nul /0/plan: a NUL character", "text.utf8 /1/unit: bytes that are no text"}));
  EXPECT_EQ(problems_of_frame(good, [](EvidenceFrame& frame) { EXPECT_FALSE(frame.reads(frame.column("\xFF"))); },
                              {.unknown_columns = UnknownColumns::ignore}),
            Lines{"text.utf8 /columns/\xEF\xBF\xBD: bytes that are no text"});
}
TEST(EvidenceFrame, WithoutColumnsOrRows) {
  EXPECT_EQ(problems_of_frame({}).front(), "column.absent /columns/unit: no column unit");
  auto table = good;
  for (auto& column : table) column.second.clear();
  EXPECT_EQ(framed(table).rows(), 0U);
}
TEST(EvidenceFrame, CanBeMoved) {
  EvidenceFrame first(small, {.absent_measures = AbsentMeasures::missing});
  first.text(first.column("unit"), "A");
  EvidenceFrame second = std::move(first);
  first = std::move(second);
  EXPECT_EQ(first.build().unit(0), "A");
}
}
}
