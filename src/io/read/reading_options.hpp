#pragma once
#include <chiso/evidence/reading_options.hpp>
#include <chiso/evidence/table_below.hpp>

namespace chiso::inline CHISO_BUILD {
/// The same options with names and words trimmed and in NFC, as the text is that they are compared with.
ReadingOptions cleaned(ReadingOptions options);
/// A table below the units with the name of its column of units likewise.
TableBelow cleaned(TableBelow below);
/// The options that can be checked before the heads of a file are read: these may state the decimal mark, and then a point may be the
/// thousands mark.
ReadingOptions before_the_heads(ReadingOptions options);
/// Checks the options of a file, as far as this can be done before its heads are read. @throws Error with every problem.
CHISO_EXPORT void check_of_file(const ReadingOptions& options);
}
