#include "tables.hpp"
#include <algorithm>
#include <charconv>
#include <chiso/evidence/cell.hpp>
#include <chiso/evidence/cell_problems.hpp>
#include <chiso/expr/rational.hpp>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <random>

namespace chiso_test {
namespace {
Measure number(int decimals, Excess excess = Excess::refuse, std::optional<Decimal> min = {}, std::optional<Decimal> max = {}) {
  return {.name = "x",
          .type = decimals == 0 ? MeasureType::count : MeasureType::decimal,
          .decimals = decimals,
          .min = min,
          .max = max,
          .excess = excess};
}
const char* const not_a_number = "cell.number";
std::string of(const Cell& cell) {
  if (cell.problem) return std::string(cell.problem->code);
  return cell.state == State::value ? std::to_string(cell.value) : std::string(name_of(cell.state));
}
std::string text(const Measure& measure, std::string_view cell, const ReadingOptions& options = {}) {
  return of(CellReader(measure, options).text(cell));
}
template <class Float>
std::string floating(const Measure& measure, Float cell) {
  return of(CellReader(measure, {}).number(cell));
}

TEST(Cell, ReadsPlainNumbers) {
  EXPECT_EQ(text(number(0), "12"), "12");
  EXPECT_EQ(text(number(0), "007"), "7");
  EXPECT_EQ(text(number(0), "12.0"), "12");
  EXPECT_EQ(text(number(2), "1.5"), "150");
  EXPECT_EQ(text(number(2), "-1.05"), "-105");
  EXPECT_EQ(text(number(2), "-0"), "0");
  EXPECT_EQ(text(number(9), "1.000000001"), "1000000001");
  EXPECT_EQ(text(number(2), "1.5000000000000000000000000000"), "150");
  for (const char* wrong : {"", "-", "+1", ".5", "5.", "1e3", "1,5", "n/a", "NA", "--1", "1-", "0x1", "1 000", "inf", "nan", "1.2.3", "１"})
    EXPECT_EQ(text(number(2), wrong), *wrong == 0 ? "missing" : not_a_number) << wrong;
}
TEST(Cell, CountsAreWholeAndNotNegative) {
  EXPECT_EQ(text(number(0), "-1"), "cell.min");
  EXPECT_EQ(text(number(0), "1.5"), "cell.decimals");
  EXPECT_EQ(text(number(0, Excess::round), "1.5"), "2");
}
TEST(Cell, NoiseOfAFloatDoesNotDecideHowAHalfIsRounded) {
  const auto rounding = [](int decimals) { return number(decimals, Excess::round); };
  EXPECT_EQ(floating(rounding(1), 1323.0 / 2000 * 100), "662");  // 66.14999999999999
  EXPECT_EQ(floating(rounding(1), -1323.0 / 2000 * 100), "-662");
  EXPECT_EQ(text(rounding(1), "66.14999999999999"), "661");  // somebody wrote that
  EXPECT_EQ(floating(rounding(1), 66.149), "661");
  EXPECT_EQ(floating(rounding(0), 0.499999999), "1");   // 10^-9 beside the half
  EXPECT_EQ(floating(rounding(0), 0.4999999989), "0");  // and a little more
  EXPECT_EQ(floating(rounding(0), 1000000.4989), "1000000");
  EXPECT_EQ(floating(rounding(0), 1000000.4991), "1000001");
  EXPECT_EQ(floating(rounding(0), 100000000.495), "100000001");  // a hundredth, at most
  EXPECT_EQ(floating(rounding(0), 100000000.489), "100000000");
  EXPECT_EQ(floating(number(1), 1323.0 / 2000 * 100), "cell.decimals");
}
TEST(Cell, WholeNumbersWithDecimalsAreTruthsAndOptionsToo) {
  const Measure truth{.name = "t", .type = MeasureType::yes_no};
  EXPECT_EQ(text(truth, "1.0"), "1");
  EXPECT_EQ(text(truth, "0.00"), "0");
  EXPECT_EQ(text(truth, "1,0", {.decimal = ','}), "1");
  for (const char* wrong : {"1,0", "2.0", "1.5", "-1.0", "1.", ".0", "1.0.0"}) EXPECT_EQ(text(truth, wrong), "cell.yes_no") << wrong;
  const Measure choice{.name = "c", .type = MeasureType::choice, .options = NameList({"1", "2", "3.0"})};
  EXPECT_EQ(text(choice, "2.0"), "1");
  EXPECT_EQ(text(choice, "3.0"), "2");
  EXPECT_EQ(text(choice, "4.0"), "cell.option");
  EXPECT_EQ(text(choice, "2.0", {.missing_words = {"2.0"}}), "missing");
}
TEST(Cell, ReadsTheGivenDecimalAndThousandsMarks) {
  ReadingOptions comma{.decimal = ',', .thousands = '.'};
  EXPECT_EQ(text(number(2), "1.234,5", comma), "123450");
  EXPECT_EQ(text(number(2), "1234,5", comma), "123450");
  EXPECT_EQ(text(number(0), "1.234.567", comma), "1234567");
  for (const char* wrong : {"1.23", "1.2345", "12345.678", ".123", "1.234.", "1..234", "1.234,", "1,234.567", "1,5,6"})
    EXPECT_EQ(text(number(2), wrong, comma), not_a_number) << wrong;
  EXPECT_EQ(text(number(0), "1 234 567", {.thousands = ' '}), "1234567");
  EXPECT_EQ(text(number(0), "-1'234", {.thousands = '\''}), "cell.min");
}
TEST(Cell, RefusesReadingOptionsThatContradictEachOther) {
  EXPECT_THROW(check(ReadingOptions{.decimal = ';'}), Error);
  EXPECT_THROW(check(ReadingOptions{.thousands = '.'}), Error);
  EXPECT_THROW(check(ReadingOptions{.thousands = '_'}), Error);
  EXPECT_THROW(check(ReadingOptions{.delimiter = '"'}), Error);
  EXPECT_THROW(check(ReadingOptions{.delimiter = '\n'}), Error);
  EXPECT_NO_THROW(check(ReadingOptions{.decimal = ',', .thousands = '.', .delimiter = ','}));
}
TEST(Cell, ForgivesFloatNoiseOnly) {
  EXPECT_EQ(text(number(2), "0.30000000000000004"), "30");
  EXPECT_EQ(text(number(2), "0.1000000000000000055511151231257827"), "10");
  EXPECT_EQ(text(number(2), "0.100000001"), "10");  // the most that is forgiven: 10^-9
  EXPECT_EQ(text(number(2), "0.1000000011"), "cell.decimals");
  EXPECT_EQ(text(number(2), "0.099999999"), "10");
  EXPECT_EQ(text(number(2), "0.0999999989999"), "cell.decimals");
  EXPECT_EQ(text(number(2), "1000000.0001"), "100000000");  // a hundredth of the last decimal, below 10^-9 x
  EXPECT_EQ(text(number(2), "1000000.00011"), "cell.decimals");
  EXPECT_EQ(text(number(9), "0.1234567890100000"), "123456789");
  EXPECT_EQ(text(number(9), "0.12345678901000001"), "cell.decimals");
  EXPECT_EQ(text(number(0), "4.000000004"), "4");
  EXPECT_EQ(text(number(0), "4.000000004000000004"), "4");
  EXPECT_EQ(text(number(0), "4.0000000040000000040000000041"), "cell.decimals");
}
TEST(Cell, RoundsHalfAwayFromZeroIfAskedTo) {
  const auto round = number(1, Excess::round);
  EXPECT_EQ(text(round, "0.25"), "3");
  EXPECT_EQ(text(round, "-0.25"), "-3");
  EXPECT_EQ(text(round, "0.2499999999999999999999999"), "2");
  EXPECT_EQ(text(round, "-0.04"), "0");
}
TEST(Cell, KeepsWithinTheLimits) {
  EXPECT_EQ(text(number(0), "9007199254740992"), "9007199254740992");
  EXPECT_EQ(text(number(0), "9007199254740993"), "cell.size");
  EXPECT_EQ(text(number(0), "9007199254740992.0000001"), "9007199254740992");
  EXPECT_EQ(text(number(2), "-90071992547409.92"), "-9007199254740992");
  EXPECT_EQ(text(number(2), "90071992547409.93"), "cell.size");
  EXPECT_EQ(text(number(9), "123456789012345678901234567890"), "cell.size");
  const auto within = number(2, Excess::round, Decimal(0.125), Decimal(4.999));
  EXPECT_EQ(text(within, "0.12"), "cell.min");
  EXPECT_EQ(text(within, "0.125"), "13");  // min and max apply to the rounded number
  EXPECT_EQ(text(within, "0.13"), "13");
  EXPECT_EQ(text(within, "4.99"), "499");
  EXPECT_EQ(text(within, "5"), "cell.max");
}
TEST(Cell, FloatsStandForTheirShortestDecimal) {
  EXPECT_EQ(floating(number(2), 0.1), "10");
  EXPECT_EQ(floating(number(2), 0.1 + 0.2), "30");
  EXPECT_EQ(floating(number(2), 0.1F), "10");
  EXPECT_EQ(floating(number(1), static_cast<double>(0.1F)), "cell.decimals");  // as a double it is 0.10000000149
  EXPECT_EQ(floating(number(2), 0.125), "cell.decimals");
  EXPECT_EQ(floating(number(2, Excess::round), 0.125), "13");
  EXPECT_EQ(floating(number(2, Excess::round), 2.675), "268");  // the decimal, not the double below it
  EXPECT_EQ(floating(number(2, Excess::round), -1.005F), "-101");
  EXPECT_EQ(floating(number(0), 2023.0), "2023");
  EXPECT_EQ(floating(number(0), 16777216.0F), "16777216");
  EXPECT_EQ(floating(number(9), 5e-324), "0");
  EXPECT_EQ(floating(number(0), 1e308), "cell.size");
  EXPECT_EQ(floating(number(0), std::numeric_limits<double>::infinity()), not_a_number);
  EXPECT_EQ(floating(number(0), std::numeric_limits<double>::quiet_NaN()), "missing");
  EXPECT_EQ(floating(number(0), -std::numeric_limits<float>::quiet_NaN()), "missing");
  EXPECT_EQ(of(CellReader(number(9), {}).integer(std::numeric_limits<std::int64_t>::min())), "cell.size");
}
TEST(Cell, ReadsTheWordsForStatesAndTruths) {
  const auto count = number(0);
  for (const char* word : {"not_applicable", "NOT_Applicable", "không áp dụng", "KHÔNG ÁP DỤNG"})
    EXPECT_EQ(text(count, word), "not_applicable");
  const Measure truth{.name = "x", .type = MeasureType::yes_no};
  for (const char* word : {"yes", "YES", "true", "True", "có", "CÓ", "Có", "1"}) EXPECT_EQ(text(truth, word), "1") << word;
  for (const char* word : {"no", "No", "false", "FALSE", "không", "KHÔNG", "Không", "0"}) EXPECT_EQ(text(truth, word), "0") << word;
  EXPECT_EQ(text(truth, "co"), "cell.yes_no");
  EXPECT_EQ(text(truth, "2"), "cell.yes_no");
  EXPECT_EQ(text(truth, "Không áp dụng"), "not_applicable");
  EXPECT_EQ(floating(truth, 1.0), "1");
  EXPECT_EQ(floating(truth, 0.5), "cell.yes_no");
  const Measure choice{.name = "x", .type = MeasureType::choice, .options = {"on_time", "-", "3"}};
  EXPECT_EQ(text(choice, "-"), "1");
  EXPECT_EQ(text(choice, "On_time"), "cell.option");
  EXPECT_EQ(floating(choice, 3.0), "2");
  EXPECT_EQ(floating(choice, 3.5), "cell.option");
  EXPECT_EQ(of(CellReader(count, {}).boolean(true)), "cell.type");
}
TEST(Cell, ReadsDates) {
  const Measure date{.name = "x", .type = MeasureType::date};
  EXPECT_EQ(text(date, "2024-03-31"), "45380");
  EXPECT_EQ(text(date, "31/3/2024"), "45380");
  EXPECT_EQ(text(date, "1900-01-01"), "0");
  EXPECT_EQ(text(date, ""), "missing");
  EXPECT_EQ(text(date, "Không áp dụng"), "not_applicable");
  EXPECT_EQ(text(date, "-", {.missing_words = {"-"}}), "missing");
  EXPECT_EQ(text(date, "31/3/2024", {.missing_words = {"31/3/2024"}}), "missing");
  for (const char* wrong : {"2024", "45382", "3/31/2024", "30/2/2024", "31-3-2024", "31/3/24", "2024-03-31 00:00", "-", "n/a", "yes"})
    EXPECT_EQ(text(date, wrong), "cell.date") << wrong;
  const CellReader reader(date, {});
  EXPECT_EQ(of(reader.date(*Date::of(2024, 3, 31))), "45380");
  EXPECT_EQ(of(reader.integer(45'380)), "cell.date");
  EXPECT_EQ(of(reader.decimal("45380")), "cell.date");
  EXPECT_EQ(of(reader.boolean(true)), "cell.type");
  EXPECT_EQ(floating(date, 45380.0), "cell.date");
  EXPECT_EQ(floating(date, 0.5), "cell.date");
  EXPECT_EQ(floating(date, std::numeric_limits<double>::infinity()), "cell.date");
  EXPECT_EQ(floating(date, std::numeric_limits<double>::quiet_NaN()), "missing");
  EXPECT_EQ(of(CellReader(number(0), {}).date({})), "cell.type");
  EXPECT_EQ(to_text(reader.expected(problems::cell_date), Text::Language::en),
            "a date as 2024-03-31 or 31/3/2024 (the day first), from 1900 to 2199; blank if it was not supplied, not_applicable (không áp "
            "dụng) if the unit has no such task");
}
TEST(Cell, ReadsTheGivenWordsAsMissing) {
  const ReadingOptions words{.missing_words = {"n/a", "-", "-99"}};
  EXPECT_EQ(text(number(0), "n/a", words), "missing");
  EXPECT_EQ(text(number(0), "N/A", words), not_a_number);
  EXPECT_EQ(text(number(0), "-99", words), "missing");
  const Measure choice{.name = "x", .type = MeasureType::choice, .options = {"on_time", "-"}};
  EXPECT_EQ(text(choice, "-", words), "1");  // an option of that name is the option
  EXPECT_EQ(text(choice, "n/a", words), "missing");
  EXPECT_EQ(text({.name = "x", .type = MeasureType::yes_no}, "-", words), "missing");
}
TEST(Cell, ExplainsBlankAndNotApplicableForOtherWords) {
  const auto expected = CellReader(number(2, Excess::refuse, Decimal(0)), {}).expected(problems::cell_number);
  EXPECT_EQ(to_text(expected, Text::Language::en),
            "a number with at most 2 decimals of at least 0; blank if it was not supplied, not_applicable (không áp dụng) if the unit has "
            "no such task");
}

TEST(Cell, ListsTheFirstOfManyOptions) {
  std::vector<std::string> options;
  for (int i = 0; i < 12; ++i) options.push_back("o" + std::to_string(i));
  const Measure many{.name = "m", .type = MeasureType::choice, .options = options};
  EXPECT_TRUE(to_text(CellReader(many, {}).expected(problems::cell_option), Text::Language::en)
                  .starts_with("one of 'o0', 'o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7', 'o8', 'o9', ...;"));
}
TEST(Cell, ExpectsASingleLimitIfThereIsOnlyOne) {
  const Measure most{.name = "m", .type = MeasureType::decimal, .decimals = 1, .max = Decimal(5)};
  EXPECT_EQ(to_text(CellReader(most, {}).expected(problems::cell_max), Text::Language::en), "a number with at most 1 decimal of at most 5");
}

enum class From : bool { text, a_float };
/// SPEC 2.1 word for word, in rationals.
std::string by_the_page(const std::string& digits, int scale, bool negative, const Measure& measure, From from = From::text) {
  Rational x;
  for (const char c : digits) x = x * Rational(10) + Rational(c - '0');
  for (int i = 0; i < scale; ++i) x = x / Rational(10);
  const Rational unit(1, Decimal::power(measure.decimals));
  auto k = (x / unit + Rational(1, 2)).floor();
  const auto apart = x > k * unit ? x - k * unit : k * unit - x;
  const auto most = std::min(Rational(1, 1'000'000'000) * std::max(Rational(1), x), unit / Rational(100));
  if (apart > most && measure.excess == Excess::refuse && k <= Rational(int128{1} << 53)) return "cell.decimals";
  const auto half = (k + Rational(1, 2)) * unit;
  if (from == From::a_float && apart > most && x < half && half - x <= most) k = k + Rational(1);
  if (k > Rational(int128{1} << 53)) return "cell.size";
  const auto whole = static_cast<std::int64_t>(k.as_ratio()->num);
  return std::to_string(negative ? -whole : whole);
}
/// What a float is read as, given as its decimal.
std::string by_the_page(std::string_view written, const Measure& measure) {
  const bool negative = written.starts_with('-');
  std::string digits(written.substr(negative ? 1 : 0));
  const auto mark = digits.find('.');
  const auto scale = mark == digits.npos ? 0 : static_cast<int>(digits.size() - mark - 1);
  if (mark != digits.npos) digits.erase(mark, 1);
  return by_the_page(digits, scale, negative, measure, From::a_float);
}
TEST(Cell, FloatsNearAHalfAgreeWithADirectComputation) {
  std::mt19937_64 random(66);
  for (int i = 0; i < 20'000; ++i) {
    const auto measure = number(static_cast<int>(random() % 5), Excess::round);
    const auto unit = static_cast<double>(Decimal::power(measure.decimals));
    const auto half = (static_cast<double>(random() % 2000) + 0.5) * std::pow(10, static_cast<int>(random() % 8)) / unit;
    const auto value = half + (random() % 2 ? 1 : -1) * std::pow(10, -static_cast<double>(random() % 17));
    char buffer[400];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed).ptr;
    if (value < 0) continue;
    ASSERT_EQ(floating(measure, value), by_the_page({buffer, end}, measure)) << value << " with " << measure.decimals;
  }
}
TEST(Cell, AgreesWithADirectComputationOnRandomDecimals) {
  std::mt19937 random(20240917);
  const auto draw = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
  for (int i = 0; i < 40'000; ++i) {
    const auto measure = number(1 + draw(8), draw(3) == 0 ? Excess::round : Excess::refuse);
    // A number of the measure, then zeros or nines, then something else: most are near the edge of what is forgiven.
    std::string digits;
    for (int k = draw(8); k >= 0; --k) digits += static_cast<char>('0' + draw(9));
    int scale = draw(std::min(measure.decimals, static_cast<int>(digits.size()) - 1));
    const char filler = draw(1) ? '0' : '9';
    for (int k = draw(11); k > 0; --k, ++scale) digits += filler;
    for (int k = draw(4); k > 0; --k, ++scale) digits += static_cast<char>('0' + draw(9));
    const bool negative = draw(3) == 0;
    auto written = digits;
    if (static_cast<int>(written.size()) <= scale) written.insert(0, static_cast<std::size_t>(scale) + 1 - written.size(), '0');
    if (scale > 0) written.insert(written.size() - static_cast<std::size_t>(scale), ".");
    ASSERT_EQ(text(measure, (negative ? "-" : "") + written), by_the_page(digits, scale, negative, measure))
        << written << " with " << measure.decimals;
  }
}
/// But for what is nearly a half, which is rounded as the half.
void expect_read_as_text(const Measure& measure, const std::string& read, std::string_view written) {
  if (read == text(measure, written)) return;
  ASSERT_EQ(read, by_the_page(written, measure)) << written;
}
TEST(Cell, DoublesAreReadAsTheirText) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 200'000; ++i) {
    const auto measure = number(1 + static_cast<int>(random() % 9), random() % 2 ? Excess::round : Excess::refuse);
    const double value = std::ldexp(static_cast<double>(random() >> (11 + random() % 50)), static_cast<int>(random() % 60) - 45);
    const double rounded = random() % 2 ? value : std::round(value * 1000) / 1000;
    char buffer[400];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, rounded, std::chars_format::fixed).ptr;
    expect_read_as_text(measure, floating(measure, rounded), {buffer, end});
    const auto narrow = static_cast<float>(rounded);
    const auto narrow_end = std::to_chars(buffer, buffer + sizeof buffer, narrow, std::chars_format::fixed).ptr;
    expect_read_as_text(measure, floating(measure, narrow), {buffer, narrow_end});
  }
}
}
}
