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
#include <io/read/csv_problems.hpp>
#include <io/read/decimal_mark.hpp>
#include <io/read/reading_options.hpp>
#include <io/text/csv_scanner.hpp>
#include <io/text/source_text.hpp>
#include <io/text/unicode.hpp>
#include <io/text/utf8.hpp>
#include <map>
#include <numeric>

namespace chiso::inline CHISO_BUILD {
namespace {
/// Reports bytes that are not text: each run that is not UTF-8, and each NUL. @throws EvidenceError.
void check_text(std::string_view text, std::size_t most) {
  constexpr Words the_byte{"the byte 0x{0}", "byte 0x{0}"},
      csv_utf8{"text in UTF-8: spreadsheets save it as 'CSV UTF-8'",
               "văn bản ở bảng mã UTF-8: trong phần mềm bảng tính, lưu ở dạng 'CSV UTF-8'"};
  std::vector<Problem> found;
  std::size_t total = 0;
  LineCounter lines(text);
  const auto add = [&](std::size_t at, const ProblemEntry& entry, Arguments arguments = {}) {
    if (++total > most) return;
    const auto [line, column] = lines.of(at);
    found.push_back(problem_at({.line = line, .column = column}, Severity::error, entry, std::move(arguments)));
  };
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    add(0, problems::text_utf16);
    throw EvidenceError(std::move(found), total);
  }
  if (text.starts_with("PK\x03\x04") || text.starts_with("\xD0\xCF\x11\xE0")) {  // a zip file, or a spreadsheet of the older kind
    add(0, problems::text_spreadsheet);
    throw EvidenceError(std::move(found), total);
  }
  for (std::size_t from = 0;;) {
    const auto bad = from + unicode::first_bad_byte(text.substr(from));
    const auto good = text.substr(0, bad);
    for (auto nul = good.find('\0', from); nul != good.npos; nul = good.find('\0', nul + 1)) add(nul, problems::text_nul);
    if (bad == text.size()) break;
    add(bad, problems::text_utf8, {Argument(the_byte, {hex_of_byte(text[bad])}), csv_utf8});
    from = bad + 1;
    while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  }
  if (total > 0) throw EvidenceError(std::move(found), total);
}

/// Reads one table from text.
class CsvTable {
 public:
  /// `of` is a model, or a table below the units.
  template <class Of>
  CsvTable(std::string_view text, const Of& of, const ReadingOptions& options)
      : text_(text), options_(cleaned(options)), reader_(of, before_the_heads(options_), TableSource::file) {}

