#pragma once
#include <chiso/io/explain/explanation.hpp>
#include <cli/files.hpp>
#include <cli/language.hpp>
#include <cli/names.hpp>
#include <optional>
#include <string>

namespace chiso_cli {
/// Reads and scores evidence, and ranks it.
chiso::Ranked ranked_of(const FileArguments& files, const chiso::ReadingOptions& reading, Language language);

/// The row that a row is compared with, as the command line names it.
struct OtherRowArguments {
  std::optional<std::string> period{}, track{};
  std::string model{}, evidence{};

  /// Whether one is named.
  bool any() const { return period || track || !model.empty() || !evidence.empty(); }
  /// The files of the other row: those of this one where none is named.
  FileArguments files(const FileArguments& own) const;
};
/// Declares --from-period, --from-track, --from-model and --from-evidence.
void add_other_row(CLI::App& command, OtherRowArguments& other, const std::string& group);

/// A row with its scores.
struct OwnedRow {
  chiso::Ranked ranked;
  std::size_t row;
  chiso::RankedRowOf of() const { return {ranked, row}; }
};
/// Finds the other row. What is not named of it is as in the row itself; its period only if it is of the same table, since another has its
/// own. @throws chiso::UnknownNameError as find_row.
OwnedRow other_row(const OtherRowArguments& other, const chiso::RankedRowOf& own, const FileArguments& files,
                   const chiso::ReadingOptions& reading, Language language);

/// How an explanation is written: as text, broken to the width of the terminal that it is printed on, or as a page.
struct ExplanationOutput {
  LanguageArgument language{};
  std::string format{};
  std::string output{};
};
/// Writes where a row lost points.
void put_lost(const chiso::RankedRowOf& of, const ExplanationOutput& output);
/// Writes why the index of a row differs from that of another one.
void put_comparison(const chiso::RankedRowOf& before, const chiso::RankedRowOf& now, const ExplanationOutput& output);
}
