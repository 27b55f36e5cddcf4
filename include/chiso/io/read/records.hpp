#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/evidence.hpp>
#include <chiso/evidence/reading_options.hpp>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Reads records of JSON into evidence: an object, which is one row, or a list of objects. The keys are the names of the columns of a file
/// (`unit`, `block`, `period`, `track`, `ranked`, measures, ...), and their order means nothing. A number is read with all its digits and
/// has no exponent; a text is read as a cell of a file, with the marks that the options give; null and a key that a record lacks are
/// missing. In a list a record without any value is no row. At most 8 MiB; a byte order mark is skipped.
/// @throws EvidenceError with every bad value: its JSON pointer in the text, line and column. What no record has is at `/name` of a single
/// record and at `/columns/name` of a list, with the place of the whole. A text that is not JSON, or not of records, is reported by itself,
/// before its values are read. Error if the options do not fit together. O(size), and O(records x columns that are read).
CHISO_EXPORT Evidence parse_records(std::string_view json, const Model& model, const ReadingOptions& options = {});
}
