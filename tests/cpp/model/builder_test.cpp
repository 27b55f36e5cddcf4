#include <chiso/model/model.hpp>
#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <support/small_draft.hpp>
#include <vector>

namespace {
using namespace chiso;
using namespace chiso_test;
using Errors = std::vector<std::string>;

Errors after(const std::function<void(ModelDraft&)>& change) {
  auto draft = small_draft();
  change(draft);
  return errors_of(draft);
}
#define EXPECT_ERRORS(change, ...) EXPECT_EQ(after([](ModelDraft& m) { change; }), (Errors{__VA_ARGS__}))

TEST(Builder, AcceptsTheSmallModel) {
  EXPECT_EQ(errors_of(small_draft()), Errors{});
  EXPECT_TRUE(check(small_draft()).empty());
}

TEST(Builder, ChecksTheHeadOfAModel) {
  EXPECT_ERRORS(m.chiso = 2, "format.unknown /chiso");
  EXPECT_ERRORS(m.id = "", "id.name /id");
  EXPECT_ERRORS(m.id = "a b", "id.name /id");
  EXPECT_ERRORS(m.id = "x.not_applicable", "id.name /id");
  EXPECT_ERRORS(m.point_decimals = 10, "decimals.range /point_decimals");
  EXPECT_ERRORS(m.point_decimals = -1, "decimals.range /point_decimals");
  EXPECT_ERRORS(m.publish.decimals = 10, "decimals.range /publish/decimals");
  EXPECT_ERRORS(m.publish.decimals = -1, "decimals.range /publish/decimals");
  EXPECT_ERRORS(m.criteria.clear(); m.ranking = {}; m.classes.reset(), "criteria.none /criteria");
}

TEST(Builder, ChecksMeasures) {
  EXPECT_ERRORS((m.measures.push_back({"if", {.type = MeasureType::count}})), "measure.name /measures/if");
  EXPECT_ERRORS((m.measures.push_back({"điểm", {.type = MeasureType::count}})), "measure.name /measures/điểm");
  EXPECT_ERRORS((m.measures.push_back({"a", {.type = MeasureType::count}})), "key.duplicate /measures/a");
  EXPECT_ERRORS(m.measures[0].second.decimals = 0, "measure.decimals /measures/a/decimals");
  EXPECT_ERRORS(m.measures[2].second.decimals = 10, "decimals.range /measures/d/decimals");
  EXPECT_ERRORS(m.measures[2].second.decimals = -1, "decimals.range /measures/d/decimals");
  EXPECT_ERRORS(m.measures[0].second.options = {"x"}, "measure.options /measures/a/options");
  EXPECT_ERRORS((m.measures.push_back({"z", {.type = MeasureType::choice}})), "options.none /measures/z/options");
  EXPECT_ERRORS((m.measures.push_back({"z", {.type = MeasureType::choice, .options = {"x", "x"}}})),
                "option.duplicate /measures/z/options/1");
  EXPECT_ERRORS(
      (m.measures.push_back({"z", {.type = MeasureType::choice, .options = {"", "không áp dụng", "a\\b", "a'\"", "a\nb", "fine"}}})),
      "option.name /measures/z/options/0", "option.name /measures/z/options/1", "option.name /measures/z/options/2",
      "option.name /measures/z/options/3", "option.name /measures/z/options/4");
  EXPECT_ERRORS(m.measures[3].second.min = 0, "measure.range /measures/t/min");
  EXPECT_ERRORS(m.measures[4].second.max = 0, "measure.range /measures/p/max");
  EXPECT_ERRORS(m.measures[3].second.excess = Excess::round, "measure.excess /measures/t/excess");
  EXPECT_ERRORS(m.measures[2].second.min = 6, "measure.range /measures/d/min");
  EXPECT_ERRORS(m.measures[0].second.max = -1, "measure.range /measures/a/max");
}

TEST(Builder, ChecksTracksBlocksAndFallback) {
  EXPECT_ERRORS(m.tracks = std::vector<Item>{}; m.fallback.clear(); m.criteria[0].criteria[1].tracks.reset(), "tracks.none /tracks");
  EXPECT_ERRORS(m.tracks->push_back("self"), "track.duplicate /tracks/2");
  EXPECT_ERRORS(m.tracks->push_back(""), "track.name /tracks/2");
  EXPECT_ERRORS(m.blocks->push_back("offices"), "block.duplicate /blocks/2");
  EXPECT_ERRORS(m.blocks->push_back("not_applicable"), "block.name /blocks/2");
  EXPECT_ERRORS(m.fallback[0].first = "fin", "track.unknown /fallback/fin");
  EXPECT_ERRORS(m.fallback[0].second = {"sel"}, "track.unknown /fallback/final/0");
  EXPECT_ERRORS(m.fallback[0].second = {"final"}, "fallback.self /fallback/final/0");
  EXPECT_ERRORS(m.fallback[0].second = {}, "fallback.none /fallback/final");
  EXPECT_ERRORS((m.fallback[0].second = {"self", "self"}), "track.duplicate /fallback/final/1");
  EXPECT_ERRORS((m.fallback.push_back({"final", {"self"}})), "key.duplicate /fallback/final");
  EXPECT_ERRORS((m.criteria[0].criteria[1].tracks = std::vector<std::string>{"final", "final"}),
                "track.duplicate /criteria/0/criteria/1/tracks/1");
  EXPECT_ERRORS(m.criteria[0].criteria[1].tracks = std::vector<std::string>{"fin"}, "track.unknown /criteria/0/criteria/1/tracks/0");
  EXPECT_ERRORS(m.criteria[0].criteria[1].tracks = std::vector<std::string>{}, "tracks.none /criteria/0/criteria/1/tracks");
}

TEST(Builder, ChecksCriteria) {
  EXPECT_ERRORS(m.criteria[0].criteria[0].id = "3", "id.duplicate /criteria/1/criteria/0/id");
  EXPECT_ERRORS(m.criteria[0].criteria[0].id = "more", "id.duplicate /adjustments/bonus/entries/0/id");
  EXPECT_ERRORS(m.criteria[0].criteria[0].id = "a.not_applicable", "id.name /criteria/0/criteria/0/id");
  EXPECT_ERRORS(m.criteria[0].was = {"old one"}, "id.name /criteria/0/was/0");
  EXPECT_ERRORS(m.criteria[0].criteria[0].points = 0, "points.range /criteria/0/criteria/0/points");
  EXPECT_ERRORS(m.criteria[0].criteria[0].points = -1, "points.range /criteria/0/criteria/0/points");
  EXPECT_ERRORS(m.criteria[0].criteria[0].points = 0.0000001, "points.decimals /criteria/0/criteria/0/points");
  EXPECT_ERRORS(m.criteria[0].criteria[0].points.reset(), "leaf.points /criteria/0/criteria/0");
  EXPECT_ERRORS(m.criteria[0].criteria[0].scale_to = 2, "leaf.counts /criteria/0/criteria/0/scale_to");
  EXPECT_ERRORS(m.criteria[0].criteria[0].cap = 2, "leaf.counts /criteria/0/criteria/0/cap");
  EXPECT_ERRORS(m.criteria[0].criteria[0].at_least = 2, "leaf.counts /criteria/0/criteria/0/at_least");
  EXPECT_ERRORS(m.criteria[0].criteria[0].one_of = true, "leaf.counts /criteria/0/criteria/0/one_of");
  EXPECT_ERRORS(m.criteria[0].criteria.clear(), "leaf.rule /criteria/0");  // one cause, one problem
  EXPECT_ERRORS(m.criteria[0].criteria[0].rule.reset(), "leaf.rule /criteria/0/criteria/0");
  EXPECT_ERRORS(m.criteria[0].rule = rules::YesNo{"t"}, "group.rule /criteria/0/rule");
  EXPECT_ERRORS(m.criteria[0].tracks = std::vector<std::string>{"final"}, "group.tracks /criteria/0/tracks");
  EXPECT_ERRORS(m.criteria[0].points = 6, "group.points /criteria/0/points");
  EXPECT_ERRORS(m.criteria[0].points = 5.00, );
  EXPECT_ERRORS(m.criteria[1].points = 10, "group.counts /criteria/1/scale_to");
  EXPECT_ERRORS(m.criteria[1].scale_to = 0, "points.range /criteria/1/scale_to");
  EXPECT_ERRORS(m.criteria[1].scale_to = 1.0000001, "points.decimals /criteria/1/scale_to");
  EXPECT_ERRORS(m.criteria[0].applies_when = "a", "expr.type /criteria/0/applies_when");
  EXPECT_ERRORS(m.criteria[0].criteria[0].applies_when = "", "expr.syntax /criteria/0/criteria/0/applies_when");
  EXPECT_ERRORS(m.criteria[0].criteria[0].rule = rules::YesNo{"nope"}, "expr.measure /criteria/0/criteria/0/rule/value");
}

TEST(Builder, ChecksHowAGroupCounts) {
  // Group 0 has leaves of 2 and 3 points, the second of which has a condition; group 1 is scaled to 10.
  EXPECT_ERRORS(m.criteria[0].cap = 5, );
  EXPECT_ERRORS(m.criteria[0].cap = 5.000001, "group.cap /criteria/0/cap");
  EXPECT_ERRORS(m.criteria[0].cap = 0, "points.range /criteria/0/cap");
  EXPECT_ERRORS(m.criteria[0].at_least = 5, );
  EXPECT_ERRORS(m.criteria[0].at_least = 0, );
  EXPECT_ERRORS(m.criteria[0].at_least = 5.000001, "points.range /criteria/0/at_least");
  EXPECT_ERRORS(m.criteria[0].at_least = -1, "points.range /criteria/0/at_least");
  EXPECT_ERRORS((m.criteria[0].at_least = 4, m.criteria[0].cap = 3), "points.range /criteria/0/at_least");
  EXPECT_ERRORS((m.criteria[0].points = 5, m.criteria[0].at_least = 1), );
  EXPECT_ERRORS((m.criteria[0].points = 3, m.criteria[0].cap = 3), "group.counts /criteria/0/cap");
  EXPECT_ERRORS(m.criteria[1].cap = 3, "group.counts /criteria/1/cap");
  EXPECT_ERRORS(m.criteria[1].at_least = 3, "group.counts /criteria/1/at_least");
  EXPECT_ERRORS(m.criteria[0].one_of = true, "group.one_of /criteria/0/criteria/0");
  EXPECT_ERRORS((m.criteria[0].one_of = true, std::swap(m.criteria[0].criteria[0], m.criteria[0].criteria[1])), );
  EXPECT_ERRORS((m.criteria[0].one_of = true, m.criteria[0].at_least = 1, m.criteria[0].criteria.pop_back(), m.ranking = {}),
                "group.counts /criteria/0/at_least");
}
TEST(Builder, SaysWhatOtherKeysWouldMakeOfThePointsOfAGroup) {
  const auto said = [](const Decimal& points) {
    auto draft = small_draft();
    draft.criteria[0].points = points;
    return check(draft).front().expected();
  };
  EXPECT_EQ(
      said(4),
      "the sum of its criteria, 5; or cap: 4 (what is earned of 5 counts up to 4) or scale_to: 4 (the share earned of 5 counts of 4)");
  EXPECT_EQ(said(6), "the sum of its criteria, 5; or scale_to: 6 (the share earned of 5 counts of 6)");
}
TEST(Builder, ChecksTheScaleOfTheIndex) {
  EXPECT_ERRORS(m.publish.scale = 0, "publish.scale /publish/scale");
  EXPECT_ERRORS(m.publish.scale = -5, "publish.scale /publish/scale");
  EXPECT_ERRORS(m.publish.scale = 1'000'001, "publish.scale /publish/scale");
  EXPECT_ERRORS(m.publish.scale = 0.0001, "publish.scale /publish/scale");
  EXPECT_ERRORS(m.publish.scale = 1'000'000, );
  EXPECT_ERRORS(m.publish.scale = 12.5, );
  EXPECT_ERRORS(m.publish.points = 10, "decimals.range /publish/points");
  // 17 points of 10^9 quanta, 10^9 digits of the scale: more than 2^62.
  EXPECT_ERRORS((m.point_decimals = 9, m.publish.scale = 999999.999), "publish.scale_digits /publish/scale");
}
TEST(Builder, GivesAGroupThePointsThatItCanCount) {
  auto draft = small_draft();
  draft.criteria[0].cap = 4.5;
  EXPECT_EQ(Model::build(draft).points().quanta, 14'500'000);
  draft.criteria[0].cap.reset(), draft.criteria[0].at_least = 1;
  EXPECT_EQ(Model::build(draft).points().quanta, 15'000'000);
  draft.criteria[0].at_least.reset(), draft.criteria[0].one_of = true;
  std::swap(draft.criteria[0].criteria[0], draft.criteria[0].criteria[1]);
  EXPECT_EQ(Model::build(draft).points().quanta, 13'000'000);
}

TEST(Builder, ReportsThePlaceWithinAnExpression) {
  auto draft = small_draft();
  draft.criteria[0].criteria[0].rule = rules::YesNo{"p == 'điểm' and nope"};
  const auto problems = check(draft);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].code(), "expr.option");
  EXPECT_EQ(problems[0].place.within, 5U);
}

