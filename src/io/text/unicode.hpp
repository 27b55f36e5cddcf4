#pragma once
#include <chiso/core/build.hpp>
#include <cstddef>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Normalization Form C of well-formed UTF-8.
std::string composed(std::string_view text);
/// What a reader keeps of a text: trimmed and composed (SPEC 3). The command line reads what people type in the same way.
CHISO_EXPORT std::string clean_text(std::string_view text);
/// The same, without a copy where the text is clean but for blanks around it; else it stands in `room`.
std::string_view clean_view(std::string_view text, std::string& room);
/// Which code point of `text` stands where code point `index` of composed(text) does.
std::size_t before_composing(std::string_view text, std::size_t index);
/// How many columns of a terminal a text takes. O(length).
std::size_t terminal_width(std::string_view text);
}
