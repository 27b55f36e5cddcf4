#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/words.hpp>
#include <chiso/rule/context.hpp>
#include <optional>

namespace chiso::inline CHISO_BUILD {
/// Points that grow in steps: a base, and more for every full step beyond a start.
struct StepsRule {
  static constexpr std::string_view type = "steps";
  static constexpr Words words{.en =
                                   "{value}: {base} points up to {from}, then {add} points more for every full {every}"
                                   "[, at most {cap} points|, at most {max} points]",
                               .vi =
                                   "{value}: đến {from} được {base} điểm, sau đó cứ thêm đủ {every} cộng {add} điểm"
                                   "[, tối đa {cap} điểm|, tối đa {max} điểm]"};
  Number value;
  Decimal base;
  Decimal from;
  Decimal every;
  Decimal add;
  std::optional<Decimal> cap{};
  About about{};

  template <class T = StepsRule>
  static constexpr auto fields() {
    return std::tuple{required("value", &T::value, "what is measured"),
                      required("base", &T::base, "points up to the start"),
                      required("from", &T::from, "the start"),
                      required("every", &T::every, "the width of a step"),
                      required("add", &T::add, "points for every full step"),
                      optional("cap", &T::cap, "the most points; all of them where absent")};
  }
  CHISO_INLINE void check(const RuleContext& in) const;
  CHISO_INLINE Shape lower(const RuleContext& in) const;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/steps.ipp>
#endif
