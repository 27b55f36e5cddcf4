#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <chiso/rule/context.hpp>
#include <optional>

namespace chiso::inline CHISO_BUILD {
/// Points in proportion to where the value stands between two ends.
struct Proportional {
  static constexpr std::string_view type = "proportional";
  static constexpr Words words{
      .en = "{value}: in proportion, none at {zero_at}, {max} points at {full_at}[; nothing short of {floor}]",
      .vi = "{value}: tính theo tỷ lệ, {zero_at} được 0 điểm, {full_at} được {max} điểm[; chưa đạt {floor}: 0 điểm]"};
  Number value;
  Decimal zero_at = 0;
  Decimal full_at;
  std::optional<Decimal> floor{};
  About about{};

  template <class T = Proportional>
  static constexpr auto fields() {
    return std::tuple{required("value", &T::value, "what is measured"), optional("zero_at", &T::zero_at, "the value that earns nothing"),
                      required("full_at", &T::full_at, "the value that earns all points"),
                      optional("floor", &T::floor, "short of this value nothing is earned")};
  }
  CHISO_INLINE void check(const RuleContext& in) const;
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/proportional.ipp>
#endif