  template <class Of>
  Evidence read(const Of& of) {
    auto scanner = heads(of);
    body(scanner);
    RowPlaces places(*this);
    return reader_.build(places);
  }
  /// Gives problems their places in the text, of which nothing but the heads was read.
  template <class Of>
  void put_places(const Of& of, std::vector<Problem>& problems) {
    heads(of);
    std::vector<std::pair<std::size_t, std::size_t>> order;  // the row of each problem that has one, and its place in the list
    RowPlaces places(*this);
    for (std::size_t i = 0; i < problems.size(); ++i)
      if (const auto cell = cell_at(problems[i].place.pointer)) order.emplace_back(cell->row == BadCell::none ? 0 : cell->row + 1, i);
    std::sort(order.begin(), order.end());  // a text is read on, never back
    for (const auto& each : order) {
      auto cell = *cell_at(problems[each.second].place.pointer);
      cell.problem = std::move(problems[each.second]);
      places(cell);
      problems[each.second] = std::move(cell.problem);
    }
    for (auto& problem : problems)
      for (auto& argument : problem.arguments) places.fill(argument);
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
  /// Reads the heads; the scanner stands behind them.
  template <class Of>
  CsvScanner heads(const Of& of) {
    delimiter_ = options_.delimiter ? *options_.delimiter : found_delimiter();
    CsvScanner scanner(text_, delimiter_);
    if (!scanner.next(header_)) throw only(problems::table_empty);
    if (header_.count > CsvRow::most_cells) throw only(problems::columns_limit, {header_.count});
    body_ = scanner.position();
    if (!options_.decimal) take_decimal_mark(of);
    columns();
    return scanner;
  }
  /// The cell that a pointer names, `/row/column` or `/columns/column`; empty for any other.
  std::optional<BadCell> cell_at(std::string_view pointer) const {
    const auto end = pointer.find('/', 1);
    if (!pointer.starts_with('/') || end == pointer.npos) return {};
    const auto row = pointer.substr(1, end - 1);
    BadCell out{.column = reader_.column_named(pointer.substr(end + 1)).value_or(BadCell::none)};
    if (row == "columns") return out;
    if (row.empty() || row.size() > 18 || row.find_first_not_of("0123456789") != row.npos) return {};
    out.row = std::stoull(std::string(row));
    return out;
  }
  /// An error with a single problem, after which nothing else is known about the table.
  EvidenceError only(const ProblemEntry& entry, Arguments arguments = {}) const {
    std::vector<Problem> one{problem_at({.line = 1, .column = 1}, Severity::error, entry, std::move(arguments))};
    if (options_.most_problems == 0) one.clear();
    return EvidenceError(std::move(one), 1);
  }

  char found_delimiter() const {
    char best = ';';
    std::pair<std::size_t, std::size_t> most{0, 0};
    for (const char candidate : {';', '\t', ','}) {
      CsvRow row;
      CsvScanner scanner(text_, candidate);  // the cells are views of it
      if (!scanner.next(row)) break;
      std::size_t known = 0;
      for (const auto cell : row.cells) known += reader_.knows(clean_head(cell)) ? 1 : 0;
      const std::pair score{known, row.count};
      if (score > most) {
        most = score;
        best = candidate;
      }
    }
    return best;
  }

  /// Uses the decimal mark that a sheet states for its cells.
  template <class Of>
  void take_decimal_mark(const Of& of) {
    for (const auto cell : header_.cells)
      if (!options_.decimal) options_.decimal = decimal_mark_of(cell);
    if (options_.decimal || options_.thousands) reader_ = EvidenceReader(of, options_, TableSource::file);
  }

  void columns() {
    std::vector<std::string> names;
    for (const auto cell : header_.cells) names.push_back(clean_head(cell));
    header_.cells.clear();                                                     // they are views of the scanner, which reads on
    if (fault(BadCell::none, header_)) throw reader_.error(RowPlaces(*this));  // it is not known where one name ends and the next begins
    for (const auto& name : names) reader_.add_column(name);
    // No row is shorter than its delimiters and line break, whatever the text contains.
    const auto lines = std::count(text_.begin() + static_cast<std::ptrdiff_t>(body_), text_.end(), '\n');
    reader_.expect_rows(std::min(static_cast<std::size_t>(lines) + 1, (text_.size() - body_) / names.size() + 1));
  }

  void body(CsvScanner& scanner) {
    const auto columns = header_.starts.size();
    enum class Reads : std::uint8_t { nothing, text, names };
    std::vector<Reads> reads(columns);
    for (std::size_t i = 0; i < columns; ++i)
      if (reader_.reads(i)) reads[i] = reader_.takes_names(i) ? Reads::names : Reads::text;
    std::string room;
    CsvRow row;
    // Cells that a row lacks are stored as missing. A text that lacks more of them than this was made to exhaust memory: its further rows
    // are not stored, and are counted only if they are wrong. Blank rows alone are accepted as long as there is room.
    const auto most_cells_not_there = [&] { return std::size_t{reader_.total() > 0 ? 1'000'000U : 12'000'000U}; };
    std::size_t rows = 0, fed = 0;
    for (; scanner.next(row); ++rows) {
      const auto is_blank = [](std::string_view cell) { return trimmed(cell).empty(); };
      const auto all_blank = [&] { return row.count == row.cells.size() && std::all_of(row.cells.begin(), row.cells.end(), is_blank); };
      if (!fault(rows, row) && row.count != columns && !all_blank()) {
        reader_.add_problem(rows, BadCell::none, problems::row_length,
                            [&] { return Arguments{cell_count(row.count), expected_cells(columns)}; });
      }
      if (rows > fed) continue;
      if (rows * columns > text_.size() + most_cells_not_there()) {
        reader_.add_problem(rows, BadCell::none, problems::limit, [&] { return Arguments{phrases::uncounted_more}; });
        continue;
      }
      ++fed;
      if (row.fault || row.count != columns) {
        for (std::size_t i = 0; i < columns; ++i) reader_.state(i, State::missing);
        continue;
      }
      for (std::size_t i = 0; i < columns; ++i)
        if (reads[i] != Reads::nothing)
          reader_.text(i, reads[i] == Reads::names ? clean_name_view(row.cells[i], room) : clean_view(row.cells[i], room));
    }
  }
  static Argument cell_count(std::size_t cells) {
    constexpr Words one{"1 cell", "1 ô"}, several{"{0} cells", "{0} ô"};
    return cells == 1 ? Argument(one) : Argument(several, {cells});
  }
  Argument expected_cells(std::size_t columns) const {
    constexpr Words as_first{"{0}, as in the first line", "{0}, như ở dòng đầu"},
        in_quotes{"{0}; numbers with the delimiter in quotes", "{0}; số có chứa ký tự ngăn cách ô phải đặt trong dấu nháy kép"};
    Argument out(as_first, {cell_count(columns)});
    return delimiter_ == options_.decimal_mark() ? Argument(in_quotes, {std::move(out)}) : out;
  }
  /// Reports what is wrong with the quotes of a row, if anything.
  bool fault(std::size_t number, const CsvRow& row) {
    if (!row.fault) return false;
    const auto& [cell, at, unclosed] = *row.fault;
    const auto column = number != BadCell::none && cell < header_.starts.size() ? cell : BadCell::none;
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
          scanner_(table.text_, table.delimiter_, table.body_),
          sheet_(table.text_, table.header_.starts.front()) {}

    void operator()(BadCell& bad) {
      const bool of_header = bad.row == BadCell::none;
      if (!of_header) reach(bad.row);
      for (auto& argument : bad.problem.arguments)
        if (auto* other = std::get_if<TableRow>(&argument.value); other && other->row < places_.size()) *other = places_[other->row];
      const auto& starts = of_header ? table_.header_.starts : row_.starts;
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
  ReadingOptions options_;
  EvidenceReader reader_;
  char delimiter_ = ',';
  CsvRow header_;
  std::size_t body_ = 0;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> faults_;
};

template <class Of>
Evidence parsed(std::string_view text, const Of& of, const ReadingOptions& options) {
  text = without_byte_order_mark(text);
  CsvTable table(text, of, options);  // checks the options
  check_text(text, options.most_problems);
  return table.read(of);
}
TableBelow cleaned(TableBelow below) {
  below.unit = clean_name(below.unit);
  return below;
}
}

Evidence parse_evidence(std::string_view text, const Model& model, const ReadingOptions& options) { return parsed(text, model, options); }
Evidence parse_evidence(std::string_view text, const TableBelow& below, const ReadingOptions& options) {
  return parsed(text, cleaned(below), options);
}
Evidence parse_evidence(std::string_view text, const TableBeside& beside, const ReadingOptions& options) {
  return parsed(text, beside, options);
}

std::vector<Place> places_in(std::string_view text, const Model& model, const ReadingOptions& options,
                             std::span<const EvidenceCell> cells) {
  text = without_byte_order_mark(text);
  CsvTable table(text, model, options);
  check_text(text, options.most_problems);
  const auto rows = table.read(model).rows();
  for (const auto& cell : cells)
    if (cell.row >= rows) throw ShapeError("the table has " + std::to_string(rows) + " rows, and none at " + std::to_string(cell.row));
  return table.places_of(cells);
}

void put_places(std::string_view text, const Model& model, const ReadingOptions& options, std::vector<Problem>& problems) {
  text = without_byte_order_mark(text);
  CsvTable table(text, model, options);
  check_text(text, options.most_problems);
  table.put_places(model, problems);
}

Evidence read_evidence(const std::filesystem::path& path, const Model& model, const ReadingOptions& options) {
  return parse_evidence(read_file(path), model, options);
}
Evidence read_evidence(const std::filesystem::path& path, const TableBelow& below, const ReadingOptions& options) {
  return parse_evidence(read_file(path), below, options);
}
Evidence read_evidence(const std::filesystem::path& path, const TableBeside& beside, const ReadingOptions& options) {
  return parse_evidence(read_file(path), beside, options);
}
}
