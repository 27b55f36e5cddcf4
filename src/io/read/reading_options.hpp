#pragma once
#include <chiso/evidence/reading_options.hpp>

namespace chiso::inline CHISO_BUILD {
/// The same options with names and words trimmed and in NFC, as the text is that they are compared with.
ReadingOptions cleaned(ReadingOptions options);
}
