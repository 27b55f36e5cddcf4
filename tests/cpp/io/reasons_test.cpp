#include <array>
#include <chiso/io/json/model.hpp>
#include <chiso/io/read/evidence.hpp>
#include <chiso/io/words/reasons.hpp>
#include <chiso/score/scores.hpp>
#include <gtest/gtest.h>
#include <string>

namespace {
using namespace chiso;
using Said = std::array<std::string, 3>;  // for programs, in English, in Vietnamese

constexpr std::string_view measures = R"json("measures": {
    "on_time": {"type": "count", "label": {"vi": "Đúng hạn", "en": "On time"}},
    "resolved": {"type": "count", "label": {"vi": "Đã giải quyết", "en": "Resolved"}},
    "share": {"type": "decimal", "decimals": 1, "max": 100}, "plan": {"type": "choice", "options": [{"id": "late", "label": {"vi": "Trễ", "en": "Late"}}, "none"]},
    "site": {"type": "yes_no", "label": {"vi": "Trang tin", "en": "Site"}}, "sent": {"type": "date"}, "due": {"type": "date"} },
  "parameters": {"goal": {"value": 15.5}, "least": {"by": "period", "values": {"2023": 1, "2024": 2}, "else": 3}},
  "tables": {"tasks": {"label": {"vi": "Nhiệm vụ", "en": "Tasks"}, "measures": {"late": {"type": "count"}}},
             "visits": {"measures": {"hours": {"type": "count"}}}})json";
constexpr std::string_view heads = "unit,period,on_time,resolved,share,plan,site,sent,due\n";
constexpr std::string_view row_of_2024 = "A,2024,4534,4921,92.5,late,no,2024-03-31,2024-04-02\n";

struct Case {
  Model model;
  Scores scores;
  ScoreLine line(std::size_t row = 0) const { return scores.scorecard(row).lines[0]; }
  Said reasons(std::size_t row = 0) const {
    const auto line_of_row = line(row);
    return {reason_words(model, line_of_row), reason_words(model, line_of_row, Text::Language::en),
            reason_words(model, line_of_row, Text::Language::vi)};
  }
};
/// The first line of a model of one criterion of 10 points.
Case scored(const std::string& rule, const std::string& rows = std::string(row_of_2024), const std::optional<std::string>& tasks = {}) {
  const auto model = parse_model(R"json({"chiso": 1, "id": "m", "undefined": "zero", )json" + std::string(measures) +
                                 R"json(, "criteria": [{"id": "x", "points": 10, "rule": )json" + rule + "}]}");
  auto evidence = parse_evidence(std::string(heads) + rows, model);
  if (tasks) evidence = parse_evidence(*tasks, TableBelow{.evidence = evidence, .table = "tasks"});
  return {model, score(model, evidence, {.keep = Keep::leaves})};
}
Case given(const std::string& value, const std::string& rows = std::string(row_of_2024), const std::optional<std::string>& tasks = {}) {
  return scored(R"json({"type": "given", "clamp": true, "value": ")json" + value + "\"}", rows, tasks);
}

