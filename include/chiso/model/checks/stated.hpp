#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <chiso/model/checks/context.hpp>
#include <optional>
#include <string>

namespace chiso::inline CHISO_BUILD {
namespace checks {
/// A figure that is stated, and must be what it is made of, rounded half up. One that is right but rounded otherwise is a warning, whatever
/// the severity.
struct Stated {
  static constexpr std::string_view type = "stated";  ///< In files.
  static constexpr Words words{.en = "{stated} must equal {of}, rounded half up ({decimals} decimals)",
                               .vi = "{stated} phải bằng {of}, làm tròn đến {decimals} chữ số thập phân"};
  std::string id;                       ///< Unique among the checks of the model; written as an id is (is_id).
  Number stated;                        ///< The figure as it was stated.
  Number of;                            ///< What it is rounded from.
  int decimals;                         ///< To how many it is rounded; from 0 to 9.
  Severity severity = Severity::error;  ///< Of a finding.
  std::optional<Truth> applies_when{};  ///< Where it is not true the row is not judged; absent: every row is.
  About about{};                        ///< Its label, note, source and meta.

  template <class T = Stated>
  static T example() {
    return {.id = "share_stated",
            .stated = "share",
            .of = "percent(on_time, received)",
            .decimals = 2,
            .severity = Severity::warning,
            .applies_when = "received > 0"};
  }
  template <class T = Stated>
  static constexpr auto fields() {
    return std::tuple{
        required("id", &T::id, check_fields::id),
        required("stated", &T::stated, {"the figure that is stated", "con số được báo cáo"}, Role::value),
        required("of", &T::of, {"what it is rounded from", "giá trị tính được, trước khi làm tròn"}, Role::target),
        required("decimals", &T::decimals, {"to which it is rounded, 0 to 9", "số chữ số thập phân khi làm tròn, từ 0 đến 9"}),
        optional("severity", &T::severity, check_fields::severity),
        optional("applies_when", &T::applies_when, check_fields::applies_when)};
  }
  /// Load error: `decimals` outside 0 and 9.
  CHISO_INLINE void check(const CheckContext& in) const;
  /// A check_forms::Stated.
  CHISO_INLINE CheckForm lower(const CheckContext& in) const;
};
}
}
