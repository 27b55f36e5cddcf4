#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/rule/context.hpp>

namespace chiso::inline CHISO_BUILD {
/// All points, less some for each item.
struct Deduct {
  static constexpr std::string_view type = "deduct";
  static constexpr std::string_view words = "all, less {each} for each, at least {at_least}";
  Number value;
  Decimal each;
  Decimal at_least = 0;
  About about{};

  template <class T = Deduct>
  static constexpr auto fields() {
    return std::tuple{required("value", &T::value, "how many"), required("each", &T::each, "points lost for each"),
                      optional("at_least", &T::at_least, "the least points")};
  }
  CHISO_INLINE void check(const RuleContext& in) const;
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/deduct.ipp>
#endif
