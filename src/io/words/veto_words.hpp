#pragma once
#include <chiso/model/model.hpp>
#include <io/words/expression_words.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// What a veto of the model asks of a row, in words: `the index of “Procedures” is below 50`.
std::string veto_words(const Model& model, std::size_t veto, ExpressionWords& expressions, Language language);
}
