#pragma once
#include <chiso/rule/rule.hpp>

namespace chiso::inline CHISO_BUILD {
namespace rules {
CHISO_INLINE SumOf SumOf::example() {
  return {
      .parts = {
          {.points = 1.5, .rule = YesNo{.value = "board"}, .about = {.label = Bilingual{.vi = "Có bảng niêm yết", .en = "A notice board"}}},
          {.points = 3,
           .rule = BestOf{.parts = {{.points = 3, .rule = PerItem{.value = "initiatives", .each = 0.5}},
                                    {.points = 2, .rule = YesNo{.value = "site"}}}}}}};
}

CHISO_INLINE void SumOf::check(const RuleContext& in) const { check_parts(parts, in.max, in); }

CHISO_INLINE Shape SumOf::lower(const RuleContext& in) const {
  auto out = lower_parts(parts, in);
  out.by = shapes::Combine::By::sum;
  out.most = in.max;
  return out;
}
}
}
