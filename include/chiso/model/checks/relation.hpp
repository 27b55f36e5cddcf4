#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <chiso/model/checks/context.hpp>
#include <optional>
#include <string>

namespace chiso::inline CHISO_BUILD {
namespace checks {
/// A truth that must hold between figures.
struct Relation {
  static constexpr std::string_view type = "relation";
  static constexpr Words words{.en = "It must hold that {holds}", .vi = "Phải thỏa mãn: {holds}"};
  std::string id;
  Truth holds;
  Severity severity = Severity::error;
  std::optional<Truth> applies_when{};
  About about{};

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
  void check(const CheckContext&) const {}  // nothing but its expressions
  CHISO_INLINE CheckForm lower(const CheckContext& in) const;
};
}
}
