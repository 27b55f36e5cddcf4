#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/builder.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// How a table of text is read. Names and words are trimmed and made NFC, as the text is.
struct ReadOptions {
  /// Where absent, the one that a head of the table says (as those of an empty_evidence_sheet do), else a point.
  std::optional<char> decimal{};
  std::optional<char> thousands{};
  /// Between cells. Where absent, it is the one among `;` tab `,` by which most cells of the header are names that the model (or
  /// `rename`) knows; of equals the one that gives most cells; of equals the first. May be the decimal mark: such numbers stand in quotes.
  std::optional<char> delimiter{};
  std::vector<std::pair<std::string, std::string>> rename{};  ///< From a column of the file to a name of the model.
  std::vector<std::string> missing_words{};
  UnknownColumns unknown_columns = UnknownColumns::refuse;
  AbsentMeasures absent_measures = AbsentMeasures::refuse;
  std::size_t most_problems = 1000;
};
/// Reads a CSV file into evidence: RFC 4180, the names of the columns first (of a head in several lines the first is the name, the others
/// are for people); UTF-8, with or without BOM; lines end with LF, CRLF or CR, and stand in quotes where a cell holds one; empty lines are
/// no rows. @throws EvidenceError with every bad cell: line and column of the file, row (from 0) and column name in the pointer
/// `/row/column`; Error where options do not fit together or the file cannot be read. O(size).
Evidence read_evidence(const std::filesystem::path& path, const Model& model, const ReadOptions& options = {});
/// The same from text.
Evidence parse_evidence(std::string_view text, const Model& model, const ReadOptions& options = {});
}
