#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/core/problems.hpp>
#include <chiso/core/text.hpp>
#include <chiso/core/utf8.hpp>
#include <chiso/evidence/columns.hpp>
#include <chiso/evidence/reader.hpp>
#include <chiso/io/read/evidence.hpp>
#include <chiso/io/text/file.hpp>
#include <chiso/model/text_problems.hpp>
#include <io/read/csv_heads.hpp>
#include <io/read/csv_problems.hpp>
#include <io/read/csv_stream.hpp>
#include <io/read/csv_text.hpp>
#include <io/read/form_head.hpp>
#include <io/read/layout.hpp>
#include <io/read/places_of_rows.hpp>
#include <io/read/reading_options.hpp>
#include <io/read/rows_below_units.hpp>
#include <io/text/csv_scanner.hpp>
#include <io/text/encoding.hpp>
#include <io/text/plain_csv.hpp>
#include <io/text/source_text.hpp>
#include <io/text/text_window.hpp>
#include <io/text/unicode.hpp>
#include <io/text/utf8.hpp>
#include <map>
#include <numeric>

namespace chiso::inline CHISO_BUILD {
namespace {
/// Reports bytes that are not text: each run that is not UTF-8, and each NUL. @throws EvidenceError.
void check_text(std::string_view text, std::size_t most) {
  std::vector<Problem> found;
  std::size_t total = 0;
  LineCounter lines(text);
  report_bad_text(text, [&](std::size_t at, const ProblemEntry& entry) {
    if (++total > most) return;
    const auto [line, column] = lines.of(at);
    found.push_back(problem_at({.line = line, .column = column}, Severity::error, entry, arguments_of_bad_text(text, at, entry)));
  });
  if (total > 0) throw EvidenceError(std::move(found), total);
}

/// The text in UTF-8; it is converted into `room` if the options tell another encoding. @throws EvidenceError at bytes that are no text in
/// it.
std::string_view in_utf8(std::string_view text, const ReadingOptions& options, std::string& room) {
  if (options.encoding.empty()) return text;
  const auto bad = to_utf8(text, options.encoding, room);
  if (!bad) return room;
  const auto [line, column] = LineCounter(room).of(room.size());
  std::vector<Problem> one{problem_at({.line = line, .column = column}, Severity::error, problems::text_encoding,
                                      {Argument(phrases::the_byte, {hex_of_byte(text[*bad])}), options.encoding})};
  if (options.most_problems == 0) one.clear();
  throw EvidenceError(std::move(one), 1);
}

/// An error with a single problem, after which nothing else is known about the table.
EvidenceError only(const ReadingOptions& options, const ProblemEntry& entry, Arguments arguments = {}, std::size_t line = 1) {
  std::vector<Problem> one{problem_at({.line = line, .column = 1}, Severity::error, entry, std::move(arguments))};
  if (options.most_problems == 0) one.clear();
  return EvidenceError(std::move(one), 1);
}
const Model& model_of(const Model& model) { return model; }
const Model& model_of(const TableBelow& below) { return below.evidence.model(); }
const Model& model_of(const TableBeside& beside) { return beside.columns; }
HeadLabels labels_of(const Model& model) { return HeadLabels(model.draft().measures); }
HeadLabels labels_of(const TableBeside&) { return HeadLabels({}); }
HeadLabels labels_of(const RosterTable&) { return HeadLabels({}); }
HeadLabels labels_of(const TableBelow& below) {
  const auto& model = below.evidence.model();
  return HeadLabels(model.draft().tables[index_of_name(nouns::table, below.table, model.derived().table_names.names())].second.measures);
}
std::span<const std::string> tracks_of(const RosterTable&) { return {}; }
template <class Of>
std::span<const std::string> tracks_of(const Of& of) {
  return model_of(of).tracks();
}
/// The heads of a table. @throws EvidenceError if it has none, or has them further down.
template <class Of>
CsvHeads heads_of(std::string_view text, const ReadingOptions& options, const Of& of, const KnowsName& knows) {
  auto out = read_heads(text, options, knows, tracks_of(of));
  if (out.count == 0) throw only(options, problems::table_empty);
  if (out.count > CsvRow::most_cells) throw only(options, problems::columns_limit, {out.count});
  const auto is_head = [&, labels = labels_of(of)](std::string_view name) { return knows(name) || labels.has(name); };
  if (const auto below = heads_below(text, out, options, is_head)) {
    throw only(options, problems::heads_below, {below->lines(), BadCells::excerpt(below->names)}, below->first);
  }
  return out;
}
/// The text up to the rows that are not read because they are the last.
std::string_view without_last_rows(std::string_view text, const CsvHeads& heads, const ReadingOptions& options) {
  if (options.skip_last == 0) return text;
  std::vector<std::size_t> starts;
  CsvScanner scanner(text, heads.delimiter, heads.body);
  for (CsvRow row; scanner.next(row);)
    if (std::any_of(row.cells.begin(), row.cells.end(), [](auto cell) { return !trimmed(cell).empty(); }))
      starts.push_back(row.starts.front());
  return text.substr(0, starts.size() > options.skip_last ? starts[starts.size() - options.skip_last] : heads.body);
}

/// The cell that a pointer names, `/row/column` or `/columns/column`; empty for any other.
std::optional<BadCell> cell_at(std::string_view pointer, const EvidenceReader& reader) {
  const auto end = pointer.find('/', 1);
  if (!pointer.starts_with('/') || end == pointer.npos) return {};
  const auto row = pointer.substr(1, end - 1);
  BadCell out{.column = reader.column_named(pointer.substr(end + 1)).value_or(BadCell::none)};
  if (row == "columns") return out;
  if (row.empty() || row.size() > 18 || row.find_first_not_of("0123456789") != row.npos) return {};
  out.row = std::stoull(std::string(row));
  return out;
}

/// Reads one table from text.
class CsvTable {
  class RowPlaces;

