#pragma once
#include <chiso/evidence/bad_cells.hpp>
#include <chiso/evidence/reader.hpp>
#include <cstdint>
#include <deque>
#include <io/text/source_text.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A table of units whose cells come from other places of a text: each cell keeps where it stands there.
class LaidOut {
 public:
  /// The place of the column of this name, which is added if it is new; `at` is where its name stands in the text.
  std::size_t column(const std::string& name, std::size_t at);
  /// Adds a row; `at` is where its first line stands.
  std::size_t add_row(std::size_t at);
  /// Puts a text into a cell; false if it holds one already.
  bool put(std::size_t row, std::size_t column, std::string text, std::size_t at);
  /// How many cells have been made room for.
  std::size_t room() const { return room_; }

  /// Gives the columns and their cells to a reader.
  void feed(EvidenceReader& reader) const;
  /// Where a cell stands, or what is nearest to it: the row of a cell that is not there.
  std::size_t at(std::size_t row, std::size_t column) const;
  /// Gives a problem its line and column, unless it has them.
  void place(BadCell& bad, SourceText& source) const;

 private:
  struct Cell {
    std::string text;
    std::size_t at;
  };
  struct Column {
    std::string name;
    std::size_t at;
    std::vector<std::uint32_t> cells;  // by row, one more than the place of the cell; 0 for none, rows at the end left out
  };
  std::deque<Cell> cells_{};
  std::vector<Column> columns_{};
  std::vector<std::size_t> rows_{};
  std::unordered_map<std::string, std::size_t> by_name_{};
  std::size_t room_ = 0;
};
}
