#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <chiso/model/checks/context.hpp>
#include <optional>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry repeated_few{
    .code = "repeated.few",
    .domain = ProblemEntry::Domain::model,
    .title = {"Too few measures to tell a repetition", "Quá ít số liệu để nhận ra việc chép lại"},
    .meaning = {"One or two figures are easily the same as in the period before; a check of type `repeated` compares 3 or more.",
                "Một, hai số liệu trùng với kỳ trước là bình thường; phép kiểm tra `repeated` so sánh từ 3 số liệu trở lên."},
    .remedy = {"List 3 or more measures in `values`.", "Ghi từ 3 số liệu trở lên vào `values`."},
    .wrong = "[\"received\", \"on_time\"]",
    .right = "[\"received\", \"on_time\", \"share\"]",
    .found = {"only {0}", "chỉ có {0}"},
    .expected = {"3 measures or more", "từ 3 số liệu trở lên"}};
inline constexpr ProblemEntry repeated_measure{
    .code = "repeated.measure",
    .domain = ProblemEntry::Domain::model,
    .title = {"A repeated value that is no number", "Giá trị so sánh với kỳ trước không phải là số liệu dạng số"},
    .meaning = {"Each name in `values` of a check of type `repeated` is a measure of type `count` or `decimal`.",
                "Mỗi tên trong `values` của phép kiểm tra `repeated` phải là một số liệu kiểu `count` hoặc `decimal`."},
    .remedy = {"Correct the name, or choose another measure.", "Sửa tên, hoặc chọn số liệu khác."},
    .wrong = "[\"received\", \"on_time\", \"plan\"]",
    .right = "[\"received\", \"on_time\", \"share\"]",
    .found = {"'{0}'", "'{0}'"},
    .expected = {"a measure of type count or decimal", "một số liệu kiểu count hoặc decimal"}};
inline constexpr ProblemEntry repeated_twice{.code = "repeated.twice",
                                             .domain = ProblemEntry::Domain::model,
                                             .title = {"A measure compared twice", "Số liệu ghi hai lần"},
                                             .meaning = {"Each measure may stand once in `values` of a check of type `repeated`.",
                                                         "Mỗi số liệu chỉ được ghi một lần trong `values` của phép kiểm tra `repeated`."},
                                             .remedy = {"Delete one of them.", "Xóa một trong hai."},
                                             .wrong = "[\"received\", \"on_time\", \"share\", \"received\"]",
                                             .right = "[\"received\", \"on_time\", \"share\"]",
                                             .found = {"'{0}'", "'{0}'"},
                                             .expected = {"each measure once", "ghi mỗi số liệu chỉ một lần"}};
}

namespace checks {
/// Finds figures that are copied from the period before: it holds where one of them differs from its value on the previous row, or all are
/// 0.
struct Repeated {
  static constexpr std::string_view type = "repeated";  ///< In files.
  static constexpr Words words{.en = "One of these must differ from the previous period, unless all are 0: {values}",
                               .vi = "Phải có ít nhất một số liệu khác kỳ trước, trừ khi tất cả bằng 0: {values}"};
  std::string id;  ///< Unique among the checks of the model; written as an id is (is_id).
  /// Three or more measures of type `count` or `decimal`, each once. Without a previous row, or where one is no value, the row is not
  /// judged.
  std::vector<std::string> values;
  Severity severity = Severity::error;  ///< Of a finding.
  std::optional<Truth> applies_when{};  ///< Where it is not true the row is not judged; absent: every row is.
  About about{};                        ///< Its label, note, source and meta.

  template <class T = Repeated>
  static T example() {
    return {.id = "copied", .values = {"received", "on_time", "share"}, .severity = Severity::warning, .applies_when = "site"};
  }
  template <class T = Repeated>
  static constexpr auto fields() {
    return std::tuple{required("id", &T::id, check_fields::id),
                      required("values", &T::values,
                               {"3 or more measures, one of which must differ from the previous period",
                                "từ 3 số liệu trở lên, ít nhất một số liệu phải khác kỳ trước"},
                               Role::items),
                      optional("severity", &T::severity, check_fields::severity),
                      optional("applies_when", &T::applies_when, check_fields::applies_when)};
  }
  /// What only this check reports.
  static constexpr auto problems() { return std::array{&problems::repeated_few, &problems::repeated_measure, &problems::repeated_twice}; }
  /// Load errors: fewer than 3 measures, one twice, a name that is no measure of type `count` or `decimal`.
  CHISO_INLINE void check(const CheckContext& in) const;
  /// A check_forms::Repeated.
  CHISO_INLINE CheckForm lower(const CheckContext& in) const;
};
}
}
