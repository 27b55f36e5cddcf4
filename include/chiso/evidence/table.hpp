#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/bad_cells.hpp>
#include <chiso/evidence/cell.hpp>
#include <chiso/evidence/evidence.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What is known of a number of rows.
enum class Expected : std::uint8_t { at_most, exactly };

/// A table on its way to evidence: cells are read as they come, row by row or column by column, and checked together in the end. What the
/// builder, the reader of files and every other adapter stand on.
class EvidenceTable {
 public:
  CHISO_INLINE EvidenceTable(Model model, CellOptions options);
  EvidenceTable(EvidenceTable&&) noexcept = default;
  EvidenceTable& operator=(EvidenceTable&&) noexcept = default;

  /// The place of a new column. Of a name in several lines the first is the name, where the model knows it. A name that no column may have
  /// is a problem of the table.
  CHISO_INLINE std::size_t add_column(std::string_view name);
  /// False for a column that is ignored: its cells need not come.
  CHISO_INLINE bool reads(std::size_t column) const;
  /// How many rows there will be, where it is known: at most, or in every column. Then memory for the columns so far is had ahead.
  CHISO_INLINE void expect_rows(std::size_t rows, Expected expected = Expected::at_most);

  /// The next cell of a column. Text must be trimmed, and of files in NFC.
  CHISO_INLINE void text(std::size_t column, std::string_view cell);
  CHISO_INLINE void number(std::size_t column, const double& cell);
  CHISO_INLINE void number(std::size_t column, const float& cell);
  CHISO_INLINE void whole(std::size_t column, std::int64_t cell);
  CHISO_INLINE void truth(std::size_t column, bool cell);
  /// A decimal number, written with a point whatever the decimal mark of the table is.
  CHISO_INLINE void decimal(std::size_t column, std::string_view digits);
  CHISO_INLINE void state(std::size_t column, State cell);
  /// A cell that its reader could not read, and has reported.
  CHISO_INLINE void unreadable(std::size_t column);
  /// The next cells of a column: the same as one after the other, and faster. NaN is missing, and so is what `missing`, where given (as
  /// long as the cells), marks by another number than 0.
  CHISO_INLINE void numbers(std::size_t column, std::span<const double> cells);
  CHISO_INLINE void numbers(std::size_t column, std::span<const float> cells);
  CHISO_INLINE void wholes(std::size_t column, std::span<const std::int64_t> cells, std::span<const std::uint8_t> missing = {});
  CHISO_INLINE void truths(std::size_t column, std::span<const std::uint8_t> cells, std::span<const std::uint8_t> missing = {});

  /// A problem of a row that only its reader knows.
  CHISO_INLINE Problem* add_problem(std::size_t row, std::size_t column, std::string_view code, std::string_view found,
                                    std::string_view expected);

  /// Every column has got this many cells: checks the table, once. Empty where it has problems.
  CHISO_INLINE std::optional<Evidence> build(std::size_t rows);
  /// The problems, by row and column, at most as many as the options list.
  CHISO_INLINE std::vector<BadCell> problems();
  /// The total of them.
  CHISO_INLINE std::size_t total() const;
  /// The same as an error, with pointers `/row/column`; place(bad cell) may add the line and column of a file.
  template <class Place>
  EvidenceError error(Place&& place) {
    std::vector<Problem> out;
    for (auto& bad : problems()) {
      place(bad);
      out.push_back(std::move(bad.problem));
    }
    return {std::move(out), total()};
  }
  /// Is this the name of a column of the model?
  CHISO_INLINE bool knows(std::string_view name) const;

 private:
  struct Input;
  struct Data;
  friend struct TableRows;
  friend class BulkCells;
  std::shared_ptr<Data> data_;  // held by one table
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/table.ipp>
#endif
