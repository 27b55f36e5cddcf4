#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <chiso/rule/context.hpp>

namespace chiso::inline CHISO_BUILD {
namespace rules {
/// All points if true, none if false.
struct YesNo {
  static constexpr std::string_view type = "yes_no";  ///< In files.
  static constexpr Words words{.en = "{value}: {max} points; otherwise none", .vi = "{value}: {max} điểm; nếu không: 0 điểm"};
  Truth value;    ///< What must be true. Its state is the leaf's.
  About about{};  ///< Its label, note, source and meta.

  template <class T = YesNo>
  static T example() {
    return {.value = "site and received > 0"};
  }
  template <class T = YesNo>
  static constexpr auto fields() {
    return std::tuple{required("value", &T::value,
                               {"true earns all points, false none", "đúng thì được điểm tối đa, sai thì không được điểm"}, Role::value)};
  }
  void check(const RuleContext&) const {}  ///< No load errors but those of the expression.
  /// A shapes::Lookup.
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
}
#if defined(CHISO_DEFINES_RULES)
#include <chiso/rule/impl/yes_no.ipp>
#endif
