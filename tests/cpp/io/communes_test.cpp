// The invented communes have every state and policy at least twice.
#include <chiso/chiso.hpp>
#include <chiso/io.hpp>
#include <filesystem>
#include <gtest/gtest.h>
#include <map>
#include <set>

namespace {
using namespace chiso;

Scores communes() {
  const std::filesystem::path examples = CHISO_EXAMPLES;
  const auto model = load_model(examples / "models/commune_reform_index.json");
  return score(model, read_evidence(examples / "data/communes.csv", model, {.decimal = ','}), {.keep = Keep::leaves});
}

TEST(Communes, HaveEveryStateAndPolicyAtLeastTwice) {
  const auto scores = communes();
  const auto& model = scores.model();
  std::map<ItemState, int> states;
  std::map<WhenNotApplicable, int> not_applicable;
  std::map<WhenMissing, int> missing;
  std::map<WhenUndefined, int> undefined;
  for (std::size_t item = 0; item < model.items().size(); ++item) {
    const auto& leaf = model.nodes()[model.items()[item]];
    for (std::size_t row = 0; row < scores.rows(); ++row) {
      if (!leaf.is_leaf() || !leaf.in_track(scores.evidence().track(row))) continue;
      const auto state = scores.state(item, row);
      ++states[state];
      if (state == ItemState::not_applicable) ++not_applicable[leaf.policies.not_applicable];
      if (state == ItemState::missing) ++missing[leaf.policies.missing];
      if (state == ItemState::undefined) ++undefined[*leaf.policies.undefined];
    }
  }
  for (const auto state : {ItemState::scored, ItemState::undefined, ItemState::missing, ItemState::not_applicable, ItemState::stated})
    EXPECT_GE(states[state], 2) << name_of(state);
  for (const auto policy : {WhenNotApplicable::exclude, WhenNotApplicable::full, WhenNotApplicable::zero})
    EXPECT_GE(not_applicable[policy], 2) << name_of(policy);
  for (const auto policy : {WhenMissing::incomplete, WhenMissing::zero, WhenMissing::exclude})
    EXPECT_GE(missing[policy], 2) << name_of(policy);
  for (const auto policy : {WhenUndefined::missing, WhenUndefined::not_applicable, WhenUndefined::zero, WhenUndefined::full})
    EXPECT_GE(undefined[policy], 2) << name_of(policy);
}

TEST(Communes, HaveTheIntendedSizeAndShape) {
  const auto scores = communes();
  const auto& model = scores.model();
  const auto& evidence = scores.evidence();
  EXPECT_NEAR(static_cast<double>(model.leaves()), 35, 5);
  EXPECT_EQ(as_decimal(model.points(), model.point_decimals()), Decimal(100));
  std::map<std::string_view, std::set<std::string_view>> units;
  for (std::size_t row = 0; row < scores.rows(); ++row) units[evidence.block(row)].insert(evidence.unit(row));
  EXPECT_EQ(units["communes"].size(), 30U);
  EXPECT_EQ(units["offices"].size(), 12U);
  EXPECT_EQ(evidence.periods().size(), 2U);
  EXPECT_EQ(model.tracks().size(), 3U);
}
}
