#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace chiso_cli {
/// A table in aligned columns of text. Widths count code points: of composed Vietnamese and English, each takes one column.
class TextTable {
 public:
  enum class Align : bool { left, right };
  struct Column {
    std::string title{};
    Align align = Align::left;
    std::size_t most = 0;  ///< Wider cells are broken between words, onto further lines; 0: never.
  };
  explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}
  /// A cell for each column. The indent of a cell (blanks before it) is kept on its further lines.
  void add(std::vector<std::string> cells);
  /// A line between what is above and below.
  void rule() { rows_.emplace_back(); }
  std::string text() const;

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;  // an empty one: a rule
};
/// A text without control characters, which a terminal would obey: blanks in their place.
std::string one_line(std::string text);
/// A text in lines of at most `most` code points (0: one line), broken between words where it can be.
std::vector<std::string> wrapped(std::string_view text, std::size_t most);
}
