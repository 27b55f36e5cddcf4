#pragma once
#include <chiso/check/check_report.hpp>
#include <io/words/expression_words.hpp>
#include <io/words/words.hpp>
#include <optional>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The nearest decimal of at most 9 decimals, and whether it is the number. Empty if it is beyond every figure.
struct NearestDecimal {
  Decimal value{};
  bool is_exact = true;
};
std::optional<NearestDecimal> nearest_decimal(const Rational& value);

/// What checks found, in words.
class FindingWords : InLanguage {
 public:
  FindingWords(const CheckReport& report, Language language)
      : InLanguage(language), report_(report), expressions_(report.model, language), titles_(report.model.checks().size()) {}

  /// The label of a check, otherwise what it asks for.
  const std::string& check(std::size_t check);
  std::string row(std::size_t row) const;
  /// What was found, and expected; empty if the check has no such sides.
  std::string found(const Finding& finding) const;
  std::string expected(const Finding& finding) const;
  /// How a stated value was rounded; empty unless it was rounded otherwise.
  std::string rounded(const Finding& finding) const;
  /// The measures that the check names, with their values: `“Resolved” 4,356; “Plan”: late`.
  std::string figures(const Finding& finding) const;
  std::string measure(std::size_t measure) const { return expressions_.quoted(expressions_.measure(measure)); }
  /// `“Resolved” 4,356 → 4,536`.
  std::string change(const Finding& finding, const Slip& slip) const;
  std::string slip_kind(SlipKind kind) const;
  std::string slip(const Finding& finding, const Slip& slip) const { return change(finding, slip) + ": " + slip_kind(slip.kind); }
  /// The slips of a finding that has several, or the first of very many.
  std::string possible(const Finding& finding) const;
  std::string implied(const ImpliedCount& implied) const;
  std::string sentence(const Finding& finding);
  /// A number with at least so many decimals.
  std::string number(const Rational& value, int decimals = 0) const;

 private:
  std::string title(std::size_t check);
  std::string value(const CheckValue& value, const Finding& finding) const;
  std::string value_of_measure(std::size_t measure, const CheckValue& value) const;
  /// The decimals of a stated value; 0 of anything else.
  int decimals(const Finding& finding) const;
  std::string with(const Words& words, const std::string& first, const std::string& second = {}) const;

  const CheckReport& report_;
  ExpressionWords expressions_;
  std::vector<std::optional<std::string>> titles_;
};
}
