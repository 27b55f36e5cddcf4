#include <chiso/model/weights.hpp>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <support/random_models.hpp>
#include <support/small_draft.hpp>
#include <vector>

namespace {
using namespace chiso;
using namespace chiso_test;
using Given = std::vector<GivenWeight>;
using Texts = std::vector<std::string>;

/// A model of leaves of these points, `a`, `b` and so on.
Model of_points(const std::vector<Decimal>& points, int point_decimals = 6) {
  ModelDraft draft{.id = "m", .point_decimals = point_decimals, .measures = {{"t", {.type = MeasureType::yes_no}}}, .criteria = {}};
  for (std::size_t i = 0; i < points.size(); ++i)
    draft.criteria.push_back(leaf(std::string(1, static_cast<char>('a' + i)), points[i], rules::YesNo{"t"}));
  return Model::build(std::move(draft));
}
Texts points_of(const Model& model) {
  Texts out;
  for (const auto& node : model.nodes().first(model.criteria())) out.push_back(as_decimal(node.points, model.point_decimals()).text());
  return out;
}
/// `code pointer` of each problem of the weights.
Texts problems_of(const Model& model, const Given& given, WeightOf of = WeightOf::local) {
  Texts out;
  try {
    with_weights(model, given, of);
  } catch (const ModelError& error) {
    for (const auto& problem : error.problems()) out.push_back(problem.code() + " " + problem.place.pointer);
  }
  return out;
}
std::string text_of(const std::optional<Rational>& weight) { return weight ? weight->text() : "none"; }

TEST(Weights, AreOfTheGroupAndOfTheModel) {
  Texts found;
  const auto model = Model::build(small_draft());  // I of 5: 1 of 2, 2 of 3; II scaled to 10: 3 of 1, 4 of 4
  for (const auto& one : weights(model)) found.push_back(model.nodes()[one.node].id + " " + text_of(one.local) + " " + text_of(one.global));
  EXPECT_EQ(found, (Texts{"I 1/3 1/3", "1 2/5 2/15", "2 3/5 1/5", "II 2/3 2/3", "3 1/5 2/15", "4 4/5 8/15"}));
}

TEST(Weights, OfWhatDoesNotDivideItsGroupAreNone) {
  auto draft = small_draft();
  draft.criteria[0].cap = 4;
  const auto found = weights(Model::build(draft));
  EXPECT_EQ(text_of(found[0].local), "2/7");
  EXPECT_FALSE(found[1].local || found[1].global || found[2].local);
  EXPECT_EQ(found[1].points.quanta, 2'000'000);
}

TEST(Weights, EqualThirdsSumToTheWhole) {
  const Given thirds{{"a", 1}, {"b", 1}, {"c", 1}};
  EXPECT_EQ(points_of(with_weights(of_points({50, 30, 20}), thirds, WeightOf::local)), (Texts{"33.333334", "33.333333", "33.333333"}));
  EXPECT_EQ(points_of(with_weights(of_points({50, 30, 20}, 0), thirds, WeightOf::global)), (Texts{"34", "33", "33"}));
  const Given unlike{{"a", Rational(1, 3)}, {"b", Rational(1, 6)}, {"c", Rational(1, 2)}};
  EXPECT_EQ(points_of(with_weights(of_points({50, 30, 20}, 2), unlike, WeightOf::local)), (Texts{"33.33", "16.67", "50"}));
}

TEST(Weights, OfOneGroupLeaveTheOthersAsTheyWere) {
  const auto model = Model::build(small_draft());
  const auto inside = with_weights(model, Given{{"3", 3}, {"4", 2}}, WeightOf::local);  // what stands in a scaled group keeps its sum
  EXPECT_EQ(points_of(inside), (Texts{"5", "2", "3", "10", "3", "2"}));
  const auto top = with_weights(model, Given{{"I", 2}, {"II", 1}}, WeightOf::local);
  EXPECT_EQ(points_of(top), (Texts{"10", "4", "6", "5", "1", "4"}));
  EXPECT_EQ(top.draft().criteria[1].scale_to, Decimal(5));
  EXPECT_EQ(with_weights(model, Given{}, WeightOf::local), model);
}

TEST(Weights, OfTheModelAreOfLeavesOrOfGroups) {
  const auto model = Model::build(small_draft());
  const Given leaves{{"1", 10}, {"2", 20}, {"3", 30}, {"4", 40}};
  EXPECT_EQ(points_of(with_weights(model, leaves, WeightOf::global)), (Texts{"4.5", "1.5", "3", "10.5", "2.142857", "2.857143"}));
  const Given mixed{{"1", 10}, {"2", 20}, {"II", 30}};
  EXPECT_EQ(points_of(with_weights(model, mixed, WeightOf::global)), (Texts{"7.5", "2.5", "5", "7.5", "1", "4"}));
}

TEST(Weights, ScaleGroupsThatWeighAsOneAsAWhole) {
  auto draft = small_draft();
  draft.criteria[0].cap = 4;
  draft.criteria[0].at_least = 1;
  draft.criteria[1].scale_to.reset();
  draft.criteria[1].one_of = true;
  draft.criteria[1].criteria[0].applies_when = Truth("b > 0");
  const auto made = with_weights(Model::build(draft), Given{{"I", 1}, {"II", 1}}, WeightOf::local);
  EXPECT_EQ(points_of(made), (Texts{"4", "2", "3", "4", "1", "4"}));
  const auto other = with_weights(Model::build(draft), Given{{"I", 3}, {"II", 1}}, WeightOf::local);
  EXPECT_EQ(points_of(other), (Texts{"6", "3", "4.5", "2", "0.5", "2"}));
  EXPECT_EQ(other.draft().criteria[0].cap, Decimal(6));
  EXPECT_EQ(other.draft().criteria[0].at_least, Decimal(1.5));
}

TEST(Weights, KeepWhatTheModelSaysElse) {
  auto draft = small_draft();
  draft.criteria[0].points = 5;
  const auto model = Model::build(draft);
  const auto made = with_weights(model, Given{{"I", 1}, {"II", 1}}, WeightOf::local);
  EXPECT_EQ(made.draft().criteria[0].points, Decimal(7.5));
  EXPECT_EQ(made.bonus_cap(), model.bonus_cap());
  EXPECT_EQ(made.points(), model.points());
  EXPECT_EQ(made.measures().size(), model.measures().size());
}

TEST(Weights, ScaleWhatRulesSayInPoints) {
  const auto made = with_weights(Model::build(small_draft()), Given{{"1", 1}, {"2", 1}, {"3", 1}, {"4", 1}}, WeightOf::local);
  EXPECT_EQ(points_of(made), (Texts{"5", "2.5", "2.5", "10", "2.5", "2.5"}));
  EXPECT_EQ(std::get<rules::PerItem>(*made.draft().criteria[0].criteria[1].rule).each, Decimal::parse("0.416667"));
  EXPECT_EQ(std::get<rules::Options>(*made.draft().criteria[1].criteria[0].rule).points[0].second, Decimal(2.5));
  EXPECT_EQ(std::get<rules::Given>(*made.draft().criteria[1].criteria[1].rule).value.text, "d * 2.5 / 4");
}

TEST(Weights, AreRefusedInPlace) {
  const auto model = Model::build(small_draft());
  EXPECT_EQ(problems_of(model, {{"i", 1}, {"II", 1}}), (Texts{"criterion.unknown /i", "weight.absent "}));
  EXPECT_EQ(problems_of(model, {{"I", 0}, {"II", 0}}), (Texts{"weight.value /I", "weight.value /II"}));
  EXPECT_EQ(problems_of(model, {{"I", -1}, {"II", 1}}), (Texts{"weight.value /I"}));
  EXPECT_EQ(problems_of(model, {{"I", {}, "much"}, {"III", 1}, {"II", 0}}),
            (Texts{"weight.value /I", "criterion.unknown /III", "weight.value /II"}));
  EXPECT_EQ(problems_of(model, {{"1", 1}}), (Texts{"weight.absent /I"}));
  EXPECT_EQ(problems_of(model, {{"I", 1}, {"I", 2}, {"II", 1}}), (Texts{"weight.twice /I"}));
  EXPECT_EQ(problems_of(model, {{"more", 1}}), (Texts{"weight.inside /more"}));
  EXPECT_EQ(problems_of(model, {{"I", 1}, {"II", 100'000'000}}), (Texts{"weight.small /I"}));
  EXPECT_EQ(problems_of(model, {}, WeightOf::global), (Texts{"weight.absent "}));
  EXPECT_EQ(problems_of(model, {{"1", 1}, {"II", 1}}, WeightOf::global), (Texts{"weight.absent /I"}));
  EXPECT_EQ(problems_of(model, {{"I", 1}, {"1", 1}, {"II", 1}}, WeightOf::global), (Texts{"weight.twice /1"}));
  auto draft = small_draft();
  draft.criteria[0].cap = 4;
  EXPECT_EQ(problems_of(Model::build(draft), {{"1", 1}, {"2", 1}}), (Texts{"weight.inside /1", "weight.inside /2"}));
}

TEST(Weights, NameWhatIsMissingAndWhatIsMeant) {
  try {
    with_weights(Model::build(small_draft()), Given{{"i", 1}, {"3", 1}}, WeightOf::local);
    FAIL();
  } catch (const ModelError& error) {
    ASSERT_EQ(error.problems().size(), 2u);
    EXPECT_EQ(error.problems()[0].suggestion(), "I");
    EXPECT_EQ(error.problems()[1].found(), "no weight of '4'");
  }
}

TEST(Weights, OfRandomModelsKeepEverySumAndLieWithinAQuantum) {
  for_random_models(200, random_model, [](const Model& model, Random& random) {
    Given given;
    std::map<std::string, Rational> by_id;
    for (const auto& one : weights(model)) {
      if (!one.local) continue;
      given.push_back({model.nodes()[one.node].id, Rational(random.within(1, 20), random.within(1, 7))});
      by_id[given.back().id] = *given.back().weight;
    }
    const auto made = with_weights(model, given, WeightOf::local);
    EXPECT_EQ(made.points(), model.points());
    const auto nodes = made.nodes().first(made.criteria());
    for (std::size_t at = 0; at < nodes.size(); ++at) {
      if (!by_id.count(nodes[at].id)) continue;
      Rational sum, points;
      for (std::size_t other = 0; other < nodes.size(); ++other)
        if (nodes[other].parent == nodes[at].parent)
          sum = sum + by_id.at(nodes[other].id), points = points + Rational(nodes[other].points.quanta);
      const auto off = points * by_id.at(nodes[at].id) / sum - Rational(nodes[at].points.quanta);
      EXPECT_TRUE(Rational(-1) < off && off < Rational(1)) << nodes[at].id << ' ' << off.text();
    }
  });
}

TEST(Weights, AsTheyAreGiveAnEqualModel) {
  for_random_models(100, random_ranked_model, [](const Model& model, Random&) {
    Given local, global;
    for (const auto& one : weights(model)) {
      if (!one.local) continue;
      local.push_back({model.nodes()[one.node].id, *one.local});
      if (weighs_as_one(model.nodes()[one.node])) global.push_back({model.nodes()[one.node].id, *one.global});
    }
    EXPECT_EQ(with_weights(model, local, WeightOf::local), model);
    EXPECT_EQ(with_weights(model, global, WeightOf::global), model);
  });
}
}
