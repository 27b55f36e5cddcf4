#include <chiso/io/scores.hpp>
#include <memory>

#include <cli/arguments.hpp>
#include <cli/commands.hpp>
#include <cli/files.hpp>
#include <cli/names.hpp>
#include <cli/scorecard_table.hpp>
#include <cli/standing_words.hpp>
#include <cli/terminal.hpp>
#include <cli/text_table.hpp>

namespace chiso_cli {
namespace {
struct Arguments {
  FileArguments files{};
  ReadingArguments reading{};
  std::string unit{};
  std::optional<std::string> period{};
  std::optional<std::string> track{};
  std::string language = "vi";
  std::string of_problems = "en";  // unless a language is told
};

/// Which row it is: `Xã Mẫu 19, communes, 2024, final`.
std::string names_of_row(const chiso::Scorecard& card) {
  std::string out = card.unit;
  for (const auto& name : {card.block, card.period, card.track})
    if (!name.empty()) out += ", " + name;
  return out;
}
std::string names_of_model(const chiso::Model& model, chiso::Text::Language language) {
  const auto& draft = model.draft();
  return draft.id + (draft.version ? " " + *draft.version : "") + (draft.title ? ": " + std::string(draft.title->in(language)) : "");
}

int show(const Arguments& arguments) {
  const auto options = read_options(arguments.reading);
  const auto language = language_of(arguments.language), of_problems = language_of(arguments.of_problems);
  const auto model = read_model(arguments.files.model, of_problems);
  const auto scores =
      chiso::score(model, read_evidence(arguments.files.evidence, model, options, of_problems), {.keep = chiso::keep_for(model)});
  const auto row = find_row(scores, as_read(arguments.unit), arguments.period, arguments.track);
  const auto card = scores.scorecard(row);
  print(one_line(names_of_model(model, language)) + '\n' + one_line(names_of_row(card)) + '\n' +
        one_line(standing_words(scores, row, language)) + "\n\n" + table_of(model, card, language));
  return good;
}
}

void add_show(CLI::App& app, Run& run) {
  auto arguments = std::make_shared<Arguments>();
  auto* command = app.add_subcommand("show", "Prints the scorecard of one unit");
  add_files(*command, arguments->files, Evidence::required);
  command->add_option("UNIT", arguments->unit, "The unit, by its exact name")->required()->option_text(" ");
  const std::string group = "What is shown";
  add_name_option(*command, "--period", arguments->period, "The period (default: the last)")->group(group);
  add_name_option(*command, "--track", arguments->track, "The track (default: the last of the model)")->group(group);
  const auto* told = add_language_option(*command, arguments->language)->group(group);
  add_reading_options(*command, arguments->reading);
  command->callback([arguments, told, &run] {
    if (told->count() > 0) arguments->of_problems = arguments->language;
    run = [arguments] { return show(*arguments); };
  });
}
}
