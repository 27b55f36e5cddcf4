#include <algorithm>
#include <chiso/core/text.hpp>
#include <chiso/io/text/file.hpp>
#include <cli/arguments.hpp>
#include <cli/commands.hpp>
#include <cli/files.hpp>
#include <cli/findings.hpp>
#include <cli/language.hpp>
#include <cli/output.hpp>
#include <cli/terminal.hpp>
#include <io/json/json_text.hpp>
#include <memory>

namespace chiso_cli {
namespace {
struct CheckArguments {
  FileArguments files{};
  chiso::ReadingOptions reading{};
  LanguageArgument language{};
  std::string output{};
};

/// A count, with the names if they are few.
std::string listed(std::span<const std::string> names, const Things& what, Language language) {
  auto out = counted(names.size(), what, language);
  if (names.empty() || (names.size() == 1 && names[0].empty())) return out;
  constexpr std::size_t most_listed = 12;
  for (std::size_t i = 0; i < names.size() && i < most_listed; ++i) out += (i == 0 ? " (" : ", ") + chiso::without_controls(names[i], '?');
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

int check_table(const CheckArguments& arguments, const chiso::Model& model) {
  const auto language = arguments.language;
  std::size_t warnings = 0;
  const auto evidence = read_evidence(arguments.files, model, arguments.reading, language, &warnings);
  auto text = arguments.files.evidence + ": " + counted(evidence.rows(), things::rows, language);
  if (evidence.rows() > 0)
    text += ", " + counted(evidence.units().size(), things::units, language) + ", " + listed(evidence.blocks(), things::blocks, language) +
            ", " + listed(evidence.periods(), things::periods, language) + ", " + listed(tracks_of(evidence), things::tracks, language);
  print(text + ", " + counted(warnings, things::warnings, language) + '\n');
  const bool bad = judge(arguments.files, evidence, arguments.reading, language, arguments.output);
  tell_of_notes(arguments.files, evidence.left_out(), warnings, language);
  return bad ? problems : good;
}

int check(const CheckArguments& arguments) {
  const auto language = arguments.language;
  check_arguments(arguments.files, arguments.reading, arguments.output, language);
  if (!arguments.output.empty() && arguments.files.evidence.empty()) throw UsageError("-o needs EVIDENCE, whose findings it writes");
  const auto& file = arguments.files.model;
  const auto text = chiso::read_file(file, chiso::JsonText::most_bytes);
  chiso::Report found;
  const auto model = chiso::check_model(text, found);
  report(file, found.problems(), found.total(), language);
  const auto warnings = counted(found.warnings(), things::warnings, language);
  if (!model) {
    constexpr chiso::Words not_checked{": not checked, for the model has errors", ": chưa kiểm tra, vì bộ tiêu chí có lỗi"};
    complain(file + ": " + counted(found.errors(), things::errors, language) + ", " + warnings);
    if (!arguments.files.evidence.empty()) complain(arguments.files.evidence + to_text(not_checked, {}, language));
    return problems;
  }
  print(file + ": " + counted(model->leaves(), things::leaves, language) + ", " +
        counted(model->measures().size(), things::measures, language) + ", " + warnings + '\n');
  return arguments.files.evidence.empty() ? good : check_table(arguments, *model);
}
}

void add_check(CLI::App& app, Command& to_run) {
  auto arguments = std::make_shared<CheckArguments>();
  auto* command =
      app.add_subcommand("check", "Prints every problem of a model, and of evidence for it: what cannot be read, and what does not add up");
  command->footer(
      "What the checks of the model find is printed as FILE:LINE:COLUMN of the cell to look at, with the digits that were likely meant.\n"
      "The exit code is 1 if that includes an error, not for warnings.");
  add_files(*command, arguments->files, EvidenceArgument::may_be_left_out);
  add_output(*command, arguments->output, {"csv", "txt", "html"},
             "Writes what the checks of the model find: a table (.csv), text (.txt) or a page (.html); completely or not at all");
  add_language_option(*command, arguments->language);
  add_reading_options(*command, arguments->reading);
  command->callback([arguments, &to_run] { to_run = {[arguments] { return check(*arguments); }, arguments->language}; });
}
}
