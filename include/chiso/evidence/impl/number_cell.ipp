#pragma once
#include <algorithm>
#include <bit>
#include <charconv>
#include <chiso/core/ratio.hpp>
#include <chiso/core/text.hpp>
#include <chiso/core/utf8.hpp>
#include <chiso/evidence/cell.hpp>
#include <chiso/evidence/cell_problems.hpp>
#include <chiso/evidence/table_problems.hpp>
#include <compare>

namespace chiso::inline CHISO_BUILD {
namespace numbers {
inline constexpr std::int64_t limit = std::int64_t{1} << 53;
inline constexpr std::int64_t billion = 1'000'000'000;

/// The sign of 0.digits - p / q for any number of digits; the digits of p / q come by long division. q is at most 10^9 + 1.
CHISO_INLINE int compare_fraction(std::string_view digits, std::int64_t p, std::int64_t q) {
  if (p >= q) return -1;
  for (const char c : digits) {
    p *= 10;
    const auto digit = p / q;
    p %= q;
    if (digit != c - '0') return c - '0' < digit ? -1 : 1;
  }
  return p > 0 ? -1 : 0;
}

/// Whether x = (whole + 0.fraction) / 10^decimals is within min(10^-9 max(1, x), 10^-decimals / 100) of the nearest k / 10^decimals.
CHISO_INLINE bool is_noise(std::int64_t whole, std::string_view fraction, bool nearest_is_above, int decimals) {
  const std::int64_t one = Decimal::power(decimals);
  if (nearest_is_above) {  // the distance is 1 - 0.fraction
    if (compare_fraction(fraction, 99, 100) < 0) return false;
    if (whole < one) return compare_fraction(fraction, billion - one, billion) >= 0;
    return whole >= billion || compare_fraction(fraction, billion - whole, billion + 1) >= 0;
  }
  if (compare_fraction(fraction, 1, 100) > 0) return false;
  return compare_fraction(fraction, whole < one ? one : whole, whole < one ? billion : billion - 1) <= 0;
}

/// Whether x = (whole + 0.fraction) / 10^decimals, which is nearer to the number below, is within the same distance of the half above it.
CHISO_INLINE bool is_noise_of_a_half(std::int64_t whole, std::string_view fraction, int decimals) {
  const std::int64_t one = Decimal::power(decimals);
  if (compare_fraction(fraction, 49, 100) < 0) return false;
  if (whole < one) return one >= billion / 2 || compare_fraction(fraction, billion / 2 - one, billion) >= 0;
  return whole >= billion / 2 || compare_fraction(fraction, billion / 2 - whole, billion + 1) >= 0;
}

/// Recognises NaN and infinities by their bits, because under a user's -ffast-math the compiler assumes that there are none. Numbers are
/// passed by reference all the way from the columns to here: under that flag newer clang also assumes that no NaN is passed by value.
template <class Float>
auto bits_of(const Float& value) {
  if constexpr (sizeof(Float) == 8)
    return std::bit_cast<std::uint64_t>(value);
  else
    return std::bit_cast<std::uint32_t>(value);
}
/// The bits without the sign, and those of infinity: smaller bits are a finite number, greater ones NaN.
template <class Float>
auto beside_infinity(const Float& value) {
  constexpr auto infinity = sizeof(Float) == 8 ? std::uint64_t{0x7FF} << 52 : std::uint64_t{0xFF} << 23;
  return std::uint64_t{bits_of(value) << 1 >> 1} <=> infinity;
}
template <class Float>
bool is_finite(const Float& value) {
  return beside_infinity(value) < 0;
}
template <class Float>
bool is_nan(const Float& value) {
  return beside_infinity(value) > 0;
}
template <class Float>
bool is_negative(const Float& value) {
  return bits_of(value) >> (8 * sizeof(Float) - 1) != 0;
}
/// The whole number that a float below 2^53 is.
template <class Float>
std::optional<std::int64_t> whole(const Float& value) {
  if (!is_finite(value) || !(value >= -0x1p53 && value <= 0x1p53)) return {};
  const auto out = static_cast<std::int64_t>(value);
  return static_cast<Float>(out) == value ? std::optional(out) : std::nullopt;
}

/// Whether a mark before so many digits, and after these, may as well part thousands as decimals.
inline bool is_two_ways(std::string_view before, std::size_t behind) {
  return behind == 3 && !before.empty() && before.size() <= 3 && before != "0";
}

/// A number as k, and how many digits its mark has behind it; fewer than 0 if it was not read.
struct PlainNumber {
  std::int64_t k = 0;
  std::int64_t behind = -1;
};
/// Reads plain digits with an optional sign and decimal part, short enough for 64 bits. What it does not read, grouped_number() has to look
/// at.
inline __attribute__((always_inline)) PlainNumber plain(std::string_view text, char mark, int decimals) {
  const bool negative = text.front() == '-';
  std::size_t i = negative ? 1 : 0;
  const std::size_t start = i;
  std::int64_t digits = 0;
  if (text.size() - i > 16) return {};
  for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) digits = digits * 10 + (text[i] - '0');
  if (i == start) return {};
  int after = 0;
  auto count = i - start;
  if (i < text.size()) {
    if (text[i] != mark) return {};
    const auto from = ++i;
    for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) digits = digits * 10 + (text[i] - '0');
    if (i == from || i < text.size() || i - from > static_cast<std::size_t>(decimals)) return {};
    after = static_cast<int>(i - from);
    count += i - from;
  }
  if (count + static_cast<std::size_t>(decimals - after) > 18) return {};
  digits *= Decimal::power(decimals - after);
  return {negative ? -digits : digits, after};
}

