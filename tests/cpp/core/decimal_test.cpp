#include <chiso/core/decimal.hpp>
#include <chiso/core/points.hpp>
#include <gtest/gtest.h>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

namespace {
using namespace chiso;

std::string read(std::string_view text) {
  const auto value = Decimal::parse(text);
  return value ? value->text() : "none";
}
/// A double that the compiler cannot see through, so that the constructor runs at run time.
double hidden(double value) {
  volatile double out = value;
  return out;
}

TEST(Decimal, ParsesPlainDecimals) {
  for (const auto& [written, held] : std::vector<std::pair<std::string, std::string>>{{"0", "0"},
                                                                                      {"7", "7"},
                                                                                      {"-7", "-7"},
                                                                                      {"0.5", "0.5"},
                                                                                      {"-0.5", "-0.5"},
                                                                                      {"10", "10"},
                                                                                      {"1.50", "1.5"},
                                                                                      {"0.00", "0"},
                                                                                      {"-0", "0"},
                                                                                      {"-0.0", "0"},
                                                                                      {"100.010", "100.01"},
                                                                                      {"81.755", "81.755"},
                                                                                      {"-12.0300", "-12.03"}})
    EXPECT_EQ(read(written), held) << written;
}

TEST(Decimal, RefusesTextThatIsNotAPlainDecimal) {
  for (const char* written :
       {"",   "-",    "+1",  "--1",  ".",   ".5",    "5.",  "-.5", "-5.", "1.2.3", "1..2", "1e3", "1E3",          "1e-3", "00",
        "01", "01.5", "-01", "00.5", "0x1", "1_000", "1,5", " 1",  "1 ",  "nan",   "inf",  "1-",  "\xEF\xBC\x91", "1\n"})
    EXPECT_EQ(read(written), "none") << written;
  EXPECT_EQ(read(std::string_view("1\0", 2)), "none");
}

TEST(Decimal, ReadsAtMost18DigitsAsWritten) {
  EXPECT_EQ(read("123456789012345678"), "123456789012345678");
  EXPECT_EQ(read("-999999999999999999"), "-999999999999999999");
  EXPECT_EQ(read("1234567890123456789"), "none");
  EXPECT_EQ(read("0.12345678901234567"), "0.12345678901234567");
  EXPECT_EQ(read("0.00000000000000001"), "0.00000000000000001");
  EXPECT_EQ(read("0.123456789012345678"), "none");  // its leading 0 counts as a digit
  EXPECT_EQ(read("1.00000000000000000"), "1");
  EXPECT_EQ(read("1.000000000000000000"), "none");
}

// The same literals at compile time and at run time: a number means one thing.
constexpr Decimal tenth = 0.1, mean = 81.755, nano = 1e-9, fifteen = 123456789.012345, negative = -0.007, whole = 1e14, nothing = -0.0,
                  least = 1e-15;

TEST(Decimal, TakesDoublesAsTheirShortestDecimal) {
  EXPECT_EQ(tenth.text(), "0.1");
  EXPECT_EQ(mean.text(), "81.755");
  EXPECT_EQ(nano.text(), "0.000000001");
  EXPECT_EQ(fifteen.text(), "123456789.012345");
  EXPECT_EQ(negative.text(), "-0.007");
  EXPECT_EQ(whole.text(), "100000000000000");
  EXPECT_EQ(nothing.text(), "0");
  EXPECT_EQ(least.text(), "0.000000000000001");
  for (const auto& [at_run_time, at_compile_time] : std::vector<std::pair<double, Decimal>>{{0.1, tenth},
                                                                                            {81.755, mean},
                                                                                            {1e-9, nano},
                                                                                            {123456789.012345, fifteen},
                                                                                            {-0.007, negative},
                                                                                            {1e14, whole},
                                                                                            {-0.0, nothing},
                                                                                            {1e-15, least}}) {
    EXPECT_EQ(Decimal(hidden(at_run_time)).text(), at_compile_time.text());
  }
  EXPECT_EQ(Decimal(hidden(999999999999999.0)).text(), "999999999999999");
  EXPECT_EQ(Decimal(hidden(0.123456789012345)).text(), "0.123456789012345");
}

TEST(Decimal, RefusesDoublesOfMoreThan15Digits) {
  for (const double value :
       {0.1 + 0.2, 1.0 / 3, 1e15, 1e16, -1e15, 1e300, 1e-16, 1.5e-16, 5e-324, 1234567890123456.0, 12345678.90123456,
        std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()})
    EXPECT_THROW(Decimal(hidden(value)), std::invalid_argument) << value;
}

TEST(Decimal, TakesIntegers) {
  static_assert(Decimal(7) == Decimal(std::int64_t{7}) && Decimal(7U) == 7);
  EXPECT_EQ(Decimal(std::numeric_limits<std::int64_t>::min()).text(), "-9223372036854775808");
  EXPECT_EQ(Decimal(std::numeric_limits<std::uint64_t>::max()).text(), "18446744073709551615");
}

TEST(Decimal, ComparesByValueWhateverTheScale) {
  static_assert(Decimal::fixed(70, 2) == Decimal::fixed(7, 1));
  static_assert(Decimal(0.7) < Decimal(0.71) && Decimal(-0.7) > Decimal(-0.71) && Decimal(-1) < Decimal(0.5));
  EXPECT_EQ(Decimal::fixed(0, 9), Decimal(0));
  const auto tiny = *Decimal::parse("0.00000000000000001"), huge = *Decimal::parse("999999999999999999");
  EXPECT_LT(tiny, huge);
  EXPECT_LT(-999999999999999999, tiny);
  EXPECT_GT(tiny, Decimal(0));
  EXPECT_EQ((Decimal::fixed(8150, 2) <=> Decimal(81.5)), std::strong_ordering::equal);
}

TEST(Decimal, KeepsTheDecimalsOfPublishedFigures) {
  EXPECT_EQ(Decimal::fixed(8150, 2).text(), "81.50");
  EXPECT_EQ(Decimal::fixed(0, 2).text(), "0.00");
  EXPECT_EQ(Decimal::fixed(5, 3).text(), "0.005");
  EXPECT_EQ(Decimal::fixed(-5, 3).text(), "-0.005");
  EXPECT_EQ(Decimal::fixed(-12345, 2).text(), "-123.45");
  EXPECT_EQ(Decimal(8150, 2).text(), "81.5");
  EXPECT_EQ(Decimal(0, 9).text(), "0");
  std::ostringstream out;
  out << Decimal::fixed(100, 1);
  EXPECT_EQ(out.str(), "10.0");
}

TEST(Decimal, ScalesExactlyOrNotAtAll) {
  EXPECT_EQ(Decimal(0.5).scaled(6), 500000);
  EXPECT_EQ(Decimal(-0.5).scaled(1), -5);
  EXPECT_EQ(Decimal(0.25).scaled(1), std::nullopt);
  EXPECT_EQ(Decimal::fixed(700000, 6).scaled(1), 7);  // zeros do not count as decimals
  EXPECT_EQ(Decimal::fixed(0, 6).scaled(0), 0);
  EXPECT_EQ(Decimal(std::numeric_limits<std::int64_t>::max()).scaled(0), std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(Decimal(std::numeric_limits<std::int64_t>::min()).scaled(0), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(Decimal(std::numeric_limits<std::int64_t>::max()).scaled(1), std::nullopt);
  EXPECT_EQ(Decimal::parse("999999999999999999")->scaled(9), std::nullopt);
}

TEST(Points, AreWholeQuanta) {
  constexpr Points half{500000}, one{1000000};
  static_assert(half + half == one && one - half == half && half < one);
  EXPECT_EQ(one - half, half);
  EXPECT_EQ(as_decimal(half, 6).text(), "0.5");
  EXPECT_EQ(as_decimal({-1}, 9).text(), "-0.000000001");
  EXPECT_EQ(as_decimal({3}, 0).text(), "3");
}
}
