#pragma once
#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/core/problems.hpp>
#include <chiso/core/suggestions.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace detail {
CHISO_INLINE std::string summary(std::string_view what, const std::vector<Problem>& problems, std::size_t total) {
  std::string out(what);
  out += total == 1 ? ": 1 problem" : ": " + std::to_string(total) + " problems";
  constexpr std::size_t most_listed = 100;
  const auto listed = (std::min)(problems.size(), most_listed);
  for (std::size_t i = 0; i < listed; ++i) out += "\n  " + to_text(problems[i]);
  if (total > listed) out += "\n  and " + std::to_string(total - listed) + " more";
  return out;
}
}
// Braces: the text is made before the problems are moved.
CHISO_INLINE ModelError::ModelError(std::vector<Problem> problems)
    : Error{detail::summary("the model cannot be used", problems, problems.size()), std::move(problems)}, total_(this->problems().size()) {}
CHISO_INLINE ModelError::ModelError(std::vector<Problem> problems, std::size_t total)
    : Error{detail::summary("the model cannot be used", problems, total), std::move(problems)}, total_(total) {}
CHISO_INLINE EvidenceError::EvidenceError(std::vector<Problem> problems, std::size_t total)
    : Error{detail::summary("the evidence cannot be scored", problems, total), std::move(problems)}, total_(total) {}
CHISO_INLINE Error::Error(const std::string& what, std::vector<Problem> problems)
    : std::invalid_argument(what), problems_(std::move(problems)) {}
CHISO_INLINE Error::Error(const std::string& what) : std::invalid_argument(what) {}
CHISO_INLINE FileError::FileError(Problem problem, int error_number) : Error(std::move(problem)), error_number_(error_number) {}
CHISO_INLINE Error::Error(Problem problem)
    : std::invalid_argument(to_text(problem, Text::Language::en, SeverityMention::left_out)), problems_{std::move(problem)} {}

CHISO_INLINE std::size_t index_of_name(const Words& what, std::string_view name, std::span<const std::string> known) {
  const auto at = std::find(known.begin(), known.end(), name);
  if (at != known.end()) return static_cast<std::size_t>(at - known.begin());
  constexpr Words one_of{"one of {0}", "một trong: {0}"}, one_of_many{"one of {0} and {1} more", "một trong: {0} hoặc {1} tên khác"},
      none{"nothing, since no names exist", "bỏ trống, vì không có tên nào để chọn"};
  constexpr std::size_t most_listed = 10;
  std::string listed;
  for (std::size_t i = 0; i < known.size() && i < most_listed; ++i) listed.append(i > 0 ? ", '" : "'").append(known[i]).append("'");
  auto expected = known.empty()                ? Argument(none)
                  : known.size() > most_listed ? Argument(one_of_many, {listed, known.size() - most_listed})
                                               : Argument(one_of, {listed});
  auto problem = problem_at({}, Severity::error, problems::name_unknown, {Argument(what, {name}), std::move(expected)});
  if (const auto near = nearest(name, {known.begin(), known.end()})) problem.hint = *near;
  throw UnknownNameError(std::move(problem));
}
}
