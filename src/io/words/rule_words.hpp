#pragma once
#include <io/words/expression_words.hpp>

namespace chiso::inline CHISO_BUILD {
/// A rule in words, by the words in its header (rule/*.hpp), and what people said about it and its parts.
struct SaidRule {
  Phrase phrase{};
  std::vector<std::string> notes{};
  std::vector<std::string> sources{};
};
/// `max` is what the rule can give at most.
SaidRule rule_words(const Rule& rule, const Decimal& max, ExpressionWords& expressions, Language language);

/// Which numbers are told apart: where only counts are, above 1 is 2 or more.
enum class Values : bool { any, counts };
/// The ends of a list of tiers or bands, each made narrower by those before it, which win: from 80, then from 70, is 70 to below 80.
/// As written where an earlier one lies in its middle, for then it is no range any more.
std::vector<Ends> ends_in_force(const std::vector<Ends>& written, Values values = Values::any);
/// Ends in words; `after` each number stands, say, a percent sign.
std::string ends_words(const Ends& ends, Language language, std::string_view after = {});
}
