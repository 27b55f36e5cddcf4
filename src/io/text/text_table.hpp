#pragma once
#include <chiso/core/build.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Whether a text may contain the codes by which terminals print bold.
enum class TextLook : std::uint8_t { plain, terminal };
std::string bold(std::string text, TextLook look);

/// A table in aligned columns of text. Widths are counted in columns of a terminal; a letter of composed text takes one.
class TextTable {
 public:
  enum class Align : bool { left, right };
  enum class Weight : bool { regular, strong };
  struct Column {
    std::string title{};
    Align align = Align::left;
    std::size_t most = 0;  ///< Wider cells are broken between words, onto further lines; 0: never.
  };
  explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}
  /// Adds a row with a cell for each column. The indent of a cell (the blanks before it) is repeated on its further lines.
  void add(std::vector<std::string> cells, Weight weight = Weight::regular);
  /// Adds a line between the rows above and below.
  void rule() { rows_.emplace_back(); }
  /// The table within `width` columns, unless that is 0: the last column is broken first, then those with a `most`; each keeps a few words
  /// on a line.
  std::string text(TextLook look, std::size_t width) const;

 private:
  struct Row {
    std::vector<std::string> cells{};  // empty for a rule
    Weight weight = Weight::regular;
  };
  std::vector<std::size_t> widths_within(std::size_t width) const;

  std::vector<Column> columns_;
  std::vector<Row> rows_;
};
/// A text in lines of at most `most` columns (0: one line), broken between words if possible.
std::vector<std::string> wrapped(std::string_view text, std::size_t most);
}
