#pragma once
#include <chiso/core/build.hpp>
#include <cstddef>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Normalization Form C of well-formed UTF-8.
std::string composed(std::string_view text);
/// A text as readers store it: trimmed (of White_Space of Unicode) and composed (NFC).
CHISO_EXPORT std::string clean_text(std::string_view text);
/// The same without a copy if only blanks around the text must go; otherwise the result is stored in `room`.
std::string_view clean_view(std::string_view text, std::string& room);
/// A name as readers store it: as people see it (as_seen), and composed. Without a copy of most names; otherwise the result is stored in
/// `room`.
std::string_view clean_name_view(std::string_view name, std::string& room);
/// The same as a text of its own.
CHISO_EXPORT std::string clean_name(std::string_view name);
/// The head of a column: trimmed, composed, and without the characters that nobody sees; it keeps its lines, of which the first may be the
/// name.
std::string clean_head(std::string_view head);
/// The index in `text` of the code point that code point `index` of composed(text) came from.
std::size_t before_composing(std::string_view text, std::size_t index);
/// How many columns of a terminal a text takes. O(length).
std::size_t terminal_width(std::string_view text);
}
