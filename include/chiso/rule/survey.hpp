#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <chiso/rule/context.hpp>
#include <string>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The mean of the answers to a survey, each answer worth a percentage of the points.
struct Survey {
  static constexpr std::string_view type = "survey";
  static constexpr Words words{.en = "Mean of the answers, each worth a share of {max} points: {answers}",
                               .vi = "Bình quân các câu trả lời, mỗi câu trả lời tính theo tỷ lệ của {max} điểm: {answers}"};
  static constexpr Words item_words{.en = "{name}: {number}%", .vi = "{name}: {number}%"};
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
