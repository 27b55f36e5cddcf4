#pragma once
#include <chiso/core/build.hpp>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// What names have in common that people write in more than one way, put into `key`: without regard to case, to `đ` and `ð`, to which vowel
/// of a syllable has the tone mark (`òa`, `oà`; the tone itself counts), to the kind of apostrophe, to the kind of dash and the blanks
/// around it, and to zeros before other digits. Of composed text (NFC). O(length).
CHISO_INLINE void put_alike_key(std::string_view name, std::string& key);
/// The same as a text of its own.
CHISO_INLINE std::string alike_key(std::string_view name);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/core/impl/alike_key.ipp>
#endif
