#pragma once
#include <algorithm>
#include <array>
#include <chiso/core/name_index.hpp>
#include <chiso/evidence/cell_problems.hpp>
#include <chiso/evidence/columns.hpp>
#include <chiso/evidence/impl/cell.ipp>
#include <chiso/evidence/impl/evidence_data.ipp>
#include <chiso/evidence/impl/page_prefault.ipp>
#include <chiso/evidence/impl/renames.ipp>
#include <chiso/evidence/reader.hpp>
#include <chiso/evidence/table_problems.hpp>
#include <deque>
#include <map>
#include <unordered_map>

namespace chiso::inline CHISO_BUILD {
namespace phrases {
inline constexpr Words text_or_whole_number{"text or a whole number", "văn bản hoặc số nguyên"},
    period_or_told{"text or a whole number, or to be told what dates stand for: --period-of-dates year (in Python period=\"year\")",
                   "văn bản hoặc số nguyên, hoặc khai báo ngày là của kỳ nào: --period-of-dates year (trong Python: period=\"year\")"};
}

/// A column on its way to becoming evidence.
struct EvidenceReader::Input {
  enum class Kind : std::uint8_t { ignored, unnamed, unit, block, period, track, ranked, row, label, was, measure, companion };
  static constexpr std::uint32_t blank_code = ~std::uint32_t{0};
  static constexpr std::uint32_t unreadable_code = blank_code - 1;
  static constexpr std::size_t rows_end = unreadable_code;  ///< Evidence has fewer rows than this.
  static constexpr std::uint8_t blank_truth = 2, unreadable_truth = 3;

  std::string head{};  ///< Its name in the table.
  std::string name{};  ///< Its name after renaming by the options.
  std::size_t place = 0;
  Kind kind = Kind::ignored;
  /// The index of the measure, or the number of measures plus the index of the leaf; for a companion that of its column.
  std::size_t target = 0;
  std::optional<CellReader> reader{};  ///< For measures, `ranked` and companions.
  bool unknown = false;                ///< It is ignored because the model knows no such column.
  bool refused = false;                ///< It has a problem, so its cells are not read.
  bool has_numbers = false;            ///< Some of its cells are numbers by their type, not text.
  std::size_t fed = 0;                 ///< How many cells came so far.
  NameIndex names{};                   ///< For unit, block, period and track,
  std::vector<std::uint32_t> codes{};  ///< and the codes of the cells in `names`.
  EvidenceColumn cells{};              ///< For measures.
  std::vector<std::uint8_t> truths{};  ///< For `ranked` and companions.
  BadCells bad{};
  BadCells two_ways{};         ///< Numbers that are bad cells if no other number of the table shows how to read them.
  Arguments first_two_ways{};  ///< Of the message of the first of them.