CHISO_INLINE bool are_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The digits of a whole number with a mark between groups of three. Empty for any other text.
CHISO_INLINE std::optional<std::string> grouped_digits(std::string_view text, char mark) {
  std::string out;
  for (bool first = true;; first = false) {
    const auto group = text.substr(0, text.find(mark));
    if (!are_digits(group) || (first ? group.empty() || group.size() > 3 : group.size() != 3)) return {};
    out += group;
    if (group.size() == text.size()) return out;
    text.remove_prefix(group.size() + 1);
  }
}

/// What a text shows about the marks of its table, by whichever marks it is a number.
CHISO_INLINE MarkClue clue_of(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const auto last = text.find_last_of(decimal_marks);
  if (last == text.npos || last == 0) return MarkClue::none;
  const auto before = text.substr(0, last), behind = text.substr(last + 1);
  if (behind.empty() || !are_digits(behind)) return MarkClue::none;
  if (are_digits(before)) return is_two_ways(before, behind.size()) ? MarkClue::two_ways : MarkClue::one_way;
  const auto first = before.find_first_of(decimal_marks);
  if (first == before.npos || !grouped_digits(before, before[first])) return MarkClue::none;
  return before[first] != text[last] || behind.size() == 3 ? MarkClue::one_way : MarkClue::none;
}

/// The text with a plain blank for every kind of blank, as thousands are parted by.
CHISO_INLINE std::string with_plain_blanks(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto c = unicode::first(text);
    const auto size = (std::max)(c.size, std::size_t{1});
    const auto character = text.substr(0, size);
    out += trimmed(character).empty() ? std::string_view(" ") : character;
    text.remove_prefix(size);
  }
  return out;
}

/// The digits of a whole number that is written as a decimal: 5 for `05.00`. Empty for any other text.
CHISO_INLINE std::optional<std::string> whole_digits(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto mark = text.find('.');
  auto whole = text.substr(0, mark);
  const auto fraction = mark == text.npos ? std::string_view("0") : text.substr(mark + 1);
  if (whole.empty() || whole.find_first_not_of("0123456789") != whole.npos) return {};
  if (fraction.empty() || fraction.find_first_not_of('0') != fraction.npos) return {};
  whole.remove_prefix((std::min)(whole.find_first_not_of('0'), whole.size() - 1));
  return (negative && whole != "0" ? "-" : "") + std::string(whole);
}
}