TEST(Builder, ChecksSumsOfPoints) {
  const auto top = [](std::vector<CriterionDraft> criteria) {
    auto draft = small_draft();
    draft.criteria = std::move(criteria);
    draft.ranking = {}, draft.classes.reset();
    return draft;
  };
  const auto half = [](const char* id, Decimal points) { return leaf(id, points, rules::YesNo{"t"}); };
  EXPECT_EQ(errors_of(top({half("1", 500000), half("2", 500000)})), Errors{});
  EXPECT_EQ(errors_of(top({half("1", 500000), half("2", 500000.000001)})), Errors{"points.sum /criteria"});
  EXPECT_EQ(errors_of(top({group("g", {half("1", 500000), half("2", 500001)})})), Errors{"points.sum /criteria/0/criteria"});
  EXPECT_EQ(errors_of(top({group("g", {half("1", 500000), half("2", 500001)}, {.scale_to = 1})})),
            Errors{"points.sum /criteria/0/criteria"});
  auto fine = top({half("1", 1000000)});
  fine.point_decimals = 9;
  EXPECT_EQ(errors_of(fine), Errors{});  // 10^15 quanta
  EXPECT_EQ(Model::build(small_draft()).points().quanta, 15'000'000);
}

TEST(Builder, ChecksAdjustments) {
  EXPECT_ERRORS(m.adjustments.bonus->cap = -1, "points.range /adjustments/bonus/cap");
  EXPECT_ERRORS(m.adjustments.bonus->cap = 0.0000001, "points.decimals /adjustments/bonus/cap");
  EXPECT_ERRORS(m.adjustments.bonus->cap = 0, );
  EXPECT_ERRORS(m.adjustments.penalty->entries[0].points = 0, "points.range /adjustments/penalty/entries/0/points");
  EXPECT_ERRORS(m.adjustments.penalty->entries[0].rule = rules::YesNo{"a"}, "expr.type /adjustments/penalty/entries/0/rule/value");
  EXPECT_ERRORS(m.adjustments.penalty->entries[0].applies_when = "a", "expr.type /adjustments/penalty/entries/0/applies_when");
  EXPECT_ERRORS(m.adjustments.bonus->entries[0].rule = rules::PerItem({"a / b", 1}), );  // entries need no policy
  // 2^53 quanta are the most, both for a cap and for the sum of the entries.
  const auto most = *Decimal::parse("9007199254.740992"), more = *Decimal::parse("9007199254.740993"),
             half = *Decimal::parse("4503599627.370496");
  const auto with = [&](Decimal cap, std::vector<Decimal> points) {
    auto draft = small_draft();
    auto entry = draft.adjustments.bonus->entries[0];
    draft.adjustments.bonus->cap = cap;
    draft.adjustments.bonus->entries.clear();
    for (std::size_t i = 0; i < points.size(); ++i) {
      entry.id = "entry" + std::to_string(i);
      entry.points = points[i];
      draft.adjustments.bonus->entries.push_back(entry);
    }
    return errors_of(draft);
  };
  EXPECT_EQ(with(most, {1}), Errors{});
  EXPECT_EQ(with(more, {1}), Errors{"points.range /adjustments/bonus/cap"});
  EXPECT_EQ(with(1, {half, half}), Errors{});
  EXPECT_EQ(with(1, {half, half, 0.000001}), Errors{"points.sum /adjustments/bonus/entries"});
}

