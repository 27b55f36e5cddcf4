#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/rule/context.hpp>
#include <optional>

namespace chiso::inline CHISO_BUILD {
/// Points that grow in steps: a base, and more for every full step beyond a start.
struct StepsRule {
  static constexpr std::string_view type = "steps";
  static constexpr std::string_view words = "{base} up to {from}, {add} more for every full {every} beyond[, at most {cap}]";
  Number value;
  Decimal base;
  Decimal from;
  Decimal every;
  Decimal add;
  std::optional<Decimal> cap{};
  About about{};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{required("value", &StepsRule::value, "what is measured"),
                      required("base", &StepsRule::base, "points up to the start"),
                      required("from", &StepsRule::from, "the start"),
                      required("every", &StepsRule::every, "the width of a step"),
                      required("add", &StepsRule::add, "points for every full step"),
                      optional("cap", &StepsRule::cap, "the most points; all of them where absent")};
  }
  void check(const RuleContext& in) const;
  Shape lower(const RuleContext& in) const;
  friend bool operator==(const StepsRule&, const StepsRule&) = default;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/steps.ipp>
#endif
