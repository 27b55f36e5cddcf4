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
  std::optional<std::string> from_period{}, from_track{};
  std::string from_model{}, from_evidence{};
  ExplanationOutput output{};

  /// Whether two rows are compared.
  bool compares() const { return from_period || from_track || !from_model.empty() || !from_evidence.empty(); }
  /// The files of the other row: those of this one where none is named.
  FileArguments from_files() const {
    auto out = files;
    if (!from_model.empty()) out.model = from_model;
    if (!from_evidence.empty()) out.evidence = from_evidence;
    return out;
  }
};

int explain(const ExplainArguments& arguments) {
  const auto language = arguments.output.language;
  check_options(arguments.reading, language);
  check_tables(arguments.files);
  const auto from_files = arguments.from_files();
  if (const auto& output = arguments.output.output; !output.empty()) {
    check_not_an_input(output, arguments.files.inputs());
    check_not_an_input(output, from_files.inputs());
  }
  const auto ranked = ranked_of(arguments.files, arguments.reading, language);
  const auto row = find_row(ranked.scores(), as_read(arguments.unit), arguments.period, arguments.track);
  const chiso::RankedRowOf now{ranked, row};
  if (!arguments.compares()) {
    put_lost(now, arguments.output);
    return good;
  }
  const bool other_files = !arguments.from_model.empty() || !arguments.from_evidence.empty();
  const auto others = other_files ? ranked_of(from_files, arguments.reading, language) : ranked;
  // What is not named of the other row is as in this one; its period only if it is of the same table, since another has its own.
  const auto& evidence = ranked.scores().evidence();
  const auto unit = std::string(evidence.unit(row));
  const auto period =
      arguments.from_period || !arguments.from_evidence.empty() ? arguments.from_period : std::optional(std::string(evidence.period(row)));
  const auto track = arguments.from_track ? arguments.from_track : std::optional(ranked.scores().model().tracks()[evidence.track(row)]);
  const chiso::RankedRowOf before{others, find_row(others.scores(), unit, period, track)};
  put_comparison(before, now, arguments.output);
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
  add_name_option(*command, "--from-period", arguments->from_period, "Another period (default: the same; of other evidence the last)")
      ->group(with);
  add_name_option(*command, "--from-track", arguments->from_track, "Another track (default: the same)")->group(with);
  command->add_option("--from-model", arguments->from_model, "Another model, a JSON file")->option_text("FILE")->group(with);
  command->add_option("--from-evidence", arguments->from_evidence, "Other evidence, a CSV file")->option_text("FILE")->group(with);
  const std::string group = "What is written";
  add_language_option(*command, arguments->output.language)->group(group);
  add_page_options(*command, arguments->output.format, arguments->output.output, group);
  add_reading_options(*command, arguments->reading);
  command->callback([arguments, &to_run] { to_run = {[arguments] { return explain(*arguments); }, arguments->output.language}; });
}
}
