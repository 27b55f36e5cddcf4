#include <algorithm>
#include <array>
#include <chiso/core/ratio.hpp>
#include <chiso/score/tally.hpp>
#include <gtest/gtest.h>
#include <support/random.hpp>
#include <vector>

namespace {
using namespace chiso;
using chiso_test::Random;

constexpr int128 greatest = static_cast<int128>(~uint128{0} >> 1), smallest = -greatest - 1;

/// The product of two magnitudes in 32-bit limbs: slow, wide, and independent of the library.
std::array<std::uint64_t, 8> product(uint128 a, uint128 b) {
  std::array<std::uint64_t, 8> out{};
  for (int i = 0; i < 4; ++i) {
    std::uint64_t carry = 0;
    for (int j = 0; j < 4; ++j) {
      const auto x = static_cast<std::uint64_t>(a >> (32 * i)) & 0xFFFFFFFFU, y = static_cast<std::uint64_t>(b >> (32 * j)) & 0xFFFFFFFFU;
      auto& limb = out[static_cast<std::size_t>(i + j)];
      const std::uint64_t sum = limb + x * y + carry;
      limb = sum & 0xFFFFFFFFU;
      carry = sum >> 32;
    }
    out[static_cast<std::size_t>(i + 4)] += carry;
  }
  return out;
}
int reference(const Ratio& a, const Ratio& b) {
  const auto sign = [](int128 v) { return v < 0 ? -1 : v > 0 ? 1 : 0; };
  if (sign(a.num) != sign(b.num)) return sign(a.num) < sign(b.num) ? -1 : 1;
  const auto left = product(magnitude_of(a.num), magnitude_of(b.den)), right = product(magnitude_of(b.num), magnitude_of(a.den));
  for (std::size_t i = 8; i-- > 0;)
    if (left[i] != right[i]) return (left[i] < right[i] ? -1 : 1) * (sign(a.num) < 0 ? -1 : 1);
  return 0;
}
int as_int(std::strong_ordering order) { return order < 0 ? -1 : order > 0 ? 1 : 0; }

int128 random_wide(Random& random) {
  const auto bits = random.below(128);
  auto out = (static_cast<uint128>(random.below(~std::uint64_t{0})) << 64) | random.below(~std::uint64_t{0});
  if (random.one_in(8)) out = ~uint128{0};
  return static_cast<int128>((out >> 1) >> bits);
}

TEST(Ratio, ComparesAsWideIntegersDo) {
  Random random(11);
  std::array<std::size_t, 3> seen{};
  for (int i = 0; i < 200'000; ++i) {
    Ratio a{random_wide(random), std::max<int128>(1, random_wide(random))},
        b{random_wide(random), std::max<int128>(1, random_wide(random))};
    if (random.one_in(3)) b = a;
    if (random.one_in(4)) b.num += random.within(-1, 0);
    if (random.one_in(4)) b.den = std::max<int128>(1, b.den - random.within(0, 1));
    if (random.one_in(3)) a.num = -a.num, b.num = -b.num;
    if (random.one_in(6)) b.num = -b.num;
    if (random.one_in(50)) a.num = smallest;
    if (random.one_in(50)) b.num = smallest;
    const int expected = reference(a, b);
    ++seen[static_cast<std::size_t>(expected + 1)];
    ASSERT_EQ(as_int(compare(a, b)), expected) << i;
    ASSERT_EQ(as_int(compare(b, a)), -expected) << i;
    ASSERT_EQ(a == b, expected == 0);
    ASSERT_EQ(a < b, expected < 0);
  }
  for (const auto count : seen) EXPECT_GT(count, 5000U);
}

TEST(Ratio, ComparesAtTheEdgesOfItsIntegers) {
  EXPECT_TRUE((Ratio{greatest, greatest} == Ratio{1, 1}));
  EXPECT_TRUE((Ratio{greatest, greatest - 1} > Ratio{1, 1}));
  EXPECT_TRUE((Ratio{greatest - 1, greatest} > Ratio{greatest - 2, greatest - 1}));
  EXPECT_TRUE((Ratio{smallest, 3} < Ratio{smallest + 1, 3}));
  EXPECT_TRUE((Ratio{smallest, greatest} < Ratio{-1, 1}));
  EXPECT_TRUE((Ratio{smallest, greatest} < Ratio{smallest + 1, greatest}));
  EXPECT_TRUE((Ratio{0, greatest} == Ratio{0, 1}));
}

TEST(Ratio, ReducesToLowestTerms) {
  const auto half = reduced(-6, -12);
  EXPECT_TRUE(half.num == 1 && half.den == 2);
  const auto third = reduced(5, -15);
  EXPECT_TRUE(third.num == -1 && third.den == 3);
  const auto zero = reduced(0, -7);
  EXPECT_TRUE(zero.num == 0 && zero.den == 1);
  EXPECT_TRUE(gcd(0, 5) == 5 && gcd(5, 0) == 5 && gcd(0, 0) == 0);
  const auto big = uint128{1} << 100;
  EXPECT_TRUE(gcd(big * 3, big * 5) == big);
  EXPECT_TRUE(gcd(big, 48) == 16);
}

TEST(Ratio, FloorDividesDownwards) {
  EXPECT_TRUE(floor_divide(7, 2) == 3 && floor_divide(-7, 2) == -4 && floor_divide(-8, 2) == -4 && floor_divide(0, 3) == 0 &&
              floor_divide(-1, 3) == -1);
  EXPECT_TRUE(floor_divide(smallest, 1) == smallest);
}

std::string published(int128 num, int128 den, int decimals, Rounding rounding) { return rounded({num, den}, decimals, rounding).text(); }

TEST(Rounded, RoundsHalvesByItsMode) {
  using enum Rounding;
  for (const auto& [num, up, even, towards] :
       std::vector<std::tuple<int, std::string, std::string, std::string>>{{5, "1", "0", "0"},
                                                                           {15, "2", "2", "1"},
                                                                           {25, "3", "2", "2"},
                                                                           {-5, "-1", "0", "0"},
                                                                           {-15, "-2", "-2", "-1"},
                                                                           {-25, "-3", "-2", "-2"},
                                                                           {24, "2", "2", "2"},
                                                                           {26, "3", "3", "2"},
                                                                           {-26, "-3", "-3", "-2"}}) {
    EXPECT_EQ(published(num, 10, 0, half_up), up) << num;
    EXPECT_EQ(published(num, 10, 0, half_even), even) << num;
    EXPECT_EQ(published(num, 10, 0, down), towards) << num;
  }
  EXPECT_EQ(published(-1, 1000, 2, half_up), "0.00");  // no minus before zero
  EXPECT_EQ(published(1, 3, 9, half_up), "0.333333333");
  EXPECT_EQ(published(2, 3, 9, half_up), "0.666666667");
  EXPECT_EQ(published(2, 3, 9, down), "0.666666666");
}

TEST(Rounded, AgreesWithAReference) {
  Random random(12);
  for (int i = 0; i < 100'000; ++i) {
    const auto den = random.one_in(2) ? random.within(1, 2000) : random.within(1, std::int64_t{1} << 53);
    const auto num = random.one_in(2) ? random.within(-100'000, 100'000) : random.within(-(std::int64_t{1} << 60), std::int64_t{1} << 60);
    const int decimals = static_cast<int>(random.below(10));
    const auto scaled = int128{num} * Decimal::power(decimals);
    for (const auto rounding : {Rounding::half_up, Rounding::half_even, Rounding::down}) {
      const auto got = rounded({num, den}, decimals, rounding);
      ASSERT_EQ(got.scale(), decimals);
      // The rest decides: |scaled - got x den| against half a unit.
      const auto off = magnitude_of(scaled - got.digits() * den) * 2, unit = static_cast<uint128>(den);
      if (rounding == Rounding::down) {
        ASSERT_LT(off, 2 * unit);
        ASSERT_LE(magnitude_of(got.digits()) * unit, magnitude_of(scaled));
      } else {
        ASSERT_LE(off, unit);
        const bool half = off == unit, up = magnitude_of(got.digits()) * unit >= magnitude_of(scaled);
        ASSERT_TRUE(!half || (rounding == Rounding::half_up ? up : got.digits() % 2 == 0));
      }
      ASSERT_TRUE(got.digits() == 0 || (got.digits() < 0) == (num < 0));
    }
  }
}

// SPEC 8, through the one function that divides.
std::string index(std::int64_t achieved, std::int64_t applicable, Rounding rounding = Rounding::half_up) {
  const auto of = index_of({.achieved = achieved, .applicable = applicable}, {.rounding = rounding});
  return of ? of->published().text() : "none";
}
TEST(Published, FiguresEqualThoseOfTheSource) {
  EXPECT_EQ(index(4062, 8000), "50.78");
  EXPECT_EQ(index(4062, 8000, Rounding::down), "50.77");
  EXPECT_EQ(index(4062, 8000, Rounding::half_even), "50.78");
  EXPECT_EQ(index(6832, 8400), "81.33");
  EXPECT_EQ(index(6146, 7000), "87.80");
  EXPECT_EQ(published(7485 + 7672 + 8431 + 9114, 400, 2, Rounding::half_up), "81.76");
  EXPECT_EQ(index(79995, 100000), "80.00");
  EXPECT_EQ(index(0, 0), "none");
}

TEST(Published, AnIndexIsAtLeast0AndAtMost100) {
  const auto of = [](std::int64_t bonus, std::int64_t penalty, bool may_exceed) {
    return index_of({.achieved = 80, .applicable = 100, .bonus = bonus, .penalty = penalty}, {.may_exceed_100 = may_exceed})
        ->published()
        .text();
  };
  EXPECT_EQ(of(30, 0, false), "100.00");
  EXPECT_EQ(of(30, 0, true), "110.00");
  EXPECT_EQ(of(20, 0, false), "100.00");
  EXPECT_EQ(of(0, 90, false), "0.00");
  EXPECT_EQ(of(0, 90, true), "0.00");
  EXPECT_EQ(of(5, 3, false), "82.00");
}

TEST(Published, TheLargestTotalsFit) {
  const std::int64_t most = most_quanta;
  const auto above = index_of({.achieved = most, .applicable = 1, .bonus = most}, {.decimals = 9, .may_exceed_100 = true});
  EXPECT_EQ(above->published().text(), Decimal::fixed(int128{2} * most * 100 * 1'000'000'000, 9).text());
  EXPECT_EQ(index(most - 1, most), "100.00");
  EXPECT_EQ(index(most - 1, most, Rounding::down), "99.99");
}
}
