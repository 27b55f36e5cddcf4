#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/rule/context.hpp>
#include <optional>

namespace chiso::inline CHISO_BUILD {
/// Points in proportion to where the value stands between two ends.
struct Proportional {
  static constexpr std::string_view type = "proportional";
  static constexpr std::string_view words = "in proportion: nothing at {zero_at}, all at {full_at}[, nothing short of {floor}]";
  Number value;
  Decimal zero_at = 0;
  Decimal full_at;
  std::optional<Decimal> floor{};
  About about{};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{required("value", &Proportional::value, "what is measured"),
                      optional("zero_at", &Proportional::zero_at, "the value that earns nothing"),
                      required("full_at", &Proportional::full_at, "the value that earns all points"),
                      optional("floor", &Proportional::floor, "short of this value nothing is earned")};
  }
  void check(const RuleContext& in) const;
  Shape lower(const RuleContext& in) const;
  friend bool operator==(const Proportional&, const Proportional&) = default;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/proportional.ipp>
#endif
