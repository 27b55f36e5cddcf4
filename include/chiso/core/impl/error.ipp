#pragma once
#include <algorithm>
#include <chiso/core/error.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace wording {
CHISO_INLINE std::string summary(std::string_view what, const std::vector<Problem>& problems, std::size_t total) {
  std::string out(what);
  out += total == 1 ? ": 1 problem" : ": " + std::to_string(total) + " problems";
  constexpr std::size_t most_listed = 100;
  const auto listed = std::min(problems.size(), most_listed);
  for (std::size_t i = 0; i < listed; ++i) out += "\n  " + to_text(problems[i]);
  if (total > listed) out += "\n  and " + std::to_string(total - listed) + " more";
  return out;
}
}
CHISO_INLINE ModelError::ModelError(std::vector<Problem> problems)
    : Error(wording::summary("the model cannot be used", problems, problems.size()), problems), total_(problems.size()) {}
CHISO_INLINE ModelError::ModelError(std::vector<Problem> problems, std::size_t total)
    : Error(wording::summary("the model cannot be used", problems, total), problems), total_(total) {}
CHISO_INLINE EvidenceError::EvidenceError(std::vector<Problem> problems, std::size_t total)
    : Error(wording::summary("the evidence cannot be scored", problems, total), problems), total_(total) {}
CHISO_INLINE Error::Error(Problem problem) : std::invalid_argument(to_text(problem, {.error = ""})), problems_{std::move(problem)} {}

CHISO_INLINE std::size_t index_of_name(std::string_view what, std::string_view name, std::span<const std::string> known) {
  const auto at = std::find(known.begin(), known.end(), name);
  if (at != known.end()) return static_cast<std::size_t>(at - known.begin());
  constexpr std::size_t most_listed = 10;
  const auto quoted = [](std::string_view text) { return "'" + std::string(text) + "'"; };
  std::string expected = "one of ";
  for (std::size_t i = 0; i < known.size() && i < most_listed; ++i) expected += (i > 0 ? ", " : "") + quoted(known[i]);
  if (known.size() > most_listed) expected += " and " + std::to_string(known.size() - most_listed) + " more";
  if (known.empty()) expected = "none, for there are none";
  auto problem = problem_at({}, Severity::error, "name.unknown", std::string(what) + ' ' + quoted(name), expected);
  const auto near = nearest(name, {known.begin(), known.end()});
  if (near && !near->empty()) problem.hint = *near;
  throw ShapeError(std::move(problem));
}
}
