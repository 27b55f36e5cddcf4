#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/bad_cells.hpp>
#include <chiso/evidence/evidence.hpp>
#include <chiso/evidence/reading_options.hpp>
#include <chiso/evidence/roster.hpp>
#include <chiso/evidence/roster_table.hpp>
#include <chiso/evidence/table_below.hpp>
#include <chiso/evidence/table_beside.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What is known about a number of rows.
enum class Expected : std::uint8_t {
  at_most,  ///< There are no more than these.
  exactly   ///< Every column has just as many.
};
/// Where a table comes from; its problems are worded accordingly.
enum class TableSource : std::uint8_t {
  memory,  ///< Columns of a program, whose rows are counted from 0.
  file     ///< A text, whose rows have lines.
};

/// Reads columns into evidence (docs/guide/cells.md tells what is taken). Cells are read as they come, row by row or column by column, and
/// are checked together at the end. The builder and the readers of files, data frames and Arrow arrays feed it. A column starts with its
/// name; its cells follow in order, in any number of pieces and of any types. Floats stand for their shortest decimal, and NaN is missing;
/// whole numbers in names and options stand for their digits.
class EvidenceReader {
 public:
  /// @throws Error if the options do not fit together.
  CHISO_INLINE explicit EvidenceReader(Model model, ReadingOptions options = {}, TableSource source = TableSource::memory);
  /// Reads a table below the units instead; what it builds is the evidence with the table. @throws UnknownNameError if the model has no
  /// such table.
  CHISO_INLINE explicit EvidenceReader(TableBelow below, ReadingOptions options = {}, TableSource source = TableSource::memory);
  /// Reads a table beside evidence instead; what it builds is evidence of its own columns.
  CHISO_INLINE explicit EvidenceReader(TableBeside beside, ReadingOptions options = {}, TableSource source = TableSource::memory);
  /// Reads a roster instead, which build_roster() makes.
  CHISO_INLINE explicit EvidenceReader(RosterTable roster, ReadingOptions options = {}, TableSource source = TableSource::memory);
  /// Takes what another one has read; of that one nothing but its destructor and assignment may be called afterwards.
  EvidenceReader(EvidenceReader&&) noexcept = default;
  /// Does the same in the place of what this one has read.
  EvidenceReader& operator=(EvidenceReader&&) noexcept = default;

  /// Starts a column and returns its place, from 0. The options may rename it. A name is read as people see it (as_seen), so a line break
  /// is a blank; if the model knows no such name, but the first line of one of several, that line is the name. A name that no column may
  /// have is a problem of the table.
  CHISO_INLINE std::size_t add_column(std::string_view name);
  /// False for a column that is ignored or refused: its cells may be left out.
  CHISO_INLINE bool reads(std::size_t column) const;
  /// Whether the cells of a column are names or words: units, blocks, periods, tracks, options, yes or no. Text of these must be as people
  /// see it (as_seen).
  CHISO_INLINE bool takes_names(std::size_t column) const;
  /// Whether the cells of a column are dates. Dates in any other column are bad cells, so a feeder may refuse the whole column.
  CHISO_INLINE bool takes_dates(std::size_t column) const;
  /// Whether the dates of a column stand for periods.
  CHISO_INLINE bool takes_periods(std::size_t column) const;
  /// Whether a column can take so many more cells. If evidence cannot have so many rows, that is a problem of the column, which is
  /// refused.
  CHISO_INLINE bool has_room(std::size_t column, std::size_t cells);
  /// Announces the number of rows, if it is known: at most so many, or exactly so many in every column. Memory for the columns so far is
  /// then pre-allocated.
  CHISO_INLINE void expect_rows(std::size_t rows, Expected expected = Expected::at_most);

  /// Adds the next cell of a column. Text must be trimmed, well-formed and in NFC, and where the column takes_names as people see it.
  /// Numbers are passed by reference because NaN does not survive being passed by value under -ffast-math.
  CHISO_INLINE void text(std::size_t column, std::string_view cell);
  /// Adds a number, as CellReader::number reads it; in names a whole number stands for its digits.
  CHISO_INLINE void number(std::size_t column, const double& cell);
  /// Adds a float, likewise.
  CHISO_INLINE void number(std::size_t column, const float& cell);
  /// Adds a whole number, as CellReader::integer reads it; in names it stands for its digits.
  CHISO_INLINE void integer(std::size_t column, std::int64_t cell);
  /// Adds a truth; it is a bad cell (cell.type) of a column that takes none.
  CHISO_INLINE void boolean(std::size_t column, bool cell);
  /// Adds a date; it is a bad cell (cell.type) of a column that takes none.
  CHISO_INLINE void date(std::size_t column, Date cell);
  /// Adds a decimal number with any number of digits: `-?` digits with an optional decimal part after a point, whatever the decimal mark
  /// of the table is.
  CHISO_INLINE void decimal(std::size_t column, std::string_view digits);
  /// Adds a cell without a value: missing, or, of a measure, not applicable. Another state is a bad cell (cell.state).
  CHISO_INLINE void state(std::size_t column, State cell);
  /// Adds a missing cell.
  CHISO_INLINE void missing(std::size_t column) { state(column, State::missing); }
  /// Adds a cell that cannot be read, with the reason.
  CHISO_INLINE void unreadable(std::size_t column, const ProblemEntry& why, Arguments arguments);
  /// Adds the next cells of a column. The result is the same as adding them one by one, at about the speed of copying them. A cell is
  /// missing if its number in `missing` is not 0. @throws ShapeError if `missing` is given and has another length than the cells.
  /// O(cells).
  CHISO_INLINE void numbers(std::size_t column, std::span<const double> cells);
  /// Does the same with floats.
  CHISO_INLINE void numbers(std::size_t column, std::span<const float> cells);
  /// Does the same with whole numbers.
  CHISO_INLINE void integers(std::size_t column, std::span<const std::int64_t> cells, std::span<const std::uint8_t> missing = {});
  /// Does the same with truths: 0 is false, all else is true.
  CHISO_INLINE void booleans(std::size_t column, std::span<const std::uint8_t> cells, std::span<const std::uint8_t> missing = {});

