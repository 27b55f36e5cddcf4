#pragma once
#include <algorithm>
#include <chiso/evidence/bad_cells.hpp>
#include <cstddef>
#include <io/read/csv_heads.hpp>
#include <io/read/csv_problems.hpp>
#include <io/text/csv_scanner.hpp>
#include <map>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Bad cells that get their places in a text, whose rows come one after the other.
class PlacesOfRows {
 public:
  static constexpr std::size_t no_place = BadCell::none - 1;  ///< In place of a row: the problem has none.
  explicit PlacesOfRows(std::vector<BadCell>& cells) : cells_(cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      order_.push_back(i);
      for (auto& argument : cells[i].problem.arguments) want(argument);
      if (cells[i].row < no_place) rows_[cells[i].row];
    }
    std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  }
  /// Of cells of the heads.
  void put_heads(const CsvHeads& heads, std::string_view text) {
    LineCounter lines(text);
    for (; next_ < order_.size() && cells_[order_[next_]].row == BadCell::none; ++next_) {
      auto& cell = cells_[order_[next_]];
      const auto at = heads.starts.empty() ? heads.body : heads.starts[cell.column < heads.starts.size() ? cell.column : 0];
      const auto [line, column] = lines.of(at);
      cell.problem.place.line = line;
      cell.problem.place.column = column;
      cell.problem.place.row = heads.sheet_row;
    }
  }
  bool wants_more(std::size_t row) const { return !rows_.empty() && row <= rows_.rbegin()->first; }
  /// `of_text` tells the line and column of an offset, asked for in order.
  template <class OfText>
  void put(std::size_t number, const CsvRow& row, std::size_t in_sheet, const OfText& of_text) {
    const auto wanted = rows_.find(number);
    if (wanted == rows_.end()) return;
    wanted->second = {number, of_text(row.starts.front()).line, in_sheet};
    for (; next_ < order_.size() && cells_[order_[next_]].row == number; ++next_) {
      auto& cell = cells_[order_[next_]];
      const auto* entry = cell.problem.entry;
      const bool is_of_quotes = (entry == &problems::csv_quote || entry == &problems::csv_unclosed) && row.fault;
      const auto at = is_of_quotes ? row.fault->at : row.starts[cell.column < row.starts.size() ? cell.column : 0];
      const auto [line, column] = of_text(at);
      cell.problem.place.line = line;
      cell.problem.place.column = column;
      cell.problem.place.row = in_sheet;
    }
  }
  /// Fills the rows that messages name.
  void fill() {
    for (auto& cell : cells_)
      for (auto& argument : cell.problem.arguments) fill(argument);
  }

 private:
  std::pair<std::size_t, std::size_t> key(std::size_t i) const {
    const auto column = cells_[i].column;
    return {cells_[i].row + 1, column == BadCell::none ? 0 : column};  // none plus one is 0: heads come first
  }
  void want(const Argument& argument) {
    for (const auto& within : argument.arguments) want(within);
    if (const auto* row = std::get_if<TableRow>(&argument.value)) rows_[row->row];
  }
  void fill(Argument& argument) const {
    for (auto& within : argument.arguments) fill(within);
    auto* row = std::get_if<TableRow>(&argument.value);
    if (!row) return;
    if (const auto at = rows_.find(row->row); at != rows_.end() && at->second.line > 0) *row = at->second;
  }
  std::vector<BadCell>& cells_;
  std::vector<std::size_t> order_{};
  std::size_t next_ = 0;
  std::map<std::size_t, TableRow> rows_{};
};
}
