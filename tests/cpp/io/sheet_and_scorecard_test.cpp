// The sheet that offices fill in and the scorecard that they get back, called from C++.
#include <algorithm>
#include <chiso/chiso.hpp>
#include <chiso/io.hpp>
#include <filesystem>
#include <gtest/gtest.h>
#include <io/read/decimal_mark.hpp>
#include <io/text/text_table.hpp>
#include <io/text/unicode.hpp>

namespace {
using namespace chiso;
const std::filesystem::path examples = CHISO_EXAMPLES;

TEST(EvidenceSheet, AcceptsTheDelimitersThatReadersDetect) {
  const auto model = load_model(examples / "models/pci_2021.json");
  for (const char delimiter : {',', ';', '\t'})
    EXPECT_EQ(parse_evidence(empty_evidence_sheet(model, {.delimiter = delimiter}), model).rows(), 0U);
  for (const char delimiter : {'|', '"', '\n', 'x', '\0'}) EXPECT_THROW(empty_evidence_sheet(model, {.delimiter = delimiter}), ShapeError);
}
TEST(EvidenceSheet, StatesItsDecimalMarkOnALineOfItsOwn) {
  EXPECT_EQ(decimal_mark_of("unit\nDấu thập phân: ,"), ',');
  EXPECT_EQ(decimal_mark_of("unit\nDa\u0302\u0301u tha\u0323\u0302p pha\u0302n: ,"), ',');  // decomposed, as some programs save it
  EXPECT_EQ(decimal_mark_of("unit\r\n Decimal mark: . \r\nmore"), '.');
  for (const auto* head : {"", "unit", "Decimal mark: ,", "unit\nDecimal mark: ;", "unit\nDecimal mark: ,.", "unit\nThe Decimal mark: ,"})
    EXPECT_EQ(decimal_mark_of(head), std::nullopt) << head;
}
TEST(EvidenceSheet, RefusesItsDecimalMarkAsThousandsMark) {
  const auto model = load_model(examples / "models/pci_2021.json");
  const auto sheet = empty_evidence_sheet(model, {.columns = SheetColumns::measures});
  EXPECT_THROW(parse_evidence(sheet, model, {.thousands = ','}), Error);
  EXPECT_EQ(parse_evidence(sheet, model, {.thousands = '.'}).rows(), 0U);
}

TEST(ScorecardText, ExplainsAClampWhoseEndsCross) {
  const auto model = Model::build({.id = "m",
                                   .undefined = WhenUndefined::zero,
                                   .measures = {{"a", {.type = MeasureType::count}}},
                                   .criteria = {leaf("c", 1, rules::PerItem{.value = "clamp(a, 5, a)", .each = 1})}});
  const auto scores = score(model, parse_evidence("unit,a\nA,1\n", model));
  EXPECT_NE(scorecard_text(Ranked(scores), 0).find("không tính được: chia cho 0, hoặc khoảng giới hạn có đầu dưới lớn hơn đầu trên"),
            std::string::npos);
  EXPECT_NE(scorecard_text(Ranked(scores), 0, {.language = Text::Language::en})
                .find("undefined: a division by zero, or a clamp whose ends cross"),
            std::string::npos);
}
TEST(ScorecardText, ExplainsAStatedLeafWhoseConditionHasNoValue) {
  const CriterionOptions guarded{.applies_when = Truth("b > 0")};
  const auto model = Model::build({.id = "m",
                                   .stated_points = StatedPoints::accept,
                                   .measures = {{"a", {.type = MeasureType::count}}, {"b", {.type = MeasureType::count}}},
                                   .criteria = {leaf("c", 1, rules::PerItem{.value = "a", .each = 1}, guarded),
                                                leaf("d", 1, rules::PerItem{.value = "a", .each = 1})}});
  const auto scores = score(model, parse_evidence("unit,a,b,points.c\nA,1,,0.5\n", model));
  EXPECT_NE(scorecard_text(Ranked(scores), 0, {.language = Text::Language::en}).find("stated; by itself it has no value"),
            std::string::npos)
      << scorecard_text(Ranked(scores), 0);
}
TEST(ScorecardText, NamesCriteriaClassesAndTiesApart) {
  const auto model = parse_model(R"json({"chiso": 1, "id": "m", "measures": {"a": {"type": "count"}, "b": {"type": "count"}},
    "criteria": [
      {"id": "g", "number": "I", "criteria": [{"id": "g1", "number": "1", "label": "Việc", "points": 60, "rule": {"type": "per_item", "value": "a", "each": 1}}]},
      {"id": "h", "number": "II", "criteria": [{"id": "h1", "number": "1", "label": "Sáng kiến", "points": 40, "rule": {"type": "per_item", "value": "b", "each": 1}},
        {"id": "h2", "number": "2", "label": "Khác", "points": 1, "rule": {"type": "per_item", "value": "b", "each": 1}}]}],
    "classes": {"on": "points", "bands": [{"id": "a", "label": "Loại A", "from": 50}, {"id": "b", "label": "Loại B"}],
      "quotas": [{"class": "a", "at_most": 50}]}})json");
  const auto scores = score(model, parse_evidence("unit,a,b\nA,60,10\nB,60,10\nC,1,1\nD,,5\nE,5,\n", model));
  const auto card = [&](std::size_t row) { return scorecard_text(Ranked(scores), row); };
  const auto says = [&](std::size_t row, std::string_view text) { return card(row).find(text) != std::string::npos; };
  EXPECT_TRUE(says(2, "xếp loại “Loại B” (theo điểm)")) << card(2);
  EXPECT_TRUE(says(0, "đồng hạng ở giới hạn tỷ lệ tối đa 50% của mức “Loại A”")) << card(0);
  EXPECT_TRUE(says(3, "chưa chấm được tiêu chí 1 “Việc”")) << card(3);
  EXPECT_TRUE(says(4, "chưa chấm được tiêu chí 1 “Sáng kiến”, 2")) << card(4);
}
TEST(ScorecardText, IsTheSameWhateverWasKept) {
  auto draft = load_model(examples / "models/commune_reform_index.json").draft();
  draft.ranking.tie_break = {"procedures"};
  const auto model = Model::build(draft);
  const auto totals = score(model, read_evidence(examples / "data/communes.csv", model, {.decimal = ','}), {.keep = Keep::totals});
  const auto scores = score(model, totals.evidence(), {.keep = Keep::leaves});
  EXPECT_TRUE(scorecard_text(Ranked(totals), 0) == scorecard_text(Ranked(scores), 0));
  EXPECT_TRUE(scorecard_html(Ranked(totals), 0) == scorecard_html(Ranked(scores), 0));
  for (const int depth : {0, -1}) EXPECT_THROW(scorecard_text(Ranked(scores), 0, {.depth = depth}), ShapeError) << depth;
  EXPECT_LT(scorecard_text(Ranked(scores), 0, {.depth = 1}).size(), scorecard_text(Ranked(scores), 0, {.depth = 2}).size());
}

