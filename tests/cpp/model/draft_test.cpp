#include <chiso/model/model.hpp>
#include <chiso/rule/most_points.hpp>
#include <gtest/gtest.h>
#include <set>
#include <string>
#include <support/rule_examples.hpp>
#include <support/small_draft.hpp>
#include <utility>
#include <vector>

namespace {
using namespace chiso;
using namespace chiso_test;

TEST(Draft, IsKeptByItsModel) {
  const auto draft = small_draft();
  const auto model = Model::build(draft);
  EXPECT_EQ(model.draft(), draft);
  const auto again = Model::build(model.draft());
  EXPECT_EQ(again, model);
  auto edited = model.draft();
  edited.criteria[0].criteria[0].points = 2.5;
  EXPECT_FALSE(edited == draft);
  const auto changed = Model::build(edited);
  EXPECT_FALSE(changed == model);
  EXPECT_EQ(changed.points().quanta, 15'500'000);
  EXPECT_EQ(model.points().quanta, 15'000'000);
}

TEST(Draft, ComparesEveryPart) {
  const auto changed = [](auto change) {
    auto draft = small_draft();
    change(draft);
    return !(draft == small_draft());
  };
  EXPECT_FALSE(changed([](ModelDraft&) {}));
  EXPECT_TRUE(changed([](ModelDraft& m) { m.criteria[0].criteria[0].about.note = Text("seen"); }));
  EXPECT_TRUE(changed([](ModelDraft& m) { m.about.meta = Json{"{}"}; }));
  EXPECT_TRUE(changed([](ModelDraft& m) { m.criteria[0].criteria[0].rule = rules::YesNo{"not t"}; }));
  EXPECT_TRUE(changed([](ModelDraft& m) { m.classes->vetoes[1].criterion = Ids(std::string("I")); }));
  EXPECT_TRUE(changed([](ModelDraft& m) { m.adjustments.bonus->entries[0].number = "1"; }));
  EXPECT_TRUE(changed([](ModelDraft& m) { std::swap(m.measures[0], m.measures[1]); }));
  EXPECT_FALSE(changed([](ModelDraft& m) { m.criteria[0].criteria[0].points = Decimal::fixed(200, 2); }));  // 2.00 is 2
}

TEST(Draft, CanBeWrittenReadablyInCode) {
  const auto one = leaf("2.2", 3, rules::Proportional{.value = "resolved / received", .full_at = 1},
                        {.number = "2.2", .applies_when = "received > 0", .missing = WhenMissing::zero});
  EXPECT_EQ(one.id, "2.2");
  EXPECT_EQ(one.points, Decimal(3));
  EXPECT_EQ(one.applies_when->text, "received > 0");
  EXPECT_EQ(one.missing, WhenMissing::zero);
  EXPECT_EQ(type_of(*one.rule), "proportional");
  const auto two = group("2", {one}, {.scale_to = 5});
  EXPECT_EQ(two.scale_to, Decimal(5));
  EXPECT_FALSE(two.points);
  EXPECT_EQ(two.criteria.size(), 1U);
}

TEST(Rules, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for_each_rule([&]<class R>(std::type_identity<R>) {
    EXPECT_TRUE(names.insert(R::type).second) << R::type;
    EXPECT_TRUE(is_id(R::type) && lower_case(R::type) == R::type) << R::type;
    EXPECT_EQ(type_of(Rule(R::example())), R::type);
  });
  EXPECT_GE(names.size(), 13U);
}
TEST(Rules, HaveExamplesInOrderThatGiveAllTheirPointsAndEveryField) {
  const auto problems = check(rule_examples_model());
  for (const auto& problem : problems) ADD_FAILURE() << to_text(problem);
  const auto model = Model::build(rule_examples_model());
  for (const auto& node : model.nodes()) EXPECT_EQ(most_points(node.shape, model.measures(), model.derived()), node.points) << node.id;
  for_each_rule([&]<class R>(std::type_identity<R>) {
    const auto example = R::example();
    for_each_field<R>([&](const auto& field) {
      if constexpr (requires { (example.*field.member).has_value(); }) {
        EXPECT_TRUE((example.*field.member).has_value()) << field.name;
      }
    });
  });
}
/// A scorecard shows the rule's own `value`, whatever shape computes the points.
TEST(Rules, ShowTheirOwnValueInReasons) {
  const auto model = Model::build(rule_examples_model());
  Derived derived = model.derived();
  Report report;
  std::size_t place = 0;
  for_each_rule([&]<class R>(std::type_identity<R>) {
    const auto* measured = measured_by(model.nodes()[place++].shape);
    const auto example = R::example();
    if constexpr (requires { example.value; }) {
      EXPECT_EQ(*measured, *compile(example.value, std::remove_cvref_t<decltype(example.value)>::type, model.measures(), derived, report));
    }
  });
}

TEST(Model, SharesItsDataWithCopies) {
  const auto model = Model::build(small_draft());
  const auto copy = model;
  EXPECT_EQ(&copy.draft(), &model.draft());
  EXPECT_EQ(copy.nodes().data(), model.nodes().data());
  EXPECT_EQ(copy, model);
  static_assert(!std::is_default_constructible_v<Model>);
}

TEST(Model, ListsNodesInPreOrderThenEntries) {
  const auto model = Model::build(small_draft());
  std::string ids;
  for (const auto& node : model.nodes()) ids += node.id + "@" + std::to_string(node.depth) + " ";
  EXPECT_EQ(ids, "I@0 1@1 2@1 II@0 3@1 4@1 more@0 less@0 ");
  EXPECT_EQ(model.criteria(), 6U);
  EXPECT_EQ(model.leaves(), 4U);
  EXPECT_EQ(std::vector<std::size_t>(model.items().begin(), model.items().end()), (std::vector<std::size_t>{1, 2, 4, 5, 6, 7}));
  const auto& scaled = model.nodes()[3];
  EXPECT_TRUE(scaled.is_group() && scaled.grouping == Grouping::scaled && scaled.end == 6 && scaled.parent == Criterion::none);
  EXPECT_EQ(scaled.points.quanta, 10'000'000);
  EXPECT_EQ(model.nodes()[4].parent, 3U);
  EXPECT_EQ(model.nodes()[0].points.quanta, 5'000'000);
  EXPECT_EQ(model.bonus_cap()->quanta, 2'000'000);
  EXPECT_EQ(model.penalty_cap()->quanta, 1'000'000);
  EXPECT_TRUE(model.nodes()[6].kind == NodeKind::bonus && model.nodes()[7].kind == NodeKind::penalty);
  EXPECT_FALSE(model.nodes()[2].in_track(0));
  EXPECT_TRUE(model.nodes()[2].in_track(1) && model.nodes()[1].in_track(0));
}

TEST(Model, FindsByIdAndSuggests) {
  const auto model = Model::build(small_draft());
  EXPECT_EQ(model.find("II"), 3U);
  EXPECT_EQ(model.find("IX"), std::nullopt);
  EXPECT_EQ(model.node("less"), 7U);
  try {
    model.node("mroe");
    FAIL();
  } catch (const UnknownNameError& error) {
    EXPECT_NE(std::string(error.what()).find("'more'"), std::string::npos);
  }
  EXPECT_EQ(model.track("final"), 1U);
  EXPECT_EQ(model.track("x"), std::nullopt);
  EXPECT_EQ(model.fallback()[1], std::vector<std::size_t>{0});
  EXPECT_TRUE(model.fallback()[0].empty());
  ASSERT_EQ(model.tie_break().size(), 2U);
  EXPECT_EQ(model.tie_break()[0].criterion, 0U);
  EXPECT_EQ(model.tie_break()[1].criterion, 4U);
  EXPECT_EQ(model.classes()->of_block("offices")[1].range.lower->at, Decimal(50));
  EXPECT_EQ(model.classes()->of_block("communes")[1].range.lower->at, Decimal(70));
  EXPECT_EQ(model.classes()->decimals, 2);
}

TEST(Model, HasTheDefaultsOfTheFormat) {
  const auto model =
      Model::build({.id = "m", .measures = {{"t", {.type = MeasureType::yes_no}}}, .criteria = {leaf("1", 1, rules::YesNo{"t"})}});
  EXPECT_EQ(model.tracks().size(), 1U);
  EXPECT_EQ(model.tracks()[0], "final");
  EXPECT_FALSE(model.declares_blocks());
  EXPECT_EQ(model.point_decimals(), 6);
  EXPECT_EQ(model.publish().decimals, 2);
  EXPECT_FALSE(model.bonus_cap());
  EXPECT_FALSE(model.relative());
}
}
