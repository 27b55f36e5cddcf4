#include <chiso/io.hpp>
#include <chiso/rank/ranked.hpp>
#include <gtest/gtest.h>

// The page of a unit; what its sections say is tested by the commands that they come from (tests/python/test_report.py).
namespace {
chiso::Model towns(int decimals = 2) {
  return chiso::parse_model(R"({"chiso": 1, "id": "towns", "tracks": ["self", "final"], "fallback": {"final": ["self"]},
    "measures": {"x": {"type": "count"}}, "publish": {"decimals": )" +
                            std::to_string(decimals) + R"(},
    "criteria": [{"id": "a", "points": 10, "rule": {"type": "proportional", "value": "x", "full_at": 10}}]})");
}
chiso::Scores scored(const chiso::Model& model, std::string_view table) { return score(model, parse_evidence(table, model)); }

TEST(UnitReport, TheRowSinceIsTheLastOneOfItsUnitAndTrack) {
  const auto model = towns();
  const auto scores = scored(model, "unit,period,track,x\nA,1,final,1\nB,2,final,2\nA,2,self,3\nA,3,final,4\nB,3,final,5\n");
  const auto row = [&](const char* unit, const char* period, const char* track) { return scores.row(unit, period, track); };
  EXPECT_EQ(row_since(scores, row("A", "3", "final")), row("A", "2", "final"));  // which is there by fallback
  EXPECT_EQ(row_since(scores, row("A", "2", "final")), row("A", "1", "final"));
  EXPECT_EQ(row_since(scores, row("B", "3", "final")), row("B", "2", "final"));
  EXPECT_FALSE(row_since(scores, row("A", "1", "final")));
  EXPECT_FALSE(row_since(scores, row("B", "2", "final")));
  EXPECT_FALSE(row_since(scores, row("A", "2", "self")));
}

std::size_t sections(const std::string& page) {
  std::size_t out = 0;
  for (auto at = page.find("<section>"); at != page.npos; at = page.find("<section>", at + 1)) ++out;
  return out;
}

TEST(UnitReport, SectionsThatSayNothingAreLeftOut) {
  const auto model = towns();
  const auto scores = scored(model, "unit,period,track,x\nA,1,final,1\nA,2,final,3\n");
  const chiso::Ranked ranked(scores);
  EXPECT_EQ(sections(chiso::unit_report_html({ranked, 0})), 3U);  // no checks, nothing before
  EXPECT_EQ(sections(chiso::unit_report_html({ranked, 1})), 4U);
  EXPECT_EQ(sections(chiso::unit_report_fragment({ranked, 1})), 4U);
  EXPECT_EQ(sections(chiso::unit_report_html({ranked, 0}, {.since = chiso::RankedRowOf{ranked, 1}})), 4U);
}

TEST(UnitReport, AnotherModelIsToldApart) {
  const auto model = towns(), other = towns(3);
  constexpr auto table = "unit,track,x\nA,final,3\n";
  const chiso::Ranked now(scored(model, table)), before(scored(other, table));
  using enum chiso::Text::Language;
  const auto page = [&](const chiso::Ranked& since) {
    return chiso::unit_report_html({now, 0}, {.language = en, .since = chiso::RankedRowOf{since, 0}});
  };
  EXPECT_NE(page(before).find("The model and the evidence"), std::string::npos);
  EXPECT_EQ(page(now).find("The model and the evidence"), std::string::npos);
}
}
