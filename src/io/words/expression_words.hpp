#pragma once
#include <chiso/model/model.hpp>
#include <io/words/known_values.hpp>
#include <io/words/words.hpp>
#include <optional>

namespace chiso::inline CHISO_BUILD {
/// An expression in words.
struct ExpressionInWords {
  std::string text{};
  bool is_percent = false;                 ///< Its values are percentages, judging by its own words.
  std::optional<std::size_t> measure{};    ///< Set if it is a measure and nothing else.
  std::optional<std::size_t> choice_of{};  ///< For a choice: the measure whose options it has.
  KnownValues known{};                     ///< What its values can be, if they are numbers.
  /// Its form within a sentence: a label is in quotes.
  std::string in_sentence() const { return measure ? quoted_name(text) : text; }
  /// Its form at the start of a line: chiso's own words begin like a sentence, a label stays as it is.
  std::string as_heading() const;
};

/// Puts the expressions of a model (docs/guide/expressions.md) into words: a measure alone becomes its label; in longer expressions labels
/// of measures and options are in quotes, operators are signs or words, functions are words.
class ExpressionWords {
 public:
  ExpressionWords(const Model& model, Language language, Names names = Names::labels) : model_(model), language_(language), names_(names) {}
  ExpressionInWords of(const ExpressionText& text, Type type);
  /// Of a program of the model.
  ExpressionInWords of(const Program& program) const;
  /// The measures of the model, or of a table below the units.
  const Measures& measures(std::optional<std::size_t> table) const;
  std::string measure(std::size_t measure, std::optional<std::size_t> table = {}) const;
  std::string measure(std::string_view name) const { return measure(*model_.measures().find(name)); }
  std::string parameter(std::size_t parameter) const;
  std::string table(std::size_t table) const;
  std::string option(std::size_t measure, std::size_t code, std::optional<std::size_t> table = {}) const;
  std::string option(std::size_t measure, std::string_view id) const;
  bool is_count(std::size_t measure) const { return model_.measures()[measure].type == MeasureType::count; }
  /// A name within a sentence: a label in quotes, the name of the model as it is.
  std::string quoted(const std::string& name) const { return names_ == Names::ids ? name : quoted_name(name); }
  /// The form of a program within a sentence.
  std::string in_sentence(const Program& program) const;
  /// The unit of a measure, for words that count it.
  std::optional<std::string> unit_of(std::size_t measure) const;

 private:
  const std::pair<std::string, MeasureDraft>& draft(std::size_t measure, std::optional<std::size_t> table) const;
  std::string name(const About& about, std::string_view id) const {
    return names_ == Names::ids ? std::string(id) : label_of(about, id, language_);
  }
  const Derived& derived() const { return extended_ ? *extended_ : model_.derived(); }
  const Model& model_;
  Language language_;
  Names names_;
  std::optional<Derived> extended_{};  ///< Set once an expression was compiled: it may read what none of the model does.
};
}
