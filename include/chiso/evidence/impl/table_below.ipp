#pragma once
#include <algorithm>
#include <chiso/evidence/table_below.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::optional<std::string> part_of_period(std::string_view period, PeriodPart part) {
  if (part == PeriodPart::whole) return std::string(period);
  const auto digits = [&](std::size_t at, std::size_t count) {
    return period.size() >= at + count &&
           std::all_of(period.begin() + static_cast<std::ptrdiff_t>(at), period.begin() + static_cast<std::ptrdiff_t>(at + count),
                       [](char c) { return c >= '0' && c <= '9'; });
  };
  const auto ends = [&](std::size_t at) { return period.size() == at || period[at] == '-'; };
  if (!digits(0, 4) || !ends(4)) return {};
  const auto year = std::string(period.substr(0, 4));
  if (part == PeriodPart::year) return year;
  const bool has_quarter = period.size() == 7 && period[5] == 'Q' && period[6] >= '1' && period[6] <= '4';
  if (has_quarter) return part == PeriodPart::quarter ? std::optional(std::string(period)) : std::nullopt;
  if (!digits(5, 2) || !ends(7)) return {};
  const auto month = (period[5] - '0') * 10 + (period[6] - '0');
  if (month < 1 || month > 12) return {};
  if (part == PeriodPart::month) return std::string(period.substr(0, 7));
  return year + "-Q" + std::to_string((month + 2) / 3);
}
}
