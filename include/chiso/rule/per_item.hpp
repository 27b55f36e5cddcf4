#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/rule/context.hpp>

namespace chiso::inline CHISO_BUILD {
/// Points for each item, at most all of them.
struct PerItem {
  static constexpr std::string_view type = "per_item";
  static constexpr std::string_view words = "{each} for each";
  Number value;
  Decimal each;
  About about{};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{required("value", &PerItem::value, "how many"), required("each", &PerItem::each, "points for each")};
  }
  void check(const RuleContext& in) const;
  Shape lower(const RuleContext& in) const;
  friend bool operator==(const PerItem&, const PerItem&) = default;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/per_item.ipp>
#endif
