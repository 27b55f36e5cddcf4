#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/report.hpp>
#include <chiso/core/text.hpp>
#include <chiso/core/words.hpp>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What is known of one kind of problem, in Vietnamese and English.
struct ProblemEntry {
  /// What a problem is about.
  enum class Domain : std::uint8_t { text, values, model, classes, expression, rule, evidence, fitting, requests, warnings };
  std::string_view code{};   ///< As in Problem::code.
  Words title;               ///< What is wrong, in a few words.
  Words meaning;             ///< What it means, and why it is a problem.
  Words remedy;              ///< What to do.
  std::string_view wrong{};  ///< A piece of a model or a table that has the problem; empty where it cannot come from a file.
  std::string_view right{};  ///< The same piece without it.
  Domain domain = Domain::text;
};

/// Every problem that chiso reports, by domain. A code is listed once.
std::span<const ProblemEntry> problem_catalogue();
/// The entry of a code; null where there is none. O(log size).
const ProblemEntry* find_problem(std::string_view code);

/// A problem in one line: `line:column: error: found ..., expected ...`. In Vietnamese whatever chiso says is; names, cells and what is
/// written in a model stay as they are. English is what to_text(problem) of chiso/core gives. O(length x size of the list of phrases).
std::string to_text(const Problem& problem, Text::Language language);
}