 public:
  /// `of` is a model, or a table below the units.
  template <class Of>
  CsvTable(std::string_view text, const Of& of, const ReadingOptions& options)
      : text_(text), options_(cleaned(options)), reader_(of, before_the_heads(options_), TableSource::file) {}

  template <class Of>
  auto read(const Of& of) {
    heads(of);
    body([](std::size_t&) { return false; });
    RowPlaces places(*this);
    if constexpr (std::is_same_v<Of, RosterTable>)
      return reader_.build_roster(places);
    else
      return built(places);
  }
  /// Reads a table of which the text is the beginning; empty if something in it has to be told, for which the whole text is needed.
  template <class Of>
  std::optional<Evidence> read(const Of& of, TextWindow& window) try {
    size_ = static_cast<std::size_t>(window.size_of_file());
    heads(of);
    body([&](std::size_t& at) { return go_on(window, at); });
    if (reader_.total() > 0 || !window.is_text()) return {};
    return reader_.build();
  } catch (const EvidenceError&) {
    return {};
  }
  /// Reads a table of which the text is the beginning, and lets its rows go a few at a time; false where the above is empty.
  template <class Of>
  bool stream(const Of& of, TextWindow& window, const StreamedRows& to) try {
    size_ = static_cast<std::size_t>(window.size_of_file());
    rows_at_once_ = std::max<std::size_t>(to.rows_at_once, 1);
    heads(of);
    to.start(reader_, lines_);
    std::size_t taken = 0;
    body([&](std::size_t& at) { return show_more(window, at); },
         [&](std::size_t rows) {
           if (rows - taken < rows_at_once_) return;
           to.take();
           taken = rows;
         });
    if (!window.is_text()) return false;
    to.take();
    to.finish();
    return true;
  } catch (const EvidenceError&) {
    return false;
  }
  /// Gives problems their places in the text, of which nothing but the heads was read.
  template <class Of>
  void put_places(const Of& of, std::vector<Problem>& problems) {
    heads(of);
    std::vector<std::pair<std::size_t, std::size_t>> order;  // the row of each problem that has one, and its place in the list
    RowPlaces places(*this);
    for (std::size_t i = 0; i < problems.size(); ++i)
      if (const auto cell = cell_at(problems[i].place.pointer, reader_))
        order.emplace_back(cell->row == BadCell::none ? 0 : cell->row + 1, i);
    std::sort(order.begin(), order.end());  // a text is read on, never back
    for (const auto& each : order) {
      auto cell = *cell_at(problems[each.second].place.pointer, reader_);
      cell.problem = std::move(problems[each.second]);
      places(cell);
      problems[each.second] = std::move(cell.problem);
    }
    for (auto& problem : problems)
      for (auto& argument : problem.arguments) places.fill(argument);
  }
  /// The cells of problems, by their pointers; of other problems, whose place stays as it is, none.
  template <class Of>
  void cells_of(const Of& of, std::vector<Problem>& problems, std::vector<BadCell>& cells) {
    heads(of);
    for (auto& problem : problems) {
      auto cell = cell_at(problem.place.pointer, reader_);
      cells.push_back(cell ? *cell : BadCell{.row = PlacesOfRows::no_place});
      cells.back().problem = std::move(problem);
    }
  }
  /// Gives bad cells, and the rows that their messages name, their places in a text of which the window shows the beginning.
  template <class Of>
  void put_places(const Of& of, TextWindow& window, std::vector<BadCell>& cells) {
    size_ = static_cast<std::size_t>(window.size_of_file());
    heads(of);
    PlacesOfRows places(cells);
    places.put_heads(heads_, text_);
    rows_of(window, [&](std::size_t number, const CsvRow& row, std::size_t in_sheet, const auto& of_text) {
      places.put(number, row, in_sheet, of_text);
      return places.wants_more(number + 1);
    });
    places.fill();
  }
  /// What is wrong in rows below the units is reported as that: see RowsBelowUnits. The window shows the beginning of the text.
  template <class Of>
  EvidenceError without_rows_below(const Of& of, TextWindow& window, const EvidenceError& error) {
    size_ = static_cast<std::size_t>(window.size_of_file());
    heads(of);
    RowsBelowUnits below(reader_, heads_.names.size());
    rows_of(window, [&](std::size_t, const CsvRow& row, std::size_t, const auto& of_text) {
      add_to(below, row, of_text);
      return true;
    });
    return below.told(error, options_.skip_last);
  }
  /// Where cells stand in the text, once it has been read.
  std::vector<Place> places_of(std::span<const EvidenceCell> cells) const {
    std::vector<std::size_t> order(cells.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<BadCell> asked;
    for (const auto& [row, measure] : cells) {
      const auto column = measure == EvidenceCell::none ? std::nullopt : reader_.column_of(measure);
      asked.push_back({.row = reader_.original_row(row), .column = column.value_or(BadCell::none)});
    }
    const auto is_before = [&](std::size_t a, std::size_t b) {  // a text is read on, never back
      const auto key = [&](const BadCell& cell) { return std::pair(cell.row, cell.column == BadCell::none ? 0 : cell.column); };
      return key(asked[a]) < key(asked[b]);
    };
    std::sort(order.begin(), order.end(), is_before);
    RowPlaces places(*this);
    std::vector<Place> out(cells.size());
    for (const auto at : order) {
      places(asked[at]);
      out[at] = asked[at].problem.place;
    }
    return out;
  }

 private:
  /// Shows more of a file from a place on, unless something in it has to be told already.
  bool go_on(TextWindow& window, std::size_t& at) { return reader_.total() == 0 && show_more(window, at); }
  bool show_more(TextWindow& window, std::size_t& at) {
    if (!window.is_text()) return false;
    if (!window.read_on(static_cast<std::size_t>(text_.data() + at - window.text().data()))) return false;
    text_ = window.is_text() ? window.text() : std::string_view();
    at = 0;
    return true;
  }
  /// Makes the evidence; what is wrong in rows below the units is told as that.
  Evidence built(RowPlaces& places) try { return reader_.build(places); } catch (const EvidenceError& error) {
    RowsBelowUnits below(reader_, heads_.names.size());
    LineCounter lines(text_);
    CsvScanner scanner(text_, heads_.delimiter, heads_.body);
    for (CsvRow row; scanner.next(row);) add_to(below, row, [&](std::size_t of_text) { return lines.of(of_text); });
    throw below.told(error, options_.skip_last);
  }
  /// Adds a row that has a filled cell.
  template <class OfText>
  static void add_to(RowsBelowUnits& below, const CsvRow& row, const OfText& of_text) {
    const auto is_blank = [](std::string_view cell) { return trimmed(cell).empty(); };
    if (std::all_of(row.cells.begin(), row.cells.end(), is_blank)) return;
    below.add(of_text(row.starts.front()).line, row.cells.size(), [&](std::size_t column) { return trimmed(row.cells[column]); });
  }
  /// use(number, row, its row in the sheet, line and column of an offset, which is asked for in order) for the rows of a text of which the
  /// window shows the beginning, as long as it returns true.
  template <class Use>
  void rows_of(TextWindow& window, const Use& use) {
    LineCounter lines(text_);
    std::size_t line_before = 0, at = heads_.body, in_sheet = heads_.sheet_row;
    CsvScanner scanner(text_, heads_.delimiter, at);
    CsvRow row;
    bool is_last = false, goes_on = true;
    for (std::size_t number = 0; goes_on && !is_last; ++number) {
      const auto next = [&] {
        scanner.go_on(text_, at);
        return scanner.next(row) && scanner.position() < text_.size();
      };
      while (!is_last && !next()) {
        const auto ended = lines.of(at).line - 1;
        is_last = !show_more(window, at);
        if (is_last) break;
        line_before += ended;
        lines = LineCounter(text_);
      }
      if (row.starts.empty()) break;
      in_sheet += 1 + SheetRows::line_ends(text_, at, row.starts.front());
      goes_on = use(number, row, in_sheet, [&](std::size_t of_text) {
        const auto [line, column] = lines.of(of_text);
        return LineCounter::LineAndColumn{line_before + line, column};
      });
      at = scanner.position();
    }
  }
  /// Reads the heads.
  template <class Of>
  void heads(const Of& of) {
    heads_ = heads_of(text_, options_, of, [&](std::string_view name) { return reader_.knows(name); });
    if (!options_.decimal) take_decimal_mark(of);
    columns();
    if (options_.skip_last == 0) return;
    text_ = without_last_rows(text_, heads_, options_);
    size_ = text_.size();
  }
  /// Uses the decimal mark that a sheet states for its cells.
  template <class Of>
  void take_decimal_mark(const Of& of) {
    options_.decimal = heads_.decimal;
    if (options_.decimal || options_.thousands) reader_ = EvidenceReader(of, options_, TableSource::file);
  }

  void columns() {
    if (fault(BadCell::none, heads_.fault))
      throw reader_.error(RowPlaces(*this));  // it is not known where one name ends and the next begins
    for (const auto& name : heads_.names) reader_.add_column(name);
    for (const auto& [name, value] : options_.fill) reader_.add_column(name);
    lines_ = expected_rows();
    reader_.expect_rows(std::min(lines_, rows_at_once_));
  }
  /// About how many rows there are, by those at the beginning.
  std::size_t expected_rows() const {
    constexpr std::size_t looked_at = std::size_t{1} << 20;
    const auto begin = text_.substr(heads_.body, looked_at);
    const auto lines = static_cast<std::size_t>(std::count(begin.begin(), begin.end(), '\n')) + 1;
    const auto size = size_ - heads_.body;
    // No row is shorter than its delimiters and line break, whatever the text contains.
    const auto most = size / heads_.names.size() + 1;
    if (size == begin.size()) return std::min(lines, most);
    const auto about = static_cast<double>(lines) * static_cast<double>(size) / static_cast<double>(begin.size());
    return std::min(static_cast<std::size_t>(about * 1.01) + 1, most);
  }

  enum class Reads : std::uint8_t { nothing, text, names };
  /// Says now and then how many rows were read.
  void tell(std::size_t rows) {
    if (!options_.progress || rows < told_next_) return;
    options_.progress({rows, std::max(lines_, rows)});
    told_next_ = rows + rows_of_a_step;
  }
  void tell_all(std::size_t rows) const {
    if (options_.progress) options_.progress({rows, rows});
  }
  /// Adds rows from a place on as long as they are plain, and returns how many. `at` becomes the place of the next one; there are `before`
  /// rows already.
  std::size_t add_plain(PlainCsv& plain, const std::vector<Reads>& reads, std::size_t& tile, std::size_t& at, std::size_t before) {
    std::size_t out = 0;
    for (std::string room;;) {
      plain.split(text_, at, std::min(tile, rows_at_once_ - std::min(out, rows_at_once_ - 1)));
      auto rows = plain.rows();
      const auto cells = plain.cells();
      for (std::size_t column = 0; column < reads.size() && rows > 0; ++column) {
        if (reads[column] != Reads::names) continue;
        const auto names = plain.column(column).first(rows);
        const auto is_other = [&](std::string_view name) {
          const auto clean = clean_name_view(name, room);
          return clean.data() != name.data() || clean.size() != name.size();
        };
        rows = static_cast<std::size_t>(std::find_if(names.begin(), names.end(), is_other) - names.begin());
      }
      const auto added = rows == 0 ? 0 : reader_.plain_rows(rows, cells);
      out += added;
      tell(before + out);
      at = plain.end_of(added);
      tile = added < plain.rows() ? fewest_plain : std::min(2 * tile, most_plain(reads.size()));
      if (added < plain.rows() || added == 0 || out >= rows_at_once_) return out;
    }
  }
  static constexpr std::size_t fewest_plain = 8;  // rows that are looked at behind one that was not plain
  static std::size_t most_plain(std::size_t columns) {
    constexpr std::size_t most_cells = 16'384;
    return std::clamp(most_cells / std::max<std::size_t>(columns, 1), fewest_plain, EvidenceReader::most_plain_rows);
  }

  /// Reads the rows. more(at) is called where the text ends before a row that begins at this place does, and may put more of it there;
  /// false if there is no more. read(rows) is called now and then with how many rows were read, all of which the reader has.
  template <class More, class Read>
  void body(More&& more, const Read& read) {
    const auto columns = heads_.starts.size();
    std::vector<Reads> reads(columns);
    for (std::size_t i = 0; i < columns; ++i)
      if (reader_.reads(i)) reads[i] = reader_.takes_names(i) ? Reads::names : Reads::text;
    std::string room;
    CsvRow row;
    CsvScanner scanner(text_, heads_.delimiter, heads_.body);
    constexpr std::size_t most_columns_of_plain = 2'000;
    const bool may_be_plain = options_.fill.empty() && columns <= most_columns_of_plain;
    PlainCsv plain(heads_.delimiter, columns);
    std::size_t tile = fewest_plain;
    // Cells that a row lacks are stored as missing. A text that lacks more of them than this was made to exhaust memory: its further rows
    // are not stored, and are counted only if they are wrong. Blank rows alone are accepted as long as there is room.
    const auto most_cells_not_there = [&] { return std::size_t{reader_.total() > 0 ? 1'000'000U : 12'000'000U}; };
    std::size_t rows = 0, fed = 0;
    for (auto at = heads_.body;; ++rows) {
      if (may_be_plain && rows == fed) {
        rows += add_plain(plain, reads, tile, at, rows);
        fed = rows;
      }
      if (rows == fed) read(rows);
      // A row that reaches the end of the text may go on in what comes.
      for (;;) {
        scanner.go_on(text_, at);
        const bool is_row = scanner.next(row);
        if (is_row && scanner.position() < text_.size()) break;
        if (more(at)) continue;
        if (!is_row) return tell_all(rows);
        break;
      }
      at = scanner.position();
      tell(rows);
      const auto is_blank = [](std::string_view cell) { return trimmed(cell).empty(); };
      const auto all_blank = [&] { return row.count == row.cells.size() && std::all_of(row.cells.begin(), row.cells.end(), is_blank); };
      if (!fault(rows, row.fault) && row.count != columns && !all_blank()) {
        reader_.add_problem(rows, BadCell::none, problems::row_length,
                            [&] { return Arguments{cell_count(row.count), expected_cells(columns)}; });
      }
      if (rows > fed) continue;
      if (rows * columns > size_ + most_cells_not_there()) {
        reader_.add_problem(rows, BadCell::none, problems::limit, [&] { return Arguments{phrases::uncounted_more}; });
        continue;
      }
      ++fed;
      for (std::size_t i = 0; i < options_.fill.size(); ++i)  // a row that is blank stays so
        all_blank() ? reader_.missing(columns + i) : reader_.text(columns + i, options_.fill[i].second);
      if (row.fault || row.count != columns) {
        for (std::size_t i = 0; i < columns; ++i) reader_.state(i, State::missing);
        continue;
      }
      for (std::size_t i = 0; i < columns; ++i)
        if (reads[i] != Reads::nothing)
          reader_.text(i, reads[i] == Reads::names ? clean_name_view(row.cells[i], room) : clean_view(row.cells[i], room));
    }
  }
  template <class More>
  void body(More&& more) {
    body(std::forward<More>(more), [](std::size_t) {});
  }
  Argument expected_cells(std::size_t columns) const {
    constexpr Words as_heads{"{0}, as in the line of the heads", "{0}, như ở dòng tên cột"},
        in_quotes{"{0}; numbers with the delimiter in quotes", "{0}; số có chứa ký tự ngăn cách ô phải đặt trong dấu nháy kép"};
    Argument out(options_.header_line > 0 ? as_heads : phrases::as_in_the_first_line, {cell_count(columns)});
    return heads_.delimiter == options_.decimal_mark() ? Argument(in_quotes, {std::move(out)}) : out;
  }
  /// Reports what is wrong with the quotes of a row, if anything.
  bool fault(std::size_t number, const std::optional<CsvRow::Fault>& found) {
    if (!found) return false;
    const auto& [cell, at, unclosed] = *found;
    const auto column = number != BadCell::none && cell < heads_.starts.size() ? cell : BadCell::none;
    const bool listed = reader_.add_problem(number, column, unclosed ? problems::csv_unclosed : problems::csv_quote);
    if (listed) faults_.try_emplace({number, column}, at);
    return true;
  }

  /// Gives problems their lines and columns in the text, which is read once more up to the last of them.
  class RowPlaces {
   public:
    explicit RowPlaces(const CsvTable& table)
        : table_(table),
          lines_(table.text_),
          scanner_(table.text_, table.heads_.delimiter, table.heads_.body),
          sheet_(table.text_, table.heads_.sheet_row) {}

    void operator()(BadCell& bad) {
      const bool of_header = bad.row == BadCell::none;
      if (!of_header) reach(bad.row);
      for (auto& argument : bad.problem.arguments)
        if (auto* other = std::get_if<TableRow>(&argument.value); other && other->row < places_.size()) *other = places_[other->row];
      const auto& starts = of_header ? table_.heads_.starts : row_.starts;
      auto at = bad.column < starts.size() ? starts[bad.column] : starts.front();
      if (const auto fault = table_.faults_.find({bad.row, bad.column}); is_of_quotes(bad.problem) && fault != table_.faults_.end())
        at = fault->second;
      const auto [line, column] = lines_.of(at);
      bad.problem.place.line = line;
      bad.problem.place.column = column;
      bad.problem.place.row = of_header ? sheet_.of_header() : places_.at(bad.row).in_sheet;
    }

    /// Gives every row of the table that an argument names its line.
    void fill(Argument& argument) {
      for (auto& within : argument.arguments) fill(within);
      auto* row = std::get_if<TableRow>(&argument.value);
      if (!row) return;
      reach(row->row);
      if (row->row < places_.size()) *row = places_[row->row];
    }

   private:
    void reach(std::size_t row) {
      while (places_.size() <= row) {
        const auto from = scanner_.position();
        if (!scanner_.next(row_)) break;
        places_.push_back({places_.size(), lines_.of(row_.starts.front()).line, sheet_.next(from, row_.starts.front())});
      }
    }
    static bool is_of_quotes(const Problem& problem) {
      return problem.entry == &problems::csv_quote || problem.entry == &problems::csv_unclosed;
    }

    const CsvTable& table_;
    LineCounter lines_;
    CsvScanner scanner_;
    CsvRow row_;
    SheetRows sheet_;
    std::vector<TableRow> places_{};  // the places of the rows so far
  };

  std::string_view text_;
  std::size_t size_ = text_.size();  // of the whole text
  ReadingOptions options_;
  EvidenceReader reader_;
  CsvHeads heads_;
  static constexpr std::size_t rows_of_a_step = 8192;  // between two words of progress
  std::size_t rows_at_once_ = ~std::size_t{0};         // that are in memory
  std::size_t lines_ = 0;                              // about as many as there are rows
  std::size_t told_next_ = 0;                          // the row from which on something is said again
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> faults_;
};

/// The lines of a text whose rows are no units. A place is an offset.
class TextLines final : public TableLines {
 public:
  TextLines(std::string_view text, CsvHeads heads) : text_(text), heads_(std::move(heads)), source_(text) {}

