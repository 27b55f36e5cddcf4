#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/report.hpp>
#include <chiso/expr/program.hpp>
#include <chiso/rule/shape.hpp>
#include <optional>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// What a rule is checked and lowered in: its points, the measures, where problems go.
struct RuleContext {
  Points max{};
  int point_decimals = 6;
  const Measures& measures;
  Derived& derived;
  Report& report;
  int nesting = 0;  ///< How many best_of and sum_of stand around this rule.

  /// Points written in a model: whole quanta within 0..max, or a problem at `name`.
  CHISO_INLINE std::optional<Points> points(std::string_view name, const Decimal& written) const;
  /// The same, above 0.
  CHISO_INLINE std::optional<Points> points_above_zero(std::string_view name, const Decimal& written) const;
  /// A problem at `name`.
  CHISO_INLINE void problem(std::string_view name, const ProblemEntry& entry, Arguments arguments = {}) const;
  /// The program of an expression that was checked before.
  template <Type Of>
  Program program(const Typed<Of>& text) const {
    return *compile(text, Of, measures, derived, report);
  }
  /// The context of a part that can earn `points`.
  RuleContext part(Points points) const { return {points, point_decimals, measures, derived, report, nesting + 1}; }
};

namespace rules {
using chiso::operator==;  // by fields; std::variant looks for it here
}

struct Rule;  // rule/rule.hpp; rules that hold rules need no more than these
/// Every load error of a rule, in place. Skips what has problems already.
CHISO_INLINE void check(const Rule& rule, const RuleContext& in);
/// The form of a rule without load errors.
CHISO_INLINE Shape lower(const Rule& rule, const RuleContext& in);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/context.ipp>
#endif
