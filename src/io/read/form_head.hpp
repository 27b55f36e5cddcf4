#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/words.hpp>
#include <chiso/evidence/reading_options.hpp>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// A line of its own in the head `measure` of a form: by it a reader knows that the rows are no units, wherever in the sheet the heads are.
inline constexpr Words form_words{.en = "Form: one figure in each row", .vi = "Phiếu: mỗi dòng một số liệu"};
/// The columns of a form beside `measure` and `value`, which are for people.
inline constexpr std::string_view for_people[] = {"number", "criterion", "points", "measured_in", "takes", "note"};
/// Whether a head is the one of a form that names the measures.
bool is_form_head(std::string_view head);
/// Whether a table with these options may turn out to be a form: the options say neither where its heads are nor that it is something else.
bool may_be_a_form(const ReadingOptions& options);
/// The options, with what a form says of itself in one of its first lines.
ReadingOptions with_form(std::string_view text, ReadingOptions options);
}
