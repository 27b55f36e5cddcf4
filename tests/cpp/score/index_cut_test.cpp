// A bound of exact numbers holds for those numbers that would reach the cut once rounded.
#include <algorithm>
#include <chiso/chiso.hpp>
#include <chiso/score/index_cut.hpp>
#include <gtest/gtest.h>
#include <support/random.hpp>

namespace {
using namespace chiso;
using chiso_test::Random;

bool reached(const Ratio& value, const Cut& cut) {
  const auto order = compare(value, as_ratio(cut.at));
  return cut.after ? order > 0 : order >= 0;
}
Cut random_cut(Random& random) {
  const int scale = static_cast<int>(random.below(5));
  return {Decimal(random.within(random.one_in(4) ? -300 : 0, 101 * Decimal::power(scale)), scale), random.one_in(2)};
}

TEST(IndexCut, ComparesExactNumbers) {
  Random random(1);
  for (int i = 0; i < 20'000; ++i) {
    const auto cut = random_cut(random);
    const auto den = random.within(1, 4000);
    const auto value_num = random.within(0, 100 * den);
    const Ratio value{value_num, den};
    ASSERT_EQ(IndexCut(cut).reached(value_num, den), reached(value, cut));
    const auto at = as_ratio(cut.at);
    if (at.num < 0) continue;
    ASSERT_EQ(IndexCut(cut).reached(static_cast<std::int64_t>(at.num), static_cast<std::int64_t>(at.den)), !cut.after);
  }
}
TEST(IndexCut, ComparesNumbersThatAreRoundedFirst) {
  Random random(2);
  std::size_t halves = 0;
  for (int i = 0; i < 100'000; ++i) {
    const auto cut = random_cut(random);
    const auto rounding = static_cast<Rounding>(random.below(3));
    const int decimals = static_cast<int>(random.below(4));
    const auto den = random.one_in(2) ? 2 * Decimal::power(decimals) : random.within(1, 4000);
    auto num = random.within(random.one_in(4) ? -5 * den : 0, 100 * den);
    if (random.one_in(2))  // beside the cut
      num = static_cast<std::int64_t>(cut.at.digits() * den / Decimal::power(cut.at.scale())) + random.within(-2, 2);
    const Ratio value{num, den};
    const auto published = rounded(value, decimals, rounding);
    ASSERT_EQ(IndexCut(cut, decimals, rounding).reached(num, den), reached(as_ratio(published), cut))
        << num << '/' << den << " to " << decimals << " against " << cut.at.text() << (cut.after ? " after" : "");
    halves += den == 2 * Decimal::power(decimals) && num % 2 != 0 ? 1 : 0;
  }
  EXPECT_GT(halves, 10'000U);
}
TEST(IndexCut, ComparesNumbersTooLongFor63Bits) {
  const Cut cut{Decimal::fixed(999'999'999'999'999'999, 9), false};
  const auto most = (std::int64_t{1} << 61) - 1;
  EXPECT_TRUE(IndexCut(cut, 9, Rounding::half_up).reached(most, 1));
  EXPECT_FALSE(IndexCut(cut, 9, Rounding::half_up).reached(100, 1));
  const Cut beyond{Decimal::fixed(999'999'999'999'999'999, 0), false};  // with nine decimals longer than 63 bits
  EXPECT_TRUE(IndexCut(beyond, 9, Rounding::half_up).reached(most, 1));
  EXPECT_FALSE(IndexCut(beyond, 9, Rounding::half_up).reached(100, 1));
}
TEST(IndexCut, ComparesWithHalvesTooLongFor63Bits) {
  // -47000000000000000.125 is rounded away from 0, to one below the cut; the half itself, over 200, has more than 63 bits.
  const IndexCut cut({Decimal(-4'700'000'000'000'000'012, 2), false}, 2, Rounding::half_up);
  const std::int64_t half = -376'000'000'000'000'001;
  EXPECT_FALSE(cut.reached(half, 8));
  EXPECT_TRUE(cut.reached(half + 1, 8));
  EXPECT_EQ(cut.least(1, 8), half + 1);
  // Towards 0 it is rounded to the cut.
  const IndexCut down({Decimal(-4'700'000'000'000'000'012, 2), false}, 2, Rounding::down);
  EXPECT_TRUE(down.reached(half, 8));
}
}
