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

std::size_t find_row(const chiso::Scores& scores, const std::string& unit, const std::optional<std::string>& period,
                     const std::optional<std::string>& track) {
  const auto periods = scores.evidence().periods();
  const auto last_period = periods.empty() ? std::string() : periods.back();
  return scores.row(unit, period.value_or(last_period), track.value_or(scores.model().tracks().back()));
}
}
