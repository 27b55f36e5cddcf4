#pragma once
#include <chiso/evidence/bad_cells.hpp>
#include <chiso/evidence/reader.hpp>
#include <cstdint>
#include <deque>
#include <functional>
#include <io/read/table_lines.hpp>
#include <string>
#include <unordered_map>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A cell that keeps its text; it is trimmed and composed.
class KeptCell {
 public:
  explicit KeptCell(const LineCell& cell);
  /// The cell, as long as this is where it is.
  LineCell line_cell() const;
  std::size_t at() const { return at_; }

 private:
  SheetCell cell_;
  std::string text_;
  std::size_t at_;
};

/// A table of units whose cells come from other places of a table: each cell keeps where it stands there.
class LaidOut {
 public:
  /// The place of the column of this name, which is added if it is new; `at` is where its name stands.
  std::size_t column(const std::string& name, std::size_t at);
  /// Adds a row; `at` is where its first line stands.
  std::size_t add_row(std::size_t at);
  /// Puts a cell into its place; false if that is taken.
  bool put(std::size_t row, std::size_t column, const LineCell& cell);
  std::size_t columns() const { return columns_.size(); }
  /// How many cells have been made room for.
  std::size_t room() const { return room_; }

  /// Gives the columns to a reader.
  void feed_columns(EvidenceReader& reader) const;
  /// Gives the cells to a reader that has the columns; other than texts are added by `add`.
  void feed_cells(EvidenceReader& reader, const std::function<void(std::size_t, const SheetCell&)>& add = {}) const;
  /// Where a cell stands, or what is nearest to it: the row of a cell that is not there.
  std::size_t at(std::size_t row, std::size_t column) const;
  /// Gives a problem its place, unless it has one, and the rows that it speaks of theirs.
  void place(BadCell& bad, const TableLines& lines) const;

 private:
  void place_rows(Argument& argument, const TableLines& lines) const;

  struct Column {
    std::string name;
    std::size_t at;
    std::vector<std::uint32_t> cells;  // by row, one more than the place of the cell; 0 for none, rows at the end left out
  };
  std::deque<KeptCell> cells_{};
  std::vector<Column> columns_{};
  std::vector<std::size_t> rows_{};
  std::unordered_map<std::string, std::size_t> by_name_{};
  std::size_t room_ = 0;
};
}
