#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <chiso/rule/meant.hpp>
#include <chiso/rule/part.hpp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace rules {
/// The largest part that is a value.
struct BestOf {
  static constexpr std::string_view type = "best_of";
  static constexpr Words words{.en = "The best of these that have a value: {parts}",
                               .vi = "Lấy phần có điểm cao nhất trong các phần tính được điểm: {parts}"};
  std::vector<Part> parts;
  About about{};

  CHISO_INLINE static BestOf example();
  template <class T = BestOf>
  static constexpr auto fields() {
    return std::tuple{
        required("parts", &T::parts, {"the ways to earn the points", "các phần, mỗi phần là một cách đạt điểm"}, Role::parts)};
  }
  static constexpr auto meant() { return meant_by_a_most; }
  CHISO_INLINE void check(const RuleContext& in) const;
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
}
#include <chiso/rule/rule.hpp>  // its parts hold rules: complete wherever this header is used
