#include <chiso/evidence/builder.hpp>
#include <chiso/io/json/model.hpp>
#include <chiso/io/read/evidence.hpp>
#include <chiso/io/tables/scores.hpp>
#include <chiso/io/words/reasons.hpp>
#include <gtest/gtest.h>
#include <io/text/table_writer.hpp>
#include <string>

namespace {
using namespace chiso;
using Cells = std::vector<std::string>;

Model small_model() {
  CriterionOptions guarded_rate{.number = "2.1", .applies_when = Truth("received > 0")};
  return Model::build(
      {.id = "small",
       .publish = {.decimals = 1},
       .stated_points = StatedPoints::accept,
       .undefined = WhenUndefined::zero,
       .tracks = std::vector<Item>{"self", "final"},
       .measures = {{"plan", {.type = MeasureType::choice, .options = {"on_time", "late"}}},
                    {"received", {.type = MeasureType::count}},
                    {"resolved", {.type = MeasureType::count}},
                    {"extra", {.type = MeasureType::count}}},
       .criteria = {group("steering",
                          {leaf("issued", 1, rules::Options{.value = "plan", .points = {{"on_time", 1}, {"late", 0.5}}}),
                           leaf("visit", 2, rules::YesNo{.value = "plan == 'late'"}, {.tracks = std::vector<std::string>{"self"}})},
                          {.number = "I"}),
                    leaf("rate", 3, rules::Proportional{.value = "percent(resolved, received)", .full_at = 100, .floor = 50}, guarded_rate),
                    leaf("levels", 2, rules::Tiers{.value = "received", .tiers = {{.above = 9, .points = 2}, {.points = 0}}})},
       .adjustments = {.bonus =
                           SideDraft{.cap = 1,
                                     .entries = {{.id = "more", .points = 2, .rule = rules::PerItem{.value = "extra", .each = 0.25}}}}},
       .classes = ClassesDraft{.bands = {{.id = "good", .from = 80}, {.id = "rest"}}}});
}

Evidence evidence(const Cells& units, const Cells& plan, const Cells& received, const Cells& resolved, const Cells& extra,
                  const Cells& stated) {
  EvidenceBuilder builder(small_model());
  builder.texts("unit", units).texts("plan", plan).texts("received", received).texts("resolved", resolved).texts("extra", extra);
  builder.texts("points.issued", stated);
  return builder.build();
}
Scores scored(const ScoreTableOptions& options = {}) {
  const auto table = evidence({"b", "=a", "c, \"d\"", "-"}, {"late", "on_time", "", "late"}, {"3", "10", "8", "0"}, {"1", "10", "", "0"},
                              {"0", "9", "", "1"}, {"", "", "", "0.75"});
  return score(table.model(), table, {.keep = keep_for(table.model(), options)});
}

TEST(ScoresCsv, HasARowForEachRowOfEvidenceWithRankedRowsFirst) {
  EXPECT_EQ(to_csv(scored()),
            "unit,block,period,track,points,applicable,bonus,penalty,index,rank,class,complete,ranked,class_by,class_by_item,held_back,"
            "level_as_published,held\r\n"
            "'=a,,,final,6.0,6.0,1.0,0.0,100.0,1,good,yes,yes,band,,no,no,most\r\n"
            "'-,,,final,0.8,3.0,0.3,0.0,33.3,2,rest,yes,yes,band,,no,no,\r\n"
            "b,,,final,0.5,6.0,0.0,0.0,8.3,3,rest,yes,yes,band,,no,no,\r\n"
            "\"c, \"\"d\"\"\",,,final,0.0,6.0,0.0,0.0,0.0,,,no,yes,,,no,no,\r\n");
}

TEST(ScoresCsv, ExactAddsQuantaAndTheFraction) {
  const auto text = to_csv(scored(), {.exact = true});
  EXPECT_NE(text.find(",points_quanta,applicable_quanta,bonus_quanta,penalty_quanta,index_numerator,index_denominator\r\n"),
            std::string::npos);
  EXPECT_NE(text.find("b,,,final,0.5,6.0,0.0,0.0,8.3,3,rest,yes,yes,band,,no,no,,500000,6000000,0,0,25,3\r\n"), std::string::npos);
}

TEST(ScoresCsv, OfACriterionRanksByItAndHasNoClass) {
  const ScoreTableOptions options{.node = "levels"};
  const auto text = to_csv(scored(options), options);
  EXPECT_NE(text.find("'=a,,,final,2.0,2.0,,,100.0,1,,yes,yes,,,no,no,\r\n"), std::string::npos);
  EXPECT_NE(text.find("b,,,final,0.0,2.0,,,0.0,2,,yes,yes,,,no,no,\r\n"), std::string::npos);
}

TEST(ScoresCsv, OfAnEntryHasPointsOnly) {
  const ScoreTableOptions options{.node = "more"};
  EXPECT_NE(to_csv(scored(options), options).find("'=a,,,final,2.0,0.0,,,,,,yes,yes,,,no,no,\r\n"), std::string::npos);
}

TEST(ScoresCsv, ByCriterionHasStatesAndReasons) {
  const auto text = to_csv(scored(), {.by_criterion = true});
  EXPECT_TRUE(
      text.starts_with("unit,block,period,track,node,number,depth,points,applicable,index,state,reason\r\n"
                       "'=a,,,final,steering,I,0,1.0,1.0,100.0,,\r\n"
                       "'=a,,,final,issued,,1,1.0,1.0,100.0,scored,option on_time\r\n"
                       "'=a,,,final,visit,,1,0.0,0.0,,not_applicable,outside its tracks\r\n"
                       "'=a,,,final,rate,2.1,0,3.0,3.0,100.0,scored,value 100 (resolved 10; received 10)\r\n"
                       "'=a,,,final,levels,,0,2.0,2.0,100.0,scored,\"tier 1: 10 or more, value 10\"\r\n"
                       "'=a,,,final,more,,0,2.0,0.0,,scored,\"capped at the maximum, value 9\"\r\n"))
      << text;
  EXPECT_NE(text.find("b,,,final,rate,2.1,0,0.0,3.0,0.0,scored,\"short of the floor, value about 33.3 (resolved 1; received 3)\"\r\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("'-,,,final,issued,,1,0.8,1.0,75.0,stated,stated; the rule gives 0.5\r\n"), std::string::npos) << text;
  EXPECT_NE(text.find("'-,,,final,rate,2.1,0,0.0,0.0,,not_applicable,does not apply: applies_when of rate is false\r\n"), std::string::npos)
      << text;
  EXPECT_NE(text.find(",rate,2.1,0,0.0,3.0,0.0,missing,missing: resolved; incomplete\r\n"), std::string::npos) << text;
  EXPECT_NE(text.find(",steering,I,0,0.0,1.0,0.0,,incomplete\r\n"), std::string::npos) << text;
}

TEST(ScoresCsv, ByCriterionOfAGroupHasTheCriteriaBelowIt) {
  const ScoreTableOptions options{.node = "steering", .by_criterion = true};
  const auto text = to_csv(scored(options), options);
  EXPECT_NE(text.find("'=a,,,final,visit,"), std::string::npos);
  EXPECT_EQ(text.find(",rate,"), std::string::npos);
}

TEST(ScoresJson, HasTheSameKeysWithNumbersAndNulls) {
  const auto text = to_json(scored(), {.exact = true});
  EXPECT_TRUE(text.starts_with(R"([
{"unit": "=a", "block": "", "period": "", "track": "final", "points": 6.0, "applicable": 6.0, "bonus": 1.0, "penalty": 0.0, "index": 100.0, "rank": 1, "class": "good", "complete": true, "ranked": true, "class_by": "band", "class_by_item": null, "held_back": false, "level_as_published": false, "held": "most", "points_quanta": 6000000, )"))
      << text;
  EXPECT_NE(text.find(R"({"unit": "c, \"d\"", )"), std::string::npos);
  EXPECT_NE(text.find(R"("rank": null, "class": null, "complete": false)"), std::string::npos);
  EXPECT_TRUE(text.ends_with("}\n]\n"));
}

TEST(ScoresCsv, HasStatedPointsBesideARuleThatGivesNone) {
  const auto table = evidence({"a", "b"}, {"", "late"}, {"1", "1"}, {"1", "1"}, {"0", "0"}, {"0.5", ""});
  EXPECT_NE(to_csv(score(table.model(), table), {.by_criterion = true})
                .find("a,,,final,issued,,1,0.5,1.0,50.0,stated,stated; by itself it is missing: plan\r\n"),
            std::string::npos);
}
TEST(ScoresCsv, HasStatedPointsOfALeafWhoseConditionHasNoValue) {
  const std::vector<std::string> units{"a"}, plan{"late"}, received{""}, resolved{"1"}, extra{"0"}, stated{"2"};
  EvidenceBuilder builder(small_model());
  builder.texts("unit", units).texts("plan", plan).texts("received", received).texts("resolved", resolved).texts("extra", extra);
  const auto table = builder.texts("points.rate", stated).build();
  const auto text = to_csv(score(table.model(), table), {.by_criterion = true});
  EXPECT_NE(text.find("a,,,final,rate,2.1,0,2.0,3.0,66.7,stated,stated; by itself it is missing: received\r\n"), std::string::npos) << text;
}
TEST(Scores, ReportWhatWasNotKept) {
  const auto table = evidence({"a"}, {"late"}, {"10"}, {"5"}, {"9"}, {""});
  const auto of = [&](Keep keep) { return score(table.model(), table, {.keep = keep}); };
  const auto reported = [](auto&& ask) -> std::string {
    try {
      ask();
    } catch (const ShapeError& error) {
      return error.what();
    }
    return "";
  };
  const auto& model = table.model();
  const auto rate = model.nodes()[model.node("rate")].item;
  EXPECT_EQ(of(Keep::leaves).points(rate, 0).quanta, 1'500'000);
  EXPECT_EQ(of(Keep::leaves).state(rate, 0), ItemState::scored);
  for (const auto keep : {Keep::totals, Keep::groups}) {
    EXPECT_EQ(reported([&] { of(keep).points(rate, 0); }),
              "the points of a leaf or entry needs scores that were computed with keep leaves");
    EXPECT_EQ(reported([&] { of(keep).state(rate, 0); }), "the state of a leaf or entry needs scores that were computed with keep leaves");
  }
  EXPECT_NE(reported([&] { of(Keep::totals).node(model.node("steering")); }).find("keep groups or leaves"), std::string::npos);
}

TEST(Scores, ReportUnknownNamesWithTheKnownOnes) {
  const auto reported = [](const ScoreTableOptions& options) -> std::string {
    try {
      to_csv(scored(), options);
    } catch (const UnknownNameError& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(reported({.track = "fnal"}), "found track 'fnal', expected one of 'self', 'final' (did you mean final?) [name.unknown]");
  EXPECT_EQ(reported({.period = "2024"}), "found period '2024', expected one of '' [name.unknown]");
  EXPECT_NE(reported({.node = "levles"}).find("'levels'"), std::string::npos);
  EXPECT_EQ(to_csv(scored(), {.track = "self"}).find("\r\n") + 2, to_csv(scored(), {.track = "self"}).size())
      << "a track without rows has a header";
}

TEST(Guard, ChangesOnlyCellsThatCouldBeFormulas) {
  for (const std::string risky : {"=1", "+1", "-1", "@x", "\tx", "\rx"}) EXPECT_EQ(guarded(risky), "'" + risky);
  for (const std::string plain : {"", "a=1", "1-2", "'x", " =1"}) EXPECT_EQ(guarded(plain), plain);
}

TEST(ReasonWords, RoundValuesOfVeryManyDigits) {
  // Numerator and denominator have 30 digits, to be rounded to 9 decimals.
  const auto model = parse_model(R"({"chiso": 1, "id": "m", "undefined": "zero", "publish": {"decimals": 9}, "measures": {
    "a": {"type": "count"}, "b": {"type": "count"}, "c": {"type": "count"}, "d": {"type": "count"}},
    "criteria": [{"id": "x", "points": 1, "rule": {"type": "proportional", "value": "a / b * c / d", "full_at": 1}}]})");
  const auto scores =
      score(model, parse_evidence("unit,a,b,c,d\nU,999999999999999,999999999999998,999999999999997,999999999999994\n", model),
            {.keep = Keep::leaves});
  EXPECT_EQ(reason_words(model, scores.scorecard(0).lines[0]),
            "capped at the maximum, value about 1.000000000 (a 999,999,999,999,999; b 999,999,999,999,998; c 999,999,999,999,997; "
            "d 999,999,999,999,994)");
}
}
