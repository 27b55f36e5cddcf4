#pragma once
#include <io/words/value_words.hpp>
#include <span>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// What was read and is missing for another reason than a measure of the row, within a sentence: `a cell in the table “Tasks”`.
/// `tables_not_given`: the places of those tables.
std::string missing_elsewhere_words(const ValueWords& values, const Model& model, const ReadValue& read,
                                    std::span<const std::size_t> tables_not_given, Language language);
}
