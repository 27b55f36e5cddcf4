#include <chiso/io/report/unit_report.hpp>
#include <cli/arguments.hpp>
#include <cli/commands.hpp>
#include <cli/explanations.hpp>
#include <cli/language.hpp>
#include <cli/names.hpp>
#include <cli/output.hpp>
#include <cli/terminal.hpp>
#include <memory>

namespace chiso_cli {
namespace {
struct ReportArguments {
  FileArguments files{};
  chiso::ReadingOptions reading{};
  RowArguments row{};
  OtherRowArguments other{};
  LanguageArgument language{};
  std::string output{};
};

int write_report(const ReportArguments& arguments) {
  const auto language = arguments.language;
  check_arguments(arguments.files, arguments.reading, arguments.output, language);
  check_not_an_input(arguments.output, arguments.other.files(arguments.files).inputs());
  const auto ranked = ranked_of(arguments.files, arguments.reading, language);
  const chiso::RankedRowOf row{ranked, find_row(ranked.scores(), arguments.row)};
  std::optional<OwnedRow> other;
  if (arguments.other.any()) other = other_row(arguments.other, row, arguments.files, arguments.reading, language);
  put_out(unit_report_html(row, {.language = language, .since = other ? std::optional(other->of()) : std::nullopt}), arguments.output);
  return good;
}
}

void add_report(CLI::App& app, Command& to_run) {
  auto arguments = std::make_shared<ReportArguments>();
  auto* command = app.add_subcommand(
      "report", "Writes all about a unit on one page to hand out: scorecard, findings, points lost, changes, next steps");
  command->footer("The page needs nothing from elsewhere: it opens in any browser, on a phone too, and prints on A4.");
  add_files(*command, arguments->files, EvidenceArgument::required);
  add_unit(*command, arguments->row);
  const std::string which = "Which row is reported",
                    with = "What it is compared with (none of these: the last period before in which the unit has a row)";
  add_period_and_track(*command, arguments->row, which);
  add_other_row(*command, arguments->other, with);
  const std::string group = "What is written";
  add_language_option(*command, arguments->language)->group(group);
  add_output(*command, arguments->output, {"html"},
             "The page, a file .html; it is written completely or not at all (default: it is printed)")
      ->group(group);
  add_reading_options(*command, arguments->reading);
  command->callback([arguments, &to_run] { to_run = {[arguments] { return write_report(*arguments); }, arguments->language}; });
}
}
