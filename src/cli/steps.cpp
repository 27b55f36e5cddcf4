#include <chiso/io/explain/steps.hpp>
#include <cli/arguments.hpp>
#include <cli/commands.hpp>
#include <cli/explanations.hpp>
#include <cli/files.hpp>
#include <cli/language.hpp>
#include <cli/names.hpp>
#include <cli/output.hpp>
#include <cli/terminal.hpp>
#include <memory>

namespace chiso_cli {
namespace {
struct StepsArguments {
  FileArguments files{};
  chiso::ReadingOptions reading{};
  std::string unit{};
  std::optional<std::string> period{}, track{};
  std::string others = "0";
  LanguageArgument language{};
  std::string output{};
};

int list_steps(const StepsArguments& arguments) {
  const auto language = arguments.language;
  check_options(arguments.reading, language);
  check_tables(arguments.files);
  if (!arguments.output.empty()) check_not_an_input(arguments.output, arguments.files.inputs());
  const auto ranked = ranked_of(arguments.files, arguments.reading, language);
  const auto row = find_row(ranked.scores(), as_read(arguments.unit), arguments.period, arguments.track);
  const chiso::WhatIf what_if(ranked, {.others = *chiso::Decimal::parse(arguments.others)});
  const auto steps = steps_of(what_if, row);
  const auto extension = extension_of(arguments.output);
  const auto terminal = arguments.output.empty() ? terminal_columns() : std::nullopt;
  const auto written = extension == "csv"    ? to_csv(steps_table(what_if, row, steps))
                       : extension == "json" ? to_json(steps_table(what_if, row, steps))
                       : extension == "html" ? chiso::steps_html(what_if, row, steps, {.language = language})
                                             : chiso::steps_text(what_if, row, steps, {.language = language},
                                                                 {.bold = terminal.has_value(), .width = terminal.value_or(0)});
  put_out(written, arguments.output);
  return good;
}
std::string check_steps_output(const std::string& path) {
  const auto extension = extension_of(path);
  const bool good = extension == "csv" || extension == "json" || extension == "txt" || extension == "html";
  return good ? "" : "'" + path + "' must end in .csv, .json, .txt or .html";
}
std::string check_amount(const std::string& text) {
  const auto amount = chiso::Decimal::parse(text);
  return amount && *amount >= chiso::Decimal(0) ? "" : "'" + text + "' must be a number such as 0.5, 0 or more";
}
}

void add_steps(CLI::App& app, Command& to_run) {
  auto arguments = std::make_shared<StepsArguments>();
  auto* command = app.add_subcommand("steps", "Lists which values of single figures would earn a unit more, and how much");
  command->footer("Each step is by itself, all else unchanged; a step that is told is right: no nearer value earns the criterion more.");
  add_files(*command, arguments->files, EvidenceArgument::required);
  command->add_option("UNIT", arguments->unit, "The exact name of the unit")->required()->option_text(" ");
  const std::string which = "Which row it is, and beside whom", written = "What is written";
  add_name_option(*command, "--period", arguments->period, "The period (default: the last)")->group(which);
  add_name_option(*command, "--track", arguments->track, "The track (default: the last of the model)")->group(which);
  command->add_option("--others", arguments->others, "What is added to the index of every other unit, for the ranks (default: 0)")
      ->check(CLI::Validator(check_amount, ""))
      ->option_text("POINTS")
      ->group(which);
  command
      ->add_option("-o,--output", arguments->output,
                   "The output: a table (.csv, .json), text (.txt) or a page (.html); it is written completely or not at all")
      ->check(CLI::Validator(check_steps_output, ""))
      ->option_text("FILE")
      ->group(written);
  add_language_option(*command, arguments->language)->group(written);
  add_reading_options(*command, arguments->reading);
  command->callback([arguments, &to_run] { to_run = {[arguments] { return list_steps(*arguments); }, arguments->language}; });
}
}
