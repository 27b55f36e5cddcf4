#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/report.hpp>
#include <io/json/json_tree.hpp>
#include <io/text/source_text.hpp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Gives every problem that has only a pointer its line and column, in one walk over the tree of the text, which must be readable. A
/// problem of an expression is placed at its character, a problem of a key at the key.
void find_places(const JsonTree& tree, SourceText& source, std::vector<Problem>& problems);
}
