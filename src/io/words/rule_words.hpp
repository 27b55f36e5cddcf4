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

/// What each of a list of ranges contains once the earlier ones have taken theirs, as pieces in ascending order: after `from 80`, `from 70`
/// means 70 to below 80, and the last contains what is left, on both sides of a gap too. One that asks for more than its numbers (by place;
/// none if the list is empty) leaves them to those behind it. Once more than 8 pieces are left, the others stay as written.
std::vector<std::vector<Ends>> ends_in_force(const std::vector<Range>& list, const KnownValues& values,
                                             const std::vector<bool>& asks_more = {});
/// Ends in words; `after` follows each number, a percent sign for instance.
std::string ends_words(const std::vector<Ends>& pieces, Language language, std::string_view after = {});
/// The words of the ends of tiers that measure this value.
std::vector<std::string> tier_words(const std::vector<Range>& tiers, const ExpressionInWords& value, Language language);
}
