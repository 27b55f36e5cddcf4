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
  RowArguments row{};
  chiso::ScorecardOptions card{};
  LanguageArgument language{};
  std::string format{};
  std::string output{};
};

int show(ShowArguments arguments) {
  const bool page = is_page(arguments.format, arguments.output);
  check_arguments(arguments.files, arguments.reading, arguments.output, arguments.language);
  arguments.card.language = arguments.language;
  const auto model = read_model(arguments.files.model, arguments.language);
  const auto scores =
      chiso::score(model, read_evidence(arguments.files, model, arguments.reading, arguments.language), {.keep = chiso::keep_for(model)});
  const auto row = find_row(scores, arguments.row);
  const chiso::Ranked ranked(scores);
  put_out(page ? chiso::scorecard_html(ranked, row, arguments.card)
               : chiso::scorecard_text(ranked, row, arguments.card, layout_of(arguments.output)),
          arguments.output);
  return good;
}
}

void add_show(CLI::App& app, Command& to_run) {
  auto arguments = std::make_shared<ShowArguments>();
  auto* command = app.add_subcommand("show", "Prints the scorecard of one unit");
  add_files(*command, arguments->files, EvidenceArgument::required);
  add_unit(*command, arguments->row);
  const std::string group = "What is shown";
  add_period_and_track(*command, arguments->row, group);
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
