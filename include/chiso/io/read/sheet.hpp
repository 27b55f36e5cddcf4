#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/date.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/evidence/reader.hpp>
#include <chiso/io/read/evidence.hpp>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace chiso::inline CHISO_BUILD {
class HeadsSearch;
class RowsBelowUnits;
class SheetLines;
struct SheetForms;
/// A cell of a worksheet, as a program that opens workbooks knows it.
struct SheetCell {
  /// What stands in a cell.
  enum class Kind : std::uint8_t {
    blank,    ///< Nothing, or blanks alone.
    text,     ///< `text`: also that of an error, such as `#DIV/0!`.
    number,   ///< `number`, as it is stored.
    percent,  ///< `number` as it is stored, 0.92, in a cell whose format shows it as 92%.
    truth,    ///< Whether `number` is not 0.
    date,     ///< `date`.
    moment,   ///< `text`: a time, or a day with a time other than midnight, as the program shows it.
    formula   ///< A formula whose value was not stored.
  };
  Kind kind = Kind::blank;  ///< Which of the members counts.
  double number = 0;        ///< A number, or a truth.
  Date date{};              ///< A date.
  std::string_view text{};  ///< A text, which must last until the cell has been read.
};

/// Reads the cells of a worksheet into evidence, as read_evidence reads the text of a file, with problems that name sheet and cell:
/// `Sheet1!D7`. The program that opens the workbook gives the rows from the top; those without a filled cell are no rows, and the first
/// other one has the names of the columns, unless the options say which. Numbers are taken as they are stored, and a text as that of a
/// file, with the marks that the options or a head tell. A percent cell of a measure that is in percent (its `measured_in` is `%`, or its
/// `max` 100) is the number that the cell shows; where `max` is at most 1 it is the number as it is stored; elsewhere it is a problem
/// (cell.percent). A layout other than that of units in rows is read as in a file, and a form that the program made is known by its heads,
/// wherever among the first 20 rows they stand. Forms of several worksheets are read as one table by join.
class CHISO_EXPORT SheetReader {
 public:
  /// What a percent cell of a column is read as.
  enum class PercentCells : std::uint8_t {
    as_stored,  ///< 0.92 of 92%.
    as_shown,   ///< 92.
    refused     ///< It is a problem.
  };

  /// Reads evidence of a model, from the sheet of this name. @throws Error if the options do not fit together.
  SheetReader(Model model, ReadingOptions options, std::string sheet);
  /// Reads a table below the units instead. @throws UnknownNameError if the model has no such table.
  SheetReader(TableBelow below, ReadingOptions options, std::string sheet);
  /// Reads a table beside evidence instead.
  SheetReader(TableBeside beside, ReadingOptions options, std::string sheet);

  /// Announces how many rows come, at most; memory for them is then pre-allocated.
  void expect_rows(std::size_t rows) { expected_ = rows; }
  /// Announces a merged range that reaches from one row, counted from 1, down to another, and begins in a column, counted from 0. What
  /// stands in its first cell stands in each of its rows if the column names rows (unit, block, period, track, ranked) and the row has
  /// another filled cell; a figure stands in the first row alone. To be called before the rows of the range are read. O(log ranges).
  void merge(std::size_t first_row, std::size_t last_row, std::size_t column);
  /// Announces that rows are hidden, by hand or by a filter, from one on down to another, counted from 1: they are read all the same, and
  /// warnings() tells which. To be called from the top, before they are read.
  void hide_rows(std::size_t first, std::size_t last) { hidden_rows_.emplace_back(first, last); }
  /// Does the same of columns, counted from 0.
  void hide_columns(std::size_t first, std::size_t last) { hidden_columns_.emplace_back(first, last); }
  /// Reads the next row, the first cell of which stands in column A. `number` is its number in the sheet, from 1. Cells that a row lacks
  /// beside the heads are blank. O(cells).
  void row(std::size_t number, std::span<const SheetCell> cells);
  /// Whether the heads have been read, and one of them names the units; of measures in rows, whether they name measures and values.
  bool names_units() const { return names_units_; }
  /// Whether the first row has no heads, but a row further down has.
  bool has_heads_below() const;
  /// How many heads are known, or are labels of measures, which must be renamed.
  std::size_t known_heads() const { return known_heads_; }
  /// How many measures the heads name. O(measures x columns).
  std::size_t measures() const;
  /// How many rows with a filled cell came below the heads.
  std::size_t rows() const { return rows_.size(); }

