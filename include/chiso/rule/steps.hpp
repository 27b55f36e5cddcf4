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
inline constexpr ProblemEntry steps_base{.code = "steps.base",
                                         .domain = ProblemEntry::Domain::rule,
                                         .title = {"Points at the start above the cap", "Điểm ban đầu cao hơn mức trần"},
                                         .meaning = {"`base` is what is earned before the first step; it is at most `cap`.",
                                                     "`base` là điểm khi chưa thêm nấc nào, không được lớn hơn `cap`."},
                                         .remedy = {"Lower `base` or raise `cap`.", "Giảm `base` hoặc tăng `cap`."},
                                         .wrong = "\"cap\": 0.5",
                                         .right = "\"cap\": 1.5",
                                         .expected = {"at most the cap, {1}", "giá trị không lớn hơn cap ({1})"}};
inline constexpr ProblemEntry steps_every{.code = "steps.every",
                                          .domain = ProblemEntry::Domain::rule,
                                          .title = {"A step without width", "Độ lớn của nấc không lớn hơn 0"},
                                          .meaning = {"`every` is the width of a step; it must be above 0.",
                                                      "`every` là phần tăng thêm của giá trị để được cộng điểm một nấc, phải lớn hơn 0."},
                                          .remedy = {"Give a number above 0. Where less is better, turn the sign of the value.",
                                                     "Ghi số lớn hơn 0. Nếu giá trị càng thấp càng tốt thì đổi dấu biểu thức."},
                                          .wrong = "\"every\": 0",
                                          .right = "\"every\": 5",
                                          .expected = {"a width above 0", "số lớn hơn 0"}};
}

namespace rules {
/// Points that grow in steps: `base` where value <= from, otherwise min(cap, base + add x floor((value - from) / every)).
struct Steps {
  static constexpr std::string_view type = "steps";  ///< In files.
  static constexpr Words words{.en =
                                   "{value}: {base} points up to {from}, then {add} points more for every full {every}"
                                   "[, at most {cap} points|, at most {max} points]",
                               .vi =
                                   "{value}: đến {from} được {base} điểm, sau đó cứ thêm đủ {every} cộng {add} điểm"
                                   "[, tối đa {cap} điểm|, tối đa {max} điểm]"};
  Number value;                  ///< What is measured. Its state is the leaf's.
  Decimal base;                  ///< Points up to the start; from 0 to `cap`.
  Decimal from;                  ///< The start, in the unit of the value.
  Decimal every;                 ///< The width of a step, above 0.
  Decimal add;                   ///< Points for every full step, above 0.
  std::optional<Decimal> cap{};  ///< The most points, at most those of the leaf; absent: those.
  About about{};                 ///< Its label, note, source and meta.

  template <class T = Steps>
  static T example() {
    return {.value = "share", .base = 0.5, .from = 10, .every = 12.5, .add = 0.75, .cap = 4};
  }
  template <class T = Steps>
  static constexpr auto fields() {
    return std::tuple{
        required("value", &T::value, {"what is measured", "giá trị dùng để chấm"}, Role::value),
        required("base", &T::base, {"points up to the start", "điểm khi chưa vượt giá trị bắt đầu"}, Role::base),
        required("from", &T::from, {"the start", "giá trị bắt đầu"}, Role::end),
        required("every", &T::every, {"the width of a step", "phần tăng thêm của mỗi nấc"}, Role::distance),
        required("add", &T::add, {"points for every full step", "điểm cộng cho mỗi nấc trọn vẹn"}, Role::rate),
        optional("cap", &T::cap, {"the most points; all of them if absent", "mức trần của điểm; mặc định là điểm tối đa"}, Role::cap)};
  }
  /// What only this rule reports.
  static constexpr auto problems() { return std::array{&problems::steps_base, &problems::steps_every}; }
  /// Load errors: `every` or `add` not above 0, not 0 <= base <= cap <= the points of the leaf.
  CHISO_INLINE void check(const RuleContext& in) const;
  /// A shapes::Steps.
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
}
#if defined(CHISO_DEFINES_RULES)
#include <chiso/rule/impl/steps.ipp>
#endif
