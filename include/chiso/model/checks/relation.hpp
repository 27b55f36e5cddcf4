#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <chiso/model/checks/context.hpp>
#include <optional>
#include <string>

namespace chiso::inline CHISO_BUILD {
namespace checks {
/// A truth that must hold between figures of a row, such as `on_time <= resolved`.
struct Relation {
  static constexpr std::string_view type = "relation";  ///< In files.
  static constexpr Words words{.en = "It must hold that {holds}", .vi = "Phải thỏa mãn: {holds}"};
  std::string id;                       ///< Unique among the checks of the model; written as an id is (is_id).
  Truth holds;                          ///< What must be true. Where it has a state the row is not judged.
  Severity severity = Severity::error;  ///< Of a finding.
  std::optional<Truth> applies_when{};  ///< Where it is not true the row is not judged; absent: every row is.
  About about{};                        ///< Its label, note, source and meta.

  template <class T = Relation>
  static T example() {
    return {.id = "on_time_of_received", .holds = "on_time <= received", .severity = Severity::warning, .applies_when = "site"};
  }
  template <class T = Relation>
  static constexpr auto fields() {
    return std::tuple{
        required("id", &T::id, check_fields::id), required("holds", &T::holds, {"what must be true", "điều kiện phải đúng"}, Role::value),
        optional("severity", &T::severity, check_fields::severity), optional("applies_when", &T::applies_when, check_fields::applies_when)};
  }
  void check(const CheckContext&) const {}  ///< No load errors but those of its expressions.
  /// A check_forms::Relation.
  CHISO_INLINE CheckForm lower(const CheckContext& in) const;
};
}
}
