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
inline constexpr ProblemEntry proportional_ends{
    .code = "proportional.ends",
    .domain = ProblemEntry::Domain::rule,
    .title = {"Both ends of a proportional rule are the same", "Hai đầu của thang tính tỷ lệ trùng nhau"},
    .meaning = {"The value that earns nothing (`zero_at`, 0 by default) and the one that earns all (`full_at`) must differ.",
                "Giá trị được 0 điểm (`zero_at`) và giá trị được điểm tối đa (`full_at`) phải khác nhau."},
    .remedy = {"Correct `full_at` or `zero_at`.", "Sửa `full_at` hoặc `zero_at`."},
    .wrong = "\"full_at\": 0",
    .right = "\"full_at\": 100",
    .expected = {"a value other than zero_at", "giá trị khác zero_at"}};
inline constexpr ProblemEntry proportional_floor{
    .code = "proportional.floor",
    .domain = ProblemEntry::Domain::rule,
    .title = {"A floor outside the scale", "Ngưỡng nằm ngoài thang tính tỷ lệ"},
    .meaning = {"`floor` is the value short of which nothing is earned; it lies between `zero_at` and `full_at`.",
                "`floor` là ngưỡng, chưa đạt ngưỡng thì không được điểm, nên phải nằm giữa `zero_at` và `full_at`."},
    .remedy = {"Correct `floor`, or leave it out.", "Sửa hoặc bỏ `floor`."},
    .wrong = "\"floor\": 11",
    .right = "\"floor\": 5",
    .expected = {"a value between zero_at and full_at", "giá trị nằm giữa zero_at và full_at"}};
}

namespace rules {
/// Points in proportion to the position of the value between two ends: max x clamp((value - zero_at) / (full_at - zero_at), 0, 1); none
/// where the value is short of `floor`.
struct Proportional {
  static constexpr std::string_view type = "proportional";  ///< In files.
  static constexpr Words words{
      .en = "{value}: in proportion, none at {zero_at}, {max} points at {full_at}[; nothing short of {floor}]",
      .vi = "{value}: tính điểm theo tỷ lệ, {zero_at} được 0 điểm, {full_at} được {max} điểm[; chưa đạt {floor}: 0 điểm]"};
  Number value;         ///< What is measured. Its state is the leaf's.
  Decimal zero_at = 0;  ///< The value that earns nothing; above `full_at` where less is better.
  Decimal full_at;      ///< The value that earns all points; another than `zero_at`.
  /// Between the two, ends included: a value strictly on the zero side of it earns nothing. Absent: none does.
  std::optional<Decimal> floor{};
  About about{};  ///< Its label, note, source and meta.

  template <class T = Proportional>
  static T example() {
    return {.value = "share", .zero_at = 20, .full_at = 90, .floor = 35.5};
  }
  template <class T = Proportional>
  static constexpr auto fields() {
    return std::tuple{required("value", &T::value, {"what is measured", "giá trị dùng để chấm"}, Role::value),
                      optional("zero_at", &T::zero_at, {"the value that earns nothing", "giá trị được 0 điểm"}, Role::end),
                      required("full_at", &T::full_at, {"the value that earns all points", "giá trị được điểm tối đa"}, Role::end),
                      optional("floor", &T::floor,
                               {"short of this value nothing is earned", "ngưỡng: chưa đạt giá trị này thì không được điểm"}, Role::end)};
  }
  /// What only this rule reports.
  static constexpr auto problems() { return std::array{&problems::proportional_ends, &problems::proportional_floor}; }
  /// Load errors: both ends the same, `floor` not between them.
  CHISO_INLINE void check(const RuleContext& in) const;
  /// A shapes::AffineClamp.
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
}
#if defined(CHISO_DEFINES_RULES)
#include <chiso/rule/impl/proportional.ipp>
#endif
