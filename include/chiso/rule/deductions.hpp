#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <chiso/rule/meant.hpp>
#include <chiso/rule/part.hpp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace rules {
/// All points, less the sum of what the parts give; at least `at_least`. The strongest state of a part that has none of its own for it is
/// the leaf's.
struct Deductions {
  static constexpr std::string_view type = "deductions";  ///< In files.
  static constexpr Words words{.en = "{max} points, less these, at least {at_least} points: {parts}",
                               .vi = "{max} điểm, trừ điểm của các phần sau, không thấp hơn {at_least} điểm: {parts}"};
  std::vector<Part> parts;  ///< What is deducted; at least one. A part may have more points than the leaf.
  Decimal at_least = 0;     ///< The least that is left, in points; from 0 to those of the leaf.
  About about{};            ///< Its label, note, source and meta.

  CHISO_INLINE static Deductions example();
  template <class T = Deductions>
  static constexpr auto fields() {
    return std::tuple{required("parts", &T::parts, {"what is deducted", "các phần bị trừ"}, Role::parts),
                      optional("at_least", &T::at_least, {"the least points", "số điểm thấp nhất"}, Role::points)};
  }
  static constexpr auto meant() { return meant_by_a_largest_loss; }
  /// Load errors: `at_least` outside 0 and the points of the leaf, no parts, rules with parts inside one another more than 4 deep.
  CHISO_INLINE void check(const RuleContext& in) const;
  /// A shapes::Combine.
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
}
#include <chiso/rule/rule.hpp>  // its parts hold rules: complete wherever this header is used
