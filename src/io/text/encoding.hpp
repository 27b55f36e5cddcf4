#pragma once
#include <chiso/core/build.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Whether the system converts text of an encoding: of UTF-8 and UTF-16 everywhere, of others where iconv has them.
bool is_encoding(const std::string& name);
/// Converts a text into UTF-8. UTF-16 whose order of bytes nobody tells is little-endian, as spreadsheets write it; a byte order mark tells
/// it. Returns the place of the first byte that is no text in that encoding, and converts up to there; empty if there is none. The encoding
/// must be one.
std::optional<std::size_t> to_utf8(std::string_view text, const std::string& encoding, std::string& out);
}
