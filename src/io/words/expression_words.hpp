#pragma once
#include <chiso/model/model.hpp>
#include <io/words/words.hpp>
#include <optional>

namespace chiso::inline CHISO_BUILD {
/// An expression in words.
struct SaidExpression {
  std::string text{};
  bool is_percent = false;                 ///< Its values are percentages, as far as its own words tell.
  std::optional<std::size_t> measure{};    ///< Where it is a measure and nothing else.
  std::optional<std::size_t> choice_of{};  ///< Of a choice: the measure whose options it has.
  /// Within a sentence: a label in quotes.
  std::string in_sentence() const { return measure ? quoted_name(text) : text; }
  /// At the head of a line: words of chiso's own begin as a sentence does, a label stays as it is.
  std::string as_heading() const;
};

/// Says the expressions of a model (SPEC 4): a measure alone is its label; in more than that, labels of measures and options stand in
/// quotes, operators as signs or words, functions as words.
class ExpressionWords {
 public:
  ExpressionWords(const Model& model, Language language) : model_(model), language_(language), derived_(model.derived()) {}
  SaidExpression of(const ExpressionText& text, Type type);
  std::string measure(std::size_t measure) const;
  std::string measure(std::string_view name) const { return measure(*model_.measures().find(name)); }
  std::string option(std::size_t measure, std::size_t code) const;
  std::string option(std::size_t measure, std::string_view id) const;
  bool is_count(std::size_t measure) const { return model_.measures()[measure].type == MeasureType::count; }
  /// What a number counts one of: the unit that the measure is measured in.
  std::optional<std::string> unit_of(std::size_t measure) const;

 private:
  const Model& model_;
  Language language_;
  Derived derived_;
};
}
