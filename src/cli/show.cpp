#include <chiso/io/scorecard/scorecard.hpp>
#include <chiso/io/tables/scores.hpp>
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
struct ShowArguments {
  FileArguments files{};
  chiso::ReadingOptions reading{};
  std::string unit{};
  std::optional<std::string> period{};
  std::optional<std::string> track{};
  chiso::ScorecardOptions card{};
  LanguageArgument language{};
  std::string format{};
  std::string output{};
};

int show(ShowArguments arguments) {
  const auto& options = arguments.reading;
  check_options(options, arguments.language);
  check_tables(arguments.files);
  const bool page = is_page(arguments.format, arguments.output);
  if (!arguments.output.empty()) check_not_an_input(arguments.output, arguments.files.inputs());
  arguments.card.language = arguments.language;
  const auto model = read_model(arguments.files.model, arguments.language);
  const auto scores =
      chiso::score(model, read_evidence(arguments.files, model, options, arguments.language), {.keep = chiso::keep_for(model)});
  const auto row = find_row(scores, as_read(arguments.unit), arguments.period, arguments.track);
  const chiso::Ranked ranked(scores);
  const auto terminal = arguments.output.empty() ? terminal_columns() : std::nullopt;
  put_out(page ? chiso::scorecard_html(ranked, row, arguments.card)
               : chiso::scorecard_text(ranked, row, arguments.card, {.bold = terminal.has_value(), .width = terminal.value_or(0)}),
          arguments.output);
  return good;
}
}

void add_show(CLI::App& app, Command& to_run) {
  auto arguments = std::make_shared<ShowArguments>();
  auto* command = app.add_subcommand("show", "Prints the scorecard of one unit");
  add_files(*command, arguments->files, EvidenceArgument::required);
  command->add_option("UNIT", arguments->unit, "The exact name of the unit")->required()->option_text(" ");
  const std::string group = "What is shown";
  add_name_option(*command, "--period", arguments->period, "The period (default: the last)")->group(group);
  add_name_option(*command, "--track", arguments->track, "The track (default: the last of the model)")->group(group);
  command
      ->add_option("--depth", arguments->card.depth, "The number of levels of criteria; groups at the last level are folded (default: all)")
      ->check(CLI::Range(1, 64))
      ->option_text("N")
      ->group(group);
  add_language_option(*command, arguments->language)->group(group);
  add_page_options(*command, arguments->format, arguments->output, group);
  add_reading_options(*command, arguments->reading);
  command->callback([arguments, &to_run] { to_run = {[arguments] { return show(*arguments); }, arguments->language}; });
}
}
