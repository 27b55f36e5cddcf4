#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/core/words.hpp>
#include <chiso/rule/context.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry given_range{
    .code = "given.range",
    .domain = ProblemEntry::Domain::rule,
    .title = {"Given points that may exceed the most", "Giá trị lấy làm điểm có thể vượt điểm tối đa"},
    .meaning =
        {"The rule `given` takes a number as points; without `min` and `max` inside the range of points it could be below 0 or above the "
         "most.",
         "Cách chấm `given` lấy số liệu làm điểm; nếu `min` và `max` của số liệu không nằm trong khoảng từ 0 đến điểm tối đa thì điểm có "
         "thể âm hoặc vượt điểm tối đa."},
    .remedy = {"Give the measure `min` and `max`, or add `\"clamp\": true` to hold the points within; an expression that is more than a "
               "measure always needs it.",
               "Ghi `min` và `max` cho số liệu, hoặc thêm `\"clamp\": true` để giới hạn điểm; biểu thức không chỉ là một số liệu thì luôn "
               "phải ghi."},
    .wrong = "\"value\": \"a\"",
    .right = "\"value\": \"a\", \"clamp\": true",
    .expected = {"a measure with min and max within 0 and {1}, or clamp",
                 "số liệu có min và max trong khoảng từ 0 đến {1}, hoặc dùng clamp"}};
}

namespace rules {
/// The value itself is the points: a panel's score, another index. It is rounded to a quantum of points, as every result is.
struct Given {
  static constexpr std::string_view type = "given";  ///< In files.
  static constexpr Words words{.en = "{value}: the points are its value[{clamp}, at least 0 and at most {max}]",
                               .vi = "{value}: lấy giá trị này làm điểm[{clamp}, giới hạn từ 0 đến {max} điểm]"};
  Number value;  ///< Points. Its state is the leaf's.
  /// Whether to hold the value within 0 and the points of the leaf; otherwise a measure must do so by its own `min` and `max`.
  bool clamp = false;
  About about{};  ///< Its label, note, source and meta.

  template <class T = Given>
  static T example() {
    return {.value = "share / 25", .clamp = true};
  }
  template <class T = Given>
  static constexpr auto fields() {
    return std::tuple{
        required("value", &T::value, {"points", "điểm"}, Role::points),
        optional("clamp", &T::clamp,
                 {"limit the value to 0 and the points; without it the measure's own min and max must do so",
                  "giới hạn giá trị trong khoảng từ 0 đến điểm tối đa; không ghi thì min và max của số liệu phải bảo đảm điều đó"})};
  }
  /// What only this rule reports.
  static constexpr auto problems() { return std::array{&problems::given_range}; }
  /// Load error: without `clamp`, a value that is not a measure alone whose `min` and `max` are within 0 and the points of the leaf.
  CHISO_INLINE void check(const RuleContext& in) const;
  /// A shapes::AffineClamp.
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
}
#if defined(CHISO_DEFINES_RULES)
#include <chiso/rule/impl/given.ipp>
#endif
