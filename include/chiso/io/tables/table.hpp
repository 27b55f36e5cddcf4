#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/decimal.hpp>
#include <chiso/core/huge_page_allocator.hpp>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The texts that cells refer to by code. They are shared, so copies cost nothing, and a table need not copy the names of its evidence.
class CHISO_EXPORT TableNames {
 public:
  /// No names.
  TableNames() = default;
  /// Names that this and its copies own.
  explicit TableNames(std::vector<std::string> names);
  /// Names that stay where they are and that `owner` keeps alive.
  TableNames(std::shared_ptr<const void> owner, std::span<const std::string> names) : owner_(std::move(owner)), names_(names) {}
  /// All names, by code; valid as long as a copy of this.
  std::span<const std::string> list() const { return names_; }
  /// How many names there are.
  std::size_t size() const { return names_.size(); }
  /// The name of a code, from 0, which is not checked.
  const std::string& operator[](std::size_t code) const { return names_[code]; }

 private:
  std::shared_ptr<const void> owner_{};
  std::span<const std::string> names_{};
};

/// Numbers of cells. Shared: copies cost nothing, and a table need not copy a column that its evidence or scores have.
template <class T>
class CellValues {
 public:
  /// No cells.
  CellValues() = default;
  /// Values that this and its copies own.
  template <class Allocator>
  CellValues(std::vector<T, Allocator> values) {
    auto own = std::make_shared<const std::vector<T, Allocator>>(std::move(values));
    values_ = *own;
    owner_ = std::move(own);
  }
  /// The same of values that are written down.
  CellValues(std::initializer_list<T> values) : CellValues(LargeVector<T>(values)) {}
  /// Values that `owner` keeps alive, where they are.
  CellValues(std::shared_ptr<const void> owner, std::span<const T> values) : owner_(std::move(owner)), values_(values) {}
  std::size_t size() const { return values_.size(); }                  ///< How many cells there are.
  bool empty() const { return values_.empty(); }                       ///< Whether there are none.
  const T& operator[](std::size_t row) const { return values_[row]; }  ///< The value of a row, from 0, which is not checked.
  const T* data() const { return values_.data(); }                     ///< The values, one after the other.
  auto begin() const { return values_.begin(); }                       ///< Where they begin.
  auto end() const { return values_.end(); }                           ///< Where they end.

 private:
  std::shared_ptr<const void> owner_{};
  std::span<const T> values_{};
};

// The cells of a column, by kind. If `has` is not empty, it is 0 for the rows without a value; their cells are 0.

/// Texts, each once, and for each row the code of its text.
struct TextCells {
  static constexpr std::uint32_t none = ~std::uint32_t{0};  ///< The code of a row without a text.
  TableNames names{};                                       ///< The texts.
  CellValues<std::uint32_t> codes{};                        ///< For each row the place of its text, or `none`.
  bool categorical =
      false;  ///< True if the names are all that can occur (classes, states, options), in their order, rather than those that do occur.
};
/// Exact decimal figures: digits / 10^decimals.
struct FigureCells {
  int decimals = 0;                   ///< The same for all rows.
  CellValues<std::int64_t> digits{};  ///< Of each row; empty if `wide` is used.
  CellValues<int128> wide{};          ///< Used instead of `digits` if a figure has more than 63 bits.
  CellValues<std::uint8_t> has{};     ///< 0 for a row without a figure; empty if all have one.
  /// The figure of a row that has one.
  Decimal at(std::size_t row) const { return Decimal::fixed(wide.empty() ? digits[row] : wide[row], decimals); }
};
/// Whole numbers.
struct WholeCells {
  CellValues<std::int64_t> values{};  ///< Of each row.
  CellValues<std::uint8_t> has{};     ///< 0 for a row without a value; empty if all have one.
};
/// Truths.
struct TruthCells {
  CellValues<std::uint8_t> values{};  ///< 0 or 1.
  CellValues<std::uint8_t> has{};     ///< 0 for a row without a value; empty if all have one.
};
/// Dates.
struct DateCells {
  CellValues<std::int32_t> days{};  ///< Days since 1 January 1970.
  CellValues<std::uint8_t> has{};   ///< 0 for a row without a date; empty if all have one.
};

/// A column of a table.
struct CHISO_EXPORT TableColumn {
  std::string name{};  ///< The head of the column.
  /// Whether rows may have none. This depends on what the column means, so that tables of one kind have one schema, whatever they contain.
  bool nullable = false;
  std::variant<TextCells, FigureCells, WholeCells, TruthCells, DateCells> cells{};  ///< What stands in it, by kind.

  /// How many rows it has.
  std::size_t rows() const;
  /// Whether a row has a value; the row, from 0, is not checked. O(1).
  bool has(std::size_t row) const;
  /// How many rows have none. O(rows).
  std::size_t without() const;
};

/// The nearest double of every figure, correctly rounded; `none` for rows without one. O(rows).
CHISO_EXPORT UnsetVector<double> as_doubles(const FigureCells& figures, double none);

/// A result in columns, from which CSV, JSON, Arrow and data frames are made. Immutable, cheap to copy (copies share the columns), safe to
/// read from any thread. For rows as structs it is not needed: `ranking` gives those of a cohort, and all others are a loop over the rows
/// of `Scores` and `Ranked`.
class CHISO_EXPORT Table {
 public:
  /// @throws ShapeError if a column has another number of rows, or two have the same name.
  Table(std::vector<TableColumn> columns, std::size_t rows);
  /// How many rows it has.
  std::size_t rows() const { return data_->rows; }
  /// Its columns, in their order; valid as long as a copy of the table.
  std::span<const TableColumn> columns() const { return data_->columns; }
  /// The column of a name. @throws UnknownNameError (name.unknown), which lists the names that exist.
  const TableColumn& column(std::string_view name) const;
  /// A table of one of its columns. @throws as `column` does.
  Table only(std::string_view name) const { return {{column(name)}, rows()}; }
  /// A table of some of its columns, in this order. @throws as `column` does, and ShapeError for one that is named twice.
  Table only(std::span<const std::string> names) const;

 private:
  struct Data {
    std::vector<TableColumn> columns;
    std::size_t rows;
  };
  std::shared_ptr<const Data> data_;
};

/// A table as CSV (RFC 4180, UTF-8, lines end with CRLF), the names of the columns first. Figures have their decimals, with a point; none
/// is an empty cell, truths are yes and no, dates are written as 2024-03-31. A cell of text that a spreadsheet could take for a formula is
/// guarded; numbers never are. O(cells).
CHISO_EXPORT std::string to_csv(const Table& table);
/// The same with this decimal mark. With a comma, semicolons stand between cells, as programs of an office write it where decimals have a
/// comma. @throws ShapeError for a mark that is neither a point nor a comma.
CHISO_EXPORT std::string to_csv(const Table& table, char decimal);
/// A table as JSON: an array of objects with the columns as keys, numbers as numbers with their decimals, truths as true and false, dates
/// as texts (2024-03-31), null for none. Nothing is guarded. O(cells).
CHISO_EXPORT std::string to_json(const Table& table);
}