  /// The most rows that plain_rows() takes at once.
  static constexpr std::size_t most_plain_rows = 256;
  /// Adds the next rows of a table of text, the first of those given, at most most_plain_rows, and returns how many it added: it ends
  /// before a row that is wrong, blank, or needs more than a look at its cells, which is to be added cell by cell. The result is the same
  /// as adding all of them so, in a fraction of the time. `cells` has those of the first column, then of the second, and so on for every
  /// column. Text need not be trimmed, except where the column takes_names; the cells of columns that are not read are not looked at.
  /// O(cells).
  CHISO_INLINE std::size_t plain_rows(std::size_t rows, std::span<const std::string_view> cells);

  /// Marks a column as unreadable, with the reason: one problem of the column. Further cells of it are not read, and its length does not
  /// count.
  CHISO_INLINE void refuse(std::size_t column, const ProblemEntry& why, Arguments arguments);
  /// Adds a problem of a row that only the feeder knows of; `column` may be BadCell::none. arguments() makes the arguments of its message
  /// and is called only if the problem is listed. Returns null if the problem is only counted. O(1), besides arguments().
  template <class MakeArguments>
  BadCell* add_problem(std::size_t row, std::size_t column, const ProblemEntry& entry, MakeArguments&& arguments) {
    return reported().add(row, column, entry, arguments);
  }
  /// Does the same for a message without arguments.
  CHISO_INLINE BadCell* add_problem(std::size_t row, std::size_t column, const ProblemEntry& entry) {
    return add_problem(row, column, entry, [] { return Arguments{}; });
  }

  /// Makes the evidence; may be called once. @throws EvidenceError with every bad cell: its row (from 0) and column are in the pointer
  /// `/row/column`; the pointer of a whole column is `/columns/column`. ShapeError if two columns have different lengths. O(cells), and
  /// O(n log n) for n distinct names at worst.
  CHISO_INLINE Evidence build();
  /// Does the same; place(bad cell) may add the line and column of a file to each problem.
  template <class Place>
  Evidence build(Place&& place) {
    finish();
    if (total() > 0) throw error(place);
    return made();
  }
  /// Makes the roster that was read in place of evidence; may be called once, and has the same errors.
  template <class Place>
  Roster build_roster(Place&& place) {
    finish();
    if (total() > 0) throw error(place);
    return made_roster();
  }
  /// The problems so far as an error; place(bad cell) works as above.
  template <class Place>
  EvidenceError error(Place&& place) {
    auto bad = problems();
    for (auto& one : bad) place(one);
    return error_of(std::move(bad));
  }
  /// How many problems there are so far.
  CHISO_INLINE std::size_t total() const;
  /// The place of a row in the table that was read, once the evidence is made: rows without a filled cell are not rows of the evidence.
  CHISO_INLINE std::size_t original_row(std::size_t row) const;
  /// The column that a measure of the model was read from; empty if the table has none.
  CHISO_INLINE std::optional<std::size_t> column_of(std::size_t measure) const;
  /// Whether one of the columns so far names the units.
  CHISO_INLINE bool names_units() const;
  /// The column that is read by this name of the model; empty if the table has none.
  CHISO_INLINE std::optional<std::size_t> column_named(std::string_view name) const;
  /// Whether a column of the model has this name, or the options rename it.
  CHISO_INLINE bool knows(std::string_view name) const;

 private:
  CHISO_INLINE BadCells& reported();
  /// Checks the table as a whole: its columns, then its rows.
  CHISO_INLINE void finish();
  CHISO_INLINE void finish_columns();
  CHISO_INLINE void finish_rows(std::size_t rows, bool rows_dropped);
  /// Makes the evidence of a table without problems.
  CHISO_INLINE Evidence made();
  CHISO_INLINE Roster made_roster();
  /// The problems by row and column, at most as many as the options list.
  CHISO_INLINE std::vector<BadCell> problems();
  CHISO_INLINE EvidenceError error_of(std::vector<BadCell> bad);

  struct Input;
  struct Data;
  struct PlainTile;
  friend struct RowKeys;
  friend class BelowKeys;
  friend class BesideKeys;
  friend class RosterKeys;
  friend class RosterRows;
  friend class BulkCells;
  friend class PlainRows;
  friend class TableChecks;
  friend class TableStream;
  friend class StreamedSums;
  std::shared_ptr<Data> data_;  // only one reader has it; shared, so that Data may be incomplete here
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/reader.ipp>
#endif
