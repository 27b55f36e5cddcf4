#pragma once
#include <chiso/core/build.hpp>
#include <chiso/model/model.hpp>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// An expression over the measures of the model (docs/guide/expressions.md) in the words of `describe`, beginning like a sentence.
/// O(length). @throws ModelError if it is not a valid expression; columns in the error are characters of it.
CHISO_EXPORT std::string describe_expression(const Model& model, std::string_view expression, Text::Language language);
}
