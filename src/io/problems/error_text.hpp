#pragma once
#include <chiso/core/error.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// What an error says to people, in a language: in English what(), in Vietnamese its problems, the first 100 of them. An error without
/// problems, which is one of a program and not of its data, has an English text alone.
CHISO_EXPORT std::string error_text(const Error& error, Text::Language language);
}
