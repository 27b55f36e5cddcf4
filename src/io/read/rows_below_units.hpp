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
/// that is a unit, named and with a figure, may be none. A unit without figures is one, unless it stands below a row that is none.
class RowsBelowUnits {
 public:
  /// For a table whose heads a reader has; without a column of units nothing is found.
  explicit RowsBelowUnits(const EvidenceReader& reader, std::size_t columns);
  /// The next row with a filled cell: its line, or its row in a worksheet; text(column) is what stands in a cell, empty only if nothing
  /// does.
  template <class TextOf>
  void add(std::size_t line, std::size_t columns, const TextOf& text) {
    if (!unit_) return;
    bool has_figure = false;
    std::string_view shown = *unit_ < columns ? text(*unit_) : std::string_view();
    const auto unit = shown;
    for (std::size_t column = 0; column < columns && column < is_figure_.size() && !has_figure; ++column)
      has_figure = is_figure_[column] != 0 && !text(column).empty();
    for (std::size_t column = 0; column < columns && shown.empty(); ++column) shown = text(column);
    add(line, unit, has_figure, shown);
  }
  /// The error without the problems of such rows, and with one that says how they are left out, beside those that were left out already;
  /// the error as it is if none of its problems stands in one of them.
  EvidenceError told(const EvidenceError& error, std::size_t left_out) const;

 private:
  void add(std::size_t line, std::string_view unit, bool has_figure, std::string_view shown);

  std::optional<std::size_t> unit_;
  std::vector<std::uint8_t> is_figure_;
  std::size_t first_ = 0, rows_ = 0;  // of those that may be no units, at the end of what was told so far
  bool has_units_ = false;            // what stands above the first unit is below none
  std::string shown_{};
  std::string key_{};
};
}