  const std::vector<std::string>& names() const override { return heads_.names; }
  const std::vector<std::size_t>& starts() const override { return heads_.starts; }
  std::size_t size() const override { return text_.size(); }
  void put(Place& place, std::size_t at) const override { source_.put(place, at); }
  /// Leaves out rows at the end.
  void cut(const ReadingOptions& options) { text_ = without_last_rows(text_, heads_, options); }
  void for_each(const Each& each, const Fault& fault) const override {
    constexpr Words as_heads{"{0}, as the heads have", "{0}, như dòng tên cột"};
    CsvScanner scanner(text_, heads_.delimiter, heads_.body);
    std::vector<LineCell> line(heads_.count);
    for (CsvRow row; scanner.next(row);) {
      const auto is_empty = [](std::string_view cell) { return trimmed(cell).empty(); };
      const bool blank = std::all_of(row.cells.begin(), row.cells.end(), is_empty);
      if (row.fault) {
        fault(row.fault->at, row.fault->unclosed ? problems::csv_unclosed : problems::csv_quote, {});
      } else if (!blank && row.count != heads_.count) {
        fault(row.starts.front(), problems::row_length, {cell_count(row.count), Argument(as_heads, {cell_count(heads_.count)})});
      } else if (!blank) {
        for (std::size_t i = 0; i < line.size(); ++i) {
          const auto kind = is_empty(row.cells[i]) ? SheetCell::Kind::blank : SheetCell::Kind::text;
          line[i] = {{.kind = kind, .text = row.cells[i]}, row.starts[i]};
        }
        each(line);
      }
    }
  }

