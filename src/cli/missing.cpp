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

int list_missing(const MissingArguments& arguments) {
  const auto language = arguments.language;
  check_arguments(arguments.files, arguments.reading, arguments.output, language);
  const auto model = read_model(arguments.files.model, language);
  const auto evidence = read_evidence(arguments.files, model, arguments.reading, language);
  const auto missing = chiso::missing_of(chiso::Ranked(chiso::score(model, evidence, {.keep = chiso::Keep::leaves})), arguments.which);
  const chiso::MissingListOptions list{.by = arguments.list.by, .language = language};
  put_list(
      arguments.output, [&] { return missing_table(missing, list); }, [&] { return missing_html(missing, list); },
      [&](const chiso::TextLayout& layout) { return missing_text(missing, list, layout); });
  return good;
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
  add_list_output(*command, arguments->output, written);
  add_language_option(*command, arguments->language)->group(written);
  add_reading_options(*command, arguments->reading);
  command->callback([arguments, &to_run] { to_run = {[arguments] { return list_missing(*arguments); }, arguments->language}; });
}
}
