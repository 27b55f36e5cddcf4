#include "../evidence/tables.hpp"
#include <chiso/io/read/evidence.hpp>
#include <gtest/gtest.h>

namespace chiso_test::of_csv_heads {
namespace {
/// Dossiers `received` and `resolved`.
const Model sheet = [] {
  ModelDraft draft{};
  draft.id = "sheet";
  draft.measures = {{"received", measure(MeasureType::count)}, {"resolved", measure(MeasureType::count)}};
  draft.criteria = {leaf("a", 2, rules::PerItem{.value = "received + resolved", .each = 1})};
  return Model::build(std::move(draft));
}();
Lines problems(const std::string& text, const ReadingOptions& options = {}, Text::Language language = Text::Language::en) {
  std::vector<Problem> whole;
  problems_of([&] { parse_evidence(text, sheet, options); }, &whole);
  Lines out;
  for (const auto& problem : whole)
    out.push_back(problem.code() + " " + std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + " row " +
                  std::to_string(problem.place.row) + ": " + problem.found(language) + " -> " + problem.expected(language));
  return out;
}
/// The units with both figures.
Lines read_rows(const std::string& text, const ReadingOptions& options = {}) {
  const auto evidence = parse_evidence(text, sheet, options);
  Lines out;
  for (std::size_t row = 0; row < evidence.rows(); ++row)
    out.push_back(std::string(evidence.unit(row)) + " " + std::to_string(evidence.measure(0).values[row]) + " " +
                  std::to_string(evidence.measure(1).values[row]));
  return out;
}
const Lines both{"A 7 5", "B 9 8"};
const std::string rows = "A;7;5\nB;9;8\n";
const std::string heads_and_rows = "unit;received;resolved\n" + rows;

TEST(CsvHeads, BelowTheFirstLineAreOneProblemThatSaysWhere) {
  EXPECT_EQ(problems("SỐ LIỆU NĂM 2024\n" + heads_and_rows), Lines{"heads.below 2:1 row 0: the heads in line 2: unit, received, resolved "
                                                                   "-> them in the first line, or to be told: --header-line 2"});
  EXPECT_EQ(
      problems("SỐ LIỆU NĂM 2024;;\n;;\n(Kèm theo báo cáo);;\n" + heads_and_rows, {}, Text::Language::vi),
      Lines{"heads.below 4:1 row 0: tên cột ở dòng 4: unit, received, resolved -> tên cột ở dòng đầu, hoặc khai báo: --header-line 4"});
  EXPECT_EQ(problems("Đơn vị;Số hồ sơ;\nunit;received;resolved\n" + rows).at(0).substr(0, 15), "heads.below 2:1");
  // Heads of two lines: the names stand in both.
  EXPECT_EQ(
      problems("SỐ LIỆU\nunit;Hồ sơ;\n;received;resolved\n" + rows).at(0),
      "heads.below 2:1 row 0: the heads in line 2-3: unit, received, resolved -> them in the first line, or to be told: --header-line 2-3");
  EXPECT_EQ(problems("unit;Hồ sơ;\n;received;resolved\n" + rows).at(0).substr(0, 45), "heads.below 1:1 row 0: the heads in line 1-2:");
  // Another delimiter than the title has.
  EXPECT_EQ(problems("Số liệu, năm 2024; quý I\nunit,received,resolved\nA,7,5\n").at(0).substr(0, 15), "heads.below 2:1");
  // The title is a cell of several lines.
  EXPECT_EQ(problems("\"SỐ LIỆU\nNĂM 2024\";;\n" + heads_and_rows).at(0).substr(0, 15), "heads.below 3:1");
  // Renamed heads count.
  EXPECT_EQ(
      problems("SỐ LIỆU\nĐơn vị;Đã nhận;resolved\n" + rows, {.rename = {{"Đơn vị", "unit"}, {"Đã nhận", "received"}}}).at(0).substr(0, 15),
      "heads.below 2:1");
  // Where no line knows more names, the first one is the line of heads.
  EXPECT_EQ(problems("unit;received\nA;7\n").at(0).substr(0, 13), "column.absent");
  EXPECT_EQ(problems("Đơn vị;Chỉ tiêu;Giá trị\nA;received;7\nA;resolved;5\n").at(0).substr(0, 13), "column.absent");
  EXPECT_EQ(problems(std::string(20, 'x') + "\n" + std::string("t\n") + heads_and_rows).size(), 1U);
  EXPECT_EQ(problems("unit;grade\nA;received\nresolved;x\n").at(0).substr(0, 13), "column.absent");
  std::string far;
  for (int i = 0; i < 20; ++i) far += "title\n";
  EXPECT_EQ(problems(far + heads_and_rows).at(0).substr(0, 13), "column.absent");
}
TEST(CsvHeads, AreReadWhereTheOptionsSay) {
  EXPECT_EQ(read_rows("SỐ LIỆU NĂM 2024\n" + heads_and_rows, {.header_line = 2}), both);
  EXPECT_EQ(read_rows("SỐ LIỆU; NĂM\r\n\r\nx\r\nunit,received,resolved\r\nA,7,5\r\nB,9,8\r\n", {.header_line = 4}), both);
  EXPECT_EQ(read_rows("title\runit;received;resolved\rA;7;5\rB;9;8", {.header_line = 2}), both);
  EXPECT_EQ(read_rows("\"a\nb\";;\n" + heads_and_rows, {.header_line = 3}), both);
  EXPECT_EQ(read_rows(heads_and_rows, {.header_line = 1}), both);
  EXPECT_EQ(read_rows("title\nunit;Hồ sơ;\n;received;resolved\n" + rows, {.header_line = 2, .header_lines = 2}), both);
  EXPECT_EQ(read_rows("unit;received;\nĐơn vị;Đã nhận;resolved\n" + rows, {.header_lines = 2}), both);  // the first name that is known
  EXPECT_EQ(read_rows("unit;Hồ sơ;\n;Đã nhận;Đã giải quyết\n" + rows,
                      {.header_lines = 2, .rename = {{"Đã nhận", "received"}, {"Đã giải quyết", "resolved"}}}),
            both);
  EXPECT_EQ(problems(heads_and_rows, {.header_line = 9}),
            Lines{"table.empty 1:1 row 0: no line of text -> a line with the names of the columns"});
  EXPECT_EQ(problems("t\nunit;received;resolved\nA;7\n", {.header_line = 2}),
            Lines{"row.length 3:1 row 3: 2 cells -> 3 cells, as in the line of the heads"});
}
TEST(CsvHeads, PlacesStayThoseOfTheFile) {
  EXPECT_EQ(problems("t\n\nunit;received;resolved\nA;7;x\n", {.header_line = 3}).at(0).substr(0, 24), "cell.number 4:5 row 4: x");
  EXPECT_EQ(problems("\"a\nb\"\nunit;received;\n;;resolved\nA;7;x\n", {.header_line = 3, .header_lines = 2}).at(0).substr(0, 24),
            "cell.number 5:5 row 4: x");
  EXPECT_EQ(problems("t\nunit;Hồ sơ;\n;received;resolv\nA;7;5\n", {.header_line = 2, .header_lines = 2}).at(1).substr(0, 36),
            "column.unknown 3:11 row 3: resolv ->");
}
TEST(CsvHeads, ALineThatNamesTheDelimiterIsNoHead) {
  EXPECT_EQ(read_rows("sep=;\n" + heads_and_rows), both);
  EXPECT_EQ(read_rows("SEP=,\r\nunit,received,resolved\r\nA,7,5\r\nB,9,8\r\n"), both);
  EXPECT_EQ(read_rows("\xEF\xBB\xBFsep=|\nunit|received|resolved\nA|7|5\nB|9|8\n"), both);
  EXPECT_EQ(read_rows("sep=\t\nunit\treceived\tresolved\nA\t7\t5\nB\t9\t8\n"), both);
  EXPECT_EQ(problems("sep=;\nunit;received;resolved\nA;7;x\n").at(0).substr(0, 15), "cell.number 3:5");
}
TEST(CsvHeads, TheLastRowsAreLeftOut) {
  const std::string total = "Tổng cộng;16;13\n;;\n\nNgười lập biểu;;\n;;\n";
  EXPECT_EQ(read_rows(heads_and_rows + total, {.skip_last = 2}), both);
  EXPECT_EQ(read_rows(heads_and_rows + "Tổng;16;bad;and more\n", {.skip_last = 1}), both);
  EXPECT_EQ(read_rows(heads_and_rows, {.skip_last = 1}), Lines{"A 7 5"});
  EXPECT_EQ(read_rows(heads_and_rows, {.skip_last = 2}), Lines{});
  EXPECT_EQ(read_rows(heads_and_rows, {.skip_last = 100}), Lines{});
  EXPECT_EQ(read_rows("t\nunit;Hồ sơ;\n;received;resolved\n" + rows + "\"Tổng\ncộng\";16;13\n",
                      {.header_line = 2, .header_lines = 2, .skip_last = 1}),
            both);
}

std::string utf16(std::string_view ascii, bool little) {
  std::string out;
  for (const char c : ascii) out += little ? std::string{c, '\0'} : std::string{'\0', c};
  return out;
}
TEST(CsvEncoding, IsReadAsTold) {
  for (const bool little : {true, false}) {
    const auto text = utf16(heads_and_rows, little);
    EXPECT_EQ(
        problems(text),
        Lines{"text.utf16 1:1 row 0: text in UTF-16 -> text in UTF-8 (spreadsheets save it as 'CSV UTF-8'), or the encoding utf-16 told"});
    EXPECT_EQ(read_rows(text, {.encoding = little ? "utf-16le" : "utf-16be"}), both);
    EXPECT_EQ(read_rows((little ? "\xFF\xFE" : "\xFE\xFF") + text, {.encoding = "UTF-16"}), both);
  }
  EXPECT_EQ(read_rows(utf16(heads_and_rows, true), {.encoding = "utf-16"}), both);  // as spreadsheets write it
  EXPECT_EQ(read_rows(heads_and_rows, {.encoding = "utf-8"}), both);
  // Windows-1258 has the tone marks as letters of their own: Xã Hòa.
  EXPECT_EQ(read_rows("unit;received;resolved\nX\x61\xDE H\x6F\xCC\x61;7;5\n", {.encoding = "windows-1258"}), Lines{"Xã Hòa 7 5"});
  EXPECT_EQ(read_rows("unit;received;resolved\n\xD0\xF4ng;7;5\n", {.encoding = "cp1258"}), Lines{"Đông 7 5"});
}
TEST(CsvEncoding, WhatIsNoTextInItIsNamedWithItsPlace) {
  EXPECT_EQ(problems("unit;received;resolved\nA\xD2;7;5\nB\xFF\xD3;7;5\n", {.encoding = "utf-8"}),
            Lines{"text.encoding 2:2 row 0: the byte 0xD2 -> text in utf-8"});
  EXPECT_EQ(problems(utf16("unit;", true) + std::string("\x00\xDC;\0", 4), {.encoding = "utf-16"}, Text::Language::vi),
            Lines{"text.encoding 1:6 row 0: byte 0x00 -> văn bản ở bảng mã utf-16"});
  EXPECT_EQ(problems(utf16("unit;", true) + "x", {.encoding = "utf-16le"}).size(), 1U);
  for (const char* unknown : {"latin-99", "UTF-8//IGNORE", "", " utf-8"}) {
    if (std::string_view(unknown).empty()) continue;
    EXPECT_THROW(parse_evidence(heads_and_rows, sheet, {.encoding = unknown}), Error) << unknown;
  }
  EXPECT_EQ(problems(std::string("unit;x\0y;z\n", 11)).at(0).substr(0, 8), "text.nul");  // one NUL is no UTF-16
}
}
}
