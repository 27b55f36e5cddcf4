#include <cli/arguments.hpp>
#include <cli/explanations.hpp>
#include <cli/output.hpp>

namespace chiso_cli {
chiso::Ranked ranked_of(const FileArguments& files, const chiso::ReadingOptions& reading, Language language) {
  const auto model = read_model(files.model, language);
  return chiso::Ranked(chiso::score(model, read_evidence(files, model, reading, language), {.keep = chiso::Keep::leaves}));
}

FileArguments OtherRowArguments::files(const FileArguments& own) const {
  auto out = own;
  if (!model.empty()) out.model = model;
  if (!evidence.empty()) out.evidence = evidence;
  return out;
}
void add_other_row(CLI::App& command, OtherRowArguments& other, const std::string& group) {
  add_name_option(command, "--from-period", other.period, "Another period (default: the same; of other evidence the last)")->group(group);
  add_name_option(command, "--from-track", other.track, "Another track (default: the same)")->group(group);
  command.add_option("--from-model", other.model, "Another model, a JSON file")->option_text("FILE")->group(group);
  command.add_option("--from-evidence", other.evidence, "Other evidence, a CSV file")->option_text("FILE")->group(group);
}
OwnedRow other_row(const OtherRowArguments& other, const chiso::RankedRowOf& own, const FileArguments& files,
                   const chiso::ReadingOptions& reading, Language language) {
  const bool other_files = !other.model.empty() || !other.evidence.empty();
  auto others = other_files ? ranked_of(other.files(files), reading, language) : own.ranked;
  const auto& evidence = own.ranked.scores().evidence();
  const auto period = other.period || !other.evidence.empty() ? other.period : std::optional(std::string(evidence.period(own.row)));
  const auto track = other.track ? other.track : std::optional(own.ranked.scores().model().tracks()[evidence.track(own.row)]);
  const auto row = find_row(others.scores(), {.unit = std::string(evidence.unit(own.row)), .period = period, .track = track});
  return {std::move(others), row};
}

void put_lost(const chiso::RankedRowOf& of, const ExplanationOutput& output) {
  const chiso::ExplanationOptions options{.language = output.language};
  put_out(is_page(output.format, output.output) ? chiso::lost_html(of, options) : chiso::lost_text(of, options, layout_of(output.output)),
          output.output);
}
void put_comparison(const chiso::RankedRowOf& before, const chiso::RankedRowOf& now, const ExplanationOutput& output) {
  const chiso::ExplanationOptions options{.language = output.language};
  put_out(is_page(output.format, output.output) ? chiso::comparison_html(before, now, options)
                                                : chiso::comparison_text(before, now, options, layout_of(output.output)),
          output.output);
}
}
