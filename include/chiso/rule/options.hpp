#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <chiso/rule/context.hpp>
#include <string>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Points listed for each option of a choice.
struct Options {
  static constexpr std::string_view type = "options";
  static constexpr Words words{.en = "{value}: {points}", .vi = "{value}: {points}"};
  static constexpr Words item_words{.en = "{name}: {number} points", .vi = "{name}: {number} điểm"};
  Choice value;
  std::vector<std::pair<std::string, Decimal>> points;
  About about{};

  template <class T = Options>
  static constexpr auto fields() {
    return std::tuple{required("value", &T::value, "a choice"), required("points", &T::points, "the points of each of its options")};
  }
  CHISO_INLINE void check(const RuleContext& in) const;
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/options.ipp>
#endif
