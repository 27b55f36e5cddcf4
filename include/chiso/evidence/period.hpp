#pragma once
#include <chiso/core/build.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// A period with every digit replaced by 0. The periods of a table have one shape, since they are ordered as text: `2024-Q1` and
/// `2023-Q4` have, `2024` and `2024-Q1` have not. O(length).
inline std::string shape_of_period(std::string period) {
  for (auto& c : period)
    if (c >= '0' && c <= '9') c = '0';
  return period;
}
}
