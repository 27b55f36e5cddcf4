#pragma once
#include <chiso/rule/rule.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
CHISO_DEFINE_VALUE_MEMBERS(Rule)
namespace detail {
// At namespace scope: clang 16 to 19 do not compile a requirement that is nested in a generic lambda.
template <class T>
concept Expression = std::is_base_of_v<ExpressionText, T>;
template <class T>
concept Expressions = Expression<typename T::value_type>;
template <class R>
concept Combination = requires(const R& rule) { rule.parts; };
template <class R>
concept Measuring = requires(const R& rule) { rule.value; };

/// Checks every expression of a rule at its place, whatever the rule is. Parts that could not be read are skipped.
template <class R>
void check_expressions(const R& rule, const RuleContext& in) {
  const auto one = [&](const auto& text) {
    using Text = std::remove_cvref_t<decltype(text)>;
    if (in.report.clean_here()) compile(text, Text::type, in.measures, in.derived, in.report);
  };
  for_each_field<R>([&]<class F>(const F& field) {
    const auto step = in.report.step(field.name);
    const auto& member = rule.*field.member;
    if constexpr (Expression<typename F::type>) {
      one(member);
    } else if constexpr (Expressions<typename F::type>) {
      for (std::size_t i = 0; i < member.size(); ++i) {
        const auto item = in.report.step(i);
        one(member[i]);
      }
    }
  });
}
}

CHISO_INLINE void check(const Rule& rule, const RuleContext& in) {
  std::visit(
      [&]<class R>(const R& r) {
        // Each part of a combination is checked by itself; the conditions of any other rule only if all of it was read and typed.
        detail::check_expressions(r, in);
        if (detail::Combination<R> || in.report.clean_here()) r.check(in);
      },
      static_cast<const AnyRule&>(rule));
}
CHISO_INLINE Shape lower(const Rule& rule, const RuleContext& in) {
  return std::visit(
      [&]<class R>(const R& r) {
        auto shape = r.lower(in);
        // Reasons show the rule's own `value`, whatever the shape computes its points from.
        if constexpr (detail::Measuring<R>)
          if (auto value = in.program(r.value); value != *measured_by(shape)) shape.measured = std::move(value);
        return shape;
      },
      static_cast<const AnyRule&>(rule));
}
CHISO_INLINE std::string_view type_of(const Rule& rule) {
  return std::visit([](const auto& r) { return std::remove_cvref_t<decltype(r)>::type; }, static_cast<const AnyRule&>(rule));
}
}
