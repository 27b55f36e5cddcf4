#include <algorithm>
#include <chiso/core/problems.hpp>
#include <chiso/core/error.hpp>
#include <chiso/core/text.hpp>
#include <cli/names.hpp>
#include <cstdlib>
#include <io/text/unicode.hpp>
#include <utf8proc.h>

namespace chiso_cli {
std::string as_read(const std::string& typed) {
  if (!chiso::is_utf8(typed)) return typed;  // no name is so; it will not be found
  return chiso::clean_text(typed);
}

CLI::Option* add_name_option(CLI::App& command, const std::string& option, std::optional<std::string>& name, const std::string& about) {
  return command.add_option_function<std::string>(
                    option, [&name](const std::string& typed) { name = as_read(typed); }, about)
      ->option_text("NAME");
}

namespace {
/// A name as it may be typed in haste: lower case, without diacritics.
std::string plain(std::string_view name) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(name.data()), static_cast<utf8proc_ssize_t>(name.size()), &mapped, options);
  if (size < 0) return std::string(name);
  std::string out(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  std::free(mapped);
  constexpr std::string_view d_with_stroke = "\u0111";  // a letter of its own, not a d with a mark
  for (auto at = out.find(d_with_stroke); at != std::string::npos; at = out.find(d_with_stroke, at))
    out.replace(at, d_with_stroke.size(), "d");
  return out;
}

/// Units whose name holds what was typed, in any case and with or without diacritics; else the one nearest to it.
std::vector<std::string> near_units(std::string_view typed, std::span<const std::string> units) {
  constexpr std::size_t most = 5;
  const auto wanted = plain(typed);
  std::vector<std::string> folded, out;
  for (const auto& unit : units) folded.push_back(plain(unit));
  for (std::size_t i = 0; i < units.size() && out.size() < most; ++i)
    if (!wanted.empty() && folded[i].find(wanted) != std::string::npos) out.push_back(units[i]);
  if (!out.empty()) return out;
  const auto near = chiso::nearest(wanted, {folded.begin(), folded.end()});
  if (near) out.push_back(units[static_cast<std::size_t>(std::find(folded.begin(), folded.end(), *near) - folded.begin())]);
  return out;
}

chiso::UnknownNameError unknown_unit(const std::string& unit, std::span<const std::string> units) {
  std::string hint;
  for (const auto& near : near_units(unit, units)) hint += (hint.empty() ? "" : ", ") + near;
  constexpr chiso::Words one_of_the_units{"one of the units, {0} in all", "tên một trong {0} đơn vị"};
  auto problem = problem_at({}, chiso::Severity::error, chiso::problems::name_unknown,
                            {{chiso::nouns::unit, {unit}}, {one_of_the_units, {units.size()}}});
  problem.hint = std::move(hint);
  return chiso::UnknownNameError(std::move(problem));
}

template <class Names>
std::size_t named_or_last(const chiso::Words& what, const std::optional<std::string>& name, const Names& known) {
  return name ? chiso::index_of_name(what, *name, known) : known.size() - 1;
}
}

std::size_t find_row(const chiso::Scores& scores, const std::string& unit, const std::optional<std::string>& period,
                     const std::optional<std::string>& track) {
  const auto& evidence = scores.evidence();
  const auto units = evidence.units();
  if (evidence.rows() == 0)
    throw chiso::UnknownNameError(problem_at({}, chiso::Severity::error, "row.absent", "no row of any unit", "a row of the evidence"));
  if (!std::binary_search(units.begin(), units.end(), unit)) throw unknown_unit(unit, units);
  const auto& wanted_period = evidence.periods()[named_or_last(chiso::nouns::period, period, evidence.periods())];
  const auto tracks = scores.model().tracks();
  return scores.row(unit, wanted_period, tracks[named_or_last(chiso::nouns::track, track, tracks)]);
}
}
