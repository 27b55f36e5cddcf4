#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <chiso/rule/context.hpp>
#include <chiso/rule/meant.hpp>

namespace chiso::inline CHISO_BUILD {
namespace rules {
/// Points for each 1 of the value: clamp(value x each, 0, max).
struct PerItem {
  static constexpr std::string_view type = "per_item";  ///< In files.
  static constexpr Words words{.en = "{value}: {each} points for each {one}, at most {max} points",
                               .vi = "{value}: mỗi {one} {each} điểm, tối đa {max} điểm"};
  Number value;   ///< How many; it need not be whole. Its state is the leaf's.
  Decimal each;   ///< Points for each, above 0.
  About about{};  ///< Its label, note, source and meta.

  template <class T = PerItem>
  static T example() {
    return {.value = "initiatives", .each = 0.75};
  }
  template <class T = PerItem>
  static constexpr auto fields() {
    return std::tuple{required("value", &T::value, {"how many", "số lượng"}, Role::value),
                      required("each", &T::each, {"points for each", "điểm cho mỗi trường hợp"}, Role::rate)};
  }
  static constexpr auto meant() { return meant_by_a_most; }
  /// Load error: `each` not above 0.
  CHISO_INLINE void check(const RuleContext& in) const;
  /// A shapes::AffineClamp.
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
}
#if defined(CHISO_DEFINES_RULES)
#include <chiso/rule/impl/per_item.ipp>
#endif
