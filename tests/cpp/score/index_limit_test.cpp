// A limit in quanta says of every sum what its exact index says.
#include <algorithm>
#include <chiso/chiso.hpp>
#include <chiso/score/index_limit.hpp>
#include <gtest/gtest.h>
#include <support/random.hpp>

namespace {
using namespace chiso;
using chiso_test::Random;

TEST(IndexCut, KnowsTheLeastNumberThatReachesIt) {
  Random random(3);
  for (int i = 0; i < 50'000; ++i) {
    const int scale = static_cast<int>(random.below(5));
    const Cut cut{Decimal(random.within(-300, 101 * Decimal::power(scale)), scale), random.one_in(2)};
    const auto of =
        random.one_in(2) ? IndexCut(cut) : IndexCut(cut, static_cast<int>(random.below(4)), static_cast<Rounding>(random.below(3)));
    const auto step = random.within(1, 200), den = random.within(1, 5000);
    const auto least = of.least(step, den);
    ASSERT_TRUE(of.reached(least * step, den));
    ASSERT_FALSE(of.reached((least - 1) * step, den));
  }
}
TEST(IndexCut, KnowsItAlsoBeyond63Bits) {
  const IndexCut cut({Decimal::fixed(999'999'999'999'999'999, 0), false}, 9, Rounding::half_up);
  EXPECT_EQ(cut.least(100, 1), 10'000'000'000'000'000);  // 100 times it reaches what half of the ninth decimal below is rounded to
  EXPECT_EQ(cut.least(1, 1), 999'999'999'999'999'999);
  EXPECT_EQ(cut.least(1, std::int64_t{1} << 40), (std::numeric_limits<std::int64_t>::max)());
}
TEST(IndexLimit, SaysWhatTheExactIndexSays) {
  Random random(4);
  std::size_t below = 0;
  constexpr int times = 100'000;
  for (int i = 0; i < times; ++i) {
    PublishDraft publish;
    publish.scale = random.of(std::vector<Decimal>{100, 5, 12.5, 1000});
    publish.may_exceed_100 = random.one_in(2);
    publish.rounding = static_cast<Rounding>(random.below(3));
    const auto full = random.within(0, random.one_in(2) ? 20 : 7'000'000);
    const Cut cut{Decimal(random.within(-20, 1200), 1), random.one_in(2)};
    const auto at = random.one_in(2) ? IndexCut(cut) : IndexCut(cut, static_cast<int>(random.below(4)), publish.rounding);
    const IndexLimit limit(at, publish, full);
    const auto applicable = random.one_in(3) ? random.within(0, 7'000'000) : full;
    const auto sum = random.one_in(2) && limit.least() > -100 && limit.least() < 10'000'000 ? limit.least() + random.within(-1, 1)
                                                                                            : random.within(-10, 2 * applicable + 2);
    const auto index = exact_index({.achieved = sum, .applicable = applicable}, publish);
    const bool is = index && !at.reached(static_cast<std::int64_t>(index->num), static_cast<std::int64_t>(index->den));
    ASSERT_EQ(limit.is_below(sum, applicable), is) << sum << " of " << applicable << ", usually " << full;
    below += is ? 1 : 0;
  }
  EXPECT_GT(below, times / 5U);
  EXPECT_LT(below, times * 4U / 5);
}
}
