#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/report.hpp>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Gives every problem that has a pointer only its line and column, in one walk over the text, which must be a model's that was read
/// with readable syntax. A problem of an expression is placed at its character, one about a key at the key.
void find_places(std::string_view text, std::vector<Problem>& problems);
}
