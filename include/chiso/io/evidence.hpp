#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/builder.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// How a table of text is read.
struct ReadOptions {
  char decimal = '.';
  std::optional<char> thousands{};
  std::optional<char> delimiter{};  ///< Where absent it is found among `,` `;` and tab.
  std::vector<std::pair<std::string, std::string>> rename{};  ///< From a column of the file to a name of the model.
  std::vector<std::string> missing_words{};
  UnknownColumns unknown_columns = UnknownColumns::refuse;
  AbsentMeasures absent_measures = AbsentMeasures::refuse;
  std::size_t most_problems = 1000;
};
/// Reads a CSV file (RFC 4180; BOM, CRLF, quoted line breaks) into evidence. @throws EvidenceError with every bad cell: line and column of
/// the file, row and column name in the pointer. O(size).
Evidence read_evidence(const std::filesystem::path& path, const Model& model, const ReadOptions& options = {});
/// The same from text.
Evidence parse_evidence(std::string_view text, const Model& model, const ReadOptions& options = {});
}
