#pragma once
#include <chiso/core/build.hpp>
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
/// The texts that cells stand for by code. Shared: copies cost nothing, and a table need not copy the names of its evidence.
class TableNames {
 public:
  TableNames() = default;
  explicit TableNames(std::vector<std::string> names);
  /// Names that `owner` keeps alive, where they are.
  TableNames(std::shared_ptr<const void> owner, std::span<const std::string> names) : owner_(std::move(owner)), names_(names) {}
  std::span<const std::string> list() const { return names_; }
  std::size_t size() const { return names_.size(); }
  const std::string& operator[](std::size_t code) const { return names_[code]; }

 private:
  std::shared_ptr<const void> owner_{};
  std::span<const std::string> names_{};
};

/// Numbers of cells. Shared: copies cost nothing, and a table need not copy a column that its evidence or scores have.
template <class T>
class CellValues {
 public:
  CellValues() = default;
  template <class Allocator>
  CellValues(std::vector<T, Allocator> values) {
    auto own = std::make_shared<const std::vector<T, Allocator>>(std::move(values));
    values_ = *own;
    owner_ = std::move(own);
  }
  CellValues(std::initializer_list<T> values) : CellValues(LargeVector<T>(values)) {}
  /// Values that `owner` keeps alive, where they are.
  CellValues(std::shared_ptr<const void> owner, std::span<const T> values) : owner_(std::move(owner)), values_(values) {}
  std::size_t size() const { return values_.size(); }
  bool empty() const { return values_.empty(); }
  const T& operator[](std::size_t row) const { return values_[row]; }
  const T* data() const { return values_.data(); }
  auto begin() const { return values_.begin(); }
  auto end() const { return values_.end(); }

 private:
  std::shared_ptr<const void> owner_{};
  std::span<const T> values_{};
};

// The cells of a column, by kind. `has`, where it is not empty, is 0 for the rows without a value; what stands in their place is 0.

struct TextCells {
  static constexpr std::uint32_t none = ~std::uint32_t{0};  ///< The code of a row without a text.
  TableNames names{};
  CellValues<std::uint32_t> codes{};
  bool categorical =
      false;  ///< The names are all that there can be (classes, states, options), in their order, rather than those that occur.
};
/// Decimal figures, exactly: digits / 10^decimals.
struct FigureCells {
  int decimals = 0;
  CellValues<std::int64_t> digits{};
  CellValues<int128> wide{};  ///< In place of `digits` where one of them has more than 63 bits.
  CellValues<std::uint8_t> has{};
};
struct WholeCells {
  CellValues<std::int64_t> values{};
  CellValues<std::uint8_t> has{};
};
struct TruthCells {
  CellValues<std::uint8_t> values{};  ///< 0 or 1.
  CellValues<std::uint8_t> has{};
};

/// A column of a table.
struct TableColumn {
  std::string name{};
  /// Whether rows may have none, by what the column means: so tables of one kind have one schema, whatever they hold.
  bool nullable = false;
  std::variant<TextCells, FigureCells, WholeCells, TruthCells> cells{};

  std::size_t rows() const;
  bool has(std::size_t row) const;
  /// How many rows have none. O(rows).
  std::size_t without() const;
};

/// The nearest double of every figure, correctly rounded; `none` where there is none. O(rows).
UnsetVector<double> as_doubles(const FigureCells& figures, double none);

/// A result by columns, from which CSV, JSON, Arrow and data frames are made. Immutable, cheap to copy (copies share the columns), safe to
/// read from any thread.
class Table {
 public:
  /// @throws ShapeError where a column has another number of rows, or two have one name.
  Table(std::vector<TableColumn> columns, std::size_t rows);
  std::size_t rows() const { return data_->rows; }
  std::span<const TableColumn> columns() const { return data_->columns; }
  /// @throws UnknownNameError (name.unknown) that says what there is.
  const TableColumn& column(std::string_view name) const;
  /// A table of one of its columns. @throws as `column` does.
  Table only(std::string_view name) const { return {{column(name)}, rows()}; }

 private:
  struct Data {
    std::vector<TableColumn> columns;
    std::size_t rows;
  };
  std::shared_ptr<const Data> data_;
};

/// A table as CSV (RFC 4180, UTF-8, lines end with CRLF), the names of the columns first: figures with their decimals, with a point; none
/// is an empty cell, truths are yes and no. A cell of text that a spreadsheet could take for a formula is guarded; numbers never are.
/// O(cells).
std::string to_csv(const Table& table);
/// The same as JSON: an array of objects with the columns as keys, numbers as numbers with their decimals, truths as truths, null for none.
/// Nothing is guarded. O(cells).
std::string to_json(const Table& table);
}
