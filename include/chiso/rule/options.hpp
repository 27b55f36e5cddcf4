#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/rule/context.hpp>
#include <string>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Points listed for each option of a choice.
struct Options {
  static constexpr std::string_view type = "options";
  static constexpr std::string_view words = "by option: {points}";
  Choice value;
  std::vector<std::pair<std::string, Decimal>> points;
  About about{};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{required("value", &Options::value, "a choice"),
                      required("points", &Options::points, "the points of each of its options")};
  }
  void check(const RuleContext& in) const;
  Shape lower(const RuleContext& in) const;
  friend bool operator==(const Options&, const Options&) = default;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/options.ipp>
#endif