TEST(Builder, ChecksRanking) {
  EXPECT_ERRORS(m.ranking.tie_break = {"IV"}, "criterion.unknown /ranking/tie_break/0");
  EXPECT_ERRORS(m.ranking.tie_break = {"more"}, "criterion.unknown /ranking/tie_break/0");  // an entry has no index
  EXPECT_ERRORS((m.ranking.tie_break = {"I", "3", "I"}), "tie_break.duplicate /ranking/tie_break/2");
}

TEST(Builder, ChecksClasses) {
  EXPECT_ERRORS(m.classes->bands.clear(); m.classes->vetoes.clear(), "bands.none /classes/bands");
  EXPECT_ERRORS(m.classes->decimals = 10, "decimals.range /classes/decimals");
  EXPECT_ERRORS(m.classes->bands[1].id = "good", "id.duplicate /classes/bands/1/id");
  EXPECT_ERRORS(m.classes->bands[0].id = "very good", "id.name /classes/bands/0/id");
  EXPECT_ERRORS(m.classes->bands[2].from = 0, "ends.last /classes/bands/2");
  EXPECT_ERRORS(m.classes->bands[1].from = 85, "ends.unreachable /classes/bands/1");
  EXPECT_ERRORS(m.classes->bands[1].from.reset(), "ends.last /classes/bands/1");
  EXPECT_ERRORS(m.classes->by_block[0].first = "office", "block.unknown /classes/by_block/office");
  EXPECT_ERRORS(m.blocks.reset(), "by_block.undeclared /classes/by_block");
  EXPECT_ERRORS(m.classes->by_block.push_back(m.classes->by_block[0]), "key.duplicate /classes/by_block/offices");
  EXPECT_ERRORS(m.classes->by_block[0].second[1].from = 95, "ends.unreachable /classes/by_block/offices/1");
  EXPECT_ERRORS(m.classes->vetoes[0].at_most = "great", "veto.at_most /classes/vetoes/0/at_most");
  EXPECT_ERRORS(m.classes->by_block[0].second[1].id = "middling", "veto.at_most /classes/vetoes/0/at_most");  // it must be in every list
  EXPECT_ERRORS(m.classes->vetoes[0].when.reset(), "veto.empty /classes/vetoes/0");
  EXPECT_ERRORS(m.classes->vetoes[1].below.reset(), "veto.below /classes/vetoes/1");
  EXPECT_ERRORS(m.classes->vetoes[0].below = 3, "veto.below /classes/vetoes/0");
  EXPECT_ERRORS(m.classes->vetoes[1].criterion = Ids{}, "veto.criterion /classes/vetoes/1/criterion");
  EXPECT_ERRORS(m.classes->vetoes[1].criterion = Ids("more"), "criterion.unknown /classes/vetoes/1/criterion");
  EXPECT_ERRORS(m.classes->vetoes[0].when = "a", "expr.type /classes/vetoes/0/when");
  EXPECT_ERRORS((m.classes->vetoes[1].criterion = Ids{"I", "II"}, m.classes->vetoes[1].at_least = 2), );
  EXPECT_ERRORS(m.classes->vetoes[1].at_least = 2, "veto.at_least /classes/vetoes/1/at_least");
  EXPECT_ERRORS(m.classes->vetoes[1].at_least = 0, "veto.at_least /classes/vetoes/1/at_least");
  EXPECT_ERRORS(m.classes->vetoes[0].at_least = 1, "veto.at_least /classes/vetoes/0/at_least");
}

