#pragma once
#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/core/problems.hpp>
#include <chiso/core/suggestions.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace detail {
CHISO_INLINE std::string summary(const Words& heading, const std::vector<Problem>& problems, std::size_t total, Text::Language language) {
  constexpr Words one{"1 problem", "1 lỗi"}, several{"{0} problems", "{0} lỗi"}, rest{"and {0} more", "và còn {0} lỗi khác"};
  constexpr std::size_t most_listed = 100;
  auto out = to_text(heading, {}, language) + ": " + (total == 1 ? to_text(one, {}, language) : to_text(several, {total}, language));
  const auto listed = (std::min)(problems.size(), most_listed);
  for (std::size_t i = 0; i < listed; ++i) out += "\n  " + to_text(problems[i], language);
  if (total > listed) out += "\n  " + to_text(rest, {total - listed}, language);
  return out;
}
inline constexpr Words model_unusable{"the model cannot be used", "bộ tiêu chí không dùng được"};
inline constexpr Words evidence_unscored{"the evidence cannot be scored", "số liệu chưa tính điểm được"};
}
// Braces: the text is made before the problems are moved.
CHISO_INLINE Error::Error(const Words& heading, std::vector<Problem> problems, std::size_t total)
    : std::invalid_argument{detail::summary(heading, problems, total, Text::Language::en)},
      heading_(heading),
      problems_{std::move(problems)},
      total_(total) {}
CHISO_INLINE Error::Error(const Words& heading, std::vector<Problem> problems)
    : std::invalid_argument{detail::summary(heading, problems, problems.size(), Text::Language::en)},
      heading_(heading),
      problems_{std::move(problems)},
      total_(problems_.size()) {}
CHISO_INLINE Error::Error(const std::string& what) : std::invalid_argument(what) {}
CHISO_INLINE Error::Error(Problem problem)
    : std::invalid_argument(to_text(problem, Text::Language::en, SeverityMention::left_out)), problems_{std::move(problem)}, total_(1) {}
CHISO_INLINE ModelError::ModelError(std::vector<Problem> problems, std::size_t total)
    : Error(detail::model_unusable, std::move(problems), total) {}
CHISO_INLINE ModelError::ModelError(std::vector<Problem> problems) : Error(detail::model_unusable, std::move(problems)) {}
CHISO_INLINE EvidenceError::EvidenceError(std::vector<Problem> problems, std::size_t total)
    : Error(detail::evidence_unscored, std::move(problems), total) {}
CHISO_INLINE FileError::FileError(Problem problem, int error_number) : Error(std::move(problem)), error_number_(error_number) {}
CHISO_INLINE std::string to_text(const Error& error, Text::Language language) {
  if (language == Text::Language::en || error.problems().empty()) return error.what();
  if (error.heading().en.empty()) return to_text(error.problems().front(), language, SeverityMention::left_out);
  return detail::summary(error.heading(), error.problems(), error.total(), language);
}

CHISO_INLINE std::size_t index_of_name(const Words& what, std::string_view name, std::span<const std::string> known) {
  const auto at = std::find(known.begin(), known.end(), name);
  if (at != known.end()) return static_cast<std::size_t>(at - known.begin());
  constexpr Words one_of_many{"one of {0} and {1} more", "một trong: {0} hoặc {1} tên khác"},
      none{"nothing, since no names exist", "bỏ trống, vì không có tên nào để chọn"};
  constexpr std::size_t most_listed = 10;
  std::string listed;
  for (std::size_t i = 0; i < known.size() && i < most_listed; ++i) listed.append(i > 0 ? ", '" : "'").append(known[i]).append("'");
  auto expected = known.empty()                ? Argument(none)
                  : known.size() > most_listed ? Argument(one_of_many, {listed, known.size() - most_listed})
                                               : Argument(phrases::one_of, {listed});
  auto problem = problem_at({}, Severity::error, problems::name_unknown, {Argument(what, {name}), std::move(expected)});
  if (const auto near = nearest(name, {known.begin(), known.end()})) problem.hint = *near;
  throw UnknownNameError(std::move(problem));
}
}
