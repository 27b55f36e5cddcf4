#pragma once
#include <algorithm>
#include <chiso/core/as_seen.hpp>
#include <chiso/core/suggestions.hpp>
#include <chiso/core/utf8.hpp>
#include <chiso/expr/impl/parser.ipp>
#include <chiso/expr/meant.hpp>

// What was meant by text that is no expression, and by options, labels and truths in the wrong form.
namespace chiso::inline CHISO_BUILD {
namespace detail {
inline constexpr std::size_t most_searches = 100;  // through all options: of a long list of problems nobody reads the hints

/// The bytes of a letter with marks at the beginning of a text; 0 for anything else.
inline std::size_t marked_letter(std::string_view text) {
  if (text.empty() || static_cast<unsigned char>(text[0]) < 0x80) return 0;
  const auto [code, size] = unicode::first(text);
  const bool letter = (code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7) || (code >= 0x1E00 && code <= 0x1EFF);
  return letter ? size : 0;
}
CHISO_INLINE std::string_view Parser::word_here() const {
  auto end = at_;
  for (;;) {
    while (end < text_.size() && is_word(text_[end])) ++end;
    const auto marked = marked_letter(text_.substr(end));
    if (marked == 0) return text_.substr(at_, end - at_);
    end += marked;
  }
}
/// The token at the current place, for a message: a word, a sign or a character, or the end.
CHISO_INLINE std::string_view Parser::token_here() const {
  if (const auto word = word_here(); !word.empty()) return word;
  for (const auto& sign : expression_signs)
    if (text_.substr(at_).starts_with(sign.typed)) return sign.typed;
  auto end = at_ + 1;
  while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) ++end;
  return text_.substr(at_, end - at_);
}
CHISO_INLINE Argument Parser::token() const { return at_ >= text_.size() ? Argument(phrases::end_of_expression) : Argument(token_here()); }

/// What the token at the current place stands for in another language, or a number with a decimal comma or a percent sign.
CHISO_INLINE Argument Parser::meant_here() const {
  if (at_ >= text_.size()) return {};
  const auto found = token_here();
  const auto in_digits = [&](std::size_t at) { return at < text_.size() && is_digit(text_[at]); };
  const auto number_before = [&](std::size_t end) {
    auto begin = end;
    while (begin > 0 && (is_digit(text_[begin - 1]) || text_[begin - 1] == '.')) --begin;
    return text_.substr(begin, end - begin);
  };
  if (found == "," && at_ > 0 && in_digits(at_ - 1) && in_digits(at_ + 1)) {
    auto end = at_ + 1;
    while (in_digits(end)) ++end;
    const auto whole = number_before(at_);
    if (whole.find('.') == whole.npos) return std::string(whole).append(".").append(text_.substr(at_ + 1, end - at_ - 1));
  }
  if (found == "%") {
    auto end = at_;
    while (end > 0 && text_[end - 1] == ' ') --end;
    const auto number = number_before(end);
    return number.empty() ? Argument(phrases::share_in_percent) : Argument(phrases::number_without_percent, {number});
  }
  if (found == ">" && at_ > 0 && text_[at_ - 1] == '<') return "!=";
  auto meant = meant_by(found, expression_signs);
  if (meant.empty()) meant = meant_by(lower_case(found), expression_words);
  return meant == Argument(found) ? Argument() : meant;
}

/// The options of a choice by a label, or the nearest one. Like every search for a name it is made for the first problems alone.
CHISO_INLINE std::string Parser::option_meant_by(std::string_view typed, const Measure& measure) {
  if (report_.total() <= most_searches)
    if (const auto labelled = measure.option_labelled(typed)) return measure.options[*labelled];
  return report_.suggestion(typed, [&] { return std::vector<std::string_view>(measure.options.begin(), measure.options.end()); });
}
/// What a word on the right of a comparison is meant to say of its left side: of a truth the truth itself, of a choice its option.
CHISO_INLINE Argument Parser::meant_beside_left(std::string_view typed) {
  if (left_.kind == Kind::choice) {
    const auto& measure = measures_[static_cast<std::size_t>(left_.options)];
    const auto near = measure.options.find(typed) ? std::string(typed) : option_meant_by(typed, measure);
    return near.empty() ? Argument() : Argument("'" + near + "'");
  }
  if (left_.kind != Kind::truth) return {};
  constexpr std::array<std::string_view, 6> yes{"yes", "true", "có", "đúng", "1", "y"}, no{"no", "false", "không", "sai", "0", "n"};
  const auto word = lower_case(typed);
  if (std::find(yes.begin(), yes.end(), word) != yes.end()) return left_text_;
  if (std::find(no.begin(), no.end(), word) != no.end()) return Argument(phrases::negated, {left_text_});
  return {};
}
/// What a bare word is meant to be that no measure, parameter or table is named: an option without its quotes, a word of another language.
CHISO_INLINE Argument Parser::meant_by_name(std::string_view word, std::size_t at) {
  if (at == right_at_ && (left_.kind == Kind::choice || left_.kind == Kind::truth))
    if (auto meant = meant_beside_left(word); !meant.empty() || left_.kind == Kind::choice) return meant;
  if (auto meant = meant_by(lower_case(word), expression_words); !meant.empty()) return meant == Argument(word) ? Argument() : meant;
  if (report_.total() > most_searches) return {};
  for (const auto& measure : measures_)
    if (measure.options.find(word)) return std::string("'").append(word).append("'");
  return report_.suggestion(word, [&] {
    std::vector<std::string_view> names;
    for (const auto& measure : measures_) names.push_back(measure.name);
    names.insert(names.end(), derived_.parameter_names.begin(), derived_.parameter_names.end());
    return names;
  });
}

/// Reports that no value begins here. A word with letters that no name has may be one of another language, or a label.
CHISO_INLINE void Parser::no_value() {
  const auto word = word_here();
  if (word.empty()) return unexpected(phrases::a_value);
  fail_at(at_, problems::expr_measure, {word}, meant_by_name(word, at_));
}

/// Gives a quoted option the type of the choice beside it. Returns the common type.
CHISO_INLINE ParsedValue Parser::match_option(const ParsedValue& a, const ParsedValue& b) {
  const auto& quoted = a.kind == Kind::quoted ? a : b;
  const auto& choice = a.kind == Kind::quoted ? b : a;
  if (failed_) return choice;
  if (choice.kind == Kind::quoted) return stray(a), choice;
  if (quoted.kind != Kind::quoted) {  // a choice beside a number or a truth
    const bool right = a.kind == Kind::choice && b.at == right_at_;
    auto hint = right ? meant_beside_left(source_from(b.at)) : Argument();
    return mistyped(a.kind == Kind::choice ? b : a, phrases::quoted_option, std::move(hint)), choice;
  }
  if (choice.kind != Kind::choice) {
    auto hint = quoted.at == right_at_ ? meant_beside_left(quoted.quoted) : Argument();
    return mistyped(quoted, needed(choice.kind), std::move(hint)), choice;
  }
  const auto& measure = measures_[static_cast<std::size_t>(choice.options)];
  const auto found = measure.options.find(as_seen(quoted.quoted));
  if (!found) {
    auto hint = option_meant_by(quoted.quoted, measure);
    fail_at(quoted.at, problems::expr_option, {quoted.quoted, Argument(phrases::option_of, {measure.name})}, std::move(hint));
    return choice;
  }
  program_.nodes[quoted.node].index = static_cast<std::int32_t>(*found);
  return choice;
}
}
}
