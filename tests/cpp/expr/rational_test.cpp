#include <chiso/expr/rational.hpp>
#include <gtest/gtest.h>
#include <string>
#include <support/random.hpp>
#include <tuple>
#include <vector>

namespace {
using namespace chiso;
using chiso_test::Random;

Rational random_rational(Random& random) {
  const auto part = [&] { return static_cast<int128>(random.below(std::uint64_t{1} << 62)) << random.below(60) >> random.below(110); };
  auto out = Rational(random.one_in(2) ? part() : -part(), part() + 1);
  if (random.one_in(4)) out = out * random_rational(random);
  return out;
}
Rational power(Rational base, int exponent) {
  Rational out(1);
  while (exponent-- > 0) out = out * base;
  return out;
}
bool is_wide(const Rational& value) { return !value.as_ratio(); }

TEST(Rational, UndoesItsArithmeticExactly) {
  Random random(21);
  std::size_t wide = 0;
  for (int i = 0; i < 3000; ++i) {
    const auto a = random_rational(random), b = random_rational(random), c = random_rational(random);
    ASSERT_TRUE((a + b) - b == a);
    ASSERT_TRUE((a - b) + b == a);
    ASSERT_TRUE(a + b == b + a);
    ASSERT_TRUE(a * (b + c) == a * b + a * c);
    ASSERT_TRUE(b.sign() == 0 || (a * b / b == a && a / b * b == a));
    ASSERT_TRUE(-(-a) == a && (a + -a).sign() == 0);
    ASSERT_EQ((a <=> b) < 0, (a - b).sign() < 0);
    ASSERT_EQ(a == b, (a - b).sign() == 0);
    const auto floor = a.floor();
    ASSERT_TRUE(floor <= a && a < floor + Rational(1) && floor.floor() == floor);
    wide += is_wide(a * b) ? 1 : 0;
  }
  EXPECT_GT(wide, 300U);
}

TEST(Rational, GrowsBeyond128BitsAndComesBack) {
  const Rational two(2);
  const auto huge = power(two, 300);
  EXPECT_TRUE(is_wide(huge));
  EXPECT_EQ(huge.sign(), 1);
  EXPECT_EQ((-huge).sign(), -1);
  const auto back = huge / power(two, 299);
  ASSERT_TRUE(back.as_ratio());
  EXPECT_TRUE(back == two);
  EXPECT_TRUE(huge + Rational(1) > huge);
  EXPECT_TRUE((huge + Rational(1, 3)).floor() == huge);
  EXPECT_TRUE((-huge - Rational(1, 3)).floor() == -huge - Rational(1));
  EXPECT_TRUE((-huge).floor() == -huge);
}

TEST(Rational, IsSmallBelow126Bits) {
  const auto at = [](int bits) { return power(Rational(2), bits); };
  EXPECT_TRUE(at(125).as_ratio());
  EXPECT_FALSE(at(126).as_ratio());
  EXPECT_FALSE((-at(126)).as_ratio());
  EXPECT_FALSE((-at(127)).as_ratio());
  EXPECT_FALSE((Rational(1) / at(126)).as_ratio());
  EXPECT_TRUE((Rational(1) / at(125)).as_ratio());
  // Around the ends of a 128-bit integer nothing wraps.
  for (int bits = 124; bits < 130; ++bits) {
    const auto value = -at(bits);
    EXPECT_TRUE(-value == at(bits));
    EXPECT_TRUE(Rational(0) - value == at(bits));
    EXPECT_TRUE(value / Rational(-1) == at(bits));
    EXPECT_TRUE(value + value == -at(bits + 1));
    EXPECT_TRUE(value < -at(bits - 1));
  }
}

TEST(Rational, IsInLowestTerms) {
  const auto half = *Rational(-50, -100).as_ratio();
  EXPECT_TRUE(half.num == 1 && half.den == 2);
  const auto sum = *(Rational(1, 6) + Rational(1, 3)).as_ratio();
  EXPECT_TRUE(sum.num == 1 && sum.den == 2);
  EXPECT_TRUE(Rational(Decimal(81.755)) == Rational(81755, 1000));
  EXPECT_TRUE(Rational(Ratio{3, 9}) == Rational(1, 3));
}

TEST(Rational, RoundsAsRatiosDo) {
  Random random(22);
  for (int i = 0; i < 20'000; ++i) {
    const Ratio ratio{random.within(-1'000'000'000, 1'000'000'000), random.within(1, random.one_in(2) ? 2000 : 1'000'000'000)};
    const int decimals = static_cast<int>(random.below(10));
    for (const auto rounding : {Rounding::half_up, Rounding::half_even, Rounding::down})
      ASSERT_EQ(Rational(ratio).rounded(decimals, rounding).text(), rounded(ratio, decimals, rounding).text());
  }
}

TEST(Rational, RoundsWideNumbersOnce) {
  // Half, and a hair on either side of it, far beyond 128 bits.
  const auto hair = Rational(1) / power(Rational(10), 60);
  for (const auto& [value, up, even] :
       std::vector<std::tuple<Rational, std::string, std::string>>{{Rational(81755, 1000), "81.76", "81.76"},
                                                                   {Rational(81745, 1000), "81.75", "81.74"},
                                                                   {Rational(81745, 1000) - hair, "81.74", "81.74"},
                                                                   {Rational(81745, 1000) + hair, "81.75", "81.75"},
                                                                   {-Rational(81745, 1000) - hair, "-81.75", "-81.75"},
                                                                   {-Rational(81745, 1000) + hair, "-81.74", "-81.74"},
                                                                   {-Rational(81745, 1000), "-81.75", "-81.74"}}) {
    EXPECT_EQ(value.rounded(2, Rounding::half_up).text(), up);
    EXPECT_EQ(value.rounded(2, Rounding::half_even).text(), even);
    const std::string down = value == Rational(81755, 1000) ? "81.75" : "81.74";
    EXPECT_EQ(value.rounded(2, Rounding::down).text(), value.sign() < 0 ? "-" + down : down);
  }
  EXPECT_THROW(power(Rational(10), 40).rounded(0, Rounding::half_up), std::overflow_error);
}

TEST(Rational, NearestWholeIsHalfUp) {
  EXPECT_EQ(Rational(0).nearest_whole(), 0);
  EXPECT_EQ(Rational(1, 2).nearest_whole(), 1);
  EXPECT_EQ(Rational(3, 2).nearest_whole(), 2);
  EXPECT_EQ(Rational(499'999'999, 1'000'000'000).nearest_whole(), 0);
  EXPECT_EQ(Rational(int128{1} << 62).nearest_whole(), std::int64_t{1} << 62);
  const auto hair = Rational(1) / power(Rational(10), 60);
  EXPECT_EQ((Rational(5, 2) - hair).nearest_whole(), 2);
  EXPECT_EQ((Rational(5, 2) + hair).nearest_whole(), 3);
  EXPECT_EQ((Rational(int128{1} << 61) + hair).nearest_whole(), std::int64_t{1} << 61);
  // The largest numerators that are small: twice as much, and the denominator, are beyond 128 bits.
  const auto most = (int128{1} << 126) - 1;
  EXPECT_EQ(Rational(most, (int128{1} << 65) - 1).nearest_whole(), std::int64_t{1} << 61);
  EXPECT_EQ(Rational(most, (int128{1} << 64) + 1).nearest_whole(), std::int64_t{1} << 62);
}

TEST(Rational, ReadsWhatItWrites) {
  Random random(29);
  for (int i = 0; i < 2000; ++i) {
    const auto value = random_rational(random);
    ASSERT_EQ(Rational::of_text(value.text()), value);
  }
  for (const char* text :
       {"", "-", "1/", "/2", "1/0", "2/4", "1/-2", "01", "0x1", "-0", "+1", " 1", "1 ", "1/1", "1.5", "--1", "1/2/3", "1e3"})
    EXPECT_FALSE(Rational::of_text(text)) << text;
  EXPECT_FALSE(Rational::of_text(std::string(65537, '1')));
}
}
