#pragma once
#include <chiso/core/build.hpp>
#include <cstdint>

namespace chiso::inline CHISO_BUILD {
/// What a veto, or the requirement of a band, says of a row.
enum class Verdict : std::uint8_t {
  passes,  ///< It does not hold.
  holds,   ///< It holds.
  missing  ///< It is missing, and leaves the row without a class.
};
}
