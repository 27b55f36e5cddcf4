#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/evidence.hpp>
#include <chiso/evidence/reading_options.hpp>
#include <filesystem>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Reads a CSV file into evidence: RFC 4180, the names of the columns first (of a head in several lines the first is the name, the others
/// are for people); UTF-8, with or without BOM; lines end with LF, CRLF or CR; a cell with a line break stands in quotes; empty lines are
/// no rows. @throws EvidenceError with every bad cell: line and column of the file, row (from 0) and column name in the pointer
/// `/row/column`; Error if the options do not fit together, FileError if the file cannot be read. O(size).
CHISO_EXPORT Evidence read_evidence(const std::filesystem::path& path, const Model& model, const ReadingOptions& options = {});
/// The same from text.
CHISO_EXPORT Evidence parse_evidence(std::string_view text, const Model& model, const ReadingOptions& options = {});
}
