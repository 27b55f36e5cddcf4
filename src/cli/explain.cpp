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
  std::string unit{};
  std::optional<std::string> period{}, track{};
  OtherRowArguments other{};
  ExplanationOutput output{};
};

int explain(const ExplainArguments& arguments) {
  const auto language = arguments.output.language;
  check_options(arguments.reading, language);
  check_tables(arguments.files);
  if (const auto& output = arguments.output.output; !output.empty()) {
    check_not_an_input(output, arguments.files.inputs());
    check_not_an_input(output, arguments.other.files(arguments.files).inputs());
  }
  const auto ranked = ranked_of(arguments.files, arguments.reading, language);
  const auto row = find_row(ranked.scores(), as_read(arguments.unit), arguments.period, arguments.track);
  const chiso::RankedRowOf now{ranked, row};
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
  command->add_option("UNIT", arguments->unit, "The exact name of the unit")->required()->option_text(" ");
  const std::string which = "Which row is explained", with = "What it is compared with (none of these: where points were lost)";
  add_name_option(*command, "--period", arguments->period, "The period (default: the last)")->group(which);
  add_name_option(*command, "--track", arguments->track, "The track (default: the last of the model)")->group(which);
  add_other_row(*command, arguments->other, with);
  const std::string group = "What is written";
  add_language_option(*command, arguments->output.language)->group(group);
  add_page_options(*command, arguments->output.format, arguments->output.output, group);
  add_reading_options(*command, arguments->reading);
  command->callback([arguments, &to_run] { to_run = {[arguments] { return explain(*arguments); }, arguments->output.language}; });
}
}
