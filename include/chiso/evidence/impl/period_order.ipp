#pragma once
#include <algorithm>
#include <chiso/core/build.hpp>
#include <chiso/core/date.hpp>
#include <cstdint>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The numbers of a period, in their order: 12 and 2023 of `12/2023`.
struct PeriodNumbers {
  struct Number {
    std::int64_t value = 0;
    std::size_t digits = 0;
    bool is_full_year() const { return digits == 4 && value >= 1900 && value <= 2199; }
  };
  std::vector<Number> numbers{};
  bool letters_before = false;  ///< Whether a letter stands before the first: `Q4.23`.
  char separator = '\0';        ///< What stands behind the first number.
};
CHISO_INLINE PeriodNumbers numbers_of_period(std::string_view period) {
  constexpr std::string_view digits = "0123456789";
  constexpr std::size_t most_digits = 8;
  PeriodNumbers out;
  const auto number = [](std::string_view text) {
    PeriodNumbers::Number one{.value = 0, .digits = text.size()};
    for (const char c : text) one.value = one.value * 10 + (c - '0');
    return one;
  };
  for (auto at = period.find_first_of(digits); at != period.npos; at = period.find_first_of(digits, at)) {
    const auto end = (std::min)(period.find_first_not_of(digits, at), period.size());
    auto run = period.substr(at, end - at);
    if (out.numbers.empty())
      out.letters_before = std::any_of(period.begin(), period.begin() + static_cast<std::ptrdiff_t>(at), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
      });
    if (run.size() > most_digits) return {};
    // 122023 and 31122023: numbers of two digits before a year.
    const bool year_at_the_end = (run.size() == 6 || run.size() == 8) && !number(run.substr(0, 4)).is_full_year() &&
                                 number(run.substr(run.size() - 4)).is_full_year();
    for (; year_at_the_end && run.size() > 4; run.remove_prefix(2)) out.numbers.push_back(number(run.substr(0, 2)));
    out.numbers.push_back(number(run));
    if (out.separator == '\0' && end < period.size()) out.separator = period[end];
    at = end;
  }
  return out;
}

/// Whether every period is the last day of a month if its year of two digits stands in this place, first or last.
CHISO_INLINE bool are_ends_of_months(std::span<const PeriodNumbers> periods, bool year_is_first) {
  return std::all_of(periods.begin(), periods.end(), [&](const PeriodNumbers& period) {
    const auto at = [&](std::size_t place) { return period.numbers[place].value; };
    const auto year = at(year_is_first ? 0 : 2), month = at(1), day = at(year_is_first ? 2 : 0);
    if (month < 1 || month > 12) return false;
    const auto next = Date::of(month == 12 ? 2001 + year : 2000 + year, month == 12 ? 1 : static_cast<int>(month) + 1, 1);
    const auto here = Date::of(2000 + year, static_cast<int>(month), static_cast<int>(day));
    return next && here && next->number() == here->number() + 1;
  });
}

/// The place of the year among the numbers of periods, which have one shape; empty if none is seen.
CHISO_INLINE std::optional<std::size_t> place_of_year(std::span<const PeriodNumbers> periods) {
  const auto count = periods.front().numbers.size();
  const auto all = [&](auto&& is) { return std::all_of(periods.begin(), periods.end(), is); };
  if (count == 0 || !all([&](const auto& period) { return period.numbers.size() == count; })) return {};
  for (std::size_t place = 0; place < count; ++place)
    if (all([&](const auto& period) { return period.numbers[place].is_full_year(); })) return place;
  // Of two digits it may be the last number or, with no letter before, the first.
  const auto last = count - 1;
  const auto of_two = [&](std::size_t place) { return all([&](const auto& period) { return period.numbers[place].digits == 2; }); };
  if (count == 1 || !of_two(last)) return {};
  if (!of_two(0)) return last;
  const auto most = [&](std::size_t place) {
    return std::max_element(periods.begin(), periods.end(),
                            [&](const auto& a, const auto& b) { return a.numbers[place].value < b.numbers[place].value; })
        ->numbers[place]
        .value;
  };
  const std::int64_t most_of_a_part = count > 2 ? 31 : 12;  // a day, or a month or quarter
  if (!periods.front().letters_before && most(0) > most_of_a_part) return 0;
  if (most(last) > most_of_a_part) return last;
  const auto different = [&](std::size_t place) {
    std::set<std::int64_t> values;
    for (const auto& period : periods) values.insert(period.numbers[place].value);
    return values.size();
  };
  if (different(0) < different(last)) return 0;
  if (different(0) > different(last) || count != 3 || periods.front().letters_before) return last;
  // 23-12-31 beside 24-06-30, and 31-12-23 beside 30-06-24: days of reports are the last of a month.
  const bool first_fits = are_ends_of_months(periods, true), last_fits = are_ends_of_months(periods, false);
  if (first_fits != last_fits) return first_fits ? 0 : last;
  return periods.front().separator == '-' ? std::nullopt : std::optional(last);  // with slashes and points a date is written day first
}

/// Two neighbours, in the order of text, of which the first is the later one; empty if there are none, or it cannot be told. The periods
/// are sorted, and have one shape. O(length of all).
CHISO_INLINE std::optional<std::pair<std::string_view, std::string_view>> out_of_time(std::span<const std::string> periods) {
  std::vector<PeriodNumbers> all;
  for (const auto& period : periods) all.push_back(numbers_of_period(period));
  const auto year = periods.size() < 2 ? std::nullopt : place_of_year(all);
  if (!year) return {};
  // What stands before the year is larger the nearer it stands: day, month, year.
  const auto moment = [&](const PeriodNumbers& period) {
    constexpr std::int64_t first_of_the_last_century = 70;
    std::vector<std::int64_t> out;
    const auto& numbers = period.numbers;
    const auto& at = numbers[*year];
    out.push_back(at.digits == 2 && at.value < first_of_the_last_century ? at.value + 100 : at.value);
    for (auto place = *year; place-- > 0;) out.push_back(numbers[place].value);
    for (auto place = *year + 1; place < numbers.size(); ++place) out.push_back(numbers[place].value);
    return out;
  };
  for (std::size_t i = 0; i + 1 < all.size(); ++i)
    if (moment(all[i + 1]) < moment(all[i])) return std::pair<std::string_view, std::string_view>(periods[i], periods[i + 1]);
  return {};
}
}
