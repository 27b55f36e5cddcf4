#include <algorithm>
#include <array>
#include <chiso/io/problems/problems.hpp>
#include <io/problems/problem_words.hpp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr std::size_t most_holes = 4;

/// A phrase cut at its holes.
struct Pattern {
  std::string_view vi{};
  std::vector<std::string_view> pieces{};  // one more than holes
  std::vector<bool> translated{};          // of each hole
  std::size_t literal = 0;                 // letters outside the holes
};

Pattern pattern_of(std::string_view en, std::string_view vi) {
  Pattern out{.vi = vi};
  for (std::size_t from = 0;;) {
    auto hole = en.find('{', from);
    while (hole != en.npos && !en.substr(hole).starts_with("{}") && !en.substr(hole).starts_with("{t}")) hole = en.find('{', hole + 1);
    out.pieces.push_back(en.substr(from, hole == en.npos ? hole : hole - from));
    out.literal += out.pieces.back().size();
    if (hole == en.npos) return out;
    out.translated.push_back(en[hole + 1] == 't');
    from = en.find('}', hole) + 1;
  }
}

/// What stands in the holes, or nothing where the text is another phrase.
bool fits(const Pattern& pattern, std::string_view text, std::array<std::string_view, most_holes>& holes) {
  const auto& pieces = pattern.pieces;
  if (pieces.size() == 1) return text == pieces[0];
  if (text.size() < pattern.literal || !text.starts_with(pieces.front()) || !text.ends_with(pieces.back())) return false;
  auto rest = text.substr(pieces.front().size(), text.size() - pieces.front().size() - pieces.back().size());
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    const auto at = rest.find(pieces[i]);
    if (at == rest.npos) return false;
    holes[i - 1] = rest.substr(0, at);
    rest.remove_prefix(at + pieces[i].size());
  }
  holes[pieces.size() - 2] = rest;
  return true;
}

std::string filled(std::string_view vi, const std::array<std::string, most_holes>& holes) {
  std::string out;
  for (std::size_t i = 0; i < vi.size(); ++i) {
    const bool hole = vi[i] == '{' && i + 2 < vi.size() && vi[i + 2] == '}' && vi[i + 1] >= '0' && vi[i + 1] < '0' + int{most_holes};
    if (hole)
      out += holes[static_cast<std::size_t>(vi[i + 1] - '0')], i += 2;
    else
      out += vi[i];
  }
  return out;
}

/// The translation by one pattern; nothing where it does not fit.
std::optional<std::string> by(const Pattern& pattern, std::string_view text) {
  std::array<std::string_view, most_holes> holes;
  if (!fits(pattern, text, holes)) return {};
  std::array<std::string, most_holes> words;
  for (std::size_t i = 0; i < pattern.translated.size(); ++i) {
    if (!pattern.translated[i]) {
      words[i] = holes[i];
      continue;
    }
    auto translated = expected_in_vietnamese(holes[i]);
    if (!translated) return {};
    words[i] = std::move(*translated);
  }
  return filled(pattern.vi, words);
}

/// The longest first: of two that fit, the one that says more.
std::vector<Pattern> sorted_patterns() {
  std::vector<Pattern> out;
  for (const auto phrases : {model_phrases(), evidence_phrases()})
    for (const auto& phrase : phrases) out.push_back(pattern_of(phrase.en, phrase.vi));
  std::stable_sort(out.begin(), out.end(), [](const Pattern& a, const Pattern& b) { return a.literal > b.literal; });
  return out;
}
}

std::optional<std::string> expected_in_vietnamese(std::string_view expected) {
  static const auto patterns = sorted_patterns();
  for (const auto& pattern : patterns)
    if (auto out = by(pattern, expected)) return out;
  return {};
}

std::optional<std::string> found_in_vietnamese(std::string_view code, std::string_view found) {
  static const auto patterns = [] {
    std::vector<std::pair<std::string_view, Pattern>> out;
    for (const auto& phrase : found_phrases()) out.emplace_back(phrase.codes, pattern_of(phrase.en, phrase.vi));
    return out;
  }();
  for (const auto& [codes, pattern] : patterns)
    if (code.starts_with(codes))
      if (auto out = by(pattern, found)) return out;
  return {};
}

std::string vietnamese_of_raw(const Problem& problem) {
  auto translated = problem;
  if (auto found = found_in_vietnamese(problem.code(), problem.found())) translated.arguments[0] = std::move(*found);
  if (auto expected = expected_in_vietnamese(problem.expected())) translated.arguments[1] = std::move(*expected);
  if (auto hint = found_in_vietnamese(problem.code(), problem.suggestion())) translated.hint = std::move(*hint);
  return to_text(translated, Text::Language::vi);
}
}
