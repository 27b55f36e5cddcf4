#pragma once
#include <chiso/core/problem.hpp>
#include <cstddef>
#include <functional>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Is told of what is wrong with a text, and at which byte.
using TellBadText = std::function<void(std::size_t at, const ProblemEntry& entry)>;
/// Looks for bytes that are no text of a CSV file: another kind of file, which is told alone, else each run that is not UTF-8, and each
/// NUL. O(length).
void report_bad_text(std::string_view text, const TellBadText& tell);
/// The arguments of what is wrong at a byte: apart, since of millions only those that are listed need them.
Arguments arguments_of_bad_text(std::string_view text, std::size_t at, const ProblemEntry& entry);
}
