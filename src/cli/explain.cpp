#include <chiso/io/explain/explanation.hpp>
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
struct ExplainArguments {
  FileArguments files{};
  chiso::ReadingOptions reading{};
  std::string unit{};
  std::optional<std::string> period{}, track{};
  std::optional<std::string> from_unit{}, from_period{}, from_track{};
  std::string from_model{}, from_evidence{};
  Language language = Language::vi;
  std::string format{};
  std::string output{};

  /// Whether two rows are compared.
  bool compares() const { return from_unit || from_period || from_track || !from_model.empty() || !from_evidence.empty(); }
  /// The files of the other row: those of this one where none is named.
  FileArguments from_files() const {
    auto out = files;
    if (!from_model.empty()) out.model = from_model;
    if (!from_evidence.empty()) out.evidence = from_evidence;
    return out;
  }
};

chiso::Ranked ranked_of(const FileArguments& files, const ExplainArguments& arguments) {
  const auto model = read_model(files.model, arguments.language);
  return chiso::Ranked(
      chiso::score(model, read_evidence(files, model, arguments.reading, arguments.language), {.keep = chiso::Keep::leaves}));
}

int explain(const ExplainArguments& arguments) {
  check_options(arguments.reading, arguments.language);
  check_tables(arguments.files);
  const bool page = is_page(arguments.format, arguments.output);
  const auto from_files = arguments.from_files();
  if (!arguments.output.empty()) {
    check_not_an_input(arguments.output, arguments.files.inputs());
    check_not_an_input(arguments.output, from_files.inputs());
  }
  const auto ranked = ranked_of(arguments.files, arguments);
  const auto row = find_row(ranked.scores(), as_read(arguments.unit), arguments.period, arguments.track);
  const auto terminal = arguments.output.empty() ? terminal_columns() : std::nullopt;
  const chiso::ExplanationOptions options{.language = arguments.language};
  const chiso::ExplanationLayout layout{.bold = terminal.has_value(), .width = terminal.value_or(0)};
  const chiso::RankedRowOf now{ranked, row};
  if (!arguments.compares()) {
    put_out(page ? chiso::lost_html(now, options) : chiso::lost_text(now, options, layout), arguments.output);
    return good;
  }
  const bool other_files = !arguments.from_model.empty() || !arguments.from_evidence.empty();
  const auto others = other_files ? ranked_of(from_files, arguments) : ranked;
  // What is not named of the other row is as in this one; its period only if it is of the same table, since another has its own.
  const auto& evidence = ranked.scores().evidence();
  const auto unit = arguments.from_unit.value_or(std::string(evidence.unit(row)));
  const auto period =
      arguments.from_period || !arguments.from_evidence.empty() ? arguments.from_period : std::optional(std::string(evidence.period(row)));
  const auto track = arguments.from_track ? arguments.from_track : std::optional(ranked.scores().model().tracks()[evidence.track(row)]);
  const chiso::RankedRowOf before{others, find_row(others.scores(), unit, period, track)};
  put_out(page ? chiso::comparison_html(before, now, options) : chiso::comparison_text(before, now, options, layout), arguments.output);
  return good;
}
}

void add_explain(CLI::App& app, Command& to_run) {
  auto arguments = std::make_shared<ExplainArguments>();
  auto* command = app.add_subcommand("explain", "Says where a unit lost points, or why its index differs from another one's");
  add_files(*command, arguments->files, EvidenceArgument::required);
  command->add_option("UNIT", arguments->unit, "The exact name of the unit")->required()->option_text(" ");
  const std::string which = "Which row is explained", with = "What it is compared with (none of these: where points were lost)";
  add_name_option(*command, "--period", arguments->period, "The period (default: the last)")->group(which);
  add_name_option(*command, "--track", arguments->track, "The track (default: the last of the model)")->group(which);
  add_name_option(*command, "--from-period", arguments->from_period, "Another period (default: the same; of other evidence the last)")
      ->group(with);
  add_name_option(*command, "--from-track", arguments->from_track, "Another track (default: the same)")->group(with);
  add_name_option(*command, "--from-unit", arguments->from_unit, "Another unit (default: the same)")->group(with);
  command->add_option("--from-model", arguments->from_model, "Another model, a JSON file")->option_text("FILE")->group(with);
  command->add_option("--from-evidence", arguments->from_evidence, "Other evidence, a CSV file")->option_text("FILE")->group(with);
  const std::string group = "What is written";
  add_language_option(*command, arguments->language)->group(group);
  add_page_options(*command, arguments->format, arguments->output, group);
  add_reading_options(*command, arguments->reading);
  command->callback([arguments, &to_run] { to_run = {[arguments] { return explain(*arguments); }, arguments->language}; });
}
}
