#include <chiso/model/weights.hpp>
#include <chiso/rule/scale_points.hpp>
#include <cstdlib>
#include <gtest/gtest.h>
#include <support/random_models.hpp>
#include <support/rule_examples.hpp>
#include <support/score_row.hpp>

// Other weights leave the shares of their points that rules give.
namespace {
using namespace chiso;
using namespace chiso_test;

TEST(Reweighted, EveryRuleEarnsTheSameShare) {
  auto draft = rule_examples_model();
  std::erase_if(draft.criteria,
                [](const auto& leaf) { return type_of(*leaf.rule) == "target"; });  // which reads other rows, and has no points
  const auto model = Model::build(draft);
  for (auto& criterion : draft.criteria) {
    scale_points(*criterion.rule, {.before = 4, .now = 12}, draft.point_decimals);
    criterion.points = 12;
  }
  const auto scaled = Model::build(draft);
  Random random(11);
  for (int row = 0; row < 300; ++row) {
    std::vector<std::pair<std::string, TestCell>> cells;
    for (const auto& measure : model.measures()) {
      const auto most = measure.type == MeasureType::yes_no   ? 1
                        : measure.type == MeasureType::choice ? 2
                        : measure.decimals > 0                ? 9000
                                                              : 40;
      cells.emplace_back(measure.name, TestCell(static_cast<std::int64_t>(random.within(0, most))));
    }
    const auto before = score_row(model, cells), now = score_row(scaled, cells);
    for (std::size_t i = 0; i < model.leaves(); ++i) {
      const auto &a = before.card.lines[i], &b = now.card.lines[i];
      EXPECT_EQ(*a.state, *b.state);
      EXPECT_LE(std::abs(b.tally.achieved - 3 * a.tally.achieved), 2) << model.nodes()[i].rule << " of row " << row;
    }
  }
}

TEST(Reweighted, NumbersInPointsAreWholeQuanta) {
  for_random_models(150, random_model, [](const Model& model, Random& random) {
    std::vector<GivenWeight> given;
    for (const auto& one : weights(model))
      if (one.local) given.push_back({model.nodes()[one.node].id, Rational(random.within(2, 5))});
    EXPECT_NO_THROW(with_weights(model, given, WeightOf::local));  // points that are no whole quanta, or above the most, are load errors
  });
}
}
