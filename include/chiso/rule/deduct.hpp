#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <chiso/rule/context.hpp>
#include <chiso/rule/meant.hpp>

namespace chiso::inline CHISO_BUILD {
namespace rules {
/// All points, less `each` for each 1 of the value: clamp(max - value x each, at_least, max).
struct Deduct {
  static constexpr std::string_view type = "deduct";  ///< In files.
  static constexpr Words words{.en = "{value}: {max} points, less {each} points for each {one}, at least {at_least} points",
                               .vi = "{value}: {max} điểm, mỗi {one} trừ {each} điểm, không thấp hơn {at_least} điểm"};
  Number value;          ///< How many; it need not be whole. Its state is the leaf's.
  Decimal each;          ///< Points lost for each, above 0.
  Decimal at_least = 0;  ///< The least that is left, in points; from 0 to those of the leaf.
  About about{};         ///< Its label, note, source and meta.

  template <class T = Deduct>
  static T example() {
    return {.value = "late", .each = 0.7, .at_least = 1};
  }
  template <class T = Deduct>
  static constexpr auto fields() {
    return std::tuple{required("value", &T::value, {"how many", "số lượng"}, Role::value),
                      required("each", &T::each, {"points lost for each", "điểm trừ cho mỗi trường hợp"}, Role::rate),
                      optional("at_least", &T::at_least, {"the least points", "số điểm thấp nhất"}, Role::points)};
  }
  static constexpr auto meant() { return meant_by_a_largest_loss; }
  /// Load errors: `each` not above 0, `at_least` outside 0 and the points of the leaf.
  CHISO_INLINE void check(const RuleContext& in) const;
  /// A shapes::AffineClamp.
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
}
#if defined(CHISO_DEFINES_RULES)
#include <chiso/rule/impl/deduct.ipp>
#endif