  bool is_read() const { return kind != Kind::ignored && kind != Kind::row && !refused; }
  CHISO_INLINE bool is_name() const {
    return kind == Kind::unit || kind == Kind::block || kind == Kind::period || kind == Kind::track || is_of_roster();
  }
  CHISO_INLINE bool is_of_roster() const { return kind == Kind::label || kind == Kind::was; }
  CHISO_INLINE bool is_truth() const { return kind == Kind::ranked || kind == Kind::companion; }
};

/// Cells of a column that were read but not added yet.
struct EvidenceReader::PlainTile {
  std::array<std::int64_t, most_plain_rows> values;
  std::array<State, most_plain_rows> states;
  std::size_t gaps = 0;          ///< How many are no values.
  std::size_t one_way_from = 0;  ///< The first row whose number can be read in one way only.
};

/// What is known of a whole table while some of its rows are checked by themselves: whether a column that may be absent has a filled cell.
struct WholeTable {
  bool has_block = false, has_period = false, has_track = false, has_ranked = false;
  /// Of each shape of periods, where there are several: how many rows have it, and the first of them.
  struct Shape {
    std::size_t rows = 0, first = ~std::size_t{0};
  };
  std::map<std::string, Shape> shapes{};
  /// What becomes of them: nothing if there is one shape, they are counted, or what has another shape than most rows is a problem.
  enum class Shapes : std::uint8_t { one, counted, settled } state_of_shapes = Shapes::one;
  std::string usual_shape{}, example{};
};

/// The table below the units that a reader reads.
struct ReadBelow {
  TableBelow of;
  std::size_t table;  // its place in the model
};

struct EvidenceReader::Data {
  Model model;
  std::optional<ReadBelow> below{};     ///< Absent if evidence itself is read,
  std::optional<TableBeside> beside{};  ///< or a table beside it,
  bool is_roster = false;               ///< or a roster.
  ReadingOptions options{};
  TableSource source{};
  Renames renames;
  std::deque<Input> inputs{};             ///< A deque, because a growing vector would copy what the columns hold.
  std::vector<Input*> input_of_column{};  ///< The same by place: indexing a deque is slow, and every cell needs it.
  std::unordered_map<std::string, std::size_t> by_name{};
  std::size_t expected_rows = 0;       ///< 0 if the number of rows is not known.
  std::vector<std::uint8_t> filled{};  ///< Whether a row has a filled cell in a known column.
  std::size_t all_filled = 0;          ///< All rows before this one have a filled cell.
  std::size_t first_row = 0;           ///< The first row whose cells are here: those before it were taken (TableStream).
  /// What is known of the whole table, of which these are some rows; null if they are all of it.
  std::shared_ptr<WholeTable> whole_table{};
  BadCells of_columns{};
  BadCells reported{};  ///< Problems that the code that feeds the reader reports, in whatever order it does.
  Suggestions suggestions{};
  bool decimals_were_read = false;  ///< Whether a number with decimals is among the cells that were taken.
  bool marks_are_shown = false;     ///< Whether a number of the table can be read in one way only.
  std::vector<Problem> noticed{};   ///< Warnings about cells as they were written.
  std::vector<BadCells> of_rows{};  ///< One list for each check that reads more than one cell.
  PagePrefault prefault{};
  std::deque<PlainTile> plain{};                           ///< For plain_rows(): of each column that is neither ignored nor of names.
  std::vector<std::uint32_t> blank_rows{};                 ///< The rows that are dropped.
  std::vector<std::size_t> kept_rows{};                    ///< The original rows that are not dropped; empty if none is dropped.
  std::vector<std::shared_ptr<EvidenceColumn>> columns{};  ///< By target, set once the table is checked.
  std::shared_ptr<const EvidenceRows> keys{};
  RowsBelow rows_below{};
  std::vector<RosterUnit> roster_units{};  ///< Of a roster.

  /// Whose units the rows are; null if nobody said.
  CHISO_INLINE const std::optional<Roster>& roster() const;

