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
  RowArguments row{};
  chiso::Decimal others = 0;
  LanguageArgument language{};
  std::string output{};
};

int list_steps(const StepsArguments& arguments) {
  const auto language = arguments.language;
  check_arguments(arguments.files, arguments.reading, arguments.output, language);
  const auto ranked = ranked_of(arguments.files, arguments.reading, language);
  const auto row = find_row(ranked.scores(), arguments.row);
  const chiso::WhatIf what_if(ranked, {.others = arguments.others});
  const auto steps = steps_of(what_if, row);
  const chiso::ExplanationOptions options{.language = language};
  put_list(
      arguments.output, [&] { return steps_table(what_if, row, steps); }, [&] { return chiso::steps_html(what_if, row, steps, options); },
      [&](const chiso::TextLayout& layout) { return chiso::steps_text(what_if, row, steps, options, layout); });
  return good;
}
}

void add_steps(CLI::App& app, Command& to_run) {
  auto arguments = std::make_shared<StepsArguments>();
  auto* command = app.add_subcommand("steps", "Lists which values of single figures would earn a unit more, and how much");
  command->footer("Each step is by itself, all else unchanged; a step that is told is right: no nearer value earns the criterion more.");
  add_files(*command, arguments->files, EvidenceArgument::required);
  add_unit(*command, arguments->row);
  const std::string which = "Which row it is, and beside whom", written = "What is written";
  add_period_and_track(*command, arguments->row, which);
  add_others(*command, arguments->others, which);
  add_list_output(*command, arguments->output, written);
  add_language_option(*command, arguments->language)->group(written);
  add_reading_options(*command, arguments->reading);
  command->callback([arguments, &to_run] { to_run = {[arguments] { return list_steps(*arguments); }, arguments->language}; });
}
}
