#include <chiso/chiso.hpp>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace {
using namespace chiso;
CriterionDraft covered_leaf(const char* id, int points, const char* measure, CriterionOptions options = {}) {
  return chiso::leaf(id, points, rules::PerItem{.value = measure, .each = 1}, std::move(options));
}
/// A scaled group of l (2 points of x) and m (3 points of 1 / y), and n (5 points of z).
ModelDraft covered_draft() {
  ModelDraft draft{};
  draft.id = "c";
  draft.stated_points = StatedPoints::accept;
  draft.missing = WhenMissing::zero;
  for (const char* name : {"x", "y", "z"}) draft.measures.emplace_back(name, MeasureDraft{.type = MeasureType::count});
  draft.criteria = {chiso::group("g", {covered_leaf("l", 2, "x"), covered_leaf("m", 3, "1 / y", {.undefined = WhenUndefined::missing})},
                                 {.scale_to = 50}),
                    covered_leaf("n", 5, "z")};
  return draft;
}
Scores covered_scores(const ModelDraft& draft, const std::vector<std::string>& x, const std::vector<std::string>& y,
                      const std::vector<std::string>& z, Keep keep) {
  std::vector<std::string> units;
  for (std::size_t i = 0; i < x.size(); ++i) units.push_back("U" + std::to_string(i));
  const auto model = Model::build(draft);
  return score(model, EvidenceBuilder(model).texts("unit", units).texts("x", x).texts("y", y).texts("z", z).build(), {.keep = keep});
}
std::string shown_coverage(const Coverage& coverage, const Model& model) {
  const auto published = coverage.published(model.publish());
  return published ? published->text() : "none";
}
const char* const no_such_task = "not_applicable";

