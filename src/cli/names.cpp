#include <chiso/core/text.hpp>
#include <cli/names.hpp>
#include <io/text/unicode.hpp>

namespace chiso_cli {
std::string as_read(const std::string& typed) {
  if (!chiso::is_utf8(typed)) return typed;  // no name is like this, so it will not be found
  return chiso::clean_name(typed);
}

CLI::Option* add_name_option(CLI::App& command, const std::string& option, std::optional<std::string>& name, const std::string& about) {
  return command.add_option_function<std::string>(
                    option, [&name](const std::string& typed) { name = as_read(typed); }, about)
      ->option_text("NAME");
}

void add_unit(CLI::App& command, RowArguments& row) {
  command
      .add_option_function<std::string>(
          "UNIT", [&row](const std::string& typed) { row.unit = as_read(typed); }, "The exact name of the unit")
      ->required()
      ->option_text(" ");
}
void add_period_and_track(CLI::App& command, RowArguments& row, const std::string& group) {
  add_name_option(command, "--period", row.period, "The period (default: the last)")->group(group);
  add_name_option(command, "--track", row.track, "The track (default: the last of the model)")->group(group);
}
std::size_t find_row(const chiso::Scores& scores, const RowArguments& row) {
  const auto periods = scores.evidence().periods();
  const auto last_period = periods.empty() ? std::string() : periods.back();
  return scores.row(row.unit, row.period.value_or(last_period), row.track.value_or(scores.model().tracks().back()));
}
}
