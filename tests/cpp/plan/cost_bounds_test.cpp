#include <chiso/plan/impl/cost_bounds.ipp>
#include <gtest/gtest.h>
#include <random>

// Bounds of the cost of a gain: the question without a division against the one with it.
namespace {
using chiso::planning::CostBounds;

/// A list of sets whose only dimension is the sum.
chiso::planning::SetList list_of(std::mt19937_64& random) {
  chiso::planning::SetList out{.dims = {0}};
  const auto sets = 1 + random() % 6;
  for (std::size_t i = 0; i < sets; ++i) {
    out.states.push_back({.cost = static_cast<std::int64_t>(random() % 12)});
    out.values.push_back(static_cast<std::int64_t>(random() % 20) - 5);
  }
  return out;
}

TEST(CostBounds, WhatMayBeGainedIsWhatCostsLittleEnough) {
  std::mt19937_64 random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<CostBounds::Hull> hulls;
    for (auto lists = random() % 5; lists-- > 0;) hulls.push_back(CostBounds::hull_of(list_of(random), 0));
    const CostBounds bounds(hulls);
    for (std::size_t from = 0; from <= hulls.size(); ++from) {
      std::size_t near = 0;
      for (int question = 0; question < 300; ++question) {
        const auto need = static_cast<std::int64_t>(random() % 80) - 20, most = static_cast<std::int64_t>(random() % 60) - 5;
        const auto least = bounds.least(from, need);
        ASSERT_EQ(bounds.may_gain(from, need, most, near), least && *least <= most) << round << ' ' << from << ' ' << need << ' ' << most;
      }
    }
  }
}
}
