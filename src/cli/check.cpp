#include <algorithm>
#include <chiso/core/text.hpp>
#include <chiso/io/text/file.hpp>
#include <cli/arguments.hpp>
#include <cli/commands.hpp>
#include <cli/files.hpp>
#include <cli/language.hpp>
#include <cli/terminal.hpp>
#include <io/json/json_text.hpp>
#include <memory>

namespace chiso_cli {
namespace {
struct CheckArguments {
  FileArguments files{};
  chiso::ReadingOptions reading{};
  Language language = Language::en;
};

/// Counts things in a language; Vietnamese has one form for singular and plural.
struct Counts {
  Language language;
  std::string counted(std::size_t count, std::string_view one, std::string_view more, std::string_view vietnamese) const {
    const bool in_vietnamese = language == Language::vi;
    return chiso_cli::counted(count, in_vietnamese ? vietnamese : one, in_vietnamese ? vietnamese : more);
  }
  /// A count, with the names if they are few.
  std::string listed(std::span<const std::string> names, std::string_view one, std::string_view more, std::string_view vietnamese) const {
    auto out = counted(names.size(), one, more, vietnamese);
    if (names.empty() || (names.size() == 1 && names[0].empty())) return out;
    constexpr std::size_t most_listed = 12;
    for (std::size_t i = 0; i < names.size() && i < most_listed; ++i)
      out += (i == 0 ? " (" : ", ") + chiso::without_controls(names[i], '?');
    return out + (names.size() > most_listed ? ", ...)" : ")");
  }
};

/// Only the tracks that have a row.
std::vector<std::string> tracks_of(const chiso::Evidence& evidence) {
  std::vector<std::string> out;
  const auto used = evidence.track_of_row();
  for (std::size_t track = 0; track < evidence.model().tracks().size(); ++track)
    if (std::find(used.begin(), used.end(), track) != used.end()) out.push_back(evidence.model().tracks()[track]);
  return out;
}

int check_table(const CheckArguments& arguments, const chiso::ReadingOptions& options, const chiso::Model& model, const Counts& counts) {
  const auto evidence = read_evidence(arguments.files.evidence, model, options, counts.language);
  auto text = arguments.files.evidence + ": " + counts.counted(evidence.rows(), "row", "rows", "dòng");
  if (evidence.rows() > 0)
    text += ", " + counts.counted(evidence.units().size(), "unit", "units", "đơn vị") + ", " +
            counts.listed(evidence.blocks(), "block", "blocks", "khối") + ", " +
            counts.listed(evidence.periods(), "period", "periods", "kỳ") + ", " +
            counts.listed(tracks_of(evidence), "track", "tracks", "bước chấm");
  print(text + ", " + counted_warnings(evidence.warnings().size(), counts.language) + '\n');
  return good;
}

int check(const CheckArguments& arguments) {
  const auto& options = arguments.reading;
  check_options(options);
  const Counts counts{arguments.language};
  const auto& file = arguments.files.model;
  const auto text = chiso::read_file(file, chiso::JsonText::most_bytes);
  chiso::Report found;
  const auto model = chiso::check_model(text, found);
  report(file, found.problems(), found.total(), counts.language);
  const auto warnings = counted_warnings(found.warnings(), counts.language);
  if (!model) {
    complain(file + ": " + counted_errors(found.errors(), counts.language) + ", " + warnings);
    if (!arguments.files.evidence.empty())
      complain(arguments.files.evidence +
               (counts.language == Language::vi ? ": chưa kiểm tra, vì bộ tiêu chí có lỗi" : ": not checked, for the model has errors"));
    return problems;
  }
  print(file + ": " + counts.counted(model->leaves(), "leaf", "leaves", "tiêu chí thành phần") + ", " +
        counts.counted(model->measures().size(), "measure", "measures", "số liệu") + ", " + warnings + '\n');
  return arguments.files.evidence.empty() ? good : check_table(arguments, options, *model, counts);
}
}

void add_check(CLI::App& app, Command& to_run) {
  auto arguments = std::make_shared<CheckArguments>();
  auto* command = app.add_subcommand("check", "Prints every problem of a model, and of evidence for it");
  add_files(*command, arguments->files, Evidence::may_be_left_out);
  add_language_option(*command, arguments->language);
  add_reading_options(*command, arguments->reading);
  command->callback([arguments, &to_run] { to_run = {[arguments] { return check(*arguments); }, arguments->language}; });
}
}
