#include <algorithm>
#include <chiso/io/file.hpp>
#include <memory>

#include <cli/arguments.hpp>
#include <cli/commands.hpp>
#include <cli/files.hpp>
#include <cli/terminal.hpp>

namespace chiso_cli {
namespace {
struct Arguments {
  FileArguments files{};
  ReadingArguments reading{};
};
constexpr std::uintmax_t most_bytes_of_a_model = std::uintmax_t{8} << 20;

std::string listed(std::span<const std::string> names, std::string_view one, std::string_view more) {
  auto out = counted(names.size(), one, more);
  if (names.size() == 1 && names[0].empty()) return out;
  constexpr std::size_t most_listed = 12;
  for (std::size_t i = 0; i < names.size() && i < most_listed; ++i) out += (i == 0 ? " (" : ", ") + names[i];
  return out + (names.size() > most_listed ? ", ...)" : ")");
}

/// Only the tracks that have a row.
std::vector<std::string> tracks_of(const chiso::Evidence& evidence) {
  std::vector<std::string> out;
  const auto used = evidence.track_of_row();
  for (std::size_t track = 0; track < evidence.model().tracks().size(); ++track)
    if (std::find(used.begin(), used.end(), track) != used.end()) out.push_back(evidence.model().tracks()[track]);
  return out;
}

int check_table(const Arguments& arguments, const chiso::ReadOptions& options, const chiso::Model& model) {
  const auto evidence = read_evidence(arguments.files.evidence, model, options);
  print(arguments.files.evidence + ": " + counted(evidence.rows(), "row", "rows") + ", " +
        counted(evidence.units().size(), "unit", "units") + ", " + listed(evidence.blocks(), "block", "blocks") + ", " +
        listed(evidence.periods(), "period", "periods") + ", " + listed(tracks_of(evidence), "track", "tracks") + ", " +
        counted(evidence.warnings().size(), "warning", "warnings") + '\n');
  return good;
}

int check(const Arguments& arguments) {
  const auto options = read_options(arguments.reading);
  const auto& file = arguments.files.model;
  const auto text = chiso::read_file(file, most_bytes_of_a_model);
  const auto found = chiso::check_model(text);
  report(file, found);
  const auto is_error = [](const chiso::Problem& problem) { return problem.severity == chiso::Severity::error; };
  const auto errors = static_cast<std::size_t>(std::count_if(found.begin(), found.end(), is_error));
  const auto warnings = counted(found.size() - errors, "warning", "warnings");
  if (errors > 0) {
    complain(file + ": " + counted(errors, "error", "errors") + ", " + warnings);
    if (!arguments.files.evidence.empty()) complain(arguments.files.evidence + ": not checked, for the model has errors");
    return problems;
  }
  const auto model = chiso::parse_model(text);
  print(file + ": " + counted(model.leaves(), "leaf", "leaves") + ", " + counted(model.measures().size(), "measure", "measures") + ", " +
        warnings + '\n');
  return arguments.files.evidence.empty() ? good : check_table(arguments, options, model);
}
}

void add_check(CLI::App& app, Run& run) {
  auto arguments = std::make_shared<Arguments>();
  auto* command = app.add_subcommand("check", "Prints every problem of a model, and of evidence for it");
  add_files(*command, arguments->files, Evidence::may_be_left_out);
  add_reading_options(*command, arguments->reading);
  command->callback([arguments, &run] { run = [arguments] { return check(*arguments); }; });
}
}
