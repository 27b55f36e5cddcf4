#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <chiso/rule/context.hpp>

namespace chiso::inline CHISO_BUILD {
/// The value is the points: a panel's score, another index.
struct Given {
  static constexpr std::string_view type = "given";
  static constexpr Words words{.en = "{value}: the points are its value[{clamp}, held within 0 and {max}]",
                               .vi = "{value}: lấy giá trị làm điểm[{clamp}, trong khoảng từ 0 đến {max} điểm]"};
  Number value;
  bool clamp = false;
  About about{};

  template <class T = Given>
  static constexpr auto fields() {
    return std::tuple{
        required("value", &T::value, "points"),
        optional("clamp", &T::clamp, "hold the value within 0 and the points; without it the measure's own min and max must do so")};
  }
  CHISO_INLINE void check(const RuleContext& in) const;
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/given.ipp>
#endif
