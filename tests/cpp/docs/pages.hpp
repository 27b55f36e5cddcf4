#pragma once
#include <chiso/io/problems/problems.hpp>
#include <optional>
#include <span>
#include <string>

// Pages of docs/ that are written from the library, and that tests compare with it.
namespace chiso::inline CHISO_BUILD {
/// The page of the rules in Markdown: each rule in words, and its fields.
std::string rules_markdown();
/// The example of an entry where it stands: a line of a file with the mistake, what is reported of it, and the line without it.
struct PlacedExample {
  std::string file{};  ///< Its name.
  std::string link{};  ///< Where the page finds it; empty where it was made in code.
  std::string head{};  ///< Of a table its first line, of a model empty.
  std::string line{}, mended{};
  Problem problem{};
};
/// A page of a problem in both languages, in Markdown, with its example, if it has one, and the messages of some problems of that code.
std::string problem_markdown(const ProblemEntry& entry, const std::optional<PlacedExample>& example, std::span<const Problem> problems);
/// The page with links to all of them, as `<code>.md` beside it.
std::string problems_markdown();
}