TEST(ReasonWords, NameWhatALongValueReads) {
  const auto ratio = scored(R"json({"type": "tiers", "value": "percent(on_time, resolved)", "tiers": [
    {"from": 95, "points": 10}, {"from": 90, "points": 5}, {"points": 0}]})json");
  EXPECT_EQ(ratio.reasons(), (Said{"tier 2: from 90% to below 95%, value about 92.14 (on_time 4,534; resolved 4,921)",
                                   "tier 2: from 90% to below 95%, value about 92.14 (“On time” 4,534; “Resolved” 4,921)",
                                   "mức 2: từ 90% đến dưới 95%, giá trị khoảng 92,14 (“Đúng hạn” 4.534; “Đã giải quyết” 4.921)"}));
  const auto line = ratio.line();
  ASSERT_EQ(line.rule->operands.size(), 2U);
  EXPECT_EQ(line.rule->operands[1].from, Op::measure);
  EXPECT_EQ(line.rule->operands[1].place, 1U);
  EXPECT_EQ(line.rule->operands[1].value.value, Rational(4921));
  EXPECT_EQ(given("share").reasons()[0], "capped at the maximum, value 92.5");
  EXPECT_TRUE(given("share").line().rule->operands.empty()) << "the value says it";
}
TEST(ReasonWords, ShowDatesOptionsAndTruthsAsPeopleWriteThem) {
  EXPECT_EQ(given("days(sent, due) + if_else(site, 1, 0) + if_else(plan == 'late', 2, 0) + share / 100").reasons(),
            (Said{"value about 4.93 (sent: 2024-03-31; due: 2024-04-02; site: no; plan: late; ...)",
                  "value about 4.93 (“sent”: 2024-03-31; “due”: 2024-04-02; “Site”: no; “plan”: Late; ...)",
                  "giá trị khoảng 4,93 (“sent”: 31/3/2024; “due”: 2/4/2024; “Trang tin”: không; “plan”: Trễ; ...)"}))
      << "four are named";
}
TEST(ReasonWords, NameParametersAndFiguresOfOtherRows) {
  const auto rows = "A,2023,1000,4921,,,,,\n" + std::string(row_of_2024);
  const auto of = given("goal / 31 + previous(on_time) / 1000 + cohort_max(share) / 92.5 + least", rows);
  EXPECT_EQ(of.reasons(1),
            (Said{"value 4.5 (goal 15.5; on_time of the period before 1,000; the highest in the block of share 92.5; least 2)",
                  "value 4.5 (“goal” 15.5; “On time” of the period before 1,000; the highest in the block of “share” 92.5; "
                  "“least” 2)",
                  "giá trị 4,5 (“goal” 15,5; “Đúng hạn” của kỳ trước 1.000; giá trị cao nhất trong khối về “share” 92,5; "
                  "“least” 2)"}));
  EXPECT_EQ(read_name(of.model, of.line(1).rule->operands[2]), "the highest in the block of share");
  const auto below = given("rows_sum(tasks, late) + rows_count(tasks)", std::string(row_of_2024), "unit,period,late\nA,2024,3\nA,2024,1\n");
  EXPECT_EQ(below.reasons()[1], "value 6 (the sum over “Tasks” of “late” 4; the number of rows of “Tasks” 2)");
}
TEST(ReasonWords, SayTheItemsOfAChecklistThatFail) {
  const auto all = scored(R"json({"type": "checklist", "mode": "share", "items": ["site", "on_time >= 4000", "plan == 'none'"]})json");
  EXPECT_EQ(all.reasons(), (Said{"1 of 3 items hold; not met: site; plan is none", "1 of 3 items hold; not met: “Site”; “plan” is “none”",
                                 "đạt 1/3 nội dung; chưa đạt: “Trang tin”; “plan” là “none”"}));
  EXPECT_EQ(all.line().rule->reason.not_true, (std::vector<std::size_t>{0, 2}));
  EXPECT_TRUE(all.line().rule->operands.empty());

  const std::string many = R"json("items": ["site", "share > 1", "share > 100", "share > 99", "on_time < 1", "resolved < 1"]})json";
  EXPECT_EQ(scored(R"json({"type": "checklist", "mode": "each", "each": 1, )json" + many, "A,2024,1,1,2,late,không áp dụng,,\n").reasons(),
            (Said{"1 of 5 items hold; not met: share > 100; share > 99; on_time < 1; 1 more; does not apply: site",
                  "1 of 5 items hold; not met: “share” > 100; “share” > 99; “On time” < 1; 1 more; does not apply: “Site”",
                  "đạt 1/5 nội dung; chưa đạt: “share” > 100; “share” > 99; “Đúng hạn” < 1; 1 nội dung khác; không áp dụng: “Trang tin”"}));
  EXPECT_EQ(scored(R"json({"type": "checklist", "mode": "all", "items": ["not site"]})json").reasons()[0], "1 of 1 items hold");
  const auto any = scored(R"json({"type": "checklist", "mode": "any", "items": ["site", "not site"]})json");
  EXPECT_EQ(any.reasons()[0], "1 of 2 items hold") << "one is enough";
  EXPECT_EQ(any.line().rule->reason.not_true, (std::vector<std::size_t>{0}));
}
TEST(ReasonWords, NameTheEndsOfATier) {
  const auto tier = [](const std::string& share) {
    return scored(
               R"json({"type": "tiers", "value": "share", "tiers": [{"from": 90, "to": 95, "points": 10}, {"from": 70, "to": 80, "points": 5}, {"points": 0}]})json",
               "A,2024,1,1," + share + ",,,,\n")
        .reasons()[0];
  };
  EXPECT_EQ(tier("92"), "tier 1: from 90 to 95, value 92");
  EXPECT_EQ(tier("99"), "tier 3: below 70, or above 80 to below 90, or above 95, value 99");
}
TEST(ReasonWords, SayWhichOtherRowLacksSomething) {
  const auto rows = "A,2023,,1,1,,,,\n" + std::string(row_of_2024);
  EXPECT_EQ(given("previous(on_time)", rows).reasons(1)[1], "missing: “On time” of the period before; incomplete");
  EXPECT_EQ(given("previous(on_time)").reasons(),
            (Said{"missing: a row in the previous period; incomplete", "missing: a row in the previous period; incomplete",
                  "thiếu số liệu: dòng số liệu của kỳ trước; chưa đủ số liệu"}));
  EXPECT_EQ(given("cohort_max(on_time)", "A,2024,,1,1,,,,\n").reasons()[0], "missing: the highest in the block of on_time; incomplete");
  EXPECT_EQ(
      given("rows_sum(tasks, late) + rows_count(tasks)").reasons(),
      (Said{"missing: the table tasks, which was not given; incomplete", "missing: the table “Tasks”, which was not given; incomplete",
            "thiếu số liệu: bảng “Nhiệm vụ”, chưa được cung cấp; chưa đủ số liệu"}));
  const std::string of_tasks = "unit,period,late\nA,2024,3\nA,2024,\n";
  EXPECT_EQ(given("rows_sum(tasks, late)", std::string(row_of_2024), of_tasks).reasons(),
            (Said{"missing: a cell in the table tasks; incomplete", "missing: a cell in the table “Tasks”; incomplete",
                  "thiếu số liệu: một ô trong bảng “Nhiệm vụ”; chưa đủ số liệu"}));
  EXPECT_EQ(given("rows_max(tasks, late)", std::string(row_of_2024), "unit,period,late\n").reasons()[0],
            "missing: a cell in the table tasks, or a row that counts; incomplete");
  EXPECT_EQ(given("rows_sum(tasks, late) + rows_count(visits)", std::string(row_of_2024), of_tasks).reasons()[0],
            "missing: a cell in the table tasks, the table visits, which was not given; incomplete");
  EXPECT_EQ(given("on_time + rows_count(visits)", "A,2024,,1,1,,,,\n").reasons()[0],
            "missing: on_time, the table visits, which was not given; incomplete");
}
TEST(ReasonWords, DoNotSayThatAnotherChildCountsBeforeItIsKnown) {
  const auto model = parse_model(R"json({"chiso": 1, "id": "m", "measures": {"lead": {"type": "yes_no"}, "a": {"type": "count"}},
    "criteria": [{"id": "g", "one_of": true, "criteria": [
      {"id": "x", "label": "Leads", "points": 2, "applies_when": "lead", "rule": {"type": "per_item", "value": "a", "each": 1}},
      {"id": "y", "points": 2, "rule": {"type": "per_item", "value": "a", "each": 1}}]}]})json");
  const auto scores = score(model, parse_evidence("unit,lead,a\nA,,1\nB,yes,1\n", model), {.keep = Keep::leaves});
  const auto words = [&](std::size_t row, Text::Language language) {
    return reason_words(model, scores.scorecard(row).lines[2], language);
  };
  EXPECT_EQ(words(0, Text::Language::en), "left out until it is known whether “Leads” applies");
  EXPECT_EQ(words(0, Text::Language::vi), "chưa tính: chưa có số liệu để biết “Leads” có áp dụng hay không");
  EXPECT_EQ(words(1, Text::Language::en), "does not apply: “Leads” counts");
}
/// Lines of leaves two levels below a group that has a condition and policies.
TEST(ReasonWords, SayWhichGroupActed) {
  const auto model = parse_model(R"json({"chiso": 1, "id": "m", "missing": "incomplete",
    "measures": {"shop": {"type": "yes_no", "label": {"vi": "Có bộ phận một cửa", "en": "Has a shop"}}, "a": {"type": "count"}, "b": {"type": "count"}},
    "criteria": [{"id": "out", "label": {"vi": "Nhóm ngoài", "en": "Outer"}, "applies_when": "shop", "missing": "zero", "criteria": [
      {"id": "in", "label": {"vi": "Nhóm trong", "en": "Inner"}, "criteria": [
        {"id": "x", "points": 2, "rule": {"type": "per_item", "value": "a", "each": 1}},
        {"id": "y", "points": 2, "missing": "exclude", "not_applicable": "full", "rule": {"type": "per_item", "value": "b", "each": 1}}]}]},
      {"id": "z", "points": 2, "rule": {"type": "per_item", "value": "a", "each": 1}}]})json");
  const auto scores = score(model, parse_evidence("unit,shop,a,b\nA,no,1,1\nB,yes,,\n", model), {.keep = Keep::leaves});
  const auto said = [&](std::size_t row, const char* id) -> Said {
    const auto line = scores.scorecard(row).lines[model.node(id)];
    return {reason_words(model, line), reason_words(model, line, Text::Language::en), reason_words(model, line, Text::Language::vi)};
  };
  EXPECT_EQ(said(0, "x"), (Said{"does not apply: applies_when of out is false",
                                "does not apply, since this is not met, which “Outer” asks for: “Has a shop”",
                                "không áp dụng vì không đáp ứng điều kiện của nhóm “Nhóm ngoài”: “Có bộ phận một cửa”"}));
  EXPECT_EQ(said(0, "y")[0], "does not apply: applies_when of out is false; policy of y: full");
  EXPECT_EQ(said(0, "y")[2],
            "không áp dụng vì không đáp ứng điều kiện của nhóm “Nhóm ngoài”: “Có bộ phận một cửa”; theo quy định riêng của tiêu chí: được "
            "điểm tối đa");
  EXPECT_EQ(said(1, "x"),
            (Said{"missing: a; policy of out: zero", "missing: “a”; by the policy of “Outer”: no points; its points stay applicable",
                  "thiếu số liệu: “a”; theo quy định của nhóm “Nhóm ngoài”: 0 điểm, vẫn tính vào điểm tối đa áp dụng"}));
  EXPECT_EQ(said(1, "y")[1], "missing: “b”; by its own policy: left out of both the points achieved and the points applicable");
  EXPECT_EQ(said(1, "z")[1], "missing: “a”; incomplete");  // the model's own is told once for all
  const auto card = scores.scorecard(1);
  EXPECT_EQ(card.lines[model.node("z")].policy->node, Criterion::none);
  EXPECT_EQ(card.lines[model.node("x")].policy->node, model.node("out"));
  EXPECT_FALSE(scores.scorecard(0).lines[model.node("z")].policy.has_value());
}
TEST(ReasonWords, SayWhatWasDivided) {
  EXPECT_EQ(given("on_time / resolved", "A,2024,0,0,1,,,,\n").reasons()[1], "undefined: a division by zero (“On time” 0; “Resolved” 0)");
}
TEST(ReasonWords, OfPartsSayTheirOwn) {
  const auto nested = scored(R"json({"type": "sum_of", "parts": [
    {"points": 6, "label": {"vi": "Văn bản", "en": "Texts"}, "rule": {"type": "best_of", "parts": [
      {"points": 6, "rule": {"type": "tiers", "value": "percent(on_time, resolved)", "tiers": [{"from": 90, "points": 6}, {"points": 0}]}}]}},
    {"points": 2, "rule": {"type": "checklist", "mode": "all", "items": ["site"]}},
    {"points": 2, "label": "Plan", "rule": {"type": "options", "value": "plan", "points": {"late": 1, "none": 0}}}]})json");
  EXPECT_EQ(nested.reasons()[1],
            "“Texts”: 6 (part 1: 6 (tier 1: 90% or more, value about 92.14 (“On time” 4,534; “Resolved” 4,921))), "
            "part 2: 0 (0 of 1 items hold; not met: “Site”), “Plan”: 1 (Late)");
  EXPECT_EQ(nested.line().rule->reason.parts[1].reason.not_true, (std::vector<std::size_t>{0}));
}
}
