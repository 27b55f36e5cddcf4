#include <cli/arguments.hpp>
#include <cli/commands.hpp>
#include <cli/explanations.hpp>
#include <cli/language.hpp>
#include <cli/names.hpp>
#include <cli/output.hpp>
#include <memory>

namespace chiso_cli {
namespace {
struct CompareArguments {
  FileArguments files{};
  chiso::ReadingOptions reading{};
  RowArguments row{};
  std::string other{};
  ExplanationOutput output{};
};

int compare(const CompareArguments& arguments) {
  const auto language = arguments.output.language;
  check_arguments(arguments.files, arguments.reading, arguments.output.output, language);
  const auto ranked = ranked_of(arguments.files, arguments.reading, language);
  auto other = arguments.row;
  other.unit = as_read(arguments.other);
  put_comparison({ranked, find_row(ranked.scores(), arguments.row)}, {ranked, find_row(ranked.scores(), other)}, arguments.output);
  return good;
}
}

void add_compare(CLI::App& app, Command& to_run) {
  auto arguments = std::make_shared<CompareArguments>();
  auto* command = app.add_subcommand("compare", "Says why the index of another unit differs from that of a unit, by criterion and cause");
  command->footer("What the other unit has more is above 0. For one unit in two periods or tracks, or by two models, there is explain.");
  add_files(*command, arguments->files, EvidenceArgument::required);
  add_unit(*command, arguments->row);
  command->add_option("OTHER", arguments->other, "The exact name of the other unit")->required()->option_text(" ");
  const std::string which = "Which rows are compared";
  add_period_and_track(*command, arguments->row, which);
  const std::string group = "What is written";
  add_language_option(*command, arguments->output.language)->group(group);
  add_page_options(*command, arguments->output.format, arguments->output.output, group);
  add_reading_options(*command, arguments->reading);
  command->callback([arguments, &to_run] { to_run = {[arguments] { return compare(*arguments); }, arguments->output.language}; });
}
}
