#pragma once
#include <chiso/core/box.hpp>
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <chiso/rule/context.hpp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace rules {
/// A rule within a rule.
struct Part {
  static constexpr Words words{.en = "Up to {points} points. {rule}", .vi = "Tối đa {points} điểm. {rule}"};
  Decimal points{};
  Box<Rule> rule{};
  About about{};

  template <class T = Part>
  static constexpr auto fields() {
    return std::tuple{required("points", &T::points, {"the most this part can give", "điểm tối đa của phần này"}, Role::points),
                      required("rule", &T::rule, {"how it gives them", "cách chấm"})};
  }
};

/// Reports the problems of a list of parts, and of each part.
CHISO_INLINE void check_parts(const std::vector<Part>& parts, const RuleContext& in);
CHISO_INLINE std::vector<Shape> lower_parts(const std::vector<Part>& parts, const RuleContext& in);
}
}
