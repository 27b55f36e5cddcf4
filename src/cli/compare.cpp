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
  std::string unit{}, other{};
  std::optional<std::string> period{}, track{};
  ExplanationOutput output{};
};

int compare(const CompareArguments& arguments) {
  const auto language = arguments.output.language;
  check_options(arguments.reading, language);
  check_tables(arguments.files);
  if (!arguments.output.output.empty()) check_not_an_input(arguments.output.output, arguments.files.inputs());
  const auto ranked = ranked_of(arguments.files, arguments.reading, language);
  const auto row_of = [&](const std::string& unit) {
    return chiso::RankedRowOf{ranked, find_row(ranked.scores(), as_read(unit), arguments.period, arguments.track)};
  };
  put_comparison(row_of(arguments.unit), row_of(arguments.other), arguments.output);
  return good;
}
}

void add_compare(CLI::App& app, Command& to_run) {
  auto arguments = std::make_shared<CompareArguments>();
  auto* command = app.add_subcommand("compare", "Says why the index of another unit differs from that of a unit, by criterion and cause");
  command->footer("What the other unit has more is above 0. For one unit in two periods or tracks, or by two models, there is explain.");
  add_files(*command, arguments->files, EvidenceArgument::required);
  command->add_option("UNIT", arguments->unit, "The exact name of the unit")->required()->option_text(" ");
  command->add_option("OTHER", arguments->other, "The exact name of the other unit")->required()->option_text(" ");
  const std::string which = "Which rows are compared";
  add_name_option(*command, "--period", arguments->period, "The period (default: the last)")->group(which);
  add_name_option(*command, "--track", arguments->track, "The track (default: the last of the model)")->group(which);
  const std::string group = "What is written";
  add_language_option(*command, arguments->output.language)->group(group);
  add_page_options(*command, arguments->output.format, arguments->output.output, group);
  add_reading_options(*command, arguments->reading);
  command->callback([arguments, &to_run] { to_run = {[arguments] { return compare(*arguments); }, arguments->output.language}; });
}
}
