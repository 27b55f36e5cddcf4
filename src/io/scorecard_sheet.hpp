#pragma once
#include <chiso/io/scorecard.hpp>
#include <io/standing_words.hpp>
#include <io/words.hpp>

namespace chiso::inline CHISO_BUILD {
/// One line of a scorecard in words.
struct SheetRow {
  enum class Kind : std::uint8_t { group, item, total };
  Kind kind = Kind::item;
  int depth = 0;
  std::vector<std::string> cells{};  ///< One for each column of the sheet.
};
enum class SheetColumn : std::uint8_t { number, name, achieved, applicable, most, by_rule, index, state, reason };
constexpr std::array<std::string_view, 9> names_of(SheetColumn) {
  return {"number", "name", "achieved", "applicable", "most", "by-rule", "index", "state", "reason"};
}
struct SheetHead {
  SheetColumn column = SheetColumn::number;
  std::string title{};
};
/// A scorecard in words, before it is text or a page. Of by_rule, state and reason only the columns that have something to say.
struct ScorecardSheet {
  std::string model{};  ///< Its title, or what stands for it.
  std::string version{};
  std::string unit{};
  std::vector<std::string> row{};  ///< Block, period and track, where they have names.
  StandingWords standing{};
  std::vector<SheetHead> heads{};
  std::vector<SheetRow> rows{};  ///< The total last.
};
ScorecardSheet scorecard_sheet(const Scores& scores, std::size_t row, const ScorecardOptions& options);
constexpr bool is_figure(SheetColumn column) { return column >= SheetColumn::achieved && column <= SheetColumn::index; }
}
