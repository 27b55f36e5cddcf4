#pragma once
#include <chiso/core/build.hpp>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// A day of the calendar from 1900 to 2199. It is kept as a number of days, so that a column of dates is a column of small whole numbers.
class Date {
 public:
  static constexpr int first_year = 1900;               ///< The first year that a date may have.
  static constexpr int last_year = 2199;                ///< The last one.
  static constexpr std::int32_t last_number = 109'572;  ///< The number of 31 December 2199.

  /// 1 January 1900.
  constexpr Date() = default;
  /// Empty if there is no such day, or if its year is outside the range.
  static constexpr std::optional<Date> of(std::int64_t year, int month, int day) {
    constexpr int days_of_month[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1) return {};
    if (day > days_of_month[month - 1] + (month == 2 && is_leap(year) ? 1 : 0)) return {};
    auto number = days_before_year(year) - days_before_year(first_year) + day - 1;
    for (int before = 1; before < month; ++before) number += days_of_month[before - 1] + (before == 2 && is_leap(year) ? 1 : 0);
    return Date(static_cast<std::int32_t>(number));
  }
  /// The day that is so many days after 1 January 1900, within 0..last_number.
  static constexpr Date of_number(std::int64_t number) { return Date(static_cast<std::int32_t>(number)); }
  /// The day that is so many days after 1 January 1970, as Arrow and NumPy count; empty outside the range.
  static constexpr std::optional<Date> of_unix_days(std::int64_t days) {
    if (days < -unix_epoch || days > last_number - unix_epoch) return {};
    return Date(static_cast<std::int32_t>(days + unix_epoch));
  }
  /// Reads `2024-03-31` or `31/3/2024`, the day first; empty for anything else.
  CHISO_INLINE static std::optional<Date> parse(std::string_view text);

  /// Days since 1 January 1900.
  constexpr std::int32_t number() const { return number_; }
  /// Days since 1 January 1970, as Arrow and NumPy count; below 0 before it.
  constexpr std::int32_t unix_days() const { return number_ - unix_epoch; }
  /// `2024-03-31`.
  CHISO_INLINE std::string text() const;
  /// `31/3/2024`.
  CHISO_INLINE std::string day_first() const;
  /// The earlier day is less.
  friend constexpr auto operator<=>(Date, Date) = default;

 private:
  static constexpr std::int32_t unix_epoch = 25'567;  // the number of 1 January 1970
  explicit constexpr Date(std::int32_t number) : number_(number) {}
  static constexpr bool is_leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }
  static constexpr std::int64_t days_before_year(std::int64_t year) {
    const auto before = year - 1;
    return 365 * before + before / 4 - before / 100 + before / 400;
  }
  struct Parts {
    int year, month, day;
  };
  CHISO_INLINE Parts parts() const;

  std::int32_t number_ = 0;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/core/impl/date.ipp>
#endif
