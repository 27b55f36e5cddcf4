#pragma once
#include <chiso/core/build.hpp>
#include <chiso/score/scorecard.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// Why a line of a scorecard is as it is, in a few words for people: `tier 2`, `Late`, `short of the floor`, `missing: Dossiers received`,
/// `does not apply, since this is not met: “Dossiers” > 0`, `outside its tracks`, `stated; the rule gives 1.5`. Ends with `incomplete` if
/// the line is. Empty if there is nothing to say. Labels of measures, options and criteria are in the language, otherwise in the other
/// one, otherwise the model's name is shown.
CHISO_EXPORT std::string reason_words(const Model& model, const ScoreLine& line, Text::Language language);
/// The same for programs: in English, with measures, options and criteria named as in the model (`option late`).
CHISO_EXPORT std::string reason_words(const Model& model, const ScoreLine& line);
}
