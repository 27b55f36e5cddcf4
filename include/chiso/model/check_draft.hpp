#pragma once
#include <chiso/core/build.hpp>
#include <chiso/model/checks/relation.hpp>
#include <chiso/model/checks/repeated.hpp>
#include <chiso/model/checks/stated.hpp>
#include <chiso/model/checks/unusual.hpp>
#include <string_view>
#include <type_traits>
#include <variant>

namespace chiso::inline CHISO_BUILD {
/// The closed set of checks; no other list names them all. The header of a check has, as that of a rule: its `type` in files; its `words`
/// in both languages; `fields()`; `problems()`, if it reports any of its own; `example()`, which has every field and is valid over the
/// measures of the tests; `check`, which finds its load errors; and `lower`, which makes its form.
using AnyCheck = std::variant<checks::Relation, checks::Stated, checks::Repeated, checks::Unusual>;
/// A check in a draft: one of the types, from which it converts.
struct CheckDraft : AnyCheck {
  using variant::variant;
  CHISO_VALUE_MEMBERS(CheckDraft)
};
/// Calls visit(std::type_identity<C>) for every type of check, in the order of docs/guide/checks.md.
template <class Visit>
constexpr void for_each_check(Visit&& visit) {
  const auto all = [&]<class... C>(const std::variant<C...>*) { (visit(std::type_identity<C>{}), ...); };
  all(static_cast<const AnyCheck*>(nullptr));
}
/// The `type` of a check in files.
CHISO_INLINE std::string_view type_of(const CheckDraft& check);
}
