#pragma once
#include <chiso/core/build.hpp>
#include <cstddef>

namespace chiso::inline CHISO_BUILD {
/// How a scorecard, an explanation or a list of findings is laid out as text.
struct TextLayout {
  bool bold = false;      ///< Shows titles, groups and the placement in bold, by terminal codes.
  std::size_t width = 0;  ///< Breaks long cells into lines so that tables are no wider, if possible; 0: no limit.
};
}
