#pragma once
#include <chiso/evidence/reading_options.hpp>

namespace chiso::inline CHISO_BUILD {
/// The same options, whose names and words are trimmed and in NFC, as text is that is compared with them.
ReadingOptions cleaned(ReadingOptions options);
}
