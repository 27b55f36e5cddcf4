#pragma once
#include <chiso/evidence/reading_options.hpp>
#include <io/read/heads_search.hpp>
#include <io/text/csv_scanner.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The heads of a table of text. Several lines may make them up together; the name of a column is then the first of its cells that is
/// known, or all of them.
struct CsvHeads {
  char delimiter = ',';
  std::vector<std::string> names{};      ///< Trimmed and in NFC, a name for each of the first columns, up to a limit.
  std::vector<std::size_t> starts{};     ///< Where the cells start in the text that the names were taken from.
  std::size_t count = 0;                 ///< How many columns there are in all; 0 if there is no line.
  std::optional<CsvRow::Fault> fault{};  ///< What is wrong with their quotes.
  std::optional<char> decimal{};         ///< The decimal mark that one of them states.
  std::size_t body = 0;                  ///< Where the rows below begin in the text.
  std::size_t sheet_row = 1;             ///< The last of their lines, as a spreadsheet numbers its rows.
};

/// Reads the heads where the options say they are, else from the first line; a line `sep=;` before them names the delimiter.
CsvHeads read_heads(std::string_view text, const ReadingOptions& options, const KnowsName& knows, std::span<const std::string> tracks = {});

/// Looks for heads among the first 20 rows; empty if the options say where they are, or no line knows more names.
std::optional<HeadsBelow> heads_below(std::string_view text, const CsvHeads& heads, const ReadingOptions& options, const KnowsName& knows);
}
