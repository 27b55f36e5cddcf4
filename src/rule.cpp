#define CHISO_DEFINES_RULES
#include <chiso/rule/impl/context.ipp>
#include <chiso/rule/impl/ends.ipp>
#include <chiso/rule/impl/most_points.ipp>
#include <chiso/rule/impl/warnings.ipp>
#include <chiso/rule/rule.hpp>

// No member of a rule is missing from its fields(). Here and not beside each rule, since it takes the compiler long and users nothing.
namespace chiso::inline CHISO_BUILD {
template <class... R>
consteval bool every_rule_lists_its_members(const std::variant<R...>*) {
  return (lists_every_member<R>() && ...);
}
static_assert(every_rule_lists_its_members(static_cast<const AnyRule*>(nullptr)));
static_assert(lists_every_member<rules::Tier>() && lists_every_member<rules::Part>());
}