  /// What the table may hold.
  CHISO_INLINE const Measures& measures() const { return below ? model.derived().tables[below->table].measures : model.measures(); }
  const auto& measure_drafts() const { return below ? model.draft().tables[below->table].second.measures : model.draft().measures; }
  CHISO_INLINE std::size_t leaves() const { return below ? 0 : model.leaves(); }
  /// A column that identifies a row, or names it.
  struct RowColumn {
    std::string_view name;
    Input::Kind kind;
  };
  CHISO_INLINE std::span<const RowColumn> row_columns() const;
  /// Null for any other name.
  CHISO_INLINE const RowColumn* row_column(std::string_view name) const;
  Input& input(std::size_t column) { return *input_of_column[column]; }
  /// Whether a column can take so many more cells.
  CHISO_INLINE bool takes(Input& input, std::size_t cells = 1) {
    return input.is_read() && (cells < Input::rows_end - input.fed || refuse_surplus(input, cells));
  }
  /// Refuses a column with too many cells and returns false. Kept apart from `takes` so that `takes` is small enough to be inlined.
  CHISO_INLINE bool refuse_surplus(Input& input, std::size_t cells);
  CHISO_INLINE void refuse(Input& input, const ProblemEntry& why, Arguments arguments) {
    if (input.refused) return;
    input.refused = input.is_read();
    reported.add(BadCell::none, input.place, why, [&] { return std::move(arguments); });
  }
  /// Adds a filled cell of a column without a name; the first one is a problem. shown() makes the text of it that the message shows.
  template <class Shown>
  void add_unnamed(Input& input, std::size_t row, const Shown& shown) {
    if (filled.size() <= row - first_row) filled.resize(row - first_row + 1);
    if (input.bad.total() == 0)
      input.bad.add(row, input.place, problems::column_unnamed, [&] { return Arguments{BadCells::excerpt_or_blank(shown())}; });
  }
  /// Adds a cell as the column's reader read it. Returns its problem if there is one that is kept.
  template <class Shown>
  BadCell* add_read(Input& input, std::size_t row, const Cell& read, const Shown& shown) {
    const auto* problem = read.problem;
    if (input.is_truth() && read.state == State::not_applicable) problem = &problems::cell_yes_no;
    if (input.is_truth())
      input.truths.push_back(problem                        ? Input::unreadable_truth
                             : read.state == State::missing ? Input::blank_truth
                                                            : static_cast<std::uint8_t>(read.value));
    else
      input.cells.add(problem ? 0 : read.value, problem ? State::missing : read.state);
    if (!problem) return nullptr;
    auto* bad = input.bad.add(row, input.place, *problem, [&] {
      return Arguments{BadCells::excerpt_or_blank(shown()),
                       input.is_truth() ? Argument(phrases::yes_or_no) : input.reader->expected(*problem)};
    });
    constexpr Words rounded{"\"excess\": \"round\" in the measure, since it seems computed",
                            "\"excess\": \"round\" ở số liệu này, vì có vẻ là số tính ra"};
    if (bad && problem == &problems::cell_decimals && input.reader->measure().decimals > 0 && seems_computed(shown()))
      bad->problem.hint = rounded;
    else if (bad && problem == &problems::cell_decimals && is_in_percent(input))
      suggest_percent(input, shown(), *bad);
    return bad;
  }
  /// Whether a column has percentages, with decimals.
  CHISO_INLINE bool is_in_percent(const Input& input) const;
  /// Suggests the percentage of a number from 0 to 1: a spreadsheet stores 91.5 % as 0.915.
  CHISO_INLINE void suggest_percent(const Input& input, std::string_view cell, BadCell& bad) const;
  /// Whether a number has more decimals than somebody would type: a program computed it.
  static bool seems_computed(std::string_view cell) {
    constexpr std::size_t most_typed = 6;
    const auto mark = cell.find_last_of(".,");
    return mark != cell.npos && cell.size() - mark - 1 > most_typed;
  }
  template <class OfType, class Read, class Name, class Shown>
  void add_typed(std::size_t column, const Read& read, const Name& name, const Shown& shown);
  template <class Float>
  void add_number(std::size_t column, const Float& cell);
  /// Adds a cell whose problem is reported already.
  CHISO_INLINE void add_unreadable(Input& input) {
    fill(input.fed++, 1);
    if (input.is_name()) input.codes.push_back(Input::unreadable_code);
    if (input.is_truth()) input.truths.push_back(Input::unreadable_truth);
    if (input.kind == Input::Kind::measure) input.cells.add(0, State::missing);
  }

