#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/rule/context.hpp>
#include <optional>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Points of one range of values.
struct Tier {
  static constexpr std::string_view words = "[above {above}][from {from}][ below {below}][ to {to}]: {points}";
  std::optional<Decimal> above{};
  std::optional<Decimal> from{};
  std::optional<Decimal> below{};
  std::optional<Decimal> to{};
  Decimal points;
  About about{};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{optional("above", &Tier::above, "lower end, itself outside"),
                      optional("from", &Tier::from, "lower end, itself inside"),
                      optional("below", &Tier::below, "upper end, itself outside"), optional("to", &Tier::to, "upper end, itself inside"),
                      required("points", &Tier::points, "points of the tier")};
  }
  Ends ends() const { return {above, from, below, to}; }
  friend bool operator==(const Tier&, const Tier&) = default;
};

/// Points of the first tier that holds the value.
struct Tiers {
  static constexpr std::string_view type = "tiers";
  static constexpr std::string_view words = "by tier: {tiers}";
  Number value;
  std::vector<Tier> tiers;
  About about{};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        required("value", &Tiers::value, "what is measured"),
        required("tiers", &Tiers::tiers, "read in order, the first that holds wins; the last has no ends and takes the rest")};
  }
  void check(const RuleContext& in) const;
  Shape lower(const RuleContext& in) const;
  friend bool operator==(const Tiers&, const Tiers&) = default;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/tiers.ipp>
#endif
