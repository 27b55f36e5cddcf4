#pragma once
#include <chiso/core/build.hpp>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Whether a name is as people see it: no White_Space of Unicode but single blanks (U+0020) within it, and none of the characters that
/// nobody sees (U+00AD, U+200B, U+200E, U+200F, U+2060, U+FEFF). O(length).
CHISO_INLINE bool is_as_seen(std::string_view name);
/// A name as people see it: each run of White_Space is one blank, none is around it, and what nobody sees is left out. What is left out may
/// have kept letters and marks apart: a text that must be composed (NFC) is composed afterwards. O(length).
CHISO_INLINE std::string as_seen(std::string_view name);
/// The text without the characters that nobody sees; its White_Space stays as it is. O(length).
CHISO_INLINE std::string without_unseen(std::string_view text);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/core/impl/as_seen.ipp>
#endif
