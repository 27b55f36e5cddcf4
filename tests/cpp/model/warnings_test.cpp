#include <chiso/model/model.hpp>
#include <gtest/gtest.h>
#include <string>
#include <support/small_draft.hpp>
#include <vector>

// Files in tests/cases/problems/warnings_* show what each warning says of which rule; these tests have what a file cannot show.
namespace {
using namespace chiso;
using namespace chiso_test;

std::vector<std::string> warnings_of(const ModelDraft& draft) {
  std::vector<std::string> out;
  const auto model = Model::build(draft);
  for (const auto& problem : model.warnings()) {
    EXPECT_EQ(problem.severity, Severity::warning);
    EXPECT_EQ(problem.place.line, 0U);
    out.push_back(problem.code() + " " + problem.place.pointer);
  }
  return out;
}

TEST(ModelWarnings, AreAbsentForASoundModel) { EXPECT_EQ(warnings_of(small_draft()), std::vector<std::string>{}); }
TEST(ModelWarnings, PointToTheirRules) {
  auto draft = small_draft();
  draft.criteria[0].criteria[0].rule = rules::YesNo{"t and d > 5"};
  draft.criteria[1].criteria[1].rule = rules::BestOf{{{4, rules::Given{"min(d, 3)", true}}}};
  draft.adjustments.penalty->entries[0].rule = rules::Deduct{"1", 0.5};
  EXPECT_EQ(warnings_of(draft), (std::vector<std::string>{"points.unreachable /criteria/0/criteria/0/rule",
                                                          "points.unreachable /criteria/1/criteria/1/rule/parts/0/rule",
                                                          "points.unreachable /adjustments/penalty/entries/0/rule"}));
}
TEST(ModelWarnings, NameBandsThatWhatIsClassedNeverReaches) {
  const auto of = [](ClassOn on, std::vector<BandDraft> bands, PublishDraft publish = {}) {
    auto draft = small_draft();
    draft.publish = publish;
    draft.classes = ClassesDraft{.on = on, .bands = std::move(bands)};
    return warnings_of(draft);
  };
  const auto warned = [](const std::vector<std::size_t>& places) {
    std::vector<std::string> out;
    for (const auto place : places) out.push_back("band.unreachable /classes/bands/" + std::to_string(place));
    return out;
  };
  using enum ClassOn;
  const std::vector<BandDraft> bands{
      {.id = "x", .above = 100}, {.id = "a", .from = 80}, {.id = "b", .from = 4}, {.id = "c", .below = 0}, {.id = "d"}};
  EXPECT_EQ(of(published, bands), warned({0, 3}));
  EXPECT_EQ(of(exact, bands), warned({0, 3}));
  EXPECT_EQ(of(published, bands, {.scale = 5}), warned({0, 1, 3}));
  EXPECT_EQ(of(published, bands, {.may_exceed_100 = true}), warned({3}));
  EXPECT_EQ(of(points, bands), warned({})) << "what points come to is another question";
  EXPECT_EQ(of(rank, {{.id = "x", .below = 1}, {.id = "a", .to = 3}, {.id = "c"}}), warned({0}));
  EXPECT_EQ(of(rank_share, {{.id = "a", .to = 0.2}, {.id = "b", .to = 20}, {.id = "x", .to = 60}, {.id = "c"}}), warned({2}));
  // What is published may be rounded to more than the scale.
  EXPECT_EQ(of(published, {{.id = "a", .from = 5}, {.id = "d"}}, {.decimals = 0, .scale = 4.5}), warned({}));
}
TEST(ModelWarnings, AreNotReportedForAModelWithErrors) {
  auto draft = small_draft();
  draft.criteria[0].criteria[0].rule = rules::YesNo{"d > 5"};
  draft.criteria[1].criteria[1].rule = rules::YesNo{"unknown"};
  EXPECT_EQ(check(draft).size(), 1U);
}
TEST(ModelWarnings, ShowPointsOfManyDigits) {
  // With at most 2^53 quanta and values beyond every number that a model can write, nothing overflows, and no warning is wrong.
  auto draft = small_draft();
  draft.measures.push_back({"big", {.type = MeasureType::count, .min = 999'999'999'999'999'999}});
  const std::string power = "big * big * big * big * big * big * big * big";
  draft.criteria[0].criteria[0].rule =
      rules::Tiers{Number(power), {{.from = 999'999'999'999'999'999, .points = 2}, {.from = 5, .points = 1}, {.points = 0}}};
  draft.criteria[0].criteria[1].rule = rules::PerItem{Number("0.000000001 / (" + power + ")"), 0.000001};
  draft.criteria[1].criteria[1].rule = rules::Tiers{Number("-(" + power + ")"), {{.below = -5, .points = 4}, {.points = 0}}};
  draft.criteria[1].criteria[1].applies_when = "d > 0";  // it must be read somewhere
  EXPECT_EQ(warnings_of(draft), std::vector<std::string>{});
}
}
