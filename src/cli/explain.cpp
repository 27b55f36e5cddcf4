#include <cli/arguments.hpp>
#include <cli/commands.hpp>
#include <cli/explanations.hpp>
#include <cli/language.hpp>
#include <cli/names.hpp>
#include <cli/output.hpp>
#include <memory>

namespace chiso_cli {
namespace {
struct ExplainArguments {
  FileArguments files{};
  chiso::ReadingOptions reading{};
  RowArguments row{};
  OtherRowArguments other{};
  ExplanationOutput output{};
};

int explain(const ExplainArguments& arguments) {
  const auto language = arguments.output.language;
  check_arguments(arguments.files, arguments.reading, arguments.output.output, language);
  check_not_an_input(arguments.output.output, arguments.other.files(arguments.files).inputs());
  const auto ranked = ranked_of(arguments.files, arguments.reading, language);
  const chiso::RankedRowOf now{ranked, find_row(ranked.scores(), arguments.row)};
  if (arguments.other.any())
    put_comparison(other_row(arguments.other, now, arguments.files, arguments.reading, language).of(), now, arguments.output);
  else
    put_lost(now, arguments.output);
  return good;
}
}

void add_explain(CLI::App& app, Command& to_run) {
  auto arguments = std::make_shared<ExplainArguments>();
  auto* command = app.add_subcommand("explain", "Says where a unit lost points, or why its index has changed");
  add_files(*command, arguments->files, EvidenceArgument::required);
  add_unit(*command, arguments->row);
  const std::string which = "Which row is explained", with = "What it is compared with (none of these: where points were lost)";
  add_period_and_track(*command, arguments->row, which);
  add_other_row(*command, arguments->other, with);
  const std::string group = "What is written";
  add_language_option(*command, arguments->output.language)->group(group);
  add_page_options(*command, arguments->output.format, arguments->output.output, group);
  add_reading_options(*command, arguments->reading);
  command->callback([arguments, &to_run] { to_run = {[arguments] { return explain(*arguments); }, arguments->output.language}; });
}
}
