#pragma once
#include <chiso/model/model.hpp>
#include <io/words/words.hpp>

namespace chiso::inline CHISO_BUILD {
/// What a cell of a measure takes, in words: `a whole number, from 0 to 12 (report)`; the options of a choice are a list, `late: Not in
/// time`.
Phrase measure_words(const Measure& measure, const MeasureDraft& draft, Language language);
/// The same for stated points, which no draft declares.
Phrase measure_words(const Measure& measure, Language language);
/// The words before a list of codes.
inline constexpr Words one_of_these_codes{.en = "one of these codes:", .vi = "một trong các mã:"};
/// The code and label of each item: `late: Not in time`.
std::vector<Phrase> item_words(const std::vector<Item>& items, Language language);
}
