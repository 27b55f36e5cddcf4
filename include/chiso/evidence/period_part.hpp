#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <cstdint>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Which part of its period a row of a table stands in: all of it, or the month, quarter or year of a period that begins with a year
/// (`2024`, `2024-Q1`, `2024-03`, `2024-03-31`). So the months of a year stand in the year.
enum class PeriodPart : std::uint8_t {
  whole,    ///< The period as it is written.
  month,    ///< `2024-03` of `2024-03` and `2024-03-31`.
  quarter,  ///< `2024-Q1` of these and of `2024-Q1`.
  year      ///< `2024` of all of them.
};
constexpr std::array<std::string_view, 4> names_of(PeriodPart) { return {"whole", "month", "quarter", "year"}; }
}