TEST(Builder, ReportsAllProblemsTogetherAndEachOnce) {
  EXPECT_ERRORS(m.chiso = 2; m.id = ""; m.measures[2].second.decimals = 11; m.criteria[0].criteria[0].points = 0;
                m.criteria[1].criteria[1].rule = rules::Given{"nope"}; m.ranking.tie_break = {"IV"};
                m.classes->vetoes[0].at_most = "great", "format.unknown /chiso", "id.name /id", "decimals.range /measures/d/decimals",
                "points.range /criteria/0/criteria/0/points", "expr.measure /criteria/1/criteria/1/rule/value",
                "criterion.unknown /ranking/tie_break/0", "veto.at_most /classes/vetoes/0/at_most");
  // A leaf without a policy is reported beside its other problems.
  EXPECT_ERRORS(m.undefined.reset(); m.criteria[0].criteria[0].points = 0; m.criteria[0].criteria[0].rule = rules::YesNo{"a / b > 1"},
                                                                           "points.range /criteria/0/criteria/0/points",
                                                                           "undefined.policy /criteria/0/criteria/0");
  EXPECT_THROW(Model::build({}), ModelError);
}

TEST(Builder, RequiresAPolicyForUndefinedHereOrAbove) {
  const auto with = [](
                        const char* gate, const char* value, const std::function<void(ModelDraft&)>& change = [](ModelDraft&) {}) {
    auto draft = small_draft();
    draft.undefined.reset();
    if (*gate != 0) draft.criteria[0].applies_when = gate;
    draft.criteria[0].criteria = {leaf("1", 2, rules::YesNo{value})};
    draft.criteria[1].criteria[1].rule = rules::YesNo{"t"};
    change(draft);
    return errors_of(draft);
  };
  const Errors wanted{"undefined.policy /criteria/0/criteria/0"};
  EXPECT_EQ(with("", "t"), Errors{});
  EXPECT_EQ(with("", "a / b > 1"), wanted);
  EXPECT_EQ(with("a / b > 1", "t"), wanted);      // the condition of the group above
  EXPECT_EQ(with("b > 0", "a / b > 1"), wanted);  // conditions are not checked for this
  EXPECT_EQ(with("", "a / b > 1", [](ModelDraft& m) { m.undefined = WhenUndefined::missing; }), Errors{});
  EXPECT_EQ(with("", "a / b > 1", [](ModelDraft& m) { m.criteria[0].undefined = WhenUndefined::full; }), Errors{});
  EXPECT_EQ(with("", "a / b > 1", [](ModelDraft& m) { m.criteria[0].criteria[0].undefined = WhenUndefined::zero; }), Errors{});
  EXPECT_EQ(with("", "a / b > 1", [](ModelDraft& m) { m.criteria[1].undefined = WhenUndefined::zero; }), wanted);
}

