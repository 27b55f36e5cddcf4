#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/rule/context.hpp>

namespace chiso::inline CHISO_BUILD {
/// Half the points for reaching a target, the other half in proportion from there to the leader of the cohort.
struct TargetRule {
  static constexpr std::string_view type = "target";
  static constexpr std::string_view words = "half at the target {target}, all for the best of the cohort";
  Number value;
  Number target;
  About about{};

  template <class T = TargetRule>
  static constexpr auto fields() {
    return std::tuple{required("value", &T::value, "what is measured"), required("target", &T::target, "the value that earns half")};
  }
  CHISO_INLINE void check(const RuleContext& in) const;
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/target.ipp>
#endif