CHISO_INLINE Cell CellReader::within_range(int128 k) const {
  if (k > numbers::limit || k < -numbers::limit) return {0, State::missing, &problems::cell_size};
  const auto value = static_cast<std::int64_t>(k);
  if (value < least_) return {0, State::missing, &problems::cell_min};
  if (value > most_) return {0, State::missing, &problems::cell_max};
  return {value, State::value, nullptr};
}

/// The number whole.fraction, with any number of digits, as k / 10^decimals.
CHISO_INLINE Cell CellReader::number_of(bool negative, std::string_view whole, std::string_view fraction, From from) const {
  const auto decimals = static_cast<std::size_t>(measure_.decimals);
  std::int64_t k = 0;
  const auto take = [&](char digit) {
    if (k <= numbers::limit) k = k * 10 + (digit - '0');  // stays above the limit once it is there
  };
  for (const char digit : whole) take(digit);
  for (std::size_t i = 0; i < decimals; ++i) take(i < fraction.size() ? fraction[i] : '0');
  fraction.remove_prefix((std::min)(decimals, fraction.size()));
  while (fraction.ends_with('0')) fraction.remove_suffix(1);
  if (k <= numbers::limit && !fraction.empty()) {
    bool above = fraction.front() >= '5';
    if (measure_.excess == Excess::refuse && !numbers::is_noise(k, fraction, above, measure_.decimals))
      return {0, State::missing, &problems::cell_decimals};
    // 1323 / 2000 * 100 is 66.15 and not a little less: such noise of a float must not decide how a half is rounded.
    if (from == From::a_float && !above) above = numbers::is_noise_of_a_half(k, fraction, measure_.decimals);
    k += above ? 1 : 0;
  }
  return within_range(negative ? -k : k);
}

/// Reads the rarer forms: many digits, thousands marks.
CHISO_INLINE Cell CellReader::grouped_number(std::string_view text, char decimal, std::optional<char> thousands) const {
  constexpr Cell none{0, State::missing, &problems::cell_number};
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::string_view fraction;
  if (const auto at = text.find(decimal); at != text.npos) {
    fraction = text.substr(at + 1);
    text = text.substr(0, at);
    if (fraction.empty() || !numbers::are_digits(fraction)) return none;
  }
  if (text.empty()) return none;
  if (numbers::are_digits(text)) return number_of(negative, text, fraction);
  const auto whole = thousands ? numbers::grouped_digits(text, *thousands) : std::nullopt;
  return whole ? number_of(negative, *whole, fraction) : none;
}

CHISO_INLINE Cell CellReader::unusual_number(std::string_view text) const {
  auto out = thousands_ == ' ' ? grouped_number(numbers::with_plain_blanks(text), decimal_, thousands_)
                               : grouped_number(text, decimal_, thousands_);
  if (!marks_are_told_) out.clue = numbers::clue_of(text);
  return out;
}
CHISO_INLINE Cell CellReader::number_text(std::string_view text) const {
  const auto [k, behind] = numbers::plain(text, decimal_, measure_.decimals);
  if (behind < 0) return unusual_number(text);
  auto out = within_range(k);
  if (behind > 0 && !marks_are_told_) {
    const std::size_t sign = text.front() == '-' ? 1 : 0, after = static_cast<std::size_t>(behind);
    const auto before = text.substr(sign, text.size() - sign - 1 - after);
    out.clue = numbers::is_two_ways(before, after) ? MarkClue::two_ways : MarkClue::one_way;
  }
  return out;
}

