#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/evidence/evidence.hpp>
#include <chiso/evidence/reading_options.hpp>
#include <chiso/evidence/roster.hpp>
#include <chiso/evidence/table_below.hpp>
#include <chiso/evidence/table_beside.hpp>
#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Reads a CSV file into evidence: RFC 4180, the names of the columns first (only the first line of a head is the name, further lines are
/// for people); UTF-8, with or without BOM; lines end with LF, CRLF or CR; a cell with a line break must be quoted; empty lines are not
/// rows. @throws EvidenceError with every bad cell: line and column of the file, and row (from 0) and column name in the pointer
/// `/row/column`; Error if the options do not fit together, FileError if the file cannot be read. O(size). A large file is read piece by
/// piece, so that its text takes a few MiB beside the evidence; one with problems is then read once more, as a whole.
CHISO_EXPORT Evidence read_evidence(const std::filesystem::path& path, const Model& model, const ReadingOptions& options = {});
/// Reads a table below the units in the same way, and gives the evidence with it. @throws UnknownNameError also if the model has no such
/// table.
CHISO_EXPORT Evidence read_evidence(const std::filesystem::path& path, const TableBelow& below, const ReadingOptions& options = {});
/// Reads a table beside evidence in the same way, as evidence of its own columns.
CHISO_EXPORT Evidence read_evidence(const std::filesystem::path& path, const TableBeside& beside, const ReadingOptions& options = {});
/// Reads evidence from text.
CHISO_EXPORT Evidence parse_evidence(std::string_view text, const Model& model, const ReadingOptions& options = {});
/// Reads a table below the units from text.
CHISO_EXPORT Evidence parse_evidence(std::string_view text, const TableBelow& below, const ReadingOptions& options = {});

/// Reads a roster from a CSV file, in the same way: the columns of RosterTable, others being left aside. @throws EvidenceError with every
/// problem of it; Error if the options do not fit together, FileError if the file cannot be read. O(size).
CHISO_EXPORT Roster read_roster(const std::filesystem::path& path, const ReadingOptions& options = {});
/// Reads a roster from text.
CHISO_EXPORT Roster parse_roster(std::string_view text, const ReadingOptions& options = {});

/// A cell of evidence.
struct EvidenceCell {
  static constexpr std::size_t none = ~std::size_t{0};  ///< In place of a measure.

  std::size_t row = 0;         ///< A row of the evidence.
  std::size_t measure = none;  ///< A measure of the model; none: the row as a whole.
};
/// Where cells stand in the text that evidence was read from, with the same model and options: line, column and row of the sheet of each,
/// in the order of `cells`. A row as a whole, or a measure without a column, stands where the row begins. Reads the text once more. @throws
/// as parse_evidence; ShapeError for a row that the text does not have. O(size + n log n).
CHISO_EXPORT std::vector<Place> places_in(std::string_view text, const Model& model, const ReadingOptions& options,
                                          std::span<const EvidenceCell> cells);
/// Gives problems of evidence that was read from this text, by the same model and options, their lines, columns and rows of the sheet:
/// those whose pointer is `/row/column` or `/columns/column`, as of the warnings of evidence, and the rows that their messages name. Other
/// problems stay as they are. Reads the text once more, up to the last of these rows. @throws EvidenceError if the text has no heads.
/// O(size).
CHISO_EXPORT void put_places(std::string_view text, const Model& model, const ReadingOptions& options, std::vector<Problem>& problems);
/// Reads a table beside evidence from text.
CHISO_EXPORT Evidence parse_evidence(std::string_view text, const TableBeside& beside, const ReadingOptions& options = {});
}
