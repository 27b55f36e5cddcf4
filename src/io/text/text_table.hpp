#pragma once
#include <chiso/core/build.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Whether a text may carry the codes by which terminals print bold.
enum class TextLook : std::uint8_t { plain, terminal };
std::string bold(std::string text, TextLook look);

/// A table in aligned columns of text. Widths are columns of a terminal, of composed text one for a letter.
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
  /// A cell for each column. The indent of a cell (blanks before it) is kept on its further lines.
  void add(std::vector<std::string> cells, Weight weight = Weight::regular);
  /// A line between what is above and below.
  void rule() { rows_.emplace_back(); }
  /// Within `width` columns, where it is not 0: the last column is broken first, then those with a most; each keeps a few words a line.
  std::string text(TextLook look, std::size_t width) const;

 private:
  struct Row {
    std::vector<std::string> cells{};  // none: a rule
    Weight weight = Weight::regular;
  };
  std::vector<std::size_t> widths_within(std::size_t width) const;

  std::vector<Column> columns_;
  std::vector<Row> rows_;
};
/// A text in lines of at most `most` columns (0: one line), broken between words where it can be.
std::vector<std::string> wrapped(std::string_view text, std::size_t most);
}
