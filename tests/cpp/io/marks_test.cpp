#include "../evidence/tables.hpp"
#include <chiso/io/read/evidence.hpp>
#include <chiso/io/read/records.hpp>
#include <gtest/gtest.h>

namespace chiso_test::of_marks {
namespace {
/// Counts `n` and `m`, a decimal `d` of three decimals, a share `p` measured in %, and a share `s` of which no unit is told.
const Model sheet = [] {
  ModelDraft draft{};
  draft.id = "sheet";
  auto percent = measure(MeasureType::decimal);
  percent.measured_in = Text("%");
  auto three = measure(MeasureType::decimal);
  three.decimals = 3;
  draft.measures = {{"n", measure(MeasureType::count)},
                    {"m", measure(MeasureType::count)},
                    {"d", three},
                    {"p", percent},
                    {"s", measure(MeasureType::decimal)}};
  draft.criteria = {leaf("a", 2, rules::PerItem{.value = "n + m + d + p + s", .each = 1})};
  return Model::build(std::move(draft));
}();
constexpr std::string_view heads = "unit;n;m;d;p;s\n";
/// The errors as `code line:column found -> expected`, then the warnings as `code pointer found -> expected`.
Lines problems(const std::string& rows, const ReadingOptions& options = {}, Text::Language language = Text::Language::en,
               std::string_view with_heads = heads) {
  Lines out;
  try {
    for (const auto& problem : parse_evidence(std::string(with_heads) + rows, sheet, options).warnings())
      out.push_back(problem.code() + " " + problem.place.pointer + " " + problem.found(language) + " -> " + problem.expected(language));
  } catch (const EvidenceError& error) {
    for (const auto& problem : error.problems()) {
      const auto& place = problem.place;
      out.push_back(problem.code() + " " + std::to_string(place.line) + ":" + std::to_string(place.column) + " " + problem.found(language) +
                    " -> " + problem.expected(language));
    }
  }
  return out;
}
std::string codes(const std::string& rows, const ReadingOptions& options = {}) {
  std::string out;
  for (const auto& line : problems(rows, options)) out += (out.empty() ? "" : " ") + line.substr(0, line.find(' '));
  return out;
}
std::int64_t first(const std::string& rows, std::size_t measure, const ReadingOptions& options = {}) {
  return parse_evidence(std::string(heads) + rows, sheet, options).measure(measure).values[0];
}
std::string suggested(const std::string& rows, Text::Language language = Text::Language::en) {
  std::vector<Problem> whole;
  problems_of([&] { parse_evidence(std::string(heads) + rows, sheet); }, &whole);
  return whole.empty() ? "" : whole[0].suggestion(language);
}

TEST(Marks, ACountThatCanBeReadInTwoWaysIsAnErrorThatNamesBoth) {
  EXPECT_EQ(problems("A;1.000;;;;\nB;500;;;;\n"),
            Lines{"cell.two_ways 2:3 1.000 -> 1000 or 1: tell whether the mark parts thousands or decimals"});
  EXPECT_EQ(problems("A;25.000;;;;\nB;;999.000;;;\n", {}, Text::Language::vi),
            (Lines{"cell.two_ways 2:3 25.000 -> 25000 hoặc 25: cần khai báo đó là dấu ngăn hàng nghìn hay dấu thập phân",
                   "cell.two_ways 3:4 999.000 -> 999000 hoặc 999: cần khai báo đó là dấu ngăn hàng nghìn hay dấu thập phân"}));
  EXPECT_EQ(codes("A;\"2.000\";4.000;;;\n"), "cell.two_ways cell.two_ways");
  // What is no such number, or wrong in both ways.
  for (const char* plain : {"1000", "1000.000", "0.000", "5.00", "5.0", "7.0000", "1.000000"})
    EXPECT_EQ(codes(std::string("A;") + plain + ";;;;\n"), "") << plain;
  EXPECT_EQ(codes("A;1.138;;;;\n"), "cell.decimals");
  EXPECT_EQ(codes("A;-1.000;;;;\n"), "cell.min");
  EXPECT_EQ(codes("A;1,000;;;;\n"), "cell.number");
}
TEST(Marks, ADecimalIsReadAndWarnedOf) {
  EXPECT_EQ(problems("A;1;;1.500;;\nB;2;;12.250;;\nC;;;7;;\n"),
            Lines{"measure.two_ways /columns/d 1.500 and 1 more -> to be told that it is 1.5, as it was read, and not 1500"});
  EXPECT_EQ(problems("A;1;;;92.000;\n", {}, Text::Language::vi),
            Lines{"measure.two_ways /columns/p 92.000 -> khai báo rõ đó là 92, như đã đọc, chứ không phải 92000"});
  EXPECT_EQ(first("A;1;;1.500;;\n", 2), 1500);
  EXPECT_EQ(codes("A;1;;-1.500;;\n"), "measure.two_ways");
}
TEST(Marks, AreKnownOnceTheyAreTold) {
  const std::string two = "A;1.000;;1.500;;\n";
  EXPECT_EQ(codes(two), "cell.two_ways");
  EXPECT_EQ(codes(two, {.decimal = '.'}), "");
  EXPECT_EQ(first(two, 0, {.decimal = '.'}), 1);
  EXPECT_EQ(first(two, 0, {.decimal = ',', .thousands = '.'}), 1000);
  EXPECT_EQ(codes(two, {.thousands = ' '}), "");
  EXPECT_EQ(problems("A;1.000;;1.500;;\n", {}, Text::Language::en, "\"unit\nDecimal mark: .\";n;m;d;p;s\n"), Lines{});
}
TEST(Marks, AreKnownOnceAnotherNumberShowsThem) {
  for (const char* shown : {";;1.5;;", ";;1.25;;", ";;0.125;;", ";;1000.125;;", ";5.00;;;", ";;;92.5 %;"})
    EXPECT_EQ(codes("A;1.000;;;;\nB" + std::string(";") + shown + "\n"), "") << shown;
  for (const char* hidden : {";7;;;", ";;0;;", ";;2.500;;", ";;không áp dụng;;"})
    EXPECT_EQ(codes("A;1.000;;;;\nB" + std::string(";") + hidden + "\n"), "cell.two_ways") << hidden;
  // A number that is wrong by the marks of the table shows them as well: once it is read, the others are.
  for (const char* other : {";1.234.567;;;", ";;1.234,5;;", ";;1,5;;"})
    EXPECT_EQ(codes("A;1.000;;;;\nB" + std::string(";") + other + "\n"), "cell.number") << other;
}
TEST(Marks, AreLookedForInRecordsToo) {
  const auto codes_of = [](std::string_view text) {
    std::vector<Problem> whole;
    problems_of([&] { parse_records(text, sheet, {.absent_measures = AbsentMeasures::missing}); }, &whole);
    return whole.empty() ? "" : whole[0].code();
  };
  EXPECT_EQ(codes_of(R"([{"unit": "A", "n": "1.000"}])"), "cell.two_ways");
  EXPECT_EQ(codes_of(R"([{"unit": "A", "n": 1.000}])"), "");  // a number has one way
}
TEST(Marks, EveryKindOfBlankPartsThousandsOnceOneWasTold) {
  for (const char* blank : {" ", "\u00A0", "\u202F", "\u2009", "\u2007", "\u3000"}) {
    const auto row = "A;1" + std::string(blank) + "234" + blank + "567;;;;\n";
    EXPECT_EQ(first(row, 0, {.thousands = ' '}), 1'234'567) << row;
    EXPECT_EQ(codes(row), "cell.number");
    EXPECT_EQ(suggested(row), "1234567, read with thousands ' '");
  }
  EXPECT_EQ(codes("A;1\u00A0\u00A0234;;;;\n", {.thousands = ' '}), "cell.number");
  EXPECT_EQ(codes("A;12\u00A034;;;;\n", {.thousands = ' '}), "cell.number");
  EXPECT_EQ(first("A;;;1\u00A0234,5;;\n", 2, {.decimal = ',', .thousands = ' '}), 1'234'500);
}
TEST(Marks, APercentSignIsReadWhereTheUnitIsPercent) {
  for (const char* cell : {"92.18%", "92.18 %", "92.18\u00A0%"}) EXPECT_EQ(first("A;;;;" + std::string(cell) + ";\n", 3), 9218) << cell;
  EXPECT_EQ(first("A;;;;92,18%;\n", 3, {.decimal = ','}), 9218);
  EXPECT_EQ(suggested("A;;;;92,18%;\n"), "92.18, read with decimal ','");
  EXPECT_EQ(codes("A;;;;;92.18%\n"), "cell.number");
  EXPECT_EQ(suggested("A;;;;;92.18%\n"), "92.18, without the sign %");
  EXPECT_EQ(suggested("A;;;;;92.18 %\n", Text::Language::vi), "92.18, không ghi dấu %");
  for (const char* cell : {"%", "không áp dụng%", "92%%", "x%"})
    EXPECT_EQ(codes("A;;;;" + std::string(cell) + ";\n"), "cell.number") << cell;
}
TEST(Marks, TheThousandsMarkAloneAsksForTheDecimalMark) {
  try {
    parse_evidence("unit;n;m;d;p;s\nA;1.000;;;;\n", sheet, {.thousands = '.'});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.problems().at(0).expected(),
              "another mark than that of decimals, which is '.' unless it is told too, as by decimal ','");
  }
}
}
}
