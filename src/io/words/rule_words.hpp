#pragma once
#include <io/words/expression_words.hpp>

namespace chiso::inline CHISO_BUILD {
/// A rule in words, from the words in its header (rule/*.hpp), with the notes on it and its parts.
struct RuleInWords {
  Phrase phrase{};
  std::vector<std::string> notes{};
  std::vector<std::string> sources{};
};
/// `max` is the most that the rule can give.
RuleInWords rule_words(const Rule& rule, const Decimal& max, ExpressionWords& expressions, Language language);

/// Which values can occur: among counts, above 1 means 2 or more.
enum class Values : bool { any, counts };
/// The ends of a list of tiers or bands, each narrowed by the earlier ones, which take precedence: after `from 80`, `from 70` means 70 to
/// below 80. They stay as written if an earlier one lies in the middle, because the rest is then not a range.
std::vector<Ends> ends_in_force(const std::vector<Ends>& written, Values values = Values::any, const std::vector<bool>& asks_more = {});
/// Ends in words; `after` follows each number, a percent sign for instance.
std::string ends_words(const Ends& ends, Language language, std::string_view after = {});
}
