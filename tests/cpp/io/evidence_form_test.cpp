#include "../evidence/tables.hpp"
#include <chiso/core/error.hpp>
#include <chiso/io/describe/evidence_form.hpp>
#include <chiso/io/read/evidence.hpp>
#include <chiso/io/read/sheet.hpp>
#include <gtest/gtest.h>

namespace chiso_test::of_evidence_form {
namespace {
using Lines = std::vector<std::string>;
using Kind = SheetCell::Kind;

MeasureDraft labelled(MeasureType type, const char* vi, const char* en) {
  auto out = measure(type);
  out.about.label = Bilingual{vi, en};
  return out;
}
/// A group of two leaves that share a count, one of which takes stated points; a bonus; a measure that only a check reads.
Model model_of_forms(StatedPoints stated = StatedPoints::accept) {
  ModelDraft draft{};
  draft.id = "form";
  draft.title = Bilingual{"Chỉ số", "Index"};
  draft.tracks = {{"self", "final"}};
  draft.stated_points = stated;
  auto choice = labelled(MeasureType::choice, "Kế hoạch", "Plan");
  choice.options = {{"good"}, {"poor"}};
  draft.measures = {{"received", labelled(MeasureType::count, "Số hồ sơ", "Dossiers")},
                    {"rate", labelled(MeasureType::decimal, "Tỷ lệ", "Rate")},
                    {"plan", choice},
                    {"prizes", labelled(MeasureType::count, "Giải thưởng", "Prizes")},
                    {"sent", labelled(MeasureType::date, "Ngày gửi", "Sent on")}};
  draft.measures[1].second.measured_in = Text("%");
  draft.measures[1].second.max = 100;
  auto group = chiso::group("g", {leaf("a", 5, rules::PerItem{.value = "received * rate", .each = 1}),
                                  leaf("b", Decimal::parse("2.5").value(), rules::YesNo{.value = "plan == 'good' and received > 0"})});
  group.number = "1";
  draft.criteria = {group};
  draft.adjustments.bonus =
      SideDraft{.cap = 1, .entries = {{.id = "e", .points = 1, .rule = rules::PerItem{.value = "prizes", .each = 1}}}};
  return Model::build(std::move(draft));
}
const Model model = model_of_forms();

std::string shown(const FormLine& line) {
  auto out = std::string(name_of(line.kind)) + " " + std::to_string(line.depth) + " " + line.number + "|" + line.text + "|" +
             (line.points ? line.points->text() : "") + "|" + (line.to_fill ? line.to_fill->name : "") + "|" + line.measured_in;
  return out;
}
Lines lines_of(const Model& of, EvidenceSheetOptions options) {
  Lines out;
  for (const auto& line : evidence_form(of, options).lines) out.push_back(shown(line));
  return out;
}
/// The form as CSV with what is filled in, by the name in its line.
std::string filled(std::string text, const std::vector<std::pair<std::string, std::string>>& cells, char delimiter = ';') {
  for (const auto& [name, value] : cells) {
    const auto mark = std::string(1, delimiter);
    const auto in_percent = mark + name + mark + "%" + mark, plain = mark + name + mark + mark;
    const auto& found = text.find(in_percent) != text.npos ? in_percent : plain;
    EXPECT_NE(text.find(found), text.npos) << name;
    text.insert(text.find(found) + found.size(), value);
  }
  return text;
}

TEST(EvidenceForm, HasEachFigureOnceBelowTheFirstCriterionThatReadsIt) {
  EXPECT_EQ(
      lines_of(model, {.language = Text::Language::en}),
      (Lines{"name 0 |Unit||unit|", "name 0 |Block||block|", "name 0 |Period||period|", "name 0 |Track||track|", "name 0 |Ranked||ranked|",
             "heading 0 1|g|7.5||", "criterion 1 |a|5||", "figure 2 |Dossiers||received|", "figure 2 |Rate||rate|%",
             "figure 2 |Points, as the appraiser states them||points.a|", "criterion 1 |b|2.5||", "figure 2 |Dossiers (see above)|||",
             "figure 2 |Plan||plan|", "figure 2 |Points, as the appraiser states them||points.b|", "heading 0 |Bonus|||",
             "criterion 0 |e|1||", "figure 1 |Prizes||prizes|", "heading 0 |Other figures|||", "figure 1 |Sent on||sent|"}));
  const auto without = lines_of(model, {.language = Text::Language::vi, .columns = SheetColumns::measures});
  EXPECT_EQ(std::count_if(without.begin(), without.end(), [](const auto& line) { return line.find("points.") != line.npos; }), 0);
  EXPECT_EQ(without[9], "criterion 1 |b|2.5||");
  EXPECT_EQ(without[10], "figure 2 |Số hồ sơ (đã ghi ở trên)|||");
  EXPECT_EQ(evidence_form(model, {.language = Text::Language::en}).title, "Index");
}
TEST(EvidenceForm, IsReadAsItIsWhereverItIsFilledIn) {
  const auto of_table = parse_evidence(
      "unit;block;period;track;ranked;received;rate;plan;prizes;sent;points.b\nXã An;I;2024;self;no;3;1,5;good;0;31/3/2024;2,5\n", model,
      {.decimal = ','});
  const std::vector<std::pair<std::string, std::string>> cells{{"unit", "Xã An"}, {"block", "I"},   {"period", "2024"},
                                                               {"track", "self"}, {"ranked", "no"}, {"received", "3"},
                                                               {"plan", "good"},  {"prizes", "0"},  {"sent", "31/3/2024"}};
  for (const auto language : {Text::Language::vi, Text::Language::en})
    for (const char delimiter : {';', ',', '\t'}) {
      auto given = cells;
      const std::string mark = language == Text::Language::vi && delimiter != ',' ? "," : ".";
      const bool is_quoted = language == Text::Language::vi && delimiter == ',';
      given.emplace_back("rate", is_quoted ? "\"1,5\"" : "1" + mark + "5");
      given.emplace_back("points.b", is_quoted ? "\"2,5\"" : "2" + mark + "5");
      const auto text = filled(empty_evidence_form(model, {.language = language, .delimiter = delimiter}), given, delimiter);
      const auto read = parse_evidence(text, model);
      EXPECT_EQ(read.measure(1).values[0], 150) << delimiter;
      EXPECT_EQ(read.rows(), 1U);
      EXPECT_EQ(read.unit(0), "Xã An");
      EXPECT_FALSE(read.ranked(0));
      EXPECT_EQ(read.stated(1)->values[0], of_table.stated(1)->values[0]);
      EXPECT_EQ(read.measure(4).values[0], of_table.measure(4).values[0]);
      // Below a title, and told as a table of figures in rows.
      EXPECT_EQ(parse_evidence("TỈNH A" + std::string(3, delimiter) + "\n" + text.substr(3), model), read);
      EXPECT_EQ(parse_evidence(text, model, {.layout = TableLayout::rows}), read);
    }
}
TEST(EvidenceForm, ProblemsStandInItsLines) {
  const auto empty = empty_evidence_form(model, {.language = Text::Language::en});
  std::vector<Problem> found;
  problems_of([&] { parse_evidence(filled(empty, {{"unit", "A"}, {"received", "x"}}), model); }, &found);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code(), "cell.number");
  const auto before = std::string_view(empty).substr(0, empty.find(";received;"));
  EXPECT_EQ(found[0].place.line, 1U + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')));
  EXPECT_EQ(problems_of([&] { parse_evidence(filled(empty, {{"received", "1"}}), model); }).at(0).substr(0, 10), "unit.empty");
  const auto blank = parse_evidence(empty, model);
  EXPECT_EQ(blank.rows(), 0U);
  EXPECT_THROW(empty_evidence_form(model, {.delimiter = '|'}), ShapeError);
  // A column that nobody knows is told, in a form as elsewhere.
  auto added = filled(empty, {{"unit", "A"}});
  added.replace(added.find("\"note"), 5, "\"nute");
  EXPECT_EQ(problems_of([&] { parse_evidence(added, model); }).at(0).substr(0, 14), "column.unknown");
}

SheetCell text(std::string_view shown) { return {.kind = Kind::text, .text = shown}; }
SheetCell number(double value) { return {.kind = Kind::number, .number = value}; }
using Rows = std::vector<std::vector<SheetCell>>;
SheetReader reader_of(const Rows& rows, ReadingOptions options = {}) {
  SheetReader reader(model, std::move(options), "Phiếu");
  for (std::size_t i = 0; i < rows.size(); ++i) reader.row(1 + i, rows[i]);
  return reader;
}
const Rows form{{text("TỈNH A")},
                {},
                {text("number"), text("measure\nMã\nPhiếu: mỗi dòng một số liệu"), text("value\nDấu thập phân: ,")},
                {SheetCell{}, text("unit"), text("Xã An")},
                {SheetCell{}, text("track"), text("self")},
                {number(1), text("received"), number(3)},
                {number(2), text("rate"), {.kind = Kind::percent, .number = 0.015}},
                {SheetCell{}, text("plan"), text("good")},
                {number(3), SheetCell{}, text(" ")},
                {SheetCell{}, text("prizes"), number(0)},
                {SheetCell{}, text("sent"), {.kind = Kind::date, .date = *Date::of(2024, 3, 31)}}};

TEST(EvidenceForm, IsReadFromAWorksheet) {
  auto reader = reader_of(form);
  EXPECT_TRUE(reader.names_units());
  const auto read = reader.build();
  EXPECT_EQ(read, parse_evidence("unit,track,received,rate,plan,prizes,sent\nXã An,self,3,1.5,good,0,2024-03-31\n", model));
  const EvidenceCell cells[] = {{.row = 0, .measure = 1}, {.row = 0, .measure = EvidenceCell::none}};
  EXPECT_EQ(sheet_cell(reader.places_of(cells)[0]), "Phiếu!C7");
  // Texts of numbers are read with the mark of the head.
  auto typed = form;
  typed[6][2] = text("1,5");
  EXPECT_EQ(reader_of(typed).build(), read);
  auto last = form;
  last.push_back({text("Người lập"), text("sent"), text("?")});
  EXPECT_EQ(reader_of(last, {.skip_last = 1}).build(), read);
}
TEST(EvidenceForm, ProblemsNameItsCells) {
  auto wrong = form;
  wrong[5][2] = number(-3);
  wrong[8] = {SheetCell{}, SheetCell{}, text("7")};
  std::vector<Problem> found;
  problems_of([&] { reader_of(wrong).build(); }, &found);
  ASSERT_EQ(found.size(), 1U);  // what the lines mean comes first
  EXPECT_EQ(found[0].code() + " " + sheet_cell(found[0].place), "column.unnamed Phiếu!C9");
  wrong[8] = {};
  wrong[10].push_back(text("?"));
  problems_of([&] { reader_of(wrong).build(); }, &found);
  EXPECT_EQ(found[0].code() + " " + sheet_cell(found[0].place), "row.length Phiếu!D11");
  wrong[10].pop_back();
  problems_of([&] { reader_of(wrong).build(); }, &found);
  EXPECT_EQ(found[0].code() + " " + sheet_cell(found[0].place), "cell.min Phiếu!C6");
}
SheetReader reader_of(const std::string& sheet, const Rows& rows, ReadingOptions options = {}) {
  SheetReader reader(model, std::move(options), sheet);
  for (std::size_t i = 0; i < rows.size(); ++i) reader.row(1 + i, rows[i]);
  return reader;
}
/// The form of another unit, which stands two rows further down and has its figures in another order.
Rows form_of(std::string_view unit) {
  Rows out{{}, {}};
  out.insert(out.end(), form.begin(), form.end());
  std::swap(out[7], out[8]);
  for (auto& row : out)
    if (row.size() > 2 && row[2].text == "Xã An") row[2] = text(unit);
  return out;
}
TEST(EvidenceForms, OfSeveralWorksheetsAreOneTable) {
  auto joined = reader_of("An", form);
  auto blank = form_of("");
  for (std::size_t row = 5; row < blank.size(); ++row)
    if (blank[row].size() > 2) blank[row][2] = {};
  for (auto& [sheet, rows] :
       {std::pair<std::string, Rows>{"Bình", form_of("Xã Bình")}, {"Phiếu trống", blank}, {"Châu", form_of("Xã Châu")}}) {
    auto other = reader_of(sheet, rows);
    ASSERT_TRUE(joined.may_join(other));
    joined.join(std::move(other));
  }
  const auto read = joined.build();
  EXPECT_EQ(read, parse_evidence("unit,track,received,rate,plan,prizes,sent\nXã An,self,3,1.5,good,0,2024-03-31\n"
                                 "Xã Bình,self,3,1.5,good,0,2024-03-31\nXã Châu,self,3,1.5,good,0,2024-03-31\n",
                                 model));
  const EvidenceCell cells[] = {{.row = 0, .measure = 1}, {.row = 1, .measure = 1}, {.row = 2, .measure = EvidenceCell::none}};
  const auto places = joined.places_of(cells);
  EXPECT_EQ(sheet_cell(places[0]), "An!C7");
  EXPECT_EQ(sheet_cell(places[1]), "Bình!C8");
  EXPECT_EQ(places[2].sheet, OptionalBox<std::string>("Châu"));
  // What is told of a form with the options, such as a period, is not said of one that nobody has filled in.
  auto told = reader_of("An", form, {.fill = {{"period", "2024"}}});
  told.join(reader_of("Phiếu trống", blank, {.fill = {{"period", "2024"}}}));
  EXPECT_EQ(told.build().rows(), 1U);
}
TEST(EvidenceForms, OfSeveralWorksheetsNameThemInProblems) {
  auto joined = reader_of("An", form);
  auto wrong = form_of("Xã Bình");
  wrong[8][2] = number(-3);
  joined.join(reader_of("B", wrong));
  joined.join(reader_of("C", form_of("Xã  An")));
  auto short_one = form_of("Xã Dung");
  short_one.erase(short_one.begin() + 7);
  joined.join(reader_of("D", short_one));
  std::vector<Problem> found;
  problems_of([&] { joined.build(); }, &found);
  std::vector<std::string> told;
  for (const auto& problem : found) told.push_back(problem.code() + " " + sheet_cell(problem.place));
  EXPECT_EQ(told, (std::vector<std::string>{"column.absent D!A5", "cell.min B!C9", "row.duplicate C!C6"}));
  EXPECT_NE(to_text(found.at(2), Text::Language::en).find("row 4 of the worksheet 'An'"), std::string::npos)
      << to_text(found.at(2), Text::Language::en);
  // What the lines mean comes first, of all worksheets.
  auto twice = form_of("Xã Bình");
  twice.push_back({SheetCell{}, text("received"), number(4)});
  auto unnamed = form_of("Xã Châu");
  unnamed.push_back({SheetCell{}, SheetCell{}, number(4)});
  auto both = reader_of("B", twice);
  both.join(reader_of("C", unnamed));
  problems_of([&] { both.build(); }, &found);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].code() + " " + sheet_cell(found[0].place), "cell.twice B!C14");
  EXPECT_EQ(found[1].code() + " " + sheet_cell(found[1].place), "column.unnamed C!C14");
}
TEST(EvidenceForms, OfDifferentKindsAreNotJoined) {
  auto one = reader_of("An", form);
  const auto table = reader_of("T", {{text("unit"), text("received")}, {text("Xã An"), number(1)}});
  EXPECT_FALSE(one.may_join(table));
  EXPECT_FALSE(table.may_join(one));
  auto in_english = form;
  in_english[2][2] = text("value\nDecimal mark: .");
  EXPECT_FALSE(one.may_join(reader_of("E", in_english)));
  EXPECT_THROW(one.join(reader_of("E", in_english)), ShapeError);
}
TEST(Sheet, HasOtherLayoutsToo) {
  const Rows rows{{text("unit"), text("Số liệu"), text("value")},
                  {text("A"), text("received"), number(3)},
                  {SheetCell{}, text("rate"), number(1)},
                  {SheetCell{}, text("plan"), text("good")},
                  {text("B"), text("received"), number(4)}};
  const ReadingOptions options{.layout = TableLayout::rows, .rename = {{"Số liệu", "measure"}}, .absent_measures = AbsentMeasures::missing};
  SheetReader merged(model, options, "S");
  merged.merge(2, 4, 0);
  for (std::size_t i = 0; i < rows.size(); ++i) merged.row(1 + i, rows[i]);
  EXPECT_TRUE(merged.names_units());
  EXPECT_EQ(merged.build(),
            parse_evidence("unit,received,rate,plan\nA,3,1,good\nB,4,,\n", model, {.absent_measures = AbsentMeasures::missing}));
  const auto pairs = reader_of({{text("unit"), text("received (self)"), text("received (final)")}, {text("A"), number(1), number(2)}},
                               {.layout = TableLayout::pairs, .absent_measures = AbsentMeasures::missing})
                         .build();
  EXPECT_EQ(pairs, parse_evidence("unit,track,received\nA,self,1\nA,final,2\n", model, {.absent_measures = AbsentMeasures::missing}));
}
TEST(Sheet, MergedNamesStandInEachOfTheirRows) {
  const ReadingOptions options{.absent_measures = AbsentMeasures::missing};
  const auto read = [&](const std::vector<std::array<std::size_t, 3>>& merges, const Rows& rows, ReadingOptions told) {
    SheetReader reader(model, std::move(told), "S");
    for (const auto& [first, last, column] : merges) reader.merge(first, last, column);
    for (std::size_t i = 0; i < rows.size(); ++i) reader.row(1 + i, rows[i]);
    return reader.build();
  };
  const Rows rows{{text("block"), text("unit"), text("track"), text("received"), text("rate")},
                  {text("I"), text("A"), text("self"), number(1), number(5)},
                  {SheetCell{}, SheetCell{}, text("final"), number(2)},
                  {SheetCell{}, text("B"), text("self"), number(3)},
                  {},
                  {text("II"), text("C"), text("final"), number(4)}};
  const auto whole =
      parse_evidence("block,unit,track,received,rate\nI,A,self,1,5\nI,A,final,2,\nI,B,self,3,\nII,C,final,4,\n", model, options);
  EXPECT_EQ(read({{2, 5, 0}, {2, 3, 1}, {2, 3, 4}}, rows, options), whole);  // a figure stands in its own row alone
  EXPECT_EQ(read({{2, 4, 0}, {2, 3, 1}, {6, 9, 0}, {20, 30, 2}}, rows, options), whole);
  // Without a merge nothing is guessed, and that of a head ends with the heads.
  std::vector<Problem> found;
  problems_of([&] { read({{2, 4, 0}}, rows, options); }, &found);
  EXPECT_EQ(found.at(0).code() + " " + sheet_cell(found.at(0).place), "unit.empty S!B3");
  Rows below_heads{{text("unit"), text("received")}, {SheetCell{}, number(1)}};
  problems_of([&] { read({{1, 2, 0}}, below_heads, options); }, &found);
  EXPECT_EQ(found.at(0).code(), "unit.empty");
}
TEST(Evidence, DatesOfTextArePeriodsWhereThatIsTold) {
  const auto periods = [](const char* period, PeriodPart part) {
    return std::string(parse_evidence(std::string("unit,period,received\nA,") + period + ",1\n", model,
                                      {.period_of_dates = part, .absent_measures = AbsentMeasures::missing})
                           .period(0));
  };
  EXPECT_EQ(periods("31/12/2024", PeriodPart::year), "2024");
  EXPECT_EQ(periods("2024-05-31", PeriodPart::quarter), "2024-Q2");
  EXPECT_EQ(periods("1/5/2024", PeriodPart::month), "2024-05");
  EXPECT_EQ(periods("1/5/2024", PeriodPart::whole), "2024-05-01");
  EXPECT_EQ(periods("2024-Q1", PeriodPart::year), "2024-Q1");
  EXPECT_EQ(periods("31/2/2024", PeriodPart::year), "31/2/2024");
}
}
}
