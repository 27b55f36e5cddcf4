#pragma once
#include <chiso/io/explain/explanation.hpp>
#include <cli/files.hpp>
#include <cli/language.hpp>
#include <string>

namespace chiso_cli {
/// Reads and scores evidence, and ranks it.
chiso::Ranked ranked_of(const FileArguments& files, const chiso::ReadingOptions& reading, Language language);

/// How an explanation is written: as text, broken to the width of the terminal that it is printed on, or as a page.
struct ExplanationOutput {
  LanguageArgument language{};
  std::string format{};
  std::string output{};

  bool is_page() const;
  chiso::ExplanationLayout layout() const;
};
/// Writes where a row lost points.
void put_lost(const chiso::RankedRowOf& of, const ExplanationOutput& output);
/// Writes why the index of a row differs from that of another one.
void put_comparison(const chiso::RankedRowOf& before, const chiso::RankedRowOf& now, const ExplanationOutput& output);
}