TEST(Coverage, IsOfThePointsOfLeavesWhateverWasKept) {
  for (const auto keep : {Keep::totals, Keep::groups, Keep::leaves}) {
    const auto scores = covered_scores(covered_draft(), {"1", "", no_such_task, "1", no_such_task}, {"1", "1", "1", "0", no_such_task},
                                       {"1", "1", "", "", no_such_task}, keep);
    const auto& model = scores.model();
    const std::vector<std::string> of_rows{"100.00", "80.00", "37.50", "50.00", "none"},
        of_g{"100.00", "60.00", "100.00", "100.00", "none"}, of_l{"100.00", "0.00", "none", "100.00", "none"};
    const auto all = scores.coverages(), g = scores.coverages(model.node("g")), l = scores.coverages(model.node("l"));
    for (std::size_t row = 0; row < scores.rows(); ++row) {
      EXPECT_EQ(shown_coverage(scores.coverage(row), model), of_rows[row]);
      EXPECT_EQ(all.of(row), scores.coverage(row));
      EXPECT_EQ(shown_coverage(scores.coverage(model.node("g"), row), model), of_g[row])
          << "of the leaves' own points, whatever the group is scaled to";
      EXPECT_EQ(g.of(row), scores.coverage(model.node("g"), row));
      EXPECT_EQ(shown_coverage(l.of(row), model), of_l[row]);
      EXPECT_EQ(scores.scorecard(row).coverage, scores.coverage(row));
    }
  }
}
TEST(Coverage, OfLessThanTheLeastMakesARowIncomplete) {
  for (const auto& [least, complete] : std::vector<std::pair<Decimal, bool>>{
           {0, true}, {Decimal(375, 1), true}, {Decimal(376, 1), false}, {Decimal(375'000'001, 7), false}, {100, false}}) {
    auto draft = covered_draft();
    draft.least_coverage = least;
    for (const auto keep : {Keep::totals, Keep::groups, Keep::leaves}) {
      const auto scores = covered_scores(draft, {no_such_task, "1", no_such_task}, {"1", "1", no_such_task}, {"", "1", no_such_task}, keep);
      EXPECT_EQ(scores.tally(0).complete, complete) << least;
      EXPECT_TRUE(scores.tally(1).complete);
      EXPECT_TRUE(scores.tally(2).complete) << "nothing is asked";
      const auto card = scores.scorecard(0);
      EXPECT_EQ(card.tally, scores.tally(0));
      EXPECT_EQ(card.short_of_coverage, !complete);
      EXPECT_EQ(shown_coverage(scores.coverage(0), scores.model()), "37.50");
      if (keep != Keep::totals) {
        EXPECT_TRUE(scores.tally(scores.model().node("g"), 0).complete) << "nodes have their own completeness";
      }
      const Ranked ranked(scores);
      EXPECT_EQ(ranked.rank(0).has_value(), complete);
    }
  }
}
TEST(Coverage, OfTheRankedRowsTogetherIsToldWithTheirAverages) {
  const auto scores = covered_scores(covered_draft(), {"1", "", "1"}, {"1", "1", "1"}, {"1", "", no_such_task}, Keep::totals);
  const auto of = averages(Ranked(scores)).front();
  EXPECT_EQ(of.coverage->text(), "72.00");  // 10 + 3 + 5 of 10 + 10 + 5
  EXPECT_EQ(averages(ranks(scores, scores.model().node("g"))).front().coverage->text(), "86.67");
}
TEST(Coverage, IsOfAHundredWhateverTheScale) {
  auto draft = covered_draft();
  draft.publish.scale = 5;
  draft.publish.decimals = 1;
  const auto scores = covered_scores(draft, {""}, {"1"}, {"1"}, Keep::totals);
  EXPECT_EQ(shown_coverage(scores.coverage(0), scores.model()), "80.0");
}
TEST(Coverage, OfAChildThatIsPassedOverIsNothing) {
  ModelDraft draft{};
  draft.id = "o";
  draft.missing = WhenMissing::exclude;
  for (const char* name : {"x", "y", "z"}) draft.measures.emplace_back(name, MeasureDraft{.type = MeasureType::count});
  draft.criteria = {chiso::group("g",
                                 {covered_leaf("a", 2, "x", {.applies_when = "true"}),
                                  chiso::group("b", {covered_leaf("l", 1, "y"), covered_leaf("m", 1, "z")}, {.applies_when = "true"}),
                                  covered_leaf("c", 3, "z")},
                                 {.one_of = true}),
                    covered_leaf("n", 4, "1")};
  for (const auto keep : {Keep::totals, Keep::groups, Keep::leaves}) {
    const auto scores = covered_scores(draft, {"1", "", "", ""}, {"1", "1", "", ""}, {"1", "", "1", ""}, keep);
    const auto& model = scores.model();
    // The first counts a alone; the second b, of which m is missing; the third b too; in the fourth none counts.
    const std::vector<std::string> of_rows{"100.00", "83.33", "83.33", "100.00"}, of_b{"none", "50.00", "50.00", "none"};
    for (std::size_t row = 0; row < 4; ++row) {
      EXPECT_EQ(shown_coverage(scores.coverage(row), model), of_rows[row]) << row;
      EXPECT_EQ(shown_coverage(scores.coverages(model.node("b")).of(row), model), of_b[row]) << row;
      EXPECT_EQ(scores.coverage(model.node("b"), row), scores.coverages(model.node("b")).of(row)) << row;
    }
  }
}
TEST(Coverage, ThatDiffersByMoreThanTwentyPointsAmongRankedRowsIsAWarning) {
  const auto found = [](const std::vector<std::string>& x, const std::vector<std::string>& z) {
    const auto all = warnings(Ranked(covered_scores(covered_draft(), x, std::vector<std::string>(x.size(), "1"), z, Keep::totals)));
    return all.empty() ? "" : all.front().found();
  };
  EXPECT_EQ(found({"1", ""}, {"1", "1"}), "") << "100 and 80";
  EXPECT_EQ(found({"1", ""}, {"1", ""}), "a coverage of 30.00% (U1) beside one of 100.00% (U0)");
  EXPECT_EQ(found({"", ""}, {"", ""}), "");
  EXPECT_EQ(found({"1", no_such_task}, {"1", ""}), "a coverage of 37.50% (U1) beside one of 100.00% (U0)");
}
TEST(Coverage, OfAnEntryIsNothing) {
  auto draft = covered_draft();
  draft.adjustments.bonus =
      SideDraft{.cap = 2, .entries = {EntryDraft{.id = "e", .points = 2, .rule = rules::PerItem{.value = "x", .each = 1}}}};
  for (const auto keep : {Keep::totals, Keep::groups, Keep::leaves}) {
    const auto scores = covered_scores(draft, {"1", ""}, {"1", "1"}, {"1", "1"}, keep);
    const auto e = scores.model().node("e");
    for (std::size_t row = 0; row < 2; ++row) {
      EXPECT_EQ(scores.coverages(e).of(row), Coverage{});
      EXPECT_EQ(scores.coverage(e, row), Coverage{});
    }
    EXPECT_EQ(shown_coverage(scores.coverage(1), scores.model()), "80.00");
  }
}
}
