#pragma once
#include <chiso/core/build.hpp>
#include <chiso/score/scorecard.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// Why a line of a scorecard is as it is, in a few English words: `tier 2`, `option late`, `short of the floor`, `missing: received,
/// resolved`, `does not apply: applies_when of resolved is false`, `outside its tracks`, `stated; the rule gives 1.5`. Ends with
/// `incomplete` where the line is. Empty where there is nothing to say. Measures, options and criteria are named as in the model.
std::string reason_words(const Model& model, const ScoreLine& line);
}
