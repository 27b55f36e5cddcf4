// What checks found in words, as a table, and where its cells stand in a text.
#include <chiso/chiso.hpp>
#include <chiso/io.hpp>
#include <filesystem>
#include <gtest/gtest.h>

namespace {
using namespace chiso;
constexpr auto vi = Text::Language::vi, en = Text::Language::en;

CheckReport gia_lam() {
  const std::filesystem::path examples = CHISO_EXAMPLES;
  const auto model = load_model(examples / "models/published_ratios.json");
  return check(read_evidence(examples / "data/gia_lam_2017.csv", model, {.absent_measures = AbsentMeasures::missing}));
}
/// A model of these checks (JSON) over the counts a, b and c.
Model model_of(const std::string& checks, const std::string& more = "") {
  return parse_model(
      R"({"chiso": 1, "id": "m", "measures": {"a": {"type": "count"}, "b": {"type": "count"}, "c": {"type": "count"}}, )" + more +
      R"("criteria": [{"id": "x", "points": 1, "rule": {"type": "yes_no", "value": "a + b + c >= 0"}}], "checks": [)" + checks + "]}");
}

TEST(Findings, AreToldInBothLanguages) {
  const auto report = gia_lam();
  ASSERT_EQ(report.findings.size(), 4U);
  EXPECT_EQ(
      finding_words(report, report.findings[0], vi),
      "Số đúng hạn không vượt số đã giải quyết: gặp 4.534, cần không quá 4.356; “Hồ sơ đã giải quyết” 4.356; “Giải quyết đúng hạn” 4.534; "
      "có thể do gõ nhầm: “Hồ sơ đã giải quyết” 4.356 → 4.536: hai chữ số đứng cạnh nhau bị đổi chỗ");
  EXPECT_EQ(slip_words(report, report.findings[3], report.findings[3].slips[0], en),
            "“Resolved on time” 38,211 → 38,311: one digit mistyped");
  EXPECT_EQ(row_words(report, 1, vi), "Các xã của Gia Lâm");
  const auto page = findings_html(report, {.language = vi});
  EXPECT_NE(page.find("<mark>“Hồ sơ đã giải quyết” 4.356 → 4.536</mark>: hai chữ số"), page.npos);
  EXPECT_NE(findings_text(report, {.language = en}).find("6 checks, 2 rows: 4 errors, 0 warnings."), page.npos);
}

TEST(Findings, ImplyMissingCounts) {
  const auto model = model_of(R"json({"id": "share", "type": "stated", "stated": "c", "of": "percent(a, b)", "decimals": 0})json");
  const auto report = check(parse_evidence("unit,a,b,c\nA,1,,50\nB,,2,50\n", model));
  ASSERT_EQ(report.implied.size(), 2U);
  EXPECT_EQ(implied_words(report, report.implied[0], en), "“b”: missing; the stated percentage implies 2");
  EXPECT_EQ(implied_words(report, report.implied[1], vi), "“a”: thiếu số liệu; theo tỷ lệ đã báo cáo thì số này là 1");
}

TEST(Findings, SayHowASlipCameAbout) {
  const auto words = [](const std::string& row) {
    const auto model = model_of(R"({"id": "same", "type": "relation", "holds": "a == b and c >= 0"})");
    const auto report = check(parse_evidence("unit,a,b,c\nA," + row + "\n", model));
    std::string out;
    for (const auto& slip : report.findings.at(0).slips) out += slip_words(report, report.findings[0], slip, en) + '\n';
    return out;
  };
  EXPECT_EQ(words("123,132,0"), "“a” 123 → 132: two neighbouring digits exchanged\n“b” 132 → 123: two neighbouring digits exchanged\n");
  EXPECT_NE(words("123,12,0").find("“b” 12 → 123: a digit left out"), std::string::npos);
  EXPECT_NE(words("123,12,0").find("“a” 123 → 12: a digit too many"), std::string::npos);
  EXPECT_NE(words("7,7000,0").find("“a” 7 → 7,000: decimal mark or unit misplaced"), std::string::npos);
}

TEST(Findings, AreATableWithPlacesIfTheseAreKnown) {
  const auto report = gia_lam();
  const auto table = findings_csv(report);
  EXPECT_EQ(
      table.substr(0, table.find("\r\n")),
      "line,column,unit,block,period,track,check,severity,rounded,measure,value,found,sign,expected,least,most,meant,slip,repairs,slips,"
      "message");
  EXPECT_NE(table.find("\r\n,,Huyện Gia Lâm,,,final,resolved_rate,error,,resolved,4356,92.18,,88.52,,,4536,swapped,3,1,"), table.npos);
  EXPECT_THROW(findings_csv(report, {.places = {{.line = 2, .column = 3}}}), ShapeError);
}

TEST(Findings, LookAtTheCellThatWasStated) {
  const auto model = model_of(R"({"id": "order", "type": "relation", "holds": "a <= b"})",
                              R"("tracks": ["self", "final"], "fallback": {"final": ["self"]}, )");
  const auto evidence = parse_evidence("unit,track,a,b,c\nA,self,900,,\nA,final,,400,4\n", model);
  const auto report = check(evidence);
  ASSERT_EQ(report.findings.size(), 1U);
  const auto cell = cell_to_look_at(report, report.findings[0]);
  EXPECT_EQ(cell.measure, *model.measures().find("a"));
  EXPECT_EQ(evidence.track(cell.row), *model.track("self"));
}

TEST(Places, AreThoseOfCellsInTheTextAsTheyAreAskedFor) {
  const auto model = model_of(R"({"id": "order", "type": "relation", "holds": "a <= b + c"})");
  const std::string text =
      "\xEF\xBB\xBF"
      "c;unit;b;a\n1;\"two\nlines\";2;3\n;;;\n\n4;Đ;5;6\n";
  const auto evidence = parse_evidence(text, model);
  ASSERT_EQ(evidence.rows(), 2U);
  const EvidenceCell cells[]{{1, *model.measures().find("a")}, {0, *model.measures().find("b")}, {1, EvidenceCell::none}, {1, 2}};
  const auto places = places_in(text, model, {}, cells);
  ASSERT_EQ(places.size(), 4U);
  EXPECT_EQ((std::array{places[0].line, places[0].column, places[0].row}), (std::array<std::size_t, 3>{6, 7, 5}));
  EXPECT_EQ((std::array{places[1].line, places[1].column, places[1].row}), (std::array<std::size_t, 3>{3, 8, 2}));
  EXPECT_EQ((std::array{places[2].line, places[2].column}), (std::array<std::size_t, 2>{6, 1}));
  EXPECT_EQ((std::array{places[3].line, places[3].column}), (std::array<std::size_t, 2>{6, 1}));  // c comes first
  const EvidenceCell beyond[]{{2, 0}};
  EXPECT_THROW(places_in(text, model, {}, beyond), ShapeError);
  const auto absent = places_in("unit,a,b\nA,1,2\n", model, {.absent_measures = AbsentMeasures::missing}, std::array{EvidenceCell{0, 2}});
  EXPECT_EQ((std::array{absent[0].line, absent[0].column}), (std::array<std::size_t, 2>{2, 1}));
}
}
