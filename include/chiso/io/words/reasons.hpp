#pragma once
#include <chiso/core/build.hpp>
#include <chiso/score/scorecard.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// Why a line of a scorecard is as it is, in a few words for people: `tier 2: from 70 to below 90, value about 82.13 (“On time” 4,534;
/// “Resolved” 5,521)`, `Late`, `short of the floor`, `1 of 2 items hold; not met: “Site”`, `missing: “Dossiers received”`, `missing: the
/// table “Tasks”, which was not given`, `does not apply, since this is not met: “Dossiers” > 0`, `outside its tracks`, `stated; the rule
/// gives 1.5`. At most 3 items of a checklist and 4 values that a rule reads are named. Ends with `incomplete` if the line is. Empty if
/// there is nothing to say. Labels of measures, options and criteria are in the language, otherwise in the other one, otherwise the model's
/// name is shown.
CHISO_EXPORT std::string reason_words(const Model& model, const ScoreLine& line, Text::Language language);
/// The same for programs: in English, with measures, options and criteria named as in the model (`option late`).
CHISO_EXPORT std::string reason_words(const Model& model, const ScoreLine& line);
/// What a rule read, for programs, in English and with the names of the model: `on_time`, `on_time of the period before`, `the highest in
/// the block of on_time`.
CHISO_EXPORT std::string read_name(const Model& model, const ReadValue& read);
}
