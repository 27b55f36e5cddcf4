#pragma once
#include <algorithm>
#include <chiso/expr/decimals.hpp>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace detail {
CHISO_INLINE std::optional<int> decimals_of(const BelowTerm& term, const Derived& derived) {
  if (term.function == CohortFunction::count) return 0;
  if (term.function == CohortFunction::mean) return {};
  return chiso::decimals_of(term.of, derived.tables[term.table].measures, derived);
}
}
CHISO_INLINE std::optional<int> decimals_of(const Program& program, const Measures& measures, const Derived& derived) {
  using Decimals = std::optional<int>;
  const auto more = [](const Decimals& a, const Decimals& b) { return a && b ? Decimals((std::max)(*a, *b)) : std::nullopt; };
  std::vector<Decimals> stack(program.depth + 3U);
  for (const Node& node : program.nodes) {
    const Decimals* in = &stack[node.slot];
    const auto index = static_cast<std::size_t>(node.index);
    Decimals out = 0;  // of truths, options and counts
    switch (node.op) {
      case Op::literal:
      case Op::round: out = node.scale; break;
      case Op::measure: out = measures[index].decimals; break;
      case Op::previous_measure: out = measures[derived.previous[index]].decimals; break;
      case Op::parameter: out = derived.parameters[index].decimals(); break;
      case Op::previous_parameter: out = derived.parameters[derived.previous_parameters[index]].decimals(); break;
      case Op::below: out = detail::decimals_of(derived.below[index], derived); break;
      case Op::previous_below: out = detail::decimals_of(derived.below[derived.previous_below[index]], derived); break;
      case Op::cohort: {
        const auto& term = derived.cohorts[index];
        if (term.function == CohortFunction::mean) out.reset();
        if (term.function != CohortFunction::mean && term.function != CohortFunction::count) out = decimals_of(term.of, measures, derived);
        break;
      }
      case Op::negate:
      case Op::absolute:
      case Op::previous: out = in[0]; break;
      case Op::add:
      case Op::subtract:
      case Op::minimum:
      case Op::maximum:
      case Op::coalesce: out = more(in[0], in[1]); break;
      case Op::multiply: out = in[0] && in[1] ? Decimals(*in[0] + *in[1]) : std::nullopt; break;
      case Op::divide:
      case Op::percent:
      case Op::ticked_share: out.reset(); break;
      case Op::choose: out = more(in[1], in[2]); break;
      case Op::clamp: out = more(in[0], more(in[1], in[2])); break;
      default: break;
    }
    if (out && *out > 18) out.reset();
    stack[node.slot] = out;
  }
  return stack[0];
}
}
