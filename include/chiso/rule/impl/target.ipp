#pragma once
#include <chiso/rule/target.hpp>

namespace chiso::inline CHISO_BUILD {
namespace rules {
CHISO_INLINE void Target::check(const RuleContext& in) const {
  const auto own_row = [&](std::string_view name, const Program& program) {
    if (program.relative || program.looks_back) in.problem(name, problems::target_other_rows);
  };
  own_row("value", in.program(value));
  own_row("target", in.program(target));
}

CHISO_INLINE Shape Target::lower(const RuleContext& in) const {
  shapes::Target out{.value = in.program(value), .target = in.program(target), .leader = {}, .most = in.max};
  out.leader.push({.op = Op::cohort, .index = in.derived.cohort_index({CohortFunction::max, out.value})});
  out.leader.relative = true;
  return out;
}
}
}
