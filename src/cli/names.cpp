#include <cli/names.hpp>

#include <algorithm>
#include <chiso/core/report.hpp>
#include <chiso/core/text.hpp>
#include <io/unicode.hpp>
#include <io/unknown_name.hpp>

namespace chiso_cli {
std::string as_read(const std::string& typed) {
  if (!chiso::is_utf8(typed)) return typed;  // no name is so; it will not be found
  return chiso::clean_text(typed);
}

CLI::Option* add_name_option(CLI::App& command, const std::string& option, std::optional<std::string>& name, const std::string& about) {
  return command.add_option_function<std::string>(option, [&name](const std::string& typed) { name = as_read(typed); }, about)->option_text("NAME");
}

namespace {
/// Units whose name holds what was typed, in any case; else the one nearest to it.
std::vector<std::string> near_units(std::string_view typed, std::span<const std::string> units) {
  constexpr std::size_t most = 5;
  const auto wanted = chiso::lower_case(typed);
  std::vector<std::string> out;
  for (const auto& unit : units)
    if (!wanted.empty() && chiso::lower_case(unit).find(wanted) != std::string::npos && out.size() < most) out.push_back(unit);
  if (!out.empty()) return out;
  std::vector<std::string> folded;
  for (const auto& unit : units) folded.push_back(chiso::lower_case(unit));
  const auto near = chiso::nearest(wanted, {folded.begin(), folded.end()});
  if (near) out.push_back(units[static_cast<std::size_t>(std::find(folded.begin(), folded.end(), *near) - folded.begin())]);
  return out;
}

chiso::ShapeError unknown_unit(const std::string& unit, std::span<const std::string> units) {
  std::string text = "no unit '" + unit + "'";
  const auto near = near_units(unit, units);
  for (std::size_t i = 0; i < near.size(); ++i) text += (i == 0 ? "; did you mean '" : "', '") + near[i];
  return chiso::ShapeError(text + (near.empty() ? " among " + std::to_string(units.size()) : "'?"));
}

template <class Names>
std::size_t place_of(std::string_view what, const std::optional<std::string>& name, const Names& known) {
  if (!name) return known.size() - 1;
  const auto at = std::find(known.begin(), known.end(), *name);
  if (at == known.end()) throw chiso::unknown_name(what, *name, known);
  return static_cast<std::size_t>(at - known.begin());
}
}

std::size_t find_row(const chiso::Scores& scores, const std::string& unit, const std::optional<std::string>& period,
                     const std::optional<std::string>& track) {
  const auto& evidence = scores.evidence();
  const auto units = evidence.units();
  if (evidence.rows() == 0) throw chiso::ShapeError("the evidence has no rows");
  if (!std::binary_search(units.begin(), units.end(), unit)) throw unknown_unit(unit, units);
  const auto& wanted_period = evidence.periods()[place_of("period", period, evidence.periods())];
  const auto wanted_track = place_of("track", track, scores.model().tracks());
  if (const auto row = evidence.find(unit, wanted_period, wanted_track)) return *row;
  std::string text = "'" + unit + "' has no row in period '" + wanted_period + "', track '" + scores.model().tracks()[wanted_track] + "'; it has: ";
  bool first = true;
  for (const auto& cohort : scores.resolved().cohorts().list) {
    const auto& of_period = evidence.periods()[cohort.period];
    if (std::none_of(cohort.rows.begin(), cohort.rows.end(), [&](std::size_t row) { return evidence.unit(row) == unit; })) continue;
    text += (first ? "" : ", ") + of_period + (of_period.empty() ? "" : " ") + scores.model().tracks()[cohort.track];
    first = false;
  }
  throw chiso::ShapeError(text);
}
}
