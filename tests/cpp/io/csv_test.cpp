#include "../evidence/tables.hpp"
#include <algorithm>
#include <chiso/io/json/model.hpp>
#include <chiso/io/read/evidence.hpp>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <io/text/csv_scanner.hpp>

namespace chiso_test {
namespace {
/// A count `x` and a decimal `y`.
const Model two = [] {
  ModelDraft draft{};
  draft.id = "two";
  draft.measures = {{"x", measure(MeasureType::count)}, {"y", measure(MeasureType::decimal)}};
  draft.criteria = {leaf("a", 2, rules::PerItem{.value = "x + y", .each = 1})};
  return Model::build(std::move(draft));
}();
/// `code line:column pointer: found` of every problem.
Lines places(std::string_view text, const ReadingOptions& options = {}, const Model& model = two) {
  std::vector<Problem> whole;
  problems_of([&] { parse_evidence(text, model, options); }, &whole);
  Lines out;
  for (const auto& problem : whole)
    out.push_back(problem.code() + " " + std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + " " +
                  problem.place.pointer + ": " + problem.found());
  return out;
}
/// The values of x, then those of y.
Lines values(std::string_view text, const ReadingOptions& options = {}) {
  const auto evidence = parse_evidence(text, two, options);
  Lines out;
  for (std::size_t measure = 0; measure < 2; ++measure)
    for (std::size_t row = 0; row < evidence.rows(); ++row)
      out.push_back(evidence.measure(measure).state(row) == State::value ? std::to_string(evidence.measure(measure).values[row]) : "none");
  return out;
}

TEST(Csv, FindsTheDelimiter) {
  EXPECT_EQ(values("unit,x,y\nA,1,2.5\n"), (Lines{"1", "250"}));
  EXPECT_EQ(values("unit;x;y\nA;1;2,5\n", {.decimal = ','}), (Lines{"1", "250"}));
  EXPECT_EQ(values("unit\tx\ty\nA\t1\t2.5\n"), (Lines{"1", "250"}));
  const ReadingOptions ignore{.unknown_columns = UnknownColumns::ignore};
  EXPECT_EQ(values("unit;a,b,c,d,e;x;y\nA;-;1;2\n", ignore),
            (Lines{"1", "200"}));  // by the names that the model knows, not by the number of marks
  EXPECT_EQ(values("\"unit\",\"x;z;z\",x,y\nA,-,1,2\n", ignore), (Lines{"1", "200"}));
  EXPECT_EQ(
      values("Đơn vị;Số, tổng\nA;1\n", {.rename = {{"Đơn vị", "unit"}, {"Số, tổng", "x"}}, .absent_measures = AbsentMeasures::missing}),
      (Lines{"1", "none"}));
  EXPECT_EQ(values("unit,\"a long name of a column in \"\"quotes\"\"\",x,y\nA,-,1,2", ignore), (Lines{"1", "200"}));
  EXPECT_EQ(values("unit|x|y\nA|1|2", {.delimiter = '|'}), (Lines{"1", "200"}));
}
TEST(Csv, AcceptsAnyLineEndsAndAByteOrderMark) {
  for (const char* text :
       {"unit,x,y\nA,1,2\nB,3,4\n", "unit,x,y\r\nA,1,2\r\nB,3,4\r\n", "unit,x,y\rA,1,2\rB,3,4\r", "unit,x,y\nA,1,2\nB,3,4",
        "\xEF\xBB\xBFunit,x,y\nA,1,2\nB,3,4\n", "\nunit,x,y\n\nA,1,2\n\r\n\nB,3,4\n\n\n,,\n\n"})
    EXPECT_EQ(values(text), (Lines{"1", "3", "200", "400"})) << text;
}
TEST(Csv, ReadsQuotedCells) {
  const auto evidence = parse_evidence("unit,x,y\r\n\"Xã \"\"A\"\", huyện\r\nB\",\"1\",\"2.5\"\r\n\"\",\"\",\r\n", two);
  ASSERT_EQ(evidence.rows(), 1U);
  EXPECT_EQ(evidence.unit(0), "Xã \"A\", huyện B");  // a line break in a name is a blank
  EXPECT_EQ(values("unit,x,y\nA,1,\"2,5\"\n", {.decimal = ','}), (Lines{"1", "250"}));
  EXPECT_EQ(values("unit,x,y\nA,\"1,234\",\"2\"\n", {.thousands = ','}), (Lines{"1234", "200"}));
}
TEST(Csv, TrimsAndComposes) {
  const auto evidence =
      parse_evidence(" unit ,x,\xC2\xA0y\n  Xa\xCC\x83 A\xE3\x80\x80,\t1 ,\xC2\xA0kh\x6F\xCC\x82ng a\xCC\x81p du\xCC\xA3ng\n", two);
  EXPECT_EQ(evidence.unit(0), "Xã A");
  EXPECT_EQ(evidence.measure(0).values[0], 1);
  EXPECT_EQ(evidence.measure(1).state(0), State::not_applicable);
}
TEST(Csv, ReportsThePlacesOfBadCells) {
  EXPECT_EQ(places("unit,x,y\nA,1,2\n\nXã B,n/a,\"3\"\r\n\"Xã\nC\",1,q\n,2,3\n"),
            (Lines{"cell.number 4:6 /1/x: n/a", "cell.number 6:6 /2/y: q", "unit.empty 7:1 /3/unit: a blank"}));
  EXPECT_EQ(places("\xEF\xBB\xBFunit,x,y\r\n,,\r\nA,-1,2.555\r\n"), (Lines{"cell.min 3:3 /1/x: -1", "cell.decimals 3:6 /1/y: 2.555"}));
  EXPECT_EQ(places("unit,x,y\nA,1,2\nA,1,2\n"), Lines{"row.duplicate 3:1 /1/unit: A, final"});
}
TEST(Csv, LimitsTheListOfProblems) {
  std::string text = "unit,x,y\n";
  for (int i = 0; i < 50; ++i) text += "u" + std::to_string(i) + ",bad,1\n";
  try {
    parse_evidence(text, two, {.most_problems = 3});
    FAIL();
  } catch (const EvidenceError& error) {
    EXPECT_EQ(error.total(), 50U);
    ASSERT_EQ(error.problems().size(), 3U);
    EXPECT_EQ(error.problems()[2].place.line, 4U);
  }
}
/// Absent cells take no memory, however many rows lack them.
TEST(Csv, CountsButDoesNotStoreRowsThatLackMostCells) {
  std::string text = "unit,x,y";
  for (int i = 0; i < 1000; ++i) text += ",c" + std::to_string(i);
  for (int i = 0; i < 1100; ++i) text += "\nA";
  try {
    parse_evidence(text, two, {.unknown_columns = UnknownColumns::ignore, .most_problems = 10'000});
    FAIL();
  } catch (const EvidenceError& error) {
    const auto& problems = error.problems();
    const auto reported = [&](std::string_view code) {
      return std::count_if(problems.begin(), problems.end(), [&](const Problem& problem) { return problem.code() == code; });
    };
    EXPECT_EQ(reported("row.length"), 1100);
    EXPECT_EQ(reported("problems.limit"), 1);
    EXPECT_EQ(error.total(), problems.size());
  }
}
TEST(LineCounter, GoesBackIfItMust) {
  LineCounter lines("ab\ncd");
  EXPECT_EQ(lines.of(4).line, 2U);
  const auto [line, column] = lines.of(1);
  EXPECT_EQ(line, 1U);
  EXPECT_EQ(column, 2U);
}
/// The hints of a table of two columns, x and y.
Lines hints(std::string_view text, const ReadingOptions& options = {}, const Model& model = two) {
  std::vector<Problem> whole;
  problems_of([&] { parse_evidence(text, model, options); }, &whole);
  Lines out;
  for (const auto& problem : whole) out.push_back(problem.suggestion());
  return out;
}
TEST(Csv, SuggestsTheMarksThatANumberWasMeantToHave) {
  EXPECT_EQ(hints("unit;x;y\nA;1;95,51\n"), Lines{"95.51, read with decimal ','"});
  EXPECT_EQ(hints("unit;x;y\nA;1;-1.234,5\n"), Lines{"-1234.5, read with decimal ',' and thousands '.'"});
  EXPECT_EQ(hints("unit;x;y\nA;1.234;7\n"), Lines{"1234, read with decimal ',' and thousands '.'"});
  EXPECT_EQ(hints("unit;x;y\nA;1;95.51\n", {.decimal = ','}), Lines{"95,51, read with decimal '.'"});
  EXPECT_EQ(hints("unit;x;y\nA;1;95.51\n", {.decimal = ',', .thousands = '.'}),
            Lines{"95,51, read with decimal '.' and no thousands mark"});
  EXPECT_EQ(hints("unit;x;y\nA;1 234;1,234.5\n"), (Lines{"1234, read with thousands ' '", "1234.5, read with thousands ','"}));
  // If numbers were read with the given mark, another mark would not help them.
  EXPECT_EQ(hints("unit;x;y\nA;1;95,51\nB;1;95.51\n"), Lines{"95.51"});
  EXPECT_EQ(hints("unit;x;y\nA;1,234;95.51\n"), Lines{"1234, read with thousands ','"});
  // There is no hint if no mark makes it a number that the measure accepts.
  for (const char* cell : {"n/a", "95,512", "1.2.3", "12,34,5", "-", ",5", "0.123", "1,234,5", "10000.000.000.000.000.000"})
    EXPECT_EQ(hints("unit;x;y\nA;1;" + std::string(cell) + "\n"), Lines{""}) << cell;
  EXPECT_EQ(hints("unit;x;y\nA;0.123;45.125\n"), (Lines{"", ""}));
}
TEST(Csv, MakesSuggestionsOnlyForTheFirstNames) {
  ModelDraft draft{};
  draft.id = "blocks";
  draft.measures = {{"x", measure(MeasureType::count)}};
  draft.criteria = {leaf("a", 2, rules::PerItem{.value = "x", .each = 1})};
  draft.blocks.emplace();
  std::string text = "unit,block,x\n";
  for (int i = 0; i < 5000; ++i) {
    const auto number = std::to_string(i);
    if (i < 100) draft.blocks->push_back({"block " + number});
    text += "u" + number + ",blok " + number + ",1\n";
  }
  const auto all = hints(text, {.most_problems = 5000}, Model::build(std::move(draft)));
  ASSERT_EQ(all.size(), 5000U);
  EXPECT_EQ(std::count_if(all.begin(), all.end(), [](const auto& hint) { return !hint.empty(); }), 1000);
}
TEST(Csv, NamesOtherRowsByTheirLines) {
  std::vector<Problem> whole;
  problems_of([&] { parse_evidence("unit,x,y\n\nA,1,2\n\"B\n\",1,2\nA,1,2\nB,3,4\n", two); }, &whole);
  ASSERT_EQ(whole.size(), 2U);
  EXPECT_EQ(whole[0].expected(), "one row for each unit, period and track; the same is in line 3");
  EXPECT_EQ(whole[1].expected(), "one row for each unit, period and track; the same is in line 4");
}
TEST(Csv, ReportsRowsOfTheWrongLength) {
  EXPECT_EQ(places("unit,x,y\nA,1\nB,2,3\nC,1,2,3\nD,bad,1\n"),
            (Lines{"row.length 2:1 /0: 2 cells", "row.length 4:1 /2: 4 cells", "cell.number 5:3 /3/x: bad"}));
  EXPECT_EQ(values("unit,x,y\nA,1,2\n,\n,,,,\n   \n"), (Lines{"1", "200"}));  // nothing filled: skipped
}
TEST(Csv, RefusesTooManyColumns) {
  const ReadingOptions ignore{.unknown_columns = UnknownColumns::ignore};
  const std::string most = "unit,x,y" + std::string(100'000 - 3, ',') + "\nA,1,2" + std::string(100'000 - 3, ',') + "\n";
  EXPECT_EQ(values(most, ignore), (Lines{"1", "200"}));
  EXPECT_EQ(places("," + most, ignore), (Lines{"columns.limit 1:1 : 100001 columns"}));
  // Such a row is counted to its end, even if its cells are blank.
  EXPECT_EQ(places("unit,x,y\nA,1,2\n" + std::string(200'000, ',') + "3\n"), (Lines{"row.length 3:1 /1: 200001 cells"}));
}
TEST(Csv, ReportsBrokenQuotes) {
  EXPECT_EQ(places("unit,x,y\nA \"b\",1,2\n\"C\"d,1,2\n\"E,1,2\n"),
            (Lines{"csv.quote 2:3 /0/unit: a quote within a cell", "csv.quote 3:4 /1/unit: a quote within a cell",
                   "csv.unclosed 4:1 /2/unit: a quote that is not closed"}));
  EXPECT_EQ(places("unit,\"x,y\nA,1,2"), Lines{"csv.unclosed 1:6 : a quote that is not closed"});
}
TEST(Csv, ChecksTheNamesOfColumns) {
  EXPECT_EQ(places("unit,x,z\nA,1,2\n"), (Lines{"column.absent 1:1 /columns/y: no column y", "column.unknown 1:8 /columns/z: z"}));
  EXPECT_EQ(values("unit,x,z\nA,1,2\n", {.unknown_columns = UnknownColumns::ignore, .absent_measures = AbsentMeasures::missing}),
            (Lines{"1", "none"}));
  EXPECT_EQ(places("unit,x,y,x\nA,1,2,3\n"), Lines{"column.duplicate 1:10 /columns/x: x"});
  EXPECT_EQ(places("unit,x,y,,\nA,1,2,,\nB,1,2,,3\n"), Lines{"column.unnamed 3:8 /1/: 3"});
}
TEST(Csv, RenamesColumns) {
  EXPECT_EQ(values("Tên,số,y\nA,1,2\n", {.rename = {{"Tên", "unit"}, {"số", "x"}}}), (Lines{"1", "200"}));
  std::vector<Problem> whole;
  const std::string in_lines = "\"tên\nĐơn vị\",x,y\nA,1,2\n";  // only the first line of a head is the name
  EXPECT_EQ(values(in_lines, {.rename = {{"tên", "unit"}}}), (Lines{"1", "200"}));
  EXPECT_EQ(values(in_lines, {.rename = {{"tên\nĐơn vị", "unit"}}}), (Lines{"1", "200"}));
  // The whole head takes precedence over its first line, in whichever order they are given.
  EXPECT_EQ(values("unit,\"a\n1\",\"a\n2\"\nA,1,2\n", {.rename = {{"a", "x"}, {"a\n2", "y"}}}), (Lines{"1", "200"}));
  EXPECT_EQ(places("unit,x,\"yy\nSố\"\nA,1,2\n"),
            (Lines{"column.absent 1:1 /columns/y: no column y", "column.unknown 1:8 /columns/yy Số: yy"}));
  EXPECT_EQ(places("unit,x,y\nA,1,2\n", {.rename = {{"units", "unit"}}}), Lines{"rename.absent 1:1 /columns/units: units"});
  problems_of([&] { parse_evidence("unit,x,y\nA,1,2\n", two, {.rename = {{"units", "unit"}}}); }, &whole);
  EXPECT_EQ(whole.at(0).suggestion(), "unit");
  EXPECT_EQ(places("unit,x,y,z\nA,1,2,3\n", {.rename = {{"z", "x"}}}), Lines{"column.duplicate 1:10 /columns/x: x"});
  EXPECT_EQ(places("unit,x,z\nA,1,2\n", {.rename = {{"z", "y"}, {"z", "x"}}}), Lines{"rename.duplicate 1:1 /columns/z: z"});
}
TEST(Csv, ReadsMissingWords) {
  EXPECT_EQ(values("unit,x,y\nA,-,n/a\n", {.missing_words = {" - ", "n/a"}}), (Lines{"none", "none"}));
  EXPECT_EQ(places("unit,x,y\nA,-,n/a\n"), (Lines{"cell.number 2:3 /0/x: -", "cell.number 2:5 /0/y: n/a"}));
}
TEST(Csv, RefusesFilesThatAreNotText) {
  EXPECT_EQ(places(""), Lines{"table.empty 1:1 : no line of text"});
  EXPECT_EQ(places("\xEF\xBB\xBF\n\n"), Lines{"table.empty 1:1 : no line of text"});
  EXPECT_EQ(places("\xFF\xFEu\0n\0"), Lines{"text.utf16 1:1 : text in UTF-16"});
  EXPECT_EQ(places("unit,x,y\nX\xE3,1,2\nXã\xC0\xAF,\xED\xA0\x80,2"),
            (Lines{"text.utf8 2:2 : the byte 0xE3", "text.utf8 3:3 : the byte 0xC0", "text.utf8 3:5 : the byte 0xED"}));
  EXPECT_EQ(places("unit,x,y\n\xF0\x9F\x98\x80,1,2\n\xF0\x8F\xBF\xBF,1,2\n\xF4\x90\x80\x80,1,2\n\xF0\x9F\x98,1,2"),
            (Lines{"text.utf8 3:1 : the byte 0xF0", "text.utf8 4:1 : the byte 0xF4", "text.utf8 5:1 : the byte 0xF0"}));
  EXPECT_EQ(places(std::string_view("unit,x,y\nA\0B,1,2", 16)), Lines{"text.nul 2:2 : a NUL character"});
  EXPECT_EQ(parse_evidence("unit,x,y\n", two).rows(), 0U);
}
TEST(Csv, RefusesReadingOptionsThatContradictEachOther) {
  EXPECT_THROW(parse_evidence("unit,x,y\n", two, {.decimal = ',', .thousands = ','}), Error);
  EXPECT_THROW(parse_evidence("unit,x,y\n", two, {.delimiter = '"'}), Error);
  EXPECT_THROW(parse_evidence("unit,x,y\n", two, {.delimiter = '\n'}), Error);
}
TEST(Csv, ReportsAFileThatDoesNotExist) { EXPECT_THROW(read_evidence("no/such/file.csv", two), Error); }

#if defined(CHISO_EXAMPLES)
TEST(Csv, ReadsTheExample) {
  const std::filesystem::path examples = CHISO_EXAMPLES;
  const auto model = load_model(examples / "models/commune_reform_index.json");
  const auto evidence = read_evidence(examples / "data/communes.csv", model, {.decimal = ','});
  EXPECT_EQ(evidence.rows(), 191U);
  EXPECT_EQ(evidence.units().size(), 42U);
  EXPECT_EQ(evidence.periods().size(), 2U);
  EXPECT_EQ(evidence.unit(0), "Xã Mẫu 01");
  EXPECT_EQ(evidence.measure(model.measures().find("capital_paid").value()).values[0], 80553);
  EXPECT_TRUE(evidence.stated(model.nodes()[model.node("findings")].item));
}
#endif
}
}
