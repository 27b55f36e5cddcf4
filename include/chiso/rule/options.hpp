#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/core/words.hpp>
#include <chiso/rule/context.hpp>
#include <string>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry options_absent{
    .code = "options.absent",
    .domain = ProblemEntry::Domain::rule,
    .title = {"An option without points", "Có phương án chưa được quy định điểm"},
    .meaning = {"Every option of the measure has its points in the rule, 0 too.",
                "Mỗi phương án của số liệu phải có điểm trong `points` của cách chấm, kể cả 0 điểm."},
    .remedy = {"Add the missing option to `points`.", "Thêm phương án còn thiếu vào `points`."},
    .wrong = "\"lat\": 0",
    .right = "\"late\": 0",
    .expected = {"points for every option of {1}", "điểm cho mọi phương án của {1}"}};
inline constexpr ProblemEntry options_unknown{
    .code = "options.unknown",
    .domain = ProblemEntry::Domain::rule,
    .title = {"Points for an option that does not exist", "Quy định điểm cho phương án không tồn tại"},
    .meaning = {"A name in `points` is no option of the measure.", "Tên trong `points` không phải là phương án của số liệu."},
    .remedy = {"Correct the name as suggested, or add the option to `options` of the measure.",
               "Sửa tên theo gợi ý, hoặc thêm phương án vào `options` của số liệu."},
    .wrong = "\"lat\": 0",
    .right = "\"late\": 0",
    .expected = {"an option of {1}", "một phương án của {1}"},
    .marks = ProblemEntry::Marks::key};
}

namespace rules {
/// Points listed for each option of a choice.
struct Options {
  static constexpr std::string_view type = "options";  ///< In files.
  static constexpr Words words{.en = "{value}: {points}", .vi = "{value}: {points}"};
  static constexpr Words item_words{.en = "{name}: {number} points", .vi = "{name}: {number} điểm"};
  Choice value;  ///< The choice. Its state is the leaf's.
  /// By id of the option: its points, from 0 to those of the leaf. Every option stands once, in any order.
  std::vector<std::pair<std::string, Decimal>> points;
  About about{};  ///< Its label, note, source and meta.

  template <class T = Options>
  static T example() {
    return {.value = "plan", .points = {{"on_time", 4}, {"late", 1.5}, {"none", 0}}};
  }
  template <class T = Options>
  static constexpr auto fields() {
    return std::tuple{required("value", &T::value, {"a choice", "một số liệu kiểu choice"}, Role::value),
                      required("points", &T::points, {"the points of each of its options", "điểm của từng phương án"}, Role::points)};
  }
  /// What only this rule reports.
  static constexpr auto problems() { return std::array{&problems::options_absent, &problems::options_unknown}; }
  /// Load errors: an option that is absent, unknown or listed twice, points outside 0 and those of the leaf. O(options).
  CHISO_INLINE void check(const RuleContext& in) const;
  /// A shapes::Lookup.
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
}
#if defined(CHISO_DEFINES_RULES)
#include <chiso/rule/impl/options.ipp>
#endif
