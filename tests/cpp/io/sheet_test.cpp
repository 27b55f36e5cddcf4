#include "../evidence/tables.hpp"
#include <chiso/core/error.hpp>
#include <chiso/io/describe/evidence_sheet.hpp>
#include <chiso/io/read/sheet.hpp>
#include <gtest/gtest.h>

namespace chiso_test {
namespace {
using Kind = SheetCell::Kind;
SheetCell text(std::string_view shown) { return {.kind = Kind::text, .text = shown}; }
SheetCell number(double value) { return {.kind = Kind::number, .number = value}; }
SheetCell percent(double value) { return {.kind = Kind::percent, .number = value}; }
SheetCell truth(bool value) { return {.kind = Kind::truth, .number = value ? 1.0 : 0.0}; }

Model model_with(std::optional<Decimal> max = {}, std::optional<Text> measured_in = {}) {
  auto draft = table_draft();
  draft.measures[1].second.max = max;
  draft.measures[1].second.measured_in = std::move(measured_in);
  return Model::build(std::move(draft));
}
using Rows = std::vector<std::vector<SheetCell>>;
SheetReader reader_of(const Rows& rows, const Model& model = model_with(), std::size_t first = 1, ReadingOptions options = {}) {
  SheetReader reader(model, std::move(options), "Sheet1");
  reader.expect_rows(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) reader.row(first + i, rows[i]);
  return reader;
}
const std::vector<SheetCell> heads{text("unit"), text("block"), text("cases"), text("score"), text("plan"), text("funded")};
std::vector<SheetCell> row(std::string_view unit, SheetCell cases, SheetCell score) {
  return {text(unit), text("b"), cases, score, text("late"), truth(true)};
}
std::vector<std::string> told(const Rows& rows, const Model& model = model_with(), std::size_t first = 1) {
  std::vector<std::string> out;
  try {
    reader_of(rows, model, first).build();
  } catch (const EvidenceError& error) {
    for (const auto& problem : error.problems()) out.push_back(problem.code() + " " + sheet_cell(problem.place));
  }
  return out;
}
using Strings = std::vector<std::string>;

TEST(Sheet, MeansWhatAFileMeans) {
  const auto model = model_with();
  const auto of_file = parse_evidence("unit,block,cases,score,plan,funded\nA,b,3,1.5,late,yes\n7,b,4,2,late,yes\n", model);
  const auto seven = std::vector{number(7), text("b"), number(4), text(" 2 "), text("late"), text("yes")};
  EXPECT_EQ(reader_of({heads, row("A", number(3), number(1.5)), seven}, model).build(), of_file);
  const Rows spread{{}, {SheetCell{}, text("  ")}, heads, {}, row("A", number(3), number(1.5)), {text("")}, seven, {}};
  EXPECT_EQ(reader_of(spread, model).build(), of_file);
}
TEST(Sheet, ProblemsNameSheetAndCell) {
  EXPECT_EQ(told({heads, row("A", number(-1), number(1)), row("A", number(1), text("x"))}),
            (Strings{"cell.min Sheet1!C2", "row.duplicate Sheet1!A3", "cell.number Sheet1!D3"}));
  EXPECT_EQ(told({heads, row("A", {.kind = Kind::formula}, {.kind = Kind::moment, .text = "12:30:00"})}),
            (Strings{"cell.formula Sheet1!C2", "cell.type Sheet1!D2"}));
  EXPECT_EQ(told({{text("unit"), text("cases")}}, model_with(), 5)[0], "column.absent Sheet1!5:5");
  EXPECT_EQ(told({}), Strings{"table.empty Sheet1"});
  auto longer = row("A", number(1), number(1));
  longer.push_back(number(5));
  EXPECT_EQ(told({heads, longer}), Strings{"row.length Sheet1!2:2"});
}
TEST(Sheet, APercentCellIsWhatTheMeasureSays) {
  const auto is_shown = [](const Model& model) {
    return reader_of({heads, row("A", number(1), percent(0.0218))}, model).build() ==
           reader_of({heads, row("A", number(1), number(2.18))}, model).build();
  };
  EXPECT_TRUE(is_shown(model_with(100)));
  EXPECT_TRUE(is_shown(model_with({}, Text("%"))));
  EXPECT_TRUE(is_shown(model_with(5, Text("% of dossiers"))));
  EXPECT_EQ(told({heads, row("A", number(1), percent(0.9218))}, model_with(120)), Strings{"cell.percent Sheet1!D2"});
  EXPECT_EQ(told({heads, row("A", percent(0.5), number(1))}), Strings{"cell.percent Sheet1!C2"});
  EXPECT_EQ(told({heads, row("A", number(1), percent(0.9218))}, model_with(1)), Strings{"cell.decimals Sheet1!D2"});  // as it is stored
}
TEST(Sheet, AHeadTellsTheDecimalMarkOfTexts) {
  auto with_mark = heads;
  with_mark[0] = text("unit\nĐơn vị\nDấu thập phân: ,");
  const auto model = model_with();
  EXPECT_EQ(reader_of({with_mark, row("A", number(3), text("1,5"))}, model).build(),
            reader_of({heads, row("A", number(3), number(1.5))}, model).build());
}
TEST(Sheet, SaysWhereCellsOfItsEvidenceStand) {
  auto reader = reader_of({heads, {}, row("A", number(1), number(1)), {}, row("B", number(1), number(1))}, model_with(), 3);
  EXPECT_TRUE(reader.names_units());
  EXPECT_EQ(reader.rows(), 2U);
  reader.build();
  const auto places = reader.places_of(std::vector<EvidenceCell>{{0, 1}, {1, EvidenceCell::none}});
  EXPECT_EQ(sheet_cell(places[0]), "Sheet1!D5");
  EXPECT_EQ(sheet_cell(places[1]), "Sheet1!7:7");
  EXPECT_THROW(reader.places_of(std::vector<EvidenceCell>{{2, 0}}), ShapeError);
  EXPECT_FALSE(reader_of({{text("notes")}}).names_units());
  EXPECT_TRUE(reader_of({{text("Office")}}, model_with(), 1, {.rename = {{"Office", "unit"}}}).names_units());
}
TEST(Sheet, NamesOfSheetsAreQuotedAsSpreadsheetsDo) {
  const auto of = [](const char* sheet, std::size_t row, std::size_t column) {
    Place place;
    place.sheet = sheet, place.row = row, place.column = column;
    return sheet_cell(place);
  };
  EXPECT_EQ(of("Bảng", 1, 26), "Bảng!Z1");
  EXPECT_EQ(of("Bảng 1", 12, 27), "'Bảng 1'!AA12");
  EXPECT_EQ(of("it's", 1, 702), "'it''s'!ZZ1");
  EXPECT_EQ(of("2024", 1, 703), "'2024'!AAA1");
  EXPECT_EQ(of("a", 0, 0), "a");
  EXPECT_EQ(of("", 1, 1), "");
}
TEST(Sheet, ColumnsOfAnEmptySheetSayWhatTheyTake) {
  const auto columns = evidence_sheet_columns(model_with(5), {.language = Text::Language::en, .columns = SheetColumns::measures});
  Strings names;
  for (const auto& column : columns) names.push_back(column.name);
  EXPECT_EQ(names, (Strings{"unit", "block", "period", "track", "ranked", "cases", "score", "plan", "funded"}));
  EXPECT_EQ(columns[0].mark, "Decimal mark: .");
  EXPECT_EQ(columns[5].least, Decimal(0));
  EXPECT_EQ(columns[6].most, Decimal(5));
  EXPECT_EQ(columns[8].words, (Strings{"yes", "no"}));
  EXPECT_EQ(columns[8].not_applicable, "not_applicable");
}
}
}
