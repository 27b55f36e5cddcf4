#pragma once
#include <chiso/core/build.hpp>
#include <chiso/score/scorecard.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// Why a line of a scorecard is as it is, in a few words for people: `tier 2`, `Late`, `short of the floor`, `missing: Dossiers
/// received`, `does not apply: the condition of Dossiers is not met`, `outside its tracks`, `stated; the rule gives 1.5`. Ends with
/// `incomplete` where the line is. Empty where there is nothing to say. Measures, options and criteria by their labels in the language,
/// else in the other, else as in the model.
CHISO_EXPORT std::string reason_words(const Model& model, const ScoreLine& line, Text::Language language);
/// The same for programs: in English, measures, options and criteria named as in the model (`option late`).
CHISO_EXPORT std::string reason_words(const Model& model, const ScoreLine& line);
}
