#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/core/text.hpp>
#include <chiso/core/words.hpp>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Every problem that chiso reports, by domain. Each code is listed once.
CHISO_EXPORT std::span<const ProblemEntry* const> problem_catalogue();
/// The entry of a code; null if there is none. O(size).
CHISO_EXPORT const ProblemEntry* find_problem(std::string_view code);

/// Problems as JSON, for programs and for the answers of servers: an array of objects with `code`, `severity`, `pointer`, `line`, `column`,
/// `row`, and in the language `found`, `expected` and `hint`; line, column and row are 0 if no text is known, the hint is empty if there is
/// none. O(size).
CHISO_EXPORT std::string to_json(std::span<const Problem> problems, Text::Language language = Text::Language::en);
}
