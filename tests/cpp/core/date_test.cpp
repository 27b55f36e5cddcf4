#include <chiso/core/date.hpp>
#include <gtest/gtest.h>
#include <string>

namespace {
using namespace chiso;

static_assert(Date::of(1900, 1, 1)->number() == 0 && Date::of(2199, 12, 31)->number() == Date::last_number);
static_assert(Date::of(1970, 1, 1)->unix_days() == 0 && Date::of(2024, 3, 31)->unix_days() == 19'813);
static_assert(!Date::of(1899, 12, 31) && !Date::of(2200, 1, 1) && !Date::of(2024, 13, 1) && !Date::of(2024, 0, 1) && !Date::of(2024, 1, 0));
static_assert(Date::of_unix_days(-25'567) == Date::of(1900, 1, 1) && !Date::of_unix_days(-25'568));
static_assert(Date::of_unix_days(84'005) == Date::of(2199, 12, 31) && !Date::of_unix_days(84'006));
static_assert(Date::of(2024, 2, 29) && !Date::of(2023, 2, 29) && Date::of(2000, 2, 29) && !Date::of(1900, 2, 29) && !Date::of(2100, 2, 29));

TEST(Date, EveryDayFollowsTheOneBefore) {
  int year = 1900, month = 1, day = 1;
  for (std::int32_t number = 0; number <= Date::last_number; ++number) {
    const auto date = Date::of_number(number);
    ASSERT_EQ(Date::of(year, month, day), date) << number;
    ASSERT_EQ(date.day_first(), std::to_string(day) + "/" + std::to_string(month) + "/" + std::to_string(year));
    ASSERT_EQ(Date::parse(date.text()), date);
    ASSERT_EQ(Date::parse(date.day_first()), date);
    if (!Date::of(year, month, ++day)) day = 1, ++month;
    if (month == 13) month = 1, ++year;
  }
  EXPECT_EQ(year, 2200);
}

TEST(Date, IsReadInItsTwoForms) {
  for (const char* text : {"2024-03-01", "1/3/2024", "01/3/2024", "1/03/2024", "01/03/2024"})
    EXPECT_EQ(Date::parse(text), Date::of(2024, 3, 1)) << text;
  for (const char* text : {"",           "2024",       "2024-3-1",         "2024-03-1",        "24-03-01",   "2024-03-011", "2024/03/01",
                           "2024-03/01", "20240301",   "1/3/24",           "1/3/02024",        "001/3/2024", "1-3-2024",    "1.3.2024",
                           "1/3/2024 ",  " 1/3/2024",  "2024-03-01 00:00", "2024-03-01T00:00", "+1/3/2024",  "1/3/-2024",   "3/31/2024",
                           "30/2/2024",  "2023-02-29", "2024-00-01",       "2024-01-00",       "31/4/2024",  "1899-12-31",  "1/1/2200",
                           "0000-00-00", "/1/12024",   "1//12024",         "２024-03-01"})
    EXPECT_EQ(Date::parse(text), std::nullopt) << text;
}
}
