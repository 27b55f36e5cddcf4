#pragma once
#include <chiso/core/build.hpp>
#include <chiso/model/model.hpp>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// An expression over the measures of the model (SPEC 4) in words, as `describe` says it, at the head of a line. O(length).
/// @throws ModelError where it is none; the places are characters of it.
CHISO_EXPORT std::string describe_expression(const Model& model, std::string_view expression, Text::Language language);
}
