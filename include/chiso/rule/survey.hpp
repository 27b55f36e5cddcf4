#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/rule/context.hpp>
#include <string>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The mean of the answers to a survey, each answer worth a percentage of the points.
struct Survey {
  static constexpr std::string_view type = "survey";
  static constexpr std::string_view words = "mean of the answers, in percent: {answers}";
  std::vector<std::pair<std::string, Decimal>> answers;
  About about{};

  template <class T = Survey>
  static constexpr auto fields() {
    return std::tuple{required("answers", &T::answers, "the percentage of each answer, by the measure that counts it")};
  }
  CHISO_INLINE void check(const RuleContext& in) const;
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/survey.ipp>
#endif
