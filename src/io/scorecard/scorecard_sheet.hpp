#pragma once
#include <chiso/io/scorecard/scorecard.hpp>
#include <io/words/placement_words.hpp>
#include <io/words/words.hpp>

namespace chiso::inline CHISO_BUILD {
/// One line of a scorecard in words.
struct ScorecardRow {
  enum class Kind : std::uint8_t { group, item, total };
  Kind kind = Kind::item;
  int depth = 0;
  std::vector<std::string> cells{};  ///< One for each column of the sheet.
};
enum class ScorecardColumn : std::uint8_t { number, name, achieved, applicable, most, by_rule, index, coverage, state, reason };
constexpr std::array<std::string_view, 10> names_of(ScorecardColumn) {
  return {"number", "name", "achieved", "applicable", "most", "by-rule", "index", "coverage", "state", "reason"};
}
struct ScorecardHead {
  ScorecardColumn column = ScorecardColumn::number;
  std::string title{};
};
/// A scorecard in words, before it becomes text or a page. The columns by_rule, coverage, state and reason are present only if a row fills
/// them.
struct ScorecardSheet {
  std::string model{};  ///< Its title, or the id if it has none.
  std::string version{};
  std::string identity{};  ///< Id, version and hash of the model, which stand at the end.
  std::string unit{};
  std::vector<std::string> row{};  ///< Block, period and track, if they have names.
  PlacementWords placement{};
  std::vector<ScorecardHead> heads{};
  std::vector<ScorecardRow> rows{};  ///< The total comes last.
};
ScorecardSheet scorecard_sheet(const Ranked& ranked, std::size_t row, const ScorecardOptions& options);
/// The parts of its page: the model, the unit and its placement; the table; by which model.
std::string head_of(const ScorecardSheet& sheet, Language language);
std::string criteria_table_of(const ScorecardSheet& sheet, Language language);
std::string identity_of(const ScorecardSheet& sheet);
/// The unit with its block, period and track, in one line.
std::string title_of(const ScorecardSheet& sheet);
constexpr bool is_figure(ScorecardColumn column) { return column >= ScorecardColumn::achieved && column <= ScorecardColumn::coverage; }
}
