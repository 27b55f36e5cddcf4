#pragma once
#include <chiso/core/build.hpp>

namespace chiso::inline CHISO_BUILD {
/// A table with the columns `unit`, `block`, `label` and `was` (former names, parted by semicolons), of which only the first must be there.
/// Readers take it in place of a model, and make a roster of it. Other columns are not read.
struct RosterTable {};
}
