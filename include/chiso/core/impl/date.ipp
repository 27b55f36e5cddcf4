#pragma once
#include <algorithm>
#include <chiso/core/date.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::optional<Date> Date::parse(std::string_view text) {
  // The next number of at least and at most so many digits, and the mark behind it.
  const auto number = [&](std::size_t least, std::size_t most, std::string_view mark) -> std::optional<int> {
    std::size_t digits = 0;
    int out = 0;
    while (digits < text.size() && digits < most && text[digits] >= '0' && text[digits] <= '9') out = 10 * out + (text[digits++] - '0');
    if (digits < least || !text.substr(digits).starts_with(mark)) return {};
    text.remove_prefix(digits + mark.size());
    return out;
  };
  if (text.size() < 8 || text.size() > 10) return {};
  std::optional<int> year, month, day;
  if (text[4] == '-') {
    year = number(4, 4, "-"), month = number(2, 2, "-"), day = number(2, 2, "");
  } else {
    day = number(1, 2, "/"), month = number(1, 2, "/"), year = number(4, 4, "");
  }
  if (!year || !month || !day || !text.empty()) return {};
  return of(*year, *month, *day);
}

CHISO_INLINE Date::Parts Date::parts() const {
  int year = first_year + number_ / 366;  // at most one below the year
  while (year < last_year && of(year + 1, 1, 1)->number() <= number_) ++year;
  int month = 12;
  while (of(year, month, 1)->number() > number_) --month;
  return {year, month, number_ - of(year, month, 1)->number() + 1};
}
CHISO_INLINE std::string Date::text() const {
  const auto [year, month, day] = parts();
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return std::to_string(year) + "-" + two(month) + "-" + two(day);
}
CHISO_INLINE std::string Date::day_first() const {
  const auto [year, month, day] = parts();
  return std::to_string(day) + "/" + std::to_string(month) + "/" + std::to_string(year);
}
}
