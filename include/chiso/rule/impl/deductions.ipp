#pragma once
#include <chiso/rule/rule.hpp>

namespace chiso::inline CHISO_BUILD {
namespace rules {
CHISO_INLINE Deductions Deductions::example() {
  return {.parts = {{.points = 2,
                     .rule = PerItem{.value = "late", .each = 0.5},
                     .not_applicable = PartCounts::zero,
                     .missing = PartCounts::full,
                     .about = {.label = Bilingual{.vi = "Hồ sơ trễ hạn", .en = "Late dossiers"}}},
                    {.points = 5, .rule = YesNo{.value = "board"}, .undefined = PartCounts::zero}},
          .at_least = 0.5};
}

CHISO_INLINE void Deductions::check(const RuleContext& in) const {
  in.points("at_least", at_least);
  check_parts(parts, Points{most_quanta - 1}, in);  // one deduction may be of more than there is
}

CHISO_INLINE Shape Deductions::lower(const RuleContext& in) const {
  auto out = lower_parts(parts, in);
  out.by = shapes::Combine::By::deducted;
  out.least = *in.points("at_least", at_least);
  out.most = in.max;
  return out;
}
}
}
