#pragma once
#include <chiso/io/problems/problems.hpp>
#include <span>
#include <string>

// Pages of docs/ that are written from the library, and that tests compare with it.
namespace chiso::inline CHISO_BUILD {
/// The page of the rules in Markdown: each rule in words, and its fields.
std::string rules_markdown();
/// A page of a problem in both languages, in Markdown, with the messages of some problems of that code as examples.
std::string problem_markdown(const ProblemEntry& entry, std::span<const Problem> examples);
/// The page with links to all of them, as `<code>.md` beside it.
std::string problems_markdown();
}