 private:
  std::string_view text_;
  CsvHeads heads_;
  mutable SourceText source_;  // it finds the lines when the first place is asked for
};

/// Reads a table whose rows are no units.
class TurnedTable {
 public:
  template <class Of>
  TurnedTable(std::string_view text, const Of& of, const ReadingOptions& given)
      : reader_(of, before_the_heads(cleaned(given)), TableSource::file) {
    read_lines(text, of, cleaned(given));
  }
  Evidence read() {
    return reader_.build([&](BadCell& bad) { table_.place(bad); });
  }
  std::vector<Place> places_of(std::span<const EvidenceCell> cells) {
    std::vector<Place> out;
    for (const auto& [row, measure] : cells) {
      const auto column = measure == EvidenceCell::none ? std::nullopt : reader_.column_of(measure);
      table_.put(out.emplace_back(), reader_.original_row(row), column.value_or(BadCell::none));
    }
    return out;
  }
  /// Gives problems of the evidence their places in the text.
  void put_places(std::vector<Problem>& problems) {
    for (auto& problem : problems) {
      auto cell = cell_at(problem.place.pointer, reader_);
      if (!cell) continue;
      cell->problem = std::move(problem);
      table_.place(*cell);
      problem = std::move(cell->problem);
    }
  }

 private:
  /// Gives the lines below the heads to the reader.
  template <class Of>
  void read_lines(std::string_view text, const Of& of, ReadingOptions options) {
    const auto tracks = model_of(of).tracks();
    auto heads = heads_of(text, options, of, [&](std::string_view name) { return knows_head(name, options, tracks, reader_); });
    if (!options.decimal) options.decimal = heads.decimal;
    auto without_renames = options;
    without_renames.rename.clear();
    reader_ = EvidenceReader(of, without_renames, TableSource::file);
    if (heads.fault) throw only(options, heads.fault->unclosed ? problems::csv_unclosed : problems::csv_quote);
    const auto lines = std::make_shared<TextLines>(text, std::move(heads));
    lines->cut(options);
    table_.add(turned(*lines, options, tracks, reader_), lines);
    if (reader_.total() > 0)  // what the lines mean is not known
      throw reader_.error([&](BadCell& bad) { table_.place(bad); });
    table_.feed_columns(reader_);
    table_.feed_cells(reader_);
  }

