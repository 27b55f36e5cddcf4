#include <chiso/rule/impl/best_of.ipp>
#include <chiso/rule/impl/between.ipp>
#include <chiso/rule/impl/checklist.ipp>
#include <chiso/rule/impl/context.ipp>
#include <chiso/rule/impl/deduct.ipp>
#include <chiso/rule/impl/ends.ipp>
#include <chiso/rule/impl/given.ipp>
#include <chiso/rule/impl/options.ipp>
#include <chiso/rule/impl/part.ipp>
#include <chiso/rule/impl/per_item.ipp>
#include <chiso/rule/impl/proportional.ipp>
#include <chiso/rule/impl/reach.ipp>
#include <chiso/rule/impl/rule.ipp>
#include <chiso/rule/impl/steps.ipp>
#include <chiso/rule/impl/sum_of.ipp>
#include <chiso/rule/impl/survey.ipp>
#include <chiso/rule/impl/target.ipp>
#include <chiso/rule/impl/tiers.ipp>
#include <chiso/rule/impl/warnings.ipp>
#include <chiso/rule/impl/yes_no.ipp>
#include <chiso/rule/rule.hpp>

// No member of a rule is missing from its fields(). Here and not beside each rule, since it takes the compiler long and users nothing.
namespace chiso::inline CHISO_BUILD {
template <class... R>
consteval bool every_rule_lists_its_members(const std::variant<R...>*) {
  return (lists_every_member<R>() && ...);
}
static_assert(every_rule_lists_its_members(static_cast<const AnyRule*>(nullptr)));
static_assert(lists_every_member<Tier>() && lists_every_member<Part>());
}
