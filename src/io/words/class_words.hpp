#pragma once
#include <chiso/model/model.hpp>
#include <io/words/words.hpp>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// A class as people call it: its label among the classes of a block, which may be its own.
std::string class_words(const Model& model, std::string_view block, std::string_view id, Language language);
/// What it requires beside its number, within a sentence; empty if nothing.
std::string requirement_words(const Model& model, std::string_view block, std::string_view id, Language language);
}
