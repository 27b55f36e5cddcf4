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
  Points max{};
  int point_decimals = 6;
  const Measures& measures;
  Derived& derived;
  Report& report;
  int nesting = 0;  ///< How many rules with parts contain this one.

  /// Points as a model writes them: whole quanta within 0..max, otherwise a problem at `name`.
  CHISO_INLINE std::optional<Points> points(std::string_view name, const Decimal& written) const;
  /// Points as above that must not be 0.
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
