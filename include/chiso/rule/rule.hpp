#pragma once
#include <chiso/core/build.hpp>
#include <chiso/rule/best_of.hpp>
#include <chiso/rule/between.hpp>
#include <chiso/rule/checklist.hpp>
#include <chiso/rule/deduct.hpp>
#include <chiso/rule/deductions.hpp>
#include <chiso/rule/given.hpp>
#include <chiso/rule/options.hpp>
#include <chiso/rule/per_item.hpp>
#include <chiso/rule/proportional.hpp>
#include <chiso/rule/steps.hpp>
#include <chiso/rule/sum_of.hpp>
#include <chiso/rule/survey.hpp>
#include <chiso/rule/target.hpp>
#include <chiso/rule/tiers.hpp>
#include <chiso/rule/yes_no.hpp>
#include <type_traits>
#include <variant>

namespace chiso::inline CHISO_BUILD {
/// The closed set of rules; no other list names them all. It is visited once for each batch, never for each value.
/// The header of a rule has: its `type` in files; its `words` in both languages; `fields()`, each with its description and its role;
/// `problems()`, if it reports any of its own; `example()`, which has every field and is valid in a leaf of 4 points over the measures of
/// the tests (tests/cpp/support/rule_examples.hpp); `check`, which finds its load errors; and `lower`, which makes its shape. If it has a
/// `value`, its reasons show that as the value measured.
using AnyRule =
    std::variant<rules::Options, rules::YesNo, rules::Checklist, rules::Tiers, rules::Proportional, rules::Between, rules::Steps,
                 rules::PerItem, rules::Deduct, rules::Target, rules::Survey, rules::Given, rules::BestOf, rules::SumOf, rules::Deductions>;
/// How a leaf, entry or part earns its points: one of the rules, from which it converts. It may hold rules within itself; copies are deep.
struct Rule : AnyRule {
  using variant::variant;
  CHISO_VALUE_MEMBERS(Rule)
};
/// Calls visit(std::type_identity<R>) for every alternative of a variant, in order. The pointer is not read.
template <class Visit, class... R>
constexpr void for_each_of(Visit&& visit, const std::variant<R...>*) {
  (visit(std::type_identity<R>{}), ...);
}
/// Calls visit(std::type_identity<R>) for every kind of rule, in the order of docs/guide/rules.md.
template <class Visit>
constexpr void for_each_rule(Visit&& visit) {
  for_each_of(visit, static_cast<const AnyRule*>(nullptr));
}
/// The `type` of a rule in files.
CHISO_INLINE std::string_view type_of(const Rule& rule);
}
#if defined(CHISO_DEFINES_RULES)
// These need the whole set, so the rules' own headers do not include them.
#include <chiso/rule/impl/best_of.ipp>
#include <chiso/rule/impl/deductions.ipp>
#include <chiso/rule/impl/part.ipp>
#include <chiso/rule/impl/rule.ipp>
#include <chiso/rule/impl/sum_of.ipp>
#endif
