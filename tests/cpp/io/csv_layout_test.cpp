#include "../evidence/tables.hpp"
#include <chiso/io/read/evidence.hpp>
#include <gtest/gtest.h>

namespace chiso_test::of_csv_layout {
namespace {
/// Tracks self and final; a count `x`, a decimal `y` and a choice `c`; stated points of the leaf `a`.
const Model form = [] {
  ModelDraft draft{};
  draft.id = "form";
  draft.tracks.emplace();
  draft.tracks->push_back({"self"});
  draft.tracks->push_back({"final"});
  draft.stated_points = StatedPoints::accept;
  auto choice = measure(MeasureType::choice);
  choice.options = {{"good"}, {"poor"}};
  draft.measures = {{"x", measure(MeasureType::count)}, {"y", measure(MeasureType::decimal)}, {"c", choice}};
  draft.criteria = {leaf("a", 5, rules::PerItem{.value = "x + y", .each = 1}), leaf("b", 1, rules::YesNo{.value = "c == 'good'"})};
  return Model::build(std::move(draft));
}();
std::string shown(const Column& column, std::size_t row) {
  if (column.state(row) == State::missing) return "-";
  return column.state(row) == State::value ? std::to_string(column.values[row]) : "n/a";
}
/// `unit period track: x y c points of a`, row by row.
Lines rows(const std::string& text, const ReadingOptions& options) {
  const auto evidence = parse_evidence(text, form, options);
  Lines out;
  for (std::size_t row = 0; row < evidence.rows(); ++row) {
    auto line = std::string(evidence.unit(row)) + " " + std::string(evidence.period(row)) + " " + form.tracks()[evidence.track(row)] + ":";
    for (std::size_t i = 0; i < 3; ++i) line += " " + shown(evidence.measure(i), row);
    if (const auto stated = evidence.stated(0)) line += " " + shown(*stated, row);
    out.push_back(line);
  }
  return out;
}
Lines problems(const std::string& text, const ReadingOptions& options, Text::Language language = Text::Language::en) {
  std::vector<Problem> whole;
  problems_of([&] { parse_evidence(text, form, options); }, &whole);
  Lines out;
  for (const auto& problem : whole)
    out.push_back(problem.code() + " " + std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + " " +
                  problem.found(language) + " -> " + problem.expected(language) +
                  (problem.hint.empty() ? "" : " (" + problem.suggestion(language) + ")"));
  return out;
}
const ReadingOptions of_form{.layout = TableLayout::rows, .fill = {{"unit", "A"}, {"period", "2024"}}};
const ReadingOptions of_long{.layout = TableLayout::rows};
const ReadingOptions of_pairs{.layout = TableLayout::pairs};

TEST(RowsLayout, ReadsAFormOfOneUnit) {
  EXPECT_EQ(rows("measure;self;final\nx;3;2\ny;1.5;1.25\nc;good;poor\n", of_form),
            (Lines{"A 2024 self: 3 150 0", "A 2024 final: 2 125 1"}));
  // A track in which nothing was filled has no row; a unit without a figure has one.
  EXPECT_EQ(rows("measure;self;final\nx;3;\ny;1.5;\nc;good;\n", of_form), Lines{"A 2024 self: 3 150 0"});
  EXPECT_EQ(rows("unit;measure;value\nA;x;\nA;y;\nB;x;1\nA;c;\n", of_long), (Lines{"B  final: 1 - -", "A  final: - - -"}));
  EXPECT_EQ(rows("measure;value\nx;3\ny;\nc;không áp dụng\n", of_form), Lines{"A 2024 final: 3 - n/a"});
  // The line of a criterion has its stated points; headings have no figure.
  EXPECT_EQ(rows("TT;measure;self\nI;Cải cách thể chế;\n1;x;3\n2;y;\n3;c;\n;a;4.5\n",
                 {.layout = TableLayout::rows, .fill = {{"unit", "A"}}, .unknown_columns = UnknownColumns::ignore}),
            Lines{"A  self: 3 - - 4500000"});
  // Names of the office, above it a title, below it a signature.
  EXPECT_EQ(rows("PHIẾU\n;;\nTiêu chí;Tự chấm;Thẩm định\nSố hồ sơ;3;2\nĐiểm cộng;1,5;1,5\nc;good;good\nNgười lập;;\n",
                 {.decimal = ',',
                  .header_line = 3,
                  .skip_last = 1,
                  .layout = TableLayout::rows,
                  .fill = {{"unit", "A"}},
                  .rename = {{"Tiêu chí", "measure"}, {"Tự chấm", "self"}, {"Thẩm định", "final"}, {"Số hồ sơ", "x"}, {"Điểm cộng", "y"}}}),
            (Lines{"A  self: 3 150 0", "A  final: 2 150 0"}));
}
TEST(RowsLayout, ReadsLongTables) {
  EXPECT_EQ(rows("unit;measure;value\nA;x;1\nB;x;2\nB;y;2.5\nA;y;0.5\nA;c;good\nB;c;poor\n", of_long),
            (Lines{"A  final: 1 50 0", "B  final: 2 250 1"}));
  EXPECT_EQ(rows("unit,period,track,measure,value\nA,2023,self,x,1\nA,2024,self,x,2\nA,2023,final,x,3\nA,2023,self,y,4\nA,2023,self,c,\n",
                 of_long),
            (Lines{"A 2023 self: 1 400 -", "A 2024 self: 2 - -", "A 2023 final: 3 - -"}));
  EXPECT_EQ(rows("unit;measure;value\nA;x;1\nA;y.not_applicable;yes\nA;y;\nA;c;\n", of_long), Lines{"A  final: 1 n/a -"});
}
TEST(RowsLayout, ProblemsStandWhereTheyAreInTheFile) {
  EXPECT_EQ(problems("measure;self;final\nx;3;2,5\ny;bad;1.25\nc;good;god\n", of_form),
            (Lines{"cell.number 3:3 bad -> a number with at most 2 decimals; blank if it was not supplied, not_applicable (không áp dụng) "
                   "if the unit "
                   "has no such task",
                   "cell.number 2:5 2,5 -> a whole number of at least 0; blank if it was not supplied, not_applicable (không áp dụng) if "
                   "the unit has no "
                   "such task",
                   "cell.option 4:8 god -> one of 'good', 'poor'; blank if it was not supplied, not_applicable (không áp dụng) if the unit "
                   "has no such "
                   "task (good)"}));
  EXPECT_EQ(problems("unit;measure;value\nA;x;1\nA;y;2\nA;c;good\n\nA;x;3\n", of_long, Text::Language::vi),
            Lines{"cell.twice 6:5 x -> mỗi số liệu của một đơn vị, kỳ, bước chấm chỉ ghi một lần"});
  EXPECT_EQ(problems("measure;value\nx;1\nyy;2\nc;good\n", of_form).at(1).substr(0, 24), "column.unknown 3:1 yy ->");
  EXPECT_EQ(problems("measure;value\nx;1\nyy;2\nc;good\n", of_form).at(0).substr(0, 13), "column.absent");
  EXPECT_EQ(problems("unit;block;measure;value\nA;I;x;1\nA;II;y;2\nA;I;c;good\n", of_long).at(0).substr(0, 17), "row.duplicate 3:1");
  EXPECT_EQ(problems("TT;measure;value\n1;x;1\n", of_form).at(0).substr(0, 21), "column.unknown 1:1 TT");
  EXPECT_EQ(problems("unit;x;value\nA;1;2\n", of_long).at(0).substr(0, 18), "column.unknown 1:6");
  EXPECT_TRUE(problems("unit;measure;vlaue\nA;x;1\n", of_long).at(0).ends_with(" (value)"));
  EXPECT_TRUE(problems("unit;measure;fianl\nA;x;1\n", of_long).at(0).ends_with(" (final)"));
  EXPECT_EQ(problems("measure;x\nx;1\n", of_form).size(), 2U);
  EXPECT_EQ(problems("measure;value\nx;1;2\n\"y;1\n", of_form),
            (Lines{"row.length 2:1 3 cells -> 2 cells, as the heads have",
                   "csv.unclosed 3:1 a quote that is not closed -> another quote at the end of the cell"}));
  EXPECT_EQ(problems("measure;value\nx;1\ny;2\nc;good\n", of_long).at(0).substr(0, 32), "column.absent 1:1 no column unit");
  EXPECT_EQ(
      problems("measure;value\nx;1\ny;2\nc;good\n", {.layout = TableLayout::rows, .fill = {{"unit", "A"}}, .rename = {{"Tên", "measure"}}})
          .at(0)
          .substr(0, 25),
      "rename.absent 1:1 Tên ->");
  EXPECT_EQ(problems("Phiếu;\nmeasure;value\nx;1\n", of_form).at(0).substr(0, 15), "heads.below 2:1");
}
TEST(RowsLayout, NothingIsLostInSilence) {
  EXPECT_EQ(problems("unit;measure;value\nA;x;1\nB;y;2\n", of_form).at(0), "column.duplicate 1:1 unit -> each column once");
  EXPECT_EQ(problems("unit;track;measure;self\nA;final;x;1\n", of_long).at(0).substr(0, 20), "column.duplicate 1:6");
  EXPECT_EQ(problems("measure;self\nx;1\n", {.layout = TableLayout::rows, .fill = {{"unit", "A"}, {"track", "final"}}}).at(0).substr(0, 20),
            "column.duplicate 1:1");
  EXPECT_EQ(problems("measure;value\nx;1\n;2\n", of_form), Lines{"column.unnamed 3:2 2 -> a blank in a column without a name"});
  EXPECT_EQ(problems("unit;x (self)\nA;1\n", {.layout = TableLayout::pairs, .fill = {{"unit", "B"}}}).at(0).substr(0, 20),
            "column.duplicate 1:1");
}
TEST(PairsLayout, ReadsATrackFromEachHead) {
  EXPECT_EQ(rows("unit;x (self);x (final);y (self);y (final);c (self);c (final)\nA;3;2;1.5;1;good;poor\nB;4;;2;;good;\n", of_pairs),
            (Lines{"A  self: 3 150 0", "A  final: 2 100 1", "B  self: 4 200 0"}));
  // A head without a track stands for each, and a unit without a figure in the last.
  EXPECT_EQ(rows("unit;period;x;y (self);y (final);c\nA;2024;3;1.5;1;good\nB;2024;5;;;\n", of_pairs),
            (Lines{"A 2024 self: 3 150 0", "A 2024 final: 3 100 0", "B 2024 final: 5 - -"}));
  EXPECT_EQ(rows("Đơn vị;x (tự chấm);x (thẩm định);y;c;points.a (final)\nA;3;2;1;good;4.5\n",
                 {.layout = TableLayout::pairs, .rename = {{"Đơn vị", "unit"}, {"tự chấm", "self"}, {"thẩm định", "final"}}}),
            (Lines{"A  self: 3 100 0 -", "A  final: 2 100 0 4500000"}));
  EXPECT_EQ(
      rows("unit;\"x (self)\nSố hồ sơ\";Hồ sơ;y;c\nA;3;2;1;good\n", {.layout = TableLayout::pairs, .rename = {{"Hồ sơ", "x (final)"}}}),
      (Lines{"A  self: 3 100 0", "A  final: 2 100 0"}));
  EXPECT_EQ(rows("unit;x;y;c\nA;3;1;good\n", of_pairs), Lines{"A  final: 3 100 0"});  // no pair at all
}
TEST(PairsLayout, ProblemsStandWhereTheyAreInTheFile) {
  EXPECT_EQ(problems("unit;x (self);x (final);y;c\nA;3;z;1;good\n", of_pairs).at(0).substr(0, 17), "cell.number 2:5 z");
  EXPECT_EQ(problems("unit;x (self);x (other);y;c\nA;3;2;1;good\n", of_pairs).at(0).substr(0, 32), "column.unknown 1:15 x (other) ->");
  EXPECT_EQ(problems("unit;x (self);x (self);y;c\nA;3;2;1;good\n", of_pairs).at(0).substr(0, 32), "column.duplicate 1:15 x (self) -");
  EXPECT_EQ(problems("unit;x;x (self);y;c\nA;3;2;1;good\n", of_pairs).at(0).substr(0, 20), "column.duplicate 1:8");
  EXPECT_EQ(problems("unit;x (self);x (final);y;c\nA;3;1;2;good\nA;;4;5;good\n", of_pairs).at(0),
            "row.duplicate 3:1 A, final -> one row for each unit, period and track; the same is in line 2");
}
TEST(Fill, GivesColumnsThatAFileLacks) {
  EXPECT_EQ(rows("unit;x;y;c\nA;1;2;good\n;;;\nB;3;4;poor\n", {.fill = {{"period", "2024"}, {"track", "self"}}}),
            (Lines{"A 2024 self: 1 200 0", "B 2024 self: 3 400 1"}));
  EXPECT_EQ(problems("unit;x;y;c\nA;1;2;good\n", {.fill = {{"unit", "B"}}}).at(0).substr(0, 16), "column.duplicate");
  EXPECT_EQ(problems("unit;x;y;c\nA;1;2;good\n", {.fill = {{"unti", "B"}}}).at(0).substr(0, 14), "column.unknown");
}
TEST(RowsLayout, WhatALineSaysOfTheUnitIsSaidOfAllItsRows) {
  const ReadingOptions plain{.layout = TableLayout::rows};
  EXPECT_EQ(rows("measure;self;final\nunit;A;\nperiod;;2024\nx;3;2\ny;1;1\nc;good;poor\n", plain),
            (Lines{"A 2024 self: 3 100 0", "A 2024 final: 2 100 1"}));
  // A column in which only the unit is named has no row; a form in which nothing else is filled in has one.
  EXPECT_EQ(rows("measure;self;final\nunit;A;\nx;;2\ny;;1\nc;;good\n", plain), Lines{"A  final: 2 100 0"});
  EXPECT_EQ(rows("measure;self;final\nunit;A;\nx;;\ny;;\nc;;\n", plain), Lines{"A  final: - - -"});
  EXPECT_EQ(rows("measure;value\nx;3\ny;1\nc;good\nunit;A\ntrack;self\n", plain), Lines{"A  self: 3 100 0"});
  EXPECT_EQ(rows("unit;measure;value\nA;period;2023\nB;period;2024\nA;x;1\nB;x;2\nB;y;1\nB;c;good\n", of_long),
            (Lines{"A 2023 final: 1 - -", "B 2024 final: 2 100 0"}));
  EXPECT_EQ(problems("measure;value\nunit;A\nx;1\ny;1\nc;good\nunit;B\n", plain).at(0).substr(0, 19), "cell.twice 6:6 unit");
  EXPECT_EQ(problems("measure;value\nunit;B\nx;1\ny;1\nc;good\n", of_form).at(0).substr(0, 21), "column.duplicate 2:1 ");
  EXPECT_EQ(rows("measure;value\nunit;\nx;1\ny;1\nc;good\n", of_form), Lines{"A 2024 final: 1 100 0"});
  EXPECT_EQ(problems("measure;value\nunit;\nx;1\ny;1\nc;good\n", plain).at(0).substr(0, 14), "unit.empty 2:6");
}
TEST(Layout, WarningsStandWhereTheyAreInTheFile) {
  const auto told = [](const std::string& text, const ReadingOptions& options) {
    auto warnings = parse_evidence(text, form, options).warnings();
    put_places(text, form, options, warnings);
    Lines out;
    for (const auto& one : warnings)
      out.push_back(one.code() + " " + std::to_string(one.place.line) + ":" + std::to_string(one.place.column) + " " + one.found());
    return out;
  };
  EXPECT_EQ(told("unit;measure;value\nA;x;1\nA;y;1.230\nA;c;good\nTotal;x;9\nTotal;y;1\nTotal;c;good\n", of_long),
            (Lines{"measure.two_ways 3:3 1.230", "row.total 5:1 'Total'"}));
  EXPECT_EQ(told("unit;x (self);x (final);y;c\nA;1;2;1;good\nTotal;9;;1;good\n", of_pairs), Lines{"row.total 3:1 'Total'"});
  EXPECT_EQ(told("PHIẾU;\nmeasure;value\nunit;Total\nx;1\ny;1\nc;good\n", {.header_line = 2, .layout = TableLayout::rows}),
            Lines{"row.total 3:6 'Total'"});
}
TEST(Layout, CellsAreFoundAgain) {
  const std::string text = "unit;measure;self;final\nA;x;1;2\nA;y;3;4\nA;c;good;poor\n";
  const EvidenceCell cells[] = {{.row = 1, .measure = 1}, {.row = 0, .measure = 0}};
  const auto places = places_in(text, form, of_long, cells);
  EXPECT_EQ(places[0].line, 3U);
  EXPECT_EQ(places[0].column, 7U);
  EXPECT_EQ(places[1].line, 2U);
  EXPECT_EQ(places[1].column, 5U);
}
}
}
