#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/core/words.hpp>
#include <chiso/rule/context.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry target_other_rows{
    .code = "target.other_rows",
    .domain = ProblemEntry::Domain::rule,
    .title = {"A target rule that reads other rows", "Cách chấm `target` lấy số liệu của dòng khác"},
    .meaning =
        {"The rule `target` itself compares with the best of the cohort, so its expressions use the row's own measures only.",
         "Cách chấm `target` tự so sánh với đơn vị cao nhất của khối, nên biểu thức chỉ được dùng số liệu của chính đơn vị trong kỳ."},
    .remedy = {"Leave out `previous` and the `cohort_...` functions; where they are needed, use the rule `proportional`.",
               "Bỏ `previous` và các hàm `cohort_...`; nếu cần, dùng cách chấm `proportional`."},
    .wrong = "\"value\": \"previous(a)\"",
    .right = "\"value\": \"a\"",
    .found = {"a function of other rows", "hàm lấy số liệu của dòng khác"},
    .expected = {"only the row's own measures", "chỉ dùng số liệu của chính dòng đó"}};
}

namespace rules {
/// Half the points for reaching a target t, the other half in proportion from there to the leader of the cohort, L, the greatest value of
/// it: none where t <= 0; max/2 x max(value, 0) / t below t; all points at L; otherwise max/2 + max/2 x (value - t) / (L - t). A model with
/// this rule is relative (Model::relative).
struct Target {
  static constexpr std::string_view type = "target";  ///< In files.
  static constexpr Words words{
      .en =
          "{value}, against the target ({target}): half of {max} points at the target, in proportion below it; above it more, in "
          "proportion, up to {max} points for the best of the block; none where the target is not above 0",
      .vi =
          "{value}, so với chỉ tiêu ({target}): đạt chỉ tiêu được một nửa của {max} điểm, chưa đạt thì tính theo tỷ lệ; vượt chỉ tiêu được "
          "cộng thêm theo tỷ lệ, đơn vị cao nhất khối được {max} điểm; chỉ tiêu không lớn hơn 0: 0 điểm"};
  Number value;   ///< What is measured, on the row itself. Its state is the leaf's, as is that of the target and of the leader.
  Number target;  ///< What earns half, on the row itself: an expression, so that every unit may have its own.
  About about{};  ///< Its label, note, source and meta.

  template <class T = Target>
  static T example() {
    return {.value = "share", .target = "goal"};
  }
  template <class T = Target>
  static constexpr auto fields() {
    return std::tuple{required("value", &T::value, {"what is measured", "giá trị dùng để chấm"}, Role::value),
                      required("target", &T::target, {"the value that earns half", "giá trị được một nửa số điểm"}, Role::target)};
  }
  /// What only this rule reports.
  static constexpr auto problems() { return std::array{&problems::target_other_rows}; }
  /// Load error: `previous` or a cohort function in either expression.
  CHISO_INLINE void check(const RuleContext& in) const;
  /// A shapes::Target.
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
}
#if defined(CHISO_DEFINES_RULES)
#include <chiso/rule/impl/target.ipp>
#endif
