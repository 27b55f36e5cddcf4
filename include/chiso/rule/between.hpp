#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/core/words.hpp>
#include <chiso/rule/context.hpp>
#include <optional>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry between_ends{
    .code = "between.ends",
    .domain = ProblemEntry::Domain::rule,
    .title = {"The range of full points begins after its end", "Khoảng được điểm tối đa có đầu dưới lớn hơn đầu trên"},
    .meaning = {"All points are earned from `from` to `to`, both included, so `from` is at most `to`.",
                "Giá trị từ `from` đến `to`, tính cả hai đầu, được điểm tối đa, nên `from` không được lớn hơn `to`."},
    .remedy = {"Exchange `from` and `to`, or correct them.", "Đổi chỗ `from` và `to`, hoặc sửa lại."},
    .wrong = "\"from\": 65, \"to\"",
    .right = "\"from\": 45, \"to\"",
    .expected = {"at most to, {1}", "giá trị không lớn hơn to ({1})"}};
inline constexpr ProblemEntry between_fade{
    .code = "between.fade",
    .domain = ProblemEntry::Domain::rule,
    .title = {"Points that fade over no distance", "Khoảng cách giảm điểm không lớn hơn 0"},
    .meaning = {"`fade` is how far outside the range the points fall to none; it must be above 0.",
                "`fade` là khoảng cách tính từ mỗi đầu của khoảng, đến đó điểm giảm còn 0, nên phải lớn hơn 0."},
    .remedy = {"Give a number above 0, or leave `fade` out: then nothing is earned outside the range.",
               "Ghi số lớn hơn 0, hoặc bỏ `fade`: khi đó ngoài khoảng không được điểm."},
    .wrong = "\"fade\": 0",
    .right = "\"fade\": 12.5",
    .expected = {"a distance above 0", "khoảng cách lớn hơn 0"}};
}

namespace rules {
/// All points where from <= value <= to. Outside, at a distance x from the nearer end, all points x max(0, 1 - x / fade); without `fade`
/// none.
struct Between {
  static constexpr std::string_view type = "between";  ///< In files.
  static constexpr Words words{
      .en = "{value}: {max} points from {from} to {to}; outside[ in proportion less, none at {fade} away or more|: none]",
      .vi =
          "{value}: từ {from} đến {to} được {max} điểm; ngoài khoảng này[ giảm dần theo tỷ lệ, cách đầu khoảng từ {fade} trở lên: 0 điểm|: "
          "0 điểm]"};
  Number value;                   ///< What is measured. Its state is the leaf's.
  Decimal from;                   ///< The least value that earns all points.
  Decimal to;                     ///< The greatest one; at least `from`.
  std::optional<Decimal> fade{};  ///< How far outside nothing is earned any more, above 0; absent: nothing is earned outside.
  About about{};                  ///< Its label, note, source and meta.

  template <class T = Between>
  static T example() {
    return {.value = "share", .from = 45, .to = 55.5, .fade = 12.5};
  }
  template <class T = Between>
  static constexpr auto fields() {
    return std::tuple{
        required("value", &T::value, {"what is measured", "giá trị dùng để chấm"}, Role::value),
        required("from", &T::from, {"the least value that earns all points", "giá trị nhỏ nhất được điểm tối đa"}, Role::end),
        required("to", &T::to, {"the greatest value that earns all points", "giá trị lớn nhất được điểm tối đa"}, Role::end),
        optional("fade", &T::fade,
                 {"how far outside nothing is earned any more; without it nothing is earned outside",
                  "khoảng cách tính từ mỗi đầu của khoảng, đến đó không còn điểm; không ghi thì ngoài khoảng không được điểm"},
                 Role::distance)};
  }
  /// What only this rule reports.
  static constexpr auto problems() { return std::array{&problems::between_ends, &problems::between_fade}; }
  /// Load errors: `from` above `to`, `fade` not above 0.
  CHISO_INLINE void check(const RuleContext& in) const;
  /// A shapes::AffineClamp of the distance with `fade`, otherwise a shapes::Lookup of whether the value is within.
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
}
#if defined(CHISO_DEFINES_RULES)
#include <chiso/rule/impl/between.ipp>
#endif
