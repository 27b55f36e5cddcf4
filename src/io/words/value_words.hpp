#pragma once
#include <chiso/score/scorecard.hpp>
#include <io/words/expression_words.hpp>

namespace chiso::inline CHISO_BUILD {
/// A state other than a value.
Words state_words(State state);

/// The state of a leaf or entry, for people.
Words state_words(ItemState state);

/// The values of one row, and what they are of, in words.
class ValueWords : InLanguage {
 public:
  ValueWords(const Model& model, Names names, Language language)
      : InLanguage(language), model_(model), expressions_(model, language, names) {}

  const ExpressionWords& expressions() const { return expressions_; }
  /// A number as figures are published, and whether nothing was rounded. Empty if it is beyond every figure.
  struct Number {
    std::string text{};
    bool is_exact = true;
  };
  Number number(const Rational& value) const;
  std::string truth(bool truth) const;
  std::string option(std::size_t measure, std::size_t code) const { return expressions_.option(measure, code); }
  /// What was read: `on_time`, `“On time” of the period before`, `the highest in the block of “On time”`.
  std::string name(const ReadValue& read) const;
  /// With its value or state: `on_time 4,534`, `“Plan”: Late`.
  std::string with_name(const ReadValue& read) const;

 private:
  /// The measure whose value was read; none for a number that was made of several.
  std::optional<std::size_t> measure_of(const ReadValue& read) const;
  const Model& model_;
  ExpressionWords expressions_;
};
}
