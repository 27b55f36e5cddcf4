#include "../evidence/tables.hpp"
#include <chiso/io/read/frame.hpp>
#include <functional>
#include <gtest/gtest.h>
#include <limits>

namespace chiso_test {
namespace {
const Model small = Model::build(table_draft());
constexpr double nan_of_double = std::numeric_limits<double>::quiet_NaN();

/// All contents of evidence as text.
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
using Fill = std::function<void(EvidenceReader&)>;
/// A frame of texts, some of its columns replaced.
Evidence framed(const Table& texts, const Fill& fill = {}, const ReadingOptions& options = {}) {
  auto frame = frame_reader(small, options);
  for (const auto& [name, cells] : texts) {
    const auto at = add_column(frame, name);
    for (const auto& cell : cells) add_text(frame, at, cell);
  }
  if (fill) fill(frame);
  return frame.build();
}
Lines problems_of_frame(const Table& texts, const Fill& fill = {}, const ReadingOptions& options = {}) {
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

TEST(FrameReader, ReadsTextAsTheBuilderDoes) { EXPECT_EQ(whole_text(framed(good)), whole_text(read(small, good))); }
TEST(FrameReader, ReadsEveryTypeOfCellAlike) {
  const auto text = [](std::string_view left_out, const Fill& fill) { return whole_text(framed(without(left_out), fill)); };
  const auto wanted = whole_text(framed(good));
  const auto reordered = [&](std::string_view column) {  // with the column last, like those below
    auto table = without(column);
    for (const auto& one : good)
      if (one.first == column) table.push_back(one);
    return whole_text(framed(table));
  };
  for (const auto* column : {"unit", "cases", "score", "plan", "funded"}) EXPECT_EQ(reordered(column), wanted);
  EXPECT_EQ(text("unit", [](EvidenceReader& frame) { frame.integers(add_column(frame, "unit"), std::vector<std::int64_t>{1, 2, 3}); }),
            wanted);
  EXPECT_EQ(text("unit", [](EvidenceReader& frame) { frame.numbers(add_column(frame, "unit"), std::vector<double>{1, 2, 3}); }), wanted);
  EXPECT_EQ(text("unit",
                 [](EvidenceReader& frame) {
                   const auto at = add_column(frame, "unit");
                   for (const auto* digits : {"1", "2.00", "03"}) frame.decimal(at, digits);
                 }),
            wanted);
  EXPECT_EQ(
      text("cases", [](EvidenceReader& frame) { frame.numbers(add_column(frame, "cases"), std::vector<double>{7, nan_of_double, -0.0}); }),
      wanted);
  EXPECT_EQ(text("cases",
                 [](EvidenceReader& frame) {
                   frame.numbers(add_column(frame, "cases"), std::vector<float>{7, std::numeric_limits<float>::quiet_NaN(), 0});
                 }),
            wanted);
  EXPECT_EQ(text("cases",
                 [](EvidenceReader& frame) {
                   frame.integers(add_column(frame, "cases"), std::vector<std::int64_t>{7, 9, 0}, std::vector<std::uint8_t>{0, 5, 0});
                 }),
            wanted);
  EXPECT_EQ(text("cases",
                 [](EvidenceReader& frame) {
                   const auto at = add_column(frame, "cases");
                   frame.integer(at, 7);
                   frame.missing(at);
                   frame.decimal(at, "0.0");
                 }),
            wanted);
  EXPECT_EQ(text("score",
                 [](EvidenceReader& frame) { frame.numbers(add_column(frame, "score"), std::vector<double>{1.5, 0.07, nan_of_double}); }),
            wanted);
  EXPECT_EQ(text("score",
                 [](EvidenceReader& frame) {
                   const auto at = add_column(frame, "score");
                   frame.number(at, 1.5F);
                   frame.number(at, 0.07F);
                   frame.number(at, nan_of_double);
                 }),
            wanted);
  EXPECT_EQ(text("plan",
                 [](EvidenceReader& frame) {
                   const auto at = add_column(frame, "plan");
                   frame.decimal(at, "2.0");
                   add_text(frame, at, " late\t");
                   frame.missing(at);
                 }),
            wanted);
  EXPECT_EQ(text("funded",
                 [](EvidenceReader& frame) {
                   frame.booleans(add_column(frame, "funded"), std::vector<std::uint8_t>{9, 0, 0}, std::vector<std::uint8_t>{0, 1, 0});
                 }),
            wanted);
  EXPECT_EQ(text("funded",
                 [](EvidenceReader& frame) {
                   const auto at = add_column(frame, "funded");
                   frame.boolean(at, true);
                   frame.missing(at);
                   frame.decimal(at, "0");
                 }),
            wanted);
}
TEST(FrameReader, ReadsDecimalsWithAPointWhateverTheMarkOfTheTable) {
  auto frame = frame_reader(small, {.decimal = ',', .thousands = '.'});
  const auto unit = add_column(frame, "unit"), cases = add_column(frame, "cases"), score = add_column(frame, "score"),
             plan = add_column(frame, "plan"), funded = add_column(frame, "funded");
  for (const auto* name : {"A", "B"}) add_text(frame, unit, name);
  add_text(frame, cases, "1.234");
  frame.decimal(cases, "12345678");
  add_text(frame, score, "1,25");
  frame.decimal(score, "1.250");
  for (const auto at : {plan, funded}) frame.missing(at), frame.missing(at);
  const auto evidence = frame.build();
  EXPECT_EQ(evidence.measure(0).values[0], 1234);
  EXPECT_EQ(evidence.measure(0).values[1], 12345678);
  EXPECT_EQ(evidence.measure(1).values[0], 125);
  EXPECT_EQ(evidence.measure(1).values[1], 125);
}
TEST(FrameReader, ReportsProblemsOfDecimals) {
  const auto decimals = [](std::string_view column, std::vector<const char*> digits) {
    auto texts = without(column);
    return problems_of_frame(texts, [&](EvidenceReader& frame) {
      const auto at = add_column(frame, column);
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

TEST(FrameReader, AcceptsColumnsInPieces) {
  const auto evidence = framed(without("cases"), [](EvidenceReader& frame) {
    const auto at = add_column(frame, "cases");
    frame.numbers(at, std::vector<double>{7});
    frame.numbers(at, std::span<const double>());
    frame.missing(at);
    frame.integers(at, std::vector<std::int64_t>{0});
  });
  EXPECT_EQ(whole_text(evidence), whole_text(framed(good)));
}
TEST(FrameReader, TrimsAndComposesTextAndNames) {
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
TEST(FrameReader, RenamesColumns) {
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
TEST(FrameReader, NeedsNoCellsForIgnoredColumns) {
  auto frame = frame_reader(small, {.unknown_columns = UnknownColumns::ignore, .absent_measures = AbsentMeasures::missing});
  EXPECT_FALSE(frame.reads(add_column(frame, "remark")));
  const auto unit = add_column(frame, "unit");
  EXPECT_TRUE(frame.reads(unit));
  add_text(frame, unit, "A");
  frame.numbers(0, std::vector<double>{1, 2, 3});
  EXPECT_EQ(frame.build().rows(), 1U);
  EXPECT_EQ(problems_of_frame(good, [](EvidenceReader& other) { add_column(other, "more"); }), Lines{"column.unknown /columns/more: more"});
  EXPECT_EQ(problems_of_frame(good, [](EvidenceReader& other) { EXPECT_FALSE(other.reads(add_column(other, "unit"))); }),
            Lines{"column.duplicate /columns/unit: unit"});
}
TEST(FrameReader, UsesTheOtherOptions) {
  auto table = good;
  table[1].second = {"7", "n/a", "0"};
  EXPECT_EQ(whole_text(framed(table, {}, {.missing_words = {" n/a"}})), whole_text(framed(good)));
  EXPECT_EQ(problems_of_frame(table), Lines{"cell.number /1/cases: n/a"});
  EXPECT_THROW(frame_reader(small, {.decimal = ';'}), Error);
  table[1].second = {"x", "y", "z"};
  EXPECT_EQ(problems_of_frame(table, {}, {.most_problems = 2}), (Lines{"cell.number /0/cases: x", "cell.number /1/cases: y", "of 3"}));
}
TEST(FrameReader, NamesColumnsOfDifferentLengths) {
  auto table = good;
  table[3].second.pop_back();
  try {
    framed(table);
    FAIL();
  } catch (const ShapeError& error) {
    EXPECT_STREQ(error.what(), "the column 'plan' has 2 rows, not 3 as 'unit'");
  }
  auto frame = frame_reader(small);
  const auto cases = add_column(frame, "cases");
  EXPECT_THROW(frame.integers(cases, std::vector<std::int64_t>{1}, std::vector<std::uint8_t>{0, 0}), ShapeError);
  EXPECT_THROW(frame.booleans(cases, std::vector<std::uint8_t>{1, 1}, std::vector<std::uint8_t>{0}), ShapeError);
}
TEST(FrameReader, ReportsBytesThatAreNotText) {
  auto table = good;
  table[0].second[1] = "A\xFF";
  table[3].second[0] = std::string("la\0te", 5);
  EXPECT_EQ(problems_of_frame(table), (Lines{"text.nul /0/plan: a NUL character", "text.utf8 /1/unit: bytes that are no text"}));
  EXPECT_EQ(problems_of_frame(good, [](EvidenceReader& frame) { EXPECT_FALSE(frame.reads(add_column(frame, "\xFF"))); },
                              {.unknown_columns = UnknownColumns::ignore}),
            Lines{"text.utf8 /columns/\xEF\xBF\xBD: bytes that are no text"});
}
TEST(FrameReader, ReportsAFrameWithoutColumnsOrRows) {
  EXPECT_EQ(problems_of_frame({}).front(), "column.absent /columns/unit: no column unit");
  auto table = good;
  for (auto& column : table) column.second.clear();
  EXPECT_EQ(framed(table).rows(), 0U);
}
TEST(FrameReader, CanBeMoved) {
  auto first = frame_reader(small, {.absent_measures = AbsentMeasures::missing});
  add_text(first, add_column(first, "unit"), "A");
  EvidenceReader second = std::move(first);
  first = std::move(second);
  EXPECT_EQ(first.build().unit(0), "A");
}
}
}