  EvidenceReader reader_;
  JoinedTables table_{};
};

/// What is read: the text in UTF-8, and the options with what it says of itself.
struct Source {
  Source(std::string_view given, const ReadingOptions& told) {
    check_of_file(told);
    text = without_byte_order_mark(in_utf8(given, told, room));
    check_text(text, told.most_problems);
    options = with_form(text, told);
  }
  std::string room{};  // of a text that is converted
  std::string_view text{};
  ReadingOptions options{};
};

template <class Of>
auto parsed(std::string_view given, const Of& of, const ReadingOptions& told) {
  const Source source(given, told);
  const auto& [room, text, options] = source;
  if constexpr (!std::is_same_v<Of, RosterTable>)  // a roster has its units in rows
    if (options.layout != TableLayout::units) return TurnedTable(text, of, options).read();
  return CsvTable(text, of, options).read(of);
}

/// Whether the rows among which heads are looked for end within a part of a text, whatever the delimiter is.
bool has_room_for_heads(std::string_view text, const ReadingOptions& options) {
  constexpr std::size_t looked_at = 40;
  const auto rows = options.header_line + options.header_lines + looked_at;
  const auto named = text.substr(0, 5).back();  // of a line `sep=;`
  for (const char delimiter : {';', '\t', ',', named, options.delimiter.value_or(',')}) {
    CsvScanner scanner(text, delimiter);
    CsvRow row;
    for (std::size_t i = 0; i < rows; ++i)
      if (!scanner.next(row)) return false;
    if (scanner.position() == text.size()) return false;
  }
  return true;
}
/// A file that can be read piece by piece, of at least so many bytes, at its beginning; empty if this is none.
std::optional<TextWindow> window_on(const std::filesystem::path& path, const ReadingOptions& options, std::uintmax_t least) {
  if (!options.encoding.empty() || options.layout != TableLayout::units || options.skip_last > 0) return {};
  auto file = FilePieces::of(path, least);
  if (!file) return {};
  TextWindow window(std::move(*file));
  const auto text = without_byte_order_mark(window.text());
  if (!window.is_text() || text.starts_with("PK\x03\x04")) return {};
  if (!window.is_whole() && !has_room_for_heads(text, options)) return {};
  if (with_form(text, options).layout != TableLayout::units) return {};
  return window;
}
/// Reads a large file piece by piece; empty if it is no such file, or something in it has to be told: then it is read as a whole.
template <class Of>
std::optional<Evidence> read_by_pieces(const std::filesystem::path& path, const Of& of, const ReadingOptions& options) {
  constexpr std::uintmax_t least = std::uintmax_t{4} << 20;
  auto window = window_on(path, options, least);
  if (!window || window->is_whole()) return {};
  return CsvTable(without_byte_order_mark(window->text()), of, options).read(of, *window);
}
template <class Of>
Evidence read_file_of(const std::filesystem::path& path, const Of& of, const ReadingOptions& options) {
  check_of_file(options);
  auto out = read_by_pieces(path, of, options);
  return out ? std::move(*out) : parsed(read_file(path), of, options);
}
}

Evidence parse_evidence(std::string_view text, const Model& model, const ReadingOptions& options) { return parsed(text, model, options); }
Evidence parse_evidence(std::string_view text, const TableBelow& below, const ReadingOptions& options) {
  return parsed(text, cleaned(below), options);
}
Evidence parse_evidence(std::string_view text, const TableBeside& beside, const ReadingOptions& options) {
  return parsed(text, beside, options);
}

std::vector<Problem> problems_of(std::vector<BadCell> cells) {
  std::vector<Problem> out;
  for (auto& one : cells) out.push_back(std::move(one.problem));
  return out;
}
bool stream_csv(const std::filesystem::path& path, const Model& model, const ReadingOptions& options, const StreamedRows& to) {
  check_of_file(options);
  auto window = window_on(path, options, 0);
  if (!window) return false;
  return CsvTable(without_byte_order_mark(window->text()), model, options).stream(model, *window, to);
}

bool put_places_of_stream(const std::filesystem::path& path, const Model& model, const ReadingOptions& options,
                          std::vector<BadCell>& cells) {
  auto window = window_on(path, options, 0);
  if (!window) return false;
  CsvTable(without_byte_order_mark(window->text()), model, options).put_places(model, *window, cells);
  return true;
}
EvidenceError error_of_stream(const std::filesystem::path& path, const Model& model, const ReadingOptions& options,
                              std::vector<BadCell> cells, std::size_t total) {
  put_places_of_stream(path, model, options, cells);
  const EvidenceError error(problems_of(std::move(cells)), total);
  auto window = window_on(path, options, 0);
  return window ? CsvTable(without_byte_order_mark(window->text()), model, options).without_rows_below(model, *window, error) : error;
}
bool put_places_of_stream(const std::filesystem::path& path, const Model& model, const ReadingOptions& options,
                          std::vector<Problem>& problems) {
  auto window = window_on(path, options, 0);
  if (!window) return false;
  CsvTable table(without_byte_order_mark(window->text()), model, options);
  std::vector<BadCell> cells;
  table.cells_of(model, problems, cells);
  auto again = window_on(path, options, 0);  // from the beginning
  CsvTable(without_byte_order_mark(again->text()), model, options).put_places(model, *again, cells);
  for (std::size_t i = 0; i < problems.size(); ++i) problems[i] = std::move(cells[i].problem);
  return true;
}

Roster parse_roster(std::string_view text, const ReadingOptions& options) { return parsed(text, RosterTable{}, options); }
Roster read_roster(const std::filesystem::path& path, const ReadingOptions& options) { return parse_roster(read_file(path), options); }

std::vector<Place> places_in(std::string_view given, const Model& model, const ReadingOptions& told, std::span<const EvidenceCell> cells) {
  const Source source(given, told);
  const auto& [room, text, options] = source;
  const auto check_rows = [&](std::size_t rows) {
    for (const auto& cell : cells)
      if (cell.row >= rows) throw ShapeError("the table has " + std::to_string(rows) + " rows, and none at " + std::to_string(cell.row));
  };
  if (options.layout != TableLayout::units) {
    TurnedTable table(text, model, options);
    check_rows(table.read().rows());
    return table.places_of(cells);
  }
  CsvTable table(text, model, options);
  check_rows(table.read(model).rows());
  return table.places_of(cells);
}

void put_places(std::string_view given, const Model& model, const ReadingOptions& told, std::vector<Problem>& problems) {
  const Source source(given, told);
  if (source.options.layout != TableLayout::units) return TurnedTable(source.text, model, source.options).put_places(problems);
  CsvTable(source.text, model, source.options).put_places(model, problems);
}

Evidence read_evidence(const std::filesystem::path& path, const Model& model, const ReadingOptions& options) {
  return read_file_of(path, model, options);
}
Evidence read_evidence(const std::filesystem::path& path, const TableBelow& below, const ReadingOptions& options) {
  return read_file_of(path, cleaned(below), options);
}
Evidence read_evidence(const std::filesystem::path& path, const TableBeside& beside, const ReadingOptions& options) {
  return read_file_of(path, beside, options);
}
}
