#include <chiso/io/explain/verification.hpp>
#include <cli/arguments.hpp>
#include <cli/commands.hpp>
#include <cli/files.hpp>
#include <cli/language.hpp>
#include <cli/names.hpp>
#include <cli/output.hpp>
#include <cli/terminal.hpp>
#include <memory>

namespace chiso_cli {
namespace {
struct VerifyArguments {
  FileArguments files{};
  chiso::ReadingOptions reading{};
  std::string published{};
  std::optional<std::string> published_sheet{};
  chiso::ReadingOptions published_reading{};
  std::optional<std::string> period{};
  LanguageArgument language{};
  std::string output{};
};

int verify(const VerifyArguments& arguments) {
  const auto language = arguments.language;
  check_arguments(arguments.files, arguments.reading, arguments.output, language);
  check_options(arguments.published_reading, language);
  check_not_an_input(arguments.output, {arguments.published});
  const auto model = read_model(arguments.files.model, language);
  const chiso::Ranked ranked(chiso::score(model, read_evidence(arguments.files, model, arguments.reading, language)));
  const auto table = chiso::published_table(ranked.scores(), arguments.period.value_or(""));
  const auto published = read_published(arguments.published, table, arguments.published_reading, arguments.published_sheet, language);
  const auto found = chiso::verify(ranked, published);
  if (!arguments.output.empty()) chiso_cli::put_out(to_csv(verification_table(ranked, found)), arguments.output);
  print(chiso::verification_text(ranked, found, {.language = language}, layout_of(std::string())));
  return found.differences.empty() ? good : problems;
}
}

void add_verify(CLI::App& app, Command& to_run) {
  auto arguments = std::make_shared<VerifyArguments>();
  auto* command = app.add_subcommand("verify", "Compares published indices, ranks and classes with the computed ones");
  command->footer(
      "PUBLISHED has a column unit, perhaps block, period and track, and of index, rank and class at least one, as score writes them.\n"
      "The exit code is 1 if a figure differs.");
  add_files(*command, arguments->files, EvidenceArgument::required);
  command
      ->add_option("PUBLISHED", arguments->published, "What was published, a CSV file; the chiso of the Python package reads workbooks too")
      ->required()
      ->option_text(" ");
  const std::string group = "How the published table is read";
  add_name_option(*command, "--period", arguments->period, "The period of its rows, if it has no column of periods (default: the last)")
      ->group(group);
  command
      ->add_option("--published-sheet", arguments->published_sheet,
                   "Its worksheet, if it is a workbook (default: the one whose heads name unit and most of index, rank and class)")
      ->option_text("NAME")
      ->group(group);
  add_reading_options_of(*command, arguments->published_reading, "published", group);
  const std::string written = "What is written";
  add_output(*command, arguments->output, {"csv"}, "All findings as a table, .csv; it is written completely or not at all")->group(written);
  add_language_option(*command, arguments->language)->group(written);
  add_reading_options(*command, arguments->reading);
  command->callback([arguments, &to_run] { to_run = {[arguments] { return verify(*arguments); }, arguments->language}; });
}
}
