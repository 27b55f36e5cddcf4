#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/report.hpp>
#include <chiso/expr/program.hpp>
#include <chiso/rule/shape.hpp>
#include <optional>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// What checking and lowering a rule need: its points, the measures, and where problems go.
struct RuleContext {
  Points max{};              ///< The most that the rule can give: the points of its leaf, entry or part.
  int point_decimals = 6;    ///< Of the model.
  const Measures& measures;  ///< Of the model.
  Derived& derived;          ///< Gets what expressions read elsewhere.
  Report& report;            ///< Its place is that of the rule.
  int nesting = 0;           ///< How many rules with parts contain this one.

  /// Points as a model writes them: whole quanta within 0..max. Otherwise a problem is reported at `name`, and there are none.
  CHISO_INLINE std::optional<Points> points(std::string_view name, const Decimal& written) const;
  /// Points above 0 and of fewer than 2^53 quanta, whatever `max` is. Otherwise a problem is reported at `name`, and there are none.
  CHISO_INLINE std::optional<Points> points_above_zero(std::string_view name, const Decimal& written) const;
  /// Reports a problem at `name`.
  CHISO_INLINE void problem(std::string_view name, const ProblemEntry& entry, Arguments arguments = {}) const;
  /// The program of an expression that has been checked.
  template <Type Of>
  Program program(const Typed<Of>& text) const {
    return *compile(text, Of, measures, derived, report);
  }
  /// The context of a part that can earn `points`.
  RuleContext part(Points points) const { return {points, point_decimals, measures, derived, report, nesting + 1}; }
};

/// The kinds of rules, one for each `type` of files (docs/guide/rules.md); AnyRule lists them. All numbers of a rule are decimals as
/// written.
namespace rules {
using chiso::operator==;  // compares fields; std::variant looks for it here
}

struct Rule;  // see rule/rule.hpp; rules that hold rules need only this
/// Reports every load error of a rule at its place. Whatever has a problem already is skipped.
CHISO_INLINE void check(const Rule& rule, const RuleContext& in);
/// The shape of a rule without load errors.
CHISO_INLINE Shape lower(const Rule& rule, const RuleContext& in);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/context.ipp>
#endif
