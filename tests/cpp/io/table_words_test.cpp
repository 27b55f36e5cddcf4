// Tables in words, for people.
#include <chiso/chiso.hpp>
#include <chiso/explain.hpp>
#include <chiso/io.hpp>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace {
using namespace chiso;
using Texts = std::vector<std::string>;
constexpr auto in_vietnamese = Text::Language::vi, in_english = Text::Language::en;

Texts cells(const chiso::Table& table, std::string_view name) {
  const auto& text = std::get<TextCells>(table.column(name).cells);
  Texts out;
  for (const auto code : text.codes) out.push_back(code == TextCells::none ? "-" : text.names[code]);
  return out;
}

/// Two blocks that call the class `good` by different names, a class whose label is that of another, and a veto.
Model model() {
  return parse_model(R"({"chiso": 1, "id": "m",
    "blocks": [{"id": "p", "label": {"vi": "Xã", "en": "Communes"}}, {"id": "q", "label": {"vi": "Sở", "en": "Offices"}}, "r"],
    "tracks": [{"id": "self", "label": {"vi": "Tự chấm", "en": "Own"}}, {"id": "final", "label": {"vi": "Thẩm định", "en": "Appraised"}}],
    "measures": {"x": {"type": "count", "label": {"vi": "Hồ sơ", "en": "Dossiers"}}, "bad": {"type": "yes_no", "label": {"vi": "Kỷ luật", "en": "Discipline"}}},
    "criteria": [{"id": "a", "label": {"vi": "Tiếp nhận", "en": "Intake"}, "points": 10, "rule": {"type": "per_item", "value": "x", "each": 1}}],
    "classes": {"bands": [{"id": "good", "from": 80, "label": {"vi": "Tốt", "en": "Good"}}, {"id": "fair", "from": 50, "label": {"vi": "Đạt", "en": "Pass"}},
                          {"id": "low", "label": {"vi": "Kém", "en": "Low"}}],
                "by_block": {"q": [{"id": "good", "from": 80, "label": {"vi": "Hoàn thành tốt", "en": "Well done"}},
                                   {"id": "fair", "from": 50, "label": {"vi": "Đạt yêu cầu", "en": "Fair"}},
                                   {"id": "rest", "label": {"vi": "Đạt", "en": "Rest"}}]},
                "vetoes": [{"when": "bad", "at_most": "fair"}]}})");
}
Scores scores() {
  const auto of = model();
  return score(
      of, parse_evidence("unit,block,track,x,bad\nA,p,final,9,no\nB,p,final,8,yes\nC,q,final,9,no\nD,q,final,1,no\nE,r,final,,no\n", of));
}

TEST(TableWords, HaveLabelsInPlaceOfIds) {
  const auto plain = score_table(scores());
  const auto vi_table = in_words(plain, scores().model(), in_vietnamese), en_table = in_words(plain, scores().model(), in_english);
  EXPECT_EQ(cells(vi_table, "unit"), (Texts{"A", "B", "C", "D", "E"}));
  EXPECT_EQ(cells(vi_table, "block"), (Texts{"Xã", "Xã", "Sở", "Sở", "r"}));
  EXPECT_EQ(cells(en_table, "block"), (Texts{"Communes", "Communes", "Offices", "Offices", "r"}));
  EXPECT_EQ(cells(vi_table, "track"), Texts(5, "Thẩm định"));
  EXPECT_EQ(cells(vi_table, "class"), (Texts{"Tốt", "fair", "Hoàn thành tốt", "rest", "-"})) << "two classes are called alike";
  EXPECT_EQ(cells(en_table, "class"), (Texts{"Good", "Pass", "Well done", "Rest", "-"}));
  EXPECT_EQ(cells(vi_table, "class_by"), (Texts{"chỉ số", "điều kiện khống chế", "chỉ số", "chỉ số", "-"}));
  EXPECT_EQ(cells(en_table, "class_by_item"), (Texts{"-", "“Discipline”", "-", "-", "-"}));
  EXPECT_EQ(cells(vi_table, "complete"), (Texts{"có", "có", "có", "có", "không"}));
  EXPECT_EQ(cells(en_table, "complete"), (Texts{"yes", "yes", "yes", "yes", "no"}));
  ASSERT_EQ(vi_table.columns().size(), plain.columns().size());
  for (const auto& column : plain.columns()) {
    EXPECT_EQ(vi_table.column(column.name).nullable, column.nullable) << column.name;
    for (std::size_t row = 0; row < plain.rows(); ++row) EXPECT_EQ(vi_table.column(column.name).has(row), column.has(row)) << column.name;
  }
  EXPECT_EQ(std::get<FigureCells>(vi_table.column("index").cells).at(0).text(), "90.00");
}
TEST(TableWords, HaveCriteriaStatesAndReasonsInTheLanguage) {
  const auto of = scores();
  const auto reasons = [&](std::optional<Text::Language> language) {
    return cells(score_table(of, {.by_criterion = true, .reasons_in = language}), "reason");
  };
  EXPECT_EQ(reasons({}).back(), "missing: x; incomplete");
  EXPECT_EQ(reasons(in_english).back(), "missing: “Dossiers”; incomplete");
  EXPECT_NE(reasons(in_vietnamese).back().find("“Hồ sơ”"), std::string::npos);
  const auto table = in_words(score_table(of, {.by_criterion = true, .reasons_in = in_vietnamese}), of.model(), in_vietnamese);
  EXPECT_EQ(cells(table, "node"), Texts(5, "Tiếp nhận"));
  EXPECT_EQ(cells(table, "reason"), reasons(in_vietnamese));
  const auto csv = to_csv_for_excel(of, {.by_criterion = true}, in_vietnamese);
  EXPECT_NE(csv.find("“Hồ sơ”"), std::string::npos);
}
TEST(TableWords, OfHeadsNameCriteria) {
  const auto of = model();
  EXPECT_EQ(head_words(of, "unit", in_vietnamese), "Đơn vị");
  EXPECT_EQ(head_words(of, "class", in_english), "Class");
  EXPECT_EQ(head_words(of, "a", in_vietnamese), "Tiếp nhận");
  EXPECT_EQ(head_words(of, "a", in_english), "Intake");
  EXPECT_EQ(head_words(of, "other", in_english), "other");
}
/// Verification understands every id and label that such a table has.
TEST(TableWords, AreReadByVerification) {
  const auto of = scores();
  const Ranked ranked(of);
  for (const auto language : {in_vietnamese, in_english}) {
    const auto published = parse_evidence(to_csv(in_words(score_table(ranked), of.model(), language)), published_table(of));
    const auto found = verify(ranked, published);
    EXPECT_TRUE(found.differences.empty());
    EXPECT_EQ(found.rows, 5U);
    EXPECT_EQ(found.figures, 13U) << "an index of each unit, a rank and a class of four";
  }
  EXPECT_EQ(verify(ranked, parse_evidence("unit,block,track,class\nA,Xã,Appraised,Kém\n", published_table(of))).differences.size(), 1U);
  EXPECT_THROW((void)parse_evidence("unit,track,class\nA,Thẩm,Kém\n", published_table(of)), EvidenceError);
  EXPECT_THROW((void)parse_evidence("unit,block,track,class\nA,Sở,final,Kém\n", published_table(of)), EvidenceError) << "it is of another";
  EXPECT_THROW((void)parse_evidence("unit,block,track,x,bad\nA,Xã,final,9,no\n", of.model()), EvidenceError) << "evidence has ids";
}
}