  /// Notes that these rows have a filled cell.
  CHISO_INLINE void fill(std::size_t row, std::size_t count) {
    if (row + count <= all_filled) return;
    const auto at = row - first_row;
    if (filled.size() < at + count) filled.resize(at + count);
    std::fill_n(filled.begin() + static_cast<std::ptrdiff_t>(at), count, std::uint8_t{1});
    if (row <= all_filled) all_filled = row + count;
  }
  /// Notes the same for the rows whose mark is not 1; there is a mark for each row.
  CHISO_INLINE void fill(std::size_t row, std::span<const std::uint8_t> missing) {
    const auto at = row - first_row;
    if (filled.size() < at + missing.size()) filled.resize(at + missing.size());
    if (row + missing.size() <= all_filled) return;
    for (std::size_t i = 0; i < missing.size(); ++i) filled[at + i] = static_cast<std::uint8_t>(filled[at + i] | (missing[i] ^ 1U));
  }
  CHISO_INLINE void reserve(Input& input) const;
  /// The place of a row in the table that was read, before rows were dropped.
  CHISO_INLINE std::size_t original_row(std::size_t row) const { return kept_rows.empty() ? row : kept_rows[row]; }
  /// The column of a kind that a table has only once.
  CHISO_INLINE Input* find(Input::Kind kind) {
    for (auto& input : inputs)
      if (input.kind == kind) return &input;
    return nullptr;
  }
  /// The pointer of a column of the table.
  CHISO_INLINE std::string pointer_of_column(const std::string& name) const {
    return (below ? "/tables/" + below->of.table : "") + "/columns/" + name;
  }
  /// The place of the leaf that a column `points.<leaf id>` states; empty for any other name.
  CHISO_INLINE std::optional<std::size_t> leaf_of(std::string_view name) const;
  CHISO_INLINE Measure measure_of(std::size_t target) const;
  CHISO_INLINE bool knows(std::string_view name) const;
  CHISO_INLINE void identify(Input& input);
  /// Whether the options name the column among those to ignore.
  CHISO_INLINE bool is_to_be_ignored(const Input& input) const;
  CHISO_INLINE void unknown(const Input& input);
  /// Whether a column would state the points of an entry, which cannot be stated.
  CHISO_INLINE bool states_an_entry(std::string_view name) const;
  /// The name of a column as a message shows it: of a head of several lines the first, for those below are for people.
  CHISO_INLINE std::string shown_name(const Input& input) const;
  /// The names that a column like this one may have.
  CHISO_INLINE std::vector<std::string> known_columns(std::string_view like) const;
  /// Which of the known columns that are equally near is suggested.
  enum class Tie : bool { first, in_the_table };
  /// The known column that was probably meant; empty if none is near.
  CHISO_INLINE std::string suggested_column(std::string_view name, Suggestions& effort, Tie tie) const;
  /// Reports the columns that would be ignored but for a name that the model knows.
  CHISO_INLINE void refuse_near_misses();
  /// Adds a suggestion of what a bad cell may have been meant to say.
  CHISO_INLINE void suggest(const Input& input, std::string_view cell, BadCell& bad);
  CHISO_INLINE void suggest_marks();
  /// Adds a text that has a problem, or shows something about the marks of the table.
  CHISO_INLINE __attribute__((noinline)) void add_unusual(Input& input, std::size_t row, std::string_view cell, Cell read);
  /// Notes what a number shows about the marks of the table.
  CHISO_INLINE void note(Input& input, std::size_t row, std::string_view cell, const Cell& read);
  /// Reports the numbers that can be read in two ways, unless another number shows which way is meant.
  CHISO_INLINE void judge_marks();
  /// Reads a number with a percent sign, which a measure takes if it is measured in %.
  CHISO_INLINE Cell percentage(const Input& input, std::string_view cell) const;
  /// Drops the rows without a filled cell; returns false if there are none.
  CHISO_INLINE bool drop_empty_rows(std::size_t rows);

  /// How many rows the columns have; refused columns do not count. @throws ShapeError if two columns differ.
  CHISO_INLINE std::size_t rows_of_columns() const;
  CHISO_INLINE void add_absent(const std::string& name, const Words& expected);
  CHISO_INLINE void check_renames();
  /// What was left out, and where the rest stood, once the table is checked.
  CHISO_INLINE std::shared_ptr<const ReadingNotes> notes() const;
  CHISO_INLINE std::shared_ptr<EvidenceColumn> missing_column(std::size_t target, std::size_t rows) const;
  CHISO_INLINE void apply_companion(const Input& input, std::size_t rows);
};
}
