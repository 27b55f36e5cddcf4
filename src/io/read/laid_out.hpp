#pragma once
#include <chiso/evidence/bad_cells.hpp>
#include <chiso/evidence/reader.hpp>
#include <cstdint>
#include <deque>
#include <functional>
#include <io/read/table_lines.hpp>
#include <memory>
#include <optional>
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
  std::size_t rows() const { return rows_.size(); }
  const std::string& name(std::size_t column) const { return columns_[column].name; }
  /// The place of the column of this name, if there is one.
  std::optional<std::size_t> find(const std::string& name) const;
  /// How many cells have been made room for.
  std::size_t room() const { return room_; }

  /// Adds the cells of a column to one of a reader; other than texts are added by `add`.
  using Add = std::function<void(std::size_t, const SheetCell&)>;
  void feed(std::size_t column, EvidenceReader& reader, std::size_t to, const Add& add) const;
  /// Where a cell stands, or what is nearest to it: the row of a cell that is not there.
  std::size_t at(std::size_t row, std::size_t column) const;

 private:
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

/// Tables of units that are read as one, each with the lines that it was made of: the forms of a workbook, mostly a single table. The rows
/// of one come after those of the other, and a column is that of its name in each of them.
class JoinedTables {
 public:
  void add(LaidOut table, std::shared_ptr<const TableLines> lines);
  std::size_t columns() const { return names_.size(); }
  /// How many cells have been made room for, in all tables.
  std::size_t room() const;

  /// Gives the columns to a reader.
  void feed_columns(EvidenceReader& reader) const;
  /// Tells a reader that has the columns which of so many measures some tables have and others lack.
  void report_absent(EvidenceReader& reader, std::size_t measures) const;
  /// Gives the cells to such a reader; other than texts are added by `add`.
  void feed_cells(EvidenceReader& reader, const LaidOut::Add& add = {}) const;
  /// Says where a cell stands, or what is nearest to it.
  void put(Place& place, std::size_t row, std::size_t column) const;
  /// Gives a problem its place, unless it has one, and the rows that it speaks of theirs.
  void place(BadCell& bad) const;
  /// Gives the rows that an argument of a problem speaks of their places; `beside` is where the problem is.
  void place_rows(Argument& argument, const Place& beside) const;

 private:
  struct Table {
    LaidOut of_units;
    std::shared_ptr<const TableLines> lines;
    std::size_t first_row;
  };
  /// The table in which a row stands.
  const Table& with_row(std::size_t row) const;

  std::vector<Table> tables_{};
  std::vector<std::string> names_{};
  std::size_t rows_ = 0;
};
}
