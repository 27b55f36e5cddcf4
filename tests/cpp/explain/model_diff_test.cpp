#include <algorithm>
#include <chiso/explain/model_diff.hpp>
#include <explain/edited_model.hpp>
#include <gtest/gtest.h>
#include <rank/rank_tables.hpp>
#include <support/random_models.hpp>

namespace chiso_test {
namespace {
/// The changes as text, such as `moved b`.
Lines changes_of(const ModelDraft& before, const ModelDraft& now) {
  const auto a = Model::build(before), b = Model::build(now);
  Lines out;
  for (const auto& one : diff(a, b))
    out.push_back(std::string(name_of(one.change)) + ' ' + (one.b == Criterion::none ? a.nodes()[one.a].id : b.nodes()[one.b].id));
  return out;
}
TEST(ModelDiff, TellsEachKindOfChange) {
  const auto before = ranked_draft();  // a of 100; g with b and c of 50
  EXPECT_EQ(changes_of(before, before), Lines());
  auto now = before;
  now.criteria[0].points = 90;
  now.criteria[0].rule = rules::Given{.value = "min(x, 90)", .clamp = true};
  EXPECT_EQ(changes_of(before, now), (Lines{"reweighted a", "reruled a"}));
  now = before;
  now.criteria[0].points = 150;  // the rule is the same, though it is lowered to another shape
  now.measures[0].second.max = 100;
  EXPECT_EQ(changes_of(before, now), Lines{"reweighted a"});
  now = before;
  now.criteria[1].cap = 60;
  EXPECT_EQ(changes_of(before, now), Lines{"reweighted g"});
  now = before;
  now.criteria[1].applies_when = Truth("x > 0");
  now.criteria[1].undefined = WhenUndefined::zero;
  EXPECT_EQ(changes_of(before, now), (Lines{"reruled g", "reruled b", "reruled c"}));  // the group's policy is that of its leaves
  now = before;
  now.criteria.push_back(now.criteria[1].criteria[1]);
  now.criteria[1].criteria.pop_back();
  EXPECT_EQ(changes_of(before, now), Lines{"moved c"});
  now = before;
  now.criteria[0].id = "new";
  EXPECT_EQ(changes_of(before, now), (Lines{"added new", "dropped a"}));
  now.criteria[0].was = {"a"};
  EXPECT_EQ(changes_of(before, now), Lines());
}
TEST(ModelDiff, IsOfWhatIsMeant) {
  const auto before = ranked_draft();
  auto now = before;
  now.criteria[0].about.label = Text("another label");
  std::swap(now.measures[0], now.measures[2]);
  std::swap(now.criteria[0], now.criteria[1]);
  EXPECT_EQ(changes_of(before, now), Lines());
  now.measures[2].second.max = 99;  // what a reads
  EXPECT_EQ(changes_of(before, now), Lines{"reruled a"});
}
TEST(ModelDiff, IsOfAllThatExpressionsRead) {
  auto before = ranked_draft();
  before.measures.emplace_back("kind", MeasureDraft{.type = MeasureType::choice, .options = {"old", "new"}});
  before.parameters = {{"norm", ParameterDraft{.by = "kind", .values = {{"old", 2}}, .otherwise = 3}}};
  before.criteria[0].rule = rules::Given{.value = "min(x, norm)", .clamp = true};
  EXPECT_EQ(changes_of(before, before), Lines());
  const auto with = [&](auto&& change) {
    auto now = before;
    change(now);
    return changes_of(before, now);
  };
  const Lines reruled{"reruled a"};
  EXPECT_EQ(with([](ModelDraft& now) { now.parameters[0].second.values[0].second = 4; }), reruled);
  EXPECT_EQ(with([](ModelDraft& now) { now.parameters[0].second.otherwise = 4; }), reruled);
  EXPECT_EQ(with([](ModelDraft& now) { now.parameters[0].second.values.emplace_back("new", 3); }), reruled);
  EXPECT_EQ(with([](ModelDraft& now) { now.measures.back().second.options.emplace_back("newer"); }), reruled);
  EXPECT_EQ(with([](ModelDraft& now) { now.measures[0].second.decimals = 5; }), reruled);
  EXPECT_EQ(with([](ModelDraft& now) { now.measures[0].second.excess = Excess::round; }), reruled);
  EXPECT_EQ(with([](ModelDraft& now) { now.parameters[0].second.about.label = Text("a label"); }), Lines());
}
TEST(ModelDiff, TellsSettingsThatAreOfNoCriterion) {
  const auto before = ranked_draft();
  const auto settings_of = [&](const ModelDraft& now) { return changed_settings(Model::build(before), Model::build(now)); };
  using Keys = std::vector<std::string_view>;
  auto now = before;
  now.version = "2";
  now.criteria[0].points = 150;
  EXPECT_EQ(settings_of(now), Keys());  // a name, and what is told of criteria
  now.publish.decimals = 1;
  now.checks = {checks::Relation{.id = "k", .holds = "x >= 0"}};
  now.classes = ClassesDraft{.bands = {{.id = "low"}}};
  EXPECT_EQ(settings_of(now), (Keys{"publish", "checks", "classes"}));
  now = before;
  now.adjustments.bonus = SideDraft{.cap = 5, .entries = {EntryDraft{.id = "gift", .points = 5, .rule = rules::YesNo{.value = "true"}}}};
  EXPECT_EQ(settings_of(now), Keys{"adjustments"});
}
TEST(ModelDiff, TurnsAround) {
  for_random_models(200, random_ranked_model, [](const Model& model, Random& random) {
    const auto other = edited(model, random);
    auto forth = diff(model, other), back = diff(other, model);
    for (auto& one : back) {
      std::swap(one.a, one.b);
      if (one.change == NodeChange::added)
        one.change = NodeChange::dropped;
      else if (one.change == NodeChange::dropped)
        one.change = NodeChange::added;
    }
    const auto order = [](const NodeDifference& x, const NodeDifference& y) {
      return std::tuple(x.a, x.b, x.change) < std::tuple(y.a, y.b, y.change);
    };
    std::sort(forth.begin(), forth.end(), order);
    std::sort(back.begin(), back.end(), order);
    ASSERT_EQ(forth, back);
    ASSERT_TRUE(diff(model, model).empty());
  });
}
}
}
