#pragma once
#include <chiso/explain/comparison.hpp>
#include <io/words/words.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// Why two indices differ in a term, as it stands in a table.
std::string cause_words(Cause cause, Language language);
/// What a term is of, by the name of its criterion or entry. The caps of sides and what is held have none, nor has a side as a whole.
std::string term_words(const std::string& name, TermKind kind, Language language);
}