TEST(Builder, UsesTheNearestPolicy) {
  auto draft = small_draft();
  draft.missing = WhenMissing::zero;
  draft.criteria[0].missing = WhenMissing::exclude;
  draft.criteria[0].not_applicable = WhenNotApplicable::full;
  draft.criteria[0].criteria[1].missing = WhenMissing::incomplete;
  const auto model = Model::build(draft);
  const auto policies = [&](const char* id) { return model.nodes()[model.node(id)].policies; };
  EXPECT_EQ(policies("1").missing, WhenMissing::exclude);
  EXPECT_EQ(policies("1").not_applicable, WhenNotApplicable::full);
  EXPECT_EQ(policies("2").missing, WhenMissing::incomplete);
  EXPECT_EQ(policies("2").not_applicable, WhenNotApplicable::full);
  EXPECT_EQ(policies("3").missing, WhenMissing::zero);
  EXPECT_EQ(policies("3").not_applicable, WhenNotApplicable::exclude);
  EXPECT_EQ(policies("3").undefined, WhenUndefined::zero);
  EXPECT_EQ(Model::build({.id = "m", .measures = {{"t", {.type = MeasureType::yes_no}}}, .criteria = {leaf("1", 1, rules::YesNo{"t"})}})
                .nodes()[0]
                .policies.missing,
            WhenMissing::incomplete);
}