CHISO_INLINE std::optional<OtherMarks> CellReader::other_marks(std::string_view as_written) const {
  if (measure_.type != MeasureType::count && measure_.type != MeasureType::decimal) return {};
  const auto plain = numbers::with_plain_blanks(as_written);
  const std::string_view text = plain;
  const auto belongs = [](char c) { return (c >= '0' && c <= '9') || c == '-' || thousands_marks.find(c) != thousands_marks.npos; };
  if (text.size() > 40 || !std::all_of(text.begin(), text.end(), belongs)) return {};
  const auto read = [&](char decimal, std::optional<char> thousands) -> std::optional<OtherMarks> {
    if (decimal == decimal_ && thousands == thousands_) return {};
    if (thousands && (text.find(*thousands) == text.npos || text.substr(text.starts_with('-') ? 1 : 0).starts_with('0'))) return {};
    // A single mark before three digits may as well be a decimal mark.
    const bool unclear = measure_.decimals > 0 && thousands && *thousands != ' ' && text.find(decimal) == text.npos &&
                         text.find(*thousands) == text.rfind(*thousands);
    if (unclear) return {};
    const auto cell = grouped_number(text, decimal, thousands);
    if (cell.problem) return {};
    return OtherMarks{decimal, thousands, Decimal(cell.value, measure_.decimals).text()};
  };
  const char other = decimal_marks[decimal_ == decimal_marks.front() ? 1 : 0];
  if (auto out = read(other, {})) return out;
  for (const char decimal : {decimal_, other})
    for (const char thousands : thousands_marks)
      if (thousands != decimal)
        if (auto out = read(decimal, thousands)) return out;
  return {};
}

template <class Float>
Cell CellReader::floating(const Float& value) const {
  if (numbers::is_nan(value)) return {0, State::missing, nullptr};
  if (measure_.type == MeasureType::date) return {0, State::missing, &problems::cell_date};
  const auto whole = numbers::whole(value);
  if (measure_.type == MeasureType::choice || measure_.type == MeasureType::yes_no) {
    const auto* problem = measure_.type == MeasureType::choice ? &problems::cell_option : &problems::cell_yes_no;
    return whole ? integer(*whole) : Cell{0, State::missing, problem};
  }
  if (whole) return integer(*whole);
  if (!numbers::is_finite(value)) return {0, State::missing, &problems::cell_number};
#if !defined(__FAST_MATH__) && !defined(__RECIPROCAL_MATH__)
  if constexpr (sizeof(Float) == 8) {
    // If k / 10^decimals has at most 15 digits and reads back as the value, it is the value's shortest decimal: the quotient of two exact
    // doubles is rounded correctly, and two decimals of 15 digits are never the same double.
    const auto power = static_cast<double>(Decimal::power(measure_.decimals));
    const double scaled = value * power;
    if (scaled > -1e15 && scaled < 1e15) {
      const auto k = static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
      if (k > -1'000'000'000'000'000 && k < 1'000'000'000'000'000 && static_cast<double>(k) / power == value) return within_range(k);
    }
  }
#endif
  char buffer[1200];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed).ptr;
  std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto mark = text.find('.');
  return number_of(negative, text.substr(0, mark), mark == text.npos ? std::string_view{} : text.substr(mark + 1), From::a_float);
}
CHISO_INLINE Cell CellReader::number(const double& value) const { return floating(value); }
CHISO_INLINE Cell CellReader::number(const float& value) const { return floating(value); }

CHISO_INLINE Cell CellReader::decimal(std::string_view digits) const {
  if (measure_.type == MeasureType::count || measure_.type == MeasureType::decimal) {
    if (digits.empty()) return {0, State::missing, &problems::cell_number};
    if (const auto read = numbers::plain(digits, '.', measure_.decimals); read.behind >= 0) return within_range(read.k);
    return grouped_number(digits, '.', {});
  }
  if (measure_.type == MeasureType::date) return {0, State::missing, &problems::cell_date};
  const auto whole = numbers::whole_digits(digits);
  if (measure_.type == MeasureType::choice) return whole ? option(*whole) : Cell{0, State::missing, &problems::cell_option};
  if (whole == "0" || whole == "1") return {*whole == "1" ? 1 : 0, State::value, nullptr};
  return {0, State::missing, &problems::cell_yes_no};
}

CHISO_INLINE Cell CellReader::integer(std::int64_t value) const {
  switch (measure_.type) {
    case MeasureType::yes_no:
      if (value == 0 || value == 1) return {value, State::value, nullptr};
      return {0, State::missing, &problems::cell_yes_no};
    case MeasureType::choice: return option(std::to_string(value));            // a whole number stands for its digits
    case MeasureType::date: return {0, State::missing, &problems::cell_date};  // a spreadsheet's number of a day is not told from others
    default: return within_range(int128{value} * Decimal::power(measure_.decimals));
  }
}
}