  /// Whether both are worksheets with measures in rows, such as forms of a unit each, and write numbers with one decimal mark, so that they
  /// may be read together.
  bool may_join(const SheetReader& other) const;
  /// Reads the rows of another worksheet together with these, once both have all of theirs: the evidence is of both, a problem names the
  /// worksheet in which its cell stands, and a measure that only some of them have is one of the others (column.absent), unless the options
  /// take absent ones as missing. A form in which nothing is filled in is a blank row. Of the other reader nothing but its destructor and
  /// assignment may be called afterwards. @throws ShapeError unless may_join.
  void join(SheetReader&& other);

  /// Makes the evidence; may be called once. @throws EvidenceError with every bad cell, as EvidenceReader::build.
  Evidence build();
  /// Where cells of the evidence stand in the sheet, once it is made: one place for each, as places_in tells them of a text. @throws
  /// ShapeError for a row that the evidence does not have. O(n).
  std::vector<Place> places_of(std::span<const EvidenceCell> cells) const;
  /// The warnings of the evidence that it built, with the cells that they name, and one for the rows and one for the columns that are read
  /// and hidden (book.hidden), of units in rows. O(rows of the evidence).
  std::vector<Problem> warnings(const Evidence& built) const;
  /// Gives problems of the evidence, such as its warnings, the cells that their pointers name, and the rows that they speak of.
  /// O(problems).
  void put_places(std::vector<Problem>& problems) const;

 private:
  void put_rows(Argument& argument, const Place& beside) const;
  void put_place(Problem& problem) const;
  void warn_of_hidden(const Evidence& built, std::vector<Problem>& out) const;
  EvidenceError only(const ProblemEntry& entry, std::vector<Argument> arguments, std::size_t row) const;
  void add_heads(std::span<const SheetCell> cells);
  void heads();
  void data(std::size_t number, std::span<const SheetCell> cells);
  void hold_back(std::size_t number, std::span<const SheetCell> cells);
  void add(std::size_t column, const SheetCell& cell);
  void put(BadCell& bad) const;
  void start_form(std::size_t number);
  void fill_merged(std::size_t number, std::vector<SheetCell>& cells);
  void find_percent_cells();
  Evidence build_of_lines();
  Place place_of(std::size_t row, std::size_t column) const;

  std::variant<Model, TableBelow, TableBeside> of_;
  ReadingOptions options_;
  std::string sheet_;
  EvidenceReader reader_;
  std::size_t expected_ = 0, columns_ = 0, head_ = 0;  // head_: the row of the heads, 0 as long as they have not come
  std::vector<std::string> names_{};                   // of the columns, from one line or several
  std::size_t known_heads_ = 0;
  bool has_heads_ = false, names_units_ = false;
  /// A row that is perhaps among the last, which are not read; its texts are its own.
  struct HeldBack {
    std::size_t number;
    std::vector<SheetCell> cells;
    std::deque<std::string> texts;
  };
  std::deque<HeldBack> held_back_{};
  /// A merged range, and its first cell.
  struct Merged {
    std::size_t last_row, column;
    SheetCell cell{};
    std::string text{};
  };
  std::map<std::size_t, std::size_t> reach_{};   // how far down the ranges reach that begin in a row
  std::multimap<std::size_t, Merged> merged_{};  // by the first row
  std::map<std::size_t, Merged> merged_here_{};  // those that have begun, by column
  std::vector<std::uint8_t> names_rows_{};       // whether a column does
  std::shared_ptr<SheetLines> lines_{};          // of a table whose rows are no units
  std::shared_ptr<SheetForms> forms_{};          // what is made of these lines
  std::size_t looked_at_ = 0;                    // how many rows may have shown a form
  std::shared_ptr<HeadsSearch> search_{};        // for heads that are further down; null where the options say where they are
  std::shared_ptr<RowsBelowUnits> below_{};      // for totals and signatures, which are no units
  std::vector<PercentCells> percent_{};          // by column
  std::vector<std::size_t> rows_{};              // the number of each row of data
  std::vector<std::pair<std::size_t, std::size_t>> hidden_rows_{}, hidden_columns_{};  // ranges, each with its last
};
}