TEST(Builder, WarnsOfMeasuresThatNothingReads) {
  auto draft = small_draft();
  draft.measures.push_back({"unread", {.type = MeasureType::count}});
  const auto problems = check(draft);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].severity, Severity::warning);
  EXPECT_EQ(problems[0].code() + problems[0].place.pointer, "measure.unread/measures/unread");
  const auto model = Model::build(draft);
  EXPECT_EQ(model.warnings(), problems);
  draft.classes->on = ClassOn::rank;
  draft.classes->decimals = 1;
  EXPECT_EQ(check(draft).size(), 2U);
}

TEST(Builder, DoesNotCheckPartsThatWereNotRead) {
  auto draft = small_draft();
  draft.id = "", draft.criteria[0].criteria[0].points = 0, draft.criteria[0].criteria[0].rule = rules::YesNo{""},
  draft.classes->bands.clear(), draft.adjustments.bonus->cap = -1;
  Report report;
  const auto mark = [&](std::initializer_list<std::string_view> steps) {
    std::vector<std::unique_ptr<Report::Step>> held;
    for (const auto step : steps) held.push_back(std::make_unique<Report::Step>(report, step));
    report.mark_here();
    while (!held.empty()) held.pop_back();  // steps are left in reverse order
  };
  mark({"id"}), mark({"criteria", "0", "criteria", "0", "points"}), mark({"criteria", "0", "criteria", "0", "rule", "value"}),
      mark({"classes", "bands"}), mark({"adjustments", "bonus", "cap"});
  EXPECT_FALSE(build(draft, report));
  std::string extra;
  for (const auto& problem : report.problems()) extra += to_text(problem) + "\n";
  EXPECT_EQ(extra, "");
}
}
