#pragma once
#include <chiso/core/build.hpp>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Lays out JSON that is on one line (`{"a": 1, "b": [1, 2]}`): whatever fits into a line of 120 characters stays on it, anything else
/// gets a line for each of its members, indented by two spaces. Ends with a line break.
std::string laid_out(std::string_view json);
}