TEST(TextTable, BreaksTheLastColumnFirst) {
  using Column = TextTable::Column;
  TextTable table({Column{.title = "No."}, {.title = "Name", .most = 30}, {.title = "Reason"}});
  const std::string name = "a name of some length for a row", reason = "a reason of many words, longer than any other of its cells";
  table.add({"1", name, reason}, TextTable::Weight::strong);
  const auto widest = [&](std::size_t width) {
    std::size_t out = 0;
    const auto text = table.text(TextLook::plain, width);
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
      out = std::max(out, terminal_width(std::string_view(text).substr(at, text.find('\n', at) - at)));
    return out;
  };
  EXPECT_EQ(widest(0), 3 + 2 + 27 + 2 + reason.size());  // the name is broken after 27 columns
  for (const std::size_t width : {60U, 70U, 90U}) EXPECT_LE(widest(width), width);
  EXPECT_LE(widest(56), 56U);  // the reason keeps 24 columns, so the name is broken too
  EXPECT_LE(widest(10), 3U + 2 + 24 + 2 + 24);
  EXPECT_EQ(table.text(TextLook::terminal, 0).find("\x1B[1m1"), table.text(TextLook::plain, 0).rfind("1    "));
}
TEST(TerminalWidth, CountsColumns) {
  EXPECT_EQ(terminal_width("Tiêu chí"), 8U);
  EXPECT_EQ(terminal_width("e\xCC\x81"), 1U);  // with a combining mark
  EXPECT_EQ(terminal_width("漢字"), 4U);
  EXPECT_EQ(terminal_width("a\xFFz"), 3U);
}
}
