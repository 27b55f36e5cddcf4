#define CHISO_DEFINES_RULES
#include <chiso/rule/impl/context.ipp>
#include <chiso/rule/impl/ends.ipp>
#include <chiso/rule/impl/most_points.ipp>
#include <chiso/rule/impl/scale_points.ipp>
#include <chiso/rule/impl/shape.ipp>
#include <chiso/rule/impl/warnings.ipp>
#include <chiso/rule/rule.hpp>

// Checks that the fields() of each rule have all its members. It is done here and not beside each rule, because compiling it takes long
// and users gain nothing from it.
namespace chiso::inline CHISO_BUILD {
template <class... R>
consteval bool every_rule_lists_its_members(const std::variant<R...>*) {
  return (lists_every_member<R>() && ...);
}
static_assert(every_rule_lists_its_members(static_cast<const AnyRule*>(nullptr)));
static_assert(lists_every_member<rules::Tier>() && lists_every_member<rules::Part>());
}
