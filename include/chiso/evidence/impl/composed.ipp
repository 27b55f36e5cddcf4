#pragma once
#include <chiso/core/build.hpp>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Is well-formed text in NFC? The compiled library knows (it has the tables of Unicode); the headers take the word of whoever wrote it.
#if defined(CHISO_HEADER_ONLY)
inline bool is_composed(std::string_view) { return true; }
#else
bool is_composed(std::string_view text);
#endif
}
