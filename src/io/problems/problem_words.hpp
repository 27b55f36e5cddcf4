#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/problem.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// A phrase of a problem in both languages. Holes of the English text: `{}` takes data as they are, `{t}` another phrase, translated. The
/// Vietnamese text names them by number, from 0.
struct ProblemPhrase {
  std::string_view en{};
  std::string_view vi{};
};
/// A phrase that stands for what was found, of the codes that begin so; what is found is data otherwise.
struct FoundPhrase {
  std::string_view codes{};
  std::string_view en{};
  std::string_view vi{};
};
/// What is expected, of texts and models, and of tables.
std::span<const ProblemPhrase> model_phrases();
std::span<const ProblemPhrase> evidence_phrases();
std::span<const FoundPhrase> found_phrases();

// TODO(messages): only until every reporter has an entry.
std::string vietnamese_of_raw(const Problem& problem);
inline std::string in_language(const Problem& problem, Text::Language language) {
  return problem.entry || language == Text::Language::en ? to_text(problem, language) : vietnamese_of_raw(problem);
}
/// In Vietnamese; nothing where the phrase has no translation.
std::optional<std::string> expected_in_vietnamese(std::string_view expected);
/// What was found, or a hint, of a problem with this code; nothing where it is data.
std::optional<std::string> found_in_vietnamese(std::string_view code, std::string_view found);
}
