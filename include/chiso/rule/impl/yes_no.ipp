#pragma once
#include <chiso/rule/yes_no.hpp>

namespace chiso::inline CHISO_BUILD {
namespace rules {
CHISO_INLINE Shape YesNo::lower(const RuleContext& in) const { return shapes::Lookup{in.program(value), {Points{0}, in.max}}; }
}
}
