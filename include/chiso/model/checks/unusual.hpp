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
/// A figure far from those of the other units.
struct Unusual {
  static constexpr std::string_view type = "unusual";
  static constexpr Words words{.en = "{value} must be at most {times} times the spread away from the median of the block",
                               .vi = "{value} không được lệch khỏi trung vị của khối quá {times} lần độ phân tán"};
  std::string id;
  Number value;
  Decimal times = 5;
  Severity severity = Severity::error;
  std::optional<Truth> applies_when{};
  About about{};

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
  static constexpr auto problems() { return std::array{&problems::unusual_times}; }
  CHISO_INLINE void check(const CheckContext& in) const;
  CHISO_INLINE CheckForm lower(const CheckContext& in) const;
};
}
}
