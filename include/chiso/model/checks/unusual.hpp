#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <chiso/model/checks/context.hpp>
#include <optional>
#include <string>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry unusual_times{
    .code = "unusual.times",
    .domain = ProblemEntry::Domain::model,
    .title = {"No distance from the median is allowed", "Không cho phép lệch khỏi trung vị"},
    .meaning = {"A value is unusual where it is further from the median than `times` the spread; `times` is above 0.",
                "Giá trị bị coi là bất thường khi lệch khỏi trung vị quá `times` lần độ phân tán; `times` phải lớn hơn 0."},
    .remedy = {"Give a number above 0, or leave `times` out: then it is 5.", "Ghi số lớn hơn 0, hoặc bỏ `times`: khi đó là 5."},
    .wrong = "\"times\": 0",
    .right = "\"times\": 4",
    .expected = {"a number above 0", "số lớn hơn 0"}};
}

namespace checks {
/// Finds a figure far from those of the other units: it holds where abs(value - median) <= times x spread, over the rows of the block,
/// period and track that have a value. The spread is the median of the distances from the median or, where that is 0, their mean; where
/// that is 0 too, all hold. Under 5 such rows none is judged.
struct Unusual {
  static constexpr std::string_view type = "unusual";  ///< In files.
  static constexpr Words words{.en = "{value} must be at most {times} times the spread away from the median of the block",
                               .vi = "{value} không được lệch khỏi trung vị của khối quá {times} lần độ phân tán"};
  std::string id;                       ///< Unique among the checks of the model; written as an id is (is_id).
  Number value;                         ///< What is compared with that of the other units.
  Decimal times = 5;                    ///< Above 0.
  Severity severity = Severity::error;  ///< Of a finding.
  /// Where it is not true the row is not judged, and does not count for the others; absent: every row is.
  std::optional<Truth> applies_when{};
  About about{};  ///< Its label, note, source and meta.

  template <class T = Unusual>
  static T example() {
    return {.id = "share_far_off", .value = "share", .times = 4, .severity = Severity::warning, .applies_when = "received > 0"};
  }
  template <class T = Unusual>
  static constexpr auto fields() {
    return std::tuple{
        required("id", &T::id, check_fields::id),
        required("value", &T::value, {"what is compared with that of the other units", "giá trị so sánh với các đơn vị khác"}, Role::value),
        optional("times", &T::times,
                 {"how many times the spread it may be away from the median; 5 if absent",
                  "được lệch khỏi trung vị tối đa bao nhiêu lần độ phân tán; mặc định 5"}),
        optional("severity", &T::severity, check_fields::severity), optional("applies_when", &T::applies_when, check_fields::applies_when)};
  }
  /// What only this check reports.
  static constexpr auto problems() { return std::array{&problems::unusual_times}; }
  /// Load error: `times` not above 0.
  CHISO_INLINE void check(const CheckContext& in) const;
  /// A check_forms::Unusual.
  CHISO_INLINE CheckForm lower(const CheckContext& in) const;
};
}
}
