#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/rule/part.hpp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The sum of the parts, at most all points.
struct SumOf {
  static constexpr std::string_view type = "sum_of";
  static constexpr std::string_view words = "the sum of {parts}";
  std::vector<Part> parts;
  About about{};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{required("parts", &SumOf::parts, "what adds up")};
  }
  void check(const RuleContext& in) const;
  Shape lower(const RuleContext& in) const;
  friend bool operator==(const SumOf& a, const SumOf& b);
};
}
#include <chiso/rule/rule.hpp>  // its parts hold rules: complete wherever this is used
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/sum_of.ipp>
#endif
