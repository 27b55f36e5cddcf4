#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/bad_cells.hpp>
#include <chiso/evidence/evidence.hpp>
#include <chiso/evidence/reading_options.hpp>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What is known of a number of rows.
enum class Expected : std::uint8_t { at_most, exactly };
/// Where a table comes from, as its problems say it.
enum class TableSource : std::uint8_t { memory, file };

/// Reads columns into evidence (SPEC 3): cells are read as they come, row by row or column by column, and checked together in the end. The
/// builder and the readers of files, data frames and Arrow arrays feed it. A column is begun by its name; its cells follow in order, in as
/// many pieces and of as many types as wanted. Floats stand for their shortest decimal, and NaN is missing; whole numbers in names and
/// options stand for their digits.
class EvidenceReader {
 public:
  /// @throws Error if the options do not fit together.
  CHISO_INLINE explicit EvidenceReader(Model model, ReadingOptions options = {}, TableSource source = TableSource::memory);
  EvidenceReader(EvidenceReader&&) noexcept = default;
  EvidenceReader& operator=(EvidenceReader&&) noexcept = default;

  /// The place of a new column, from 0. The options may rename it. Of a name in several lines the first is the name, if the model knows it.
  /// A name that no column may have is a problem of the table.
  CHISO_INLINE std::size_t add_column(std::string_view name);
  /// False for a column that is ignored or refused: its cells need not come.
  CHISO_INLINE bool reads(std::size_t column) const;
  /// Whether a column takes so many more cells. If evidence cannot have so many rows, that is a problem of the column, which is refused.
  CHISO_INLINE bool has_room(std::size_t column, std::size_t cells);
  /// How many rows there will be, if it is known: at most, or in every column. Memory for the columns so far is then pre-allocated.
  CHISO_INLINE void expect_rows(std::size_t rows, Expected expected = Expected::at_most);

  /// The next cell of a column. Text must be trimmed, well-formed and in NFC. References: NaN does not pass by value under -ffast-math.
  CHISO_INLINE void text(std::size_t column, std::string_view cell);
  CHISO_INLINE void number(std::size_t column, const double& cell);
  CHISO_INLINE void number(std::size_t column, const float& cell);
  CHISO_INLINE void integer(std::size_t column, std::int64_t cell);
  CHISO_INLINE void boolean(std::size_t column, bool cell);
  /// A decimal number of any number of digits: `-?` digits with an optional decimal part after a point, whatever the decimal mark of the
  /// table is.
  CHISO_INLINE void decimal(std::size_t column, std::string_view digits);
  CHISO_INLINE void state(std::size_t column, State cell);
  void missing(std::size_t column) { state(column, State::missing); }
  /// A cell that cannot be read, and why.
  CHISO_INLINE void unreadable(std::size_t column, const ProblemEntry& why, Arguments arguments);
  /// The next cells of a column: the same as one after the other, and about as fast as they are copied. What `missing` marks by another
  /// number than 0 is missing. @throws ShapeError if it is given and has another length than the cells. O(cells).
  CHISO_INLINE void numbers(std::size_t column, std::span<const double> cells);
  CHISO_INLINE void numbers(std::size_t column, std::span<const float> cells);
  CHISO_INLINE void integers(std::size_t column, std::span<const std::int64_t> cells, std::span<const std::uint8_t> missing = {});
  CHISO_INLINE void booleans(std::size_t column, std::span<const std::uint8_t> cells, std::span<const std::uint8_t> missing = {});

  /// A column that cannot be read, and why: a problem of the column, once. Further cells of it are not read, and its length does not count.
  CHISO_INLINE void refuse(std::size_t column, const ProblemEntry& why, Arguments arguments);
  /// A problem of a row that only its feeder knows; `column` may be BadCell::none. Null if it is counted only.
  CHISO_INLINE BadCell* add_problem(std::size_t row, std::size_t column, const ProblemEntry& entry, Arguments arguments = {});

  /// The evidence, once. @throws EvidenceError with every bad cell: row (from 0) and column in the pointer `/row/column`; of a column as a
  /// whole `/columns/column`. ShapeError if two columns have different lengths. O(cells), and O(n log n) of distinct names at worst.
  Evidence build() {
    return build([](BadCell&) {});
  }
  /// The same; place(bad cell) may add the line and column of a file to each problem.
  template <class Place>
  Evidence build(Place&& place) {
    finish();
    if (total() > 0) throw error(place);
    return made();
  }
  /// The problems so far as an error; place(bad cell) as above.
  template <class Place>
  EvidenceError error(Place&& place) {
    std::vector<Problem> out;
    for (auto& bad : problems()) {
      place(bad);
      out.push_back(std::move(bad.problem));
    }
    return {std::move(out), total()};
  }
  /// How many problems there are so far.
  CHISO_INLINE std::size_t total() const;
  /// Whether this is the name of a column of the model, or one that the options rename.
  CHISO_INLINE bool knows(std::string_view name) const;

 private:
  /// Checks the table as a whole.
  CHISO_INLINE void finish();
  /// The evidence of a table without problems.
  CHISO_INLINE Evidence made();
  /// By row and column, at most as many as the options list.
  CHISO_INLINE std::vector<BadCell> problems();

  struct Input;
  struct Data;
  friend struct RowKeys;
  friend class BulkCells;
  friend class TableChecks;
  std::shared_ptr<Data> data_;  // held by one reader; shared, so that only its definition needs to know Data
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/reader.ipp>
#endif
