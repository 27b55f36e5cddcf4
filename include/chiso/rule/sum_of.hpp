#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <chiso/rule/meant.hpp>
#include <chiso/rule/part.hpp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace rules {
/// The sum of the parts, at most all points. The strongest state of a part that has none of its own for it is the leaf's.
struct SumOf {
  static constexpr std::string_view type = "sum_of";  ///< In files.
  static constexpr Words words{.en = "The sum of these, at most {max} points: {parts}",
                               .vi = "Cộng điểm các phần sau, tối đa {max} điểm: {parts}"};
  std::vector<Part> parts;  ///< What adds up; at least one, each of at most the points of the leaf.
  About about{};            ///< Its label, note, source and meta.

  CHISO_INLINE static SumOf example();
  template <class T = SumOf>
  static constexpr auto fields() {
    return std::tuple{required("parts", &T::parts, {"what adds up", "các phần được cộng"}, Role::parts)};
  }
  static constexpr auto meant() { return meant_by_a_most; }
  /// Load errors: as of BestOf.
  CHISO_INLINE void check(const RuleContext& in) const;
  /// A shapes::Combine.
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
}
#include <chiso/rule/rule.hpp>  // its parts hold rules: complete wherever this is used
