#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <chiso/rule/meant.hpp>
#include <chiso/rule/part.hpp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace rules {
/// The largest part that is a value. The leaf has a state only where no part is a value: the strongest state of the parts.
struct BestOf {
  static constexpr std::string_view type = "best_of";  ///< In files.
  static constexpr Words words{.en = "The best of these that have a value: {parts}",
                               .vi = "Lấy phần có điểm cao nhất trong các phần tính được điểm: {parts}"};
  std::vector<Part> parts;  ///< The ways to earn the points; at least one, each of at most the points of the leaf.
  About about{};            ///< Its label, note, source and meta.

  CHISO_INLINE static BestOf example();
  template <class T = BestOf>
  static constexpr auto fields() {
    return std::tuple{
        required("parts", &T::parts, {"the ways to earn the points", "các phần, mỗi phần là một cách đạt điểm"}, Role::parts)};
  }
  static constexpr auto meant() { return meant_by_a_most; }
  /// Load errors: no parts, points of a part above the most, rules with parts inside one another more than 4 deep.
  CHISO_INLINE void check(const RuleContext& in) const;
  /// A shapes::Combine.
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
}
#include <chiso/rule/rule.hpp>  // its parts hold rules: complete wherever this header is used
