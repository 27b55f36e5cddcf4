#pragma once
#include <chiso/core/error.hpp>
#include <chiso/evidence/reader.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Looks for what people write below a table of units: totals, notes, signatures. Each row is told in turn; those from the last one on
/// that is a unit, named and with a figure, may be none. A unit without figures is one, unless it stands below a row that is none. Below a
/// note, names and offices in the columns of figures are of people who sign.
class RowsBelowUnits {
 public:
  /// For a table whose heads a reader has; without a column of units nothing is found.
  explicit RowsBelowUnits(const EvidenceReader& reader, std::size_t columns);
  /// The next row with a filled cell: its line, or its row in a worksheet; text(column) is what stands in a cell, empty only if nothing
  /// does.
  template <class TextOf>
  void add(std::size_t line, std::size_t columns, const TextOf& text) {
    if (!unit_) return;
    Figures figures = Figures::none;
    std::string_view shown = *unit_ < columns ? text(*unit_) : std::string_view();
    const auto unit = shown;
    for (std::size_t column = 0; column < columns && column < columns_.size() && figures != Figures::some; ++column)
      if (const auto cell = columns_[column] == Column::figure ? text(column) : std::string_view(); !cell.empty())
        figures = may_sign(cell) ? Figures::words : Figures::some;
    auto shown_in = Column::other;
    for (std::size_t column = 0; column < columns && shown.empty(); ++column) {
      shown = text(column);
      shown_in = column < columns_.size() ? columns_[column] : Column::other;
    }
    add(line, unit, figures, shown, shown_in);
  }
  /// The error without the problems of such rows, and with one that says how they are left out, beside those that were left out already;
  /// the error as it is if none of its problems stands in one of them.
  EvidenceError told(const EvidenceError& error, std::size_t left_out) const;

 private:
  /// What a column has: figures, the block, period or track of a unit, or anything else.
  enum class Column : std::uint8_t { other, figure, place };
  /// What stands in the columns of figures: nothing, words alone that may be of people who sign, or a figure.
  enum class Figures { none, words, some };
  static bool may_sign(std::string_view cell);
  void add(std::size_t line, std::string_view unit, Figures figures, std::string_view shown, Column shown_in);

  std::optional<std::size_t> unit_;
  std::vector<Column> columns_;
  std::size_t first_ = 0, rows_ = 0;  // of those that may be no units, at the end of what was told so far
  bool has_units_ = false;            // what stands above the first unit is below none
  bool is_below_note_ = false;        // of the rows at the end, one is a note
  std::string shown_{};
  std::string key_{};
};
}
