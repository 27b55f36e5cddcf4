#include <chiso/core/fields.hpp>
#include <chiso/io/explain/missing.hpp>
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
struct MissingArguments {
  FileArguments files{};
  chiso::ReadingOptions reading{};
  chiso::MissingOptions which{};
  chiso::MissingListOptions list{};
  LanguageArgument language{};
  std::string output{};
};

std::string written(const chiso::Missing& missing, const chiso::MissingListOptions& list, const std::string& output) {
  const auto extension = extension_of(output);
  if (extension == "csv") return to_csv(missing_table(missing, list));
  if (extension == "json") return to_json(missing_table(missing, list));
  if (extension == "html") return missing_html(missing, list);
  const auto terminal = output.empty() ? terminal_columns() : std::nullopt;
  return missing_text(missing, list, {.bold = terminal.has_value(), .width = terminal.value_or(0)});
}

int list_missing(const MissingArguments& arguments) {
  const auto language = arguments.language;
  check_options(arguments.reading, language);
  check_tables(arguments.files);
  if (!arguments.output.empty()) check_not_an_input(arguments.output, arguments.files.inputs());
  const auto model = read_model(arguments.files.model, language);
  const auto evidence = read_evidence(arguments.files, model, arguments.reading, language);
  const auto missing = chiso::missing_of(chiso::Ranked(chiso::score(model, evidence, {.keep = chiso::Keep::leaves})), arguments.which);
  put_out(written(missing, {.by = arguments.list.by, .language = language}, arguments.output), arguments.output);
  return good;
}
std::string check_list_output(const std::string& path) {
  const auto extension = extension_of(path);
  const bool good = extension == "csv" || extension == "json" || extension == "txt" || extension == "html";
  return good ? "" : "'" + path + "' must end in .csv, .json, .txt or .html";
}
}

void add_missing(CLI::App& app, Command& to_run) {
  auto arguments = std::make_shared<MissingArguments>();
  auto* command = app.add_subcommand("missing", "Lists what each unit has not reported, and the criteria that wait for it");
  command->footer(
      "What a unit does not need is not in the list: criteria that do not apply to it, and measures that change none of its points.");
  add_files(*command, arguments->files, EvidenceArgument::required);
  const std::string which = "Which rows are listed", written = "What is written";
  add_name_option(*command, "--block", arguments->which.block, "Only this block")->group(which);
  add_name_option(*command, "--period", arguments->which.period, "Only this period")->group(which);
  add_name_option(*command, "--track", arguments->which.track, "Only this track")->group(which);
  command
      ->add_option_function<std::string>(
          "--by", [&by = arguments->list.by](const std::string& name) { by = *chiso::named<chiso::MissingBy>(name); },
          "By unit, what to ask each of them for (the default), or by measure, whom to ask for it")
      ->check(CLI::IsMember({"unit", "measure"}))
      ->option_text("WHAT")
      ->group(written);
  command
      ->add_option("-o,--output", arguments->output,
                   "The output: a table (.csv, .json), text (.txt) or a page (.html); it is written completely or not at all")
      ->check(CLI::Validator(check_list_output, ""))
      ->option_text("FILE")
      ->group(written);
  add_language_option(*command, arguments->language)->group(written);
  add_reading_options(*command, arguments->reading);
  command->callback([arguments, &to_run] { to_run = {[arguments] { return list_missing(*arguments); }, arguments->language}; });
}
}
