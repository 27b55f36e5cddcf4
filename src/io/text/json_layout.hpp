#pragma once
#include <chiso/core/build.hpp>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Lays out JSON written on one line (`{"a": 1, "b": [1, 2]}`): what fits a line of 120 characters stays on it, anything else has a line
/// for each of its members, two spaces further in. Ends with a line break.
std::string laid_out(std::string_view json);
}
