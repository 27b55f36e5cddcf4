#pragma once
#include <chiso/core/build.hpp>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Whether well-formed UTF-8 is in Normalization Form C, by a table of Unicode that both builds share. A newer Unicode than that of the
/// table may order or compose characters that the table does not know; such a text passes. O(length); memory only for a run of characters
/// that may have to be composed.
CHISO_INLINE bool is_composed(std::string_view text);
/// The same for texts of ASCII, Latin and Vietnamese letters: true only if each character is one of these, composed. O(length).
CHISO_INLINE bool is_plainly_composed(std::string_view text);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/core/impl/composed.ipp>
#endif
