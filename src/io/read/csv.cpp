#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/core/text.hpp>
#include <chiso/evidence/columns.hpp>
#include <chiso/evidence/table.hpp>
#include <chiso/io/read/evidence.hpp>
#include <chiso/io/text/file.hpp>
#include <io/read/csv_problems.hpp>
#include <io/read/decimal_mark.hpp>
#include <io/read/renames.hpp>
#include <io/text/csv_scanner.hpp>
#include <io/text/unicode.hpp>
#include <io/text/utf8.hpp>
#include <map>

namespace chiso::inline CHISO_BUILD {
namespace {
CellOptions cell_options(const ReadOptions& options) {
  CellOptions out{.decimal = options.decimal.value_or('.'),
                  .thousands = options.thousands,
                  .unknown_columns = options.unknown_columns,
                  .absent_measures = options.absent_measures,
                  .most_problems = options.most_problems};
  for (const auto& word : options.missing_words) out.missing_words.push_back(clean_text(word));
  return out;
}
void check_delimiter(const ReadOptions& options) {
  if (!options.delimiter) return;
  const char c = *options.delimiter;
  const bool printable = c == '\t' || (c >= 0x20 && c < 0x7F);
  if (printable && c != '"') return;
  constexpr Words found{"a character that cannot stand between cells", "ký tự không thể ngăn cách các ô"};
  const auto problem = problem_at({.pointer = "/delimiter"}, Severity::error, problems::option_delimiter, {found});
  throw Error("the options of the reader do not fit together\n  " + to_text(problem), {problem});
}

/// Throws where the text is no text: each run of bytes that are not UTF-8, each NUL.
void check_text(std::string_view text, std::size_t most) {
  std::vector<Problem> problems;
  std::size_t total = 0;
  LineCounter lines(text);
  const auto add = [&](std::size_t at, const char* code, std::string found, const char* expected) {
    if (++total > most) return;
    const auto [line, column] = lines.of(at);
    problems.push_back(problem_at({.line = line, .column = column}, Severity::error, code, found, expected));
  };
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    add(0, "text.utf16", "text in UTF-16", "text in UTF-8: spreadsheets save it as 'CSV UTF-8'");
    throw EvidenceError(std::move(problems), total);
  }
  if (text.starts_with("PK\x03\x04") || text.starts_with("\xD0\xCF\x11\xE0")) {  // a zip, or a file of the older kind
    add(0, "text.spreadsheet", "a spreadsheet file, xlsx or xls", "a spreadsheet saved as 'CSV UTF-8'");
    throw EvidenceError(std::move(problems), total);
  }
  for (std::size_t from = 0;;) {
    const auto bad = from + first_bad_byte(text.substr(from));
    const auto good = text.substr(0, bad);
    for (auto nul = good.find('\0', from); nul != good.npos; nul = good.find('\0', nul + 1))
      add(nul, "text.nul", "a NUL character", "text without it");
    if (bad == text.size()) break;
    add(bad, "text.utf8", "the byte 0x" + hexadecimal(text[bad]), "text in UTF-8: spreadsheets save it as 'CSV UTF-8'");
    from = bad + 1;
    while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  }
  if (total > 0) throw EvidenceError(std::move(problems), total);
}

/// Reads one table of text.
class CsvTable {
 public:
  CsvTable(std::string_view text, const Model& model, const ReadOptions& options)
      : text_(text), options_(options), table_(model, cell_options(without_mark(options))), renames_(options.rename) {}

  /// The options as far as they are known before the heads are read: these may say the decimal mark, and then a point may part thousands.
  static ReadOptions without_mark(ReadOptions options) {
    if (!options.decimal && options.thousands == '.') options.thousands.reset();
    return options;
  }

  Evidence read(const Model& model) {
    delimiter_ = options_.delimiter ? *options_.delimiter : found_delimiter();
    CsvScanner scanner(text_, delimiter_);
    if (!scanner.next(header_)) throw only("table.empty", "no line of text", "a line with the names of the columns");
    if (header_.count > CsvRow::most_cells)
      throw only("columns.limit", std::to_string(header_.count) + " columns", "at most 100000 columns");
    body_ = scanner.position();
    if (!options_.decimal) take_decimal_mark(model);
    columns();
    const auto rows = body(scanner);
    if (auto evidence = table_.build(rows)) return std::move(*evidence);
    throw located();
  }

 private:
  /// A problem beside which nothing else is known of the table.
  EvidenceError only(std::string_view code, std::string_view found, std::string_view expected) const {
    std::vector<Problem> one{problem_at({.line = 1, .column = 1}, Severity::error, code, found, expected)};
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
      for (const auto cell : row.cells) {
        const auto name = clean_text(cell);
        known += renames_.of(name) || table_.knows(name) ? 1 : 0;
      }
      const std::pair score{known, row.count};
      if (score > most) {
        most = score;
        best = candidate;
      }
    }
    return best;
  }

  /// By which decimal mark a sheet says that it is filled.
  void take_decimal_mark(const Model& model) {
    for (const auto cell : header_.cells)
      if (!options_.decimal) options_.decimal = decimal_mark_of(cell);
    if (options_.decimal || options_.thousands) table_ = EvidenceTable(model, cell_options(options_));
  }

  void columns() {
    std::vector<std::string> names;
    for (const auto cell : header_.cells) names.push_back(clean_text(cell));
    header_.cells.clear();                               // views of the scanner, which reads on
    if (fault(BadCell::none, header_)) throw located();  // where one name ends and the next begins is not known
    renames_.check(names, "a column of the file", table_);
    for (const auto& name : names) {
      const auto* given = renames_.of(name);
      table_.add_column(given ? std::string_view(*given) : name);
    }
    // No row is shorter than its delimiters and line break, whatever the text holds.
    const auto lines = std::count(text_.begin() + static_cast<std::ptrdiff_t>(body_), text_.end(), '\n');
    table_.expect_rows(std::min(static_cast<std::size_t>(lines) + 1, (text_.size() - body_) / names.size() + 1));
  }

  std::size_t body(CsvScanner& scanner) {
    const auto columns = header_.starts.size();
    std::vector<std::uint8_t> reads(columns);
    for (std::size_t i = 0; i < columns; ++i) reads[i] = table_.reads(i) ? 1 : 0;
    std::string room;
    CsvRow row;
    // Cells that a row lacks are stored as missing. A text that lacks more than this of them was made for that: its other rows are counted
    // where they are wrong, and not stored. Blank rows alone are no fault, as far as there is room.
    const auto most_cells_not_there = [&] { return std::size_t{table_.total() > 0 ? 1'000'000U : 12'000'000U}; };
    std::size_t rows = 0, fed = 0;
    for (; scanner.next(row); ++rows) {
      const auto is_blank = [](std::string_view cell) { return trimmed(cell).empty(); };
      const auto all_blank = [&] { return row.count == row.cells.size() && std::all_of(row.cells.begin(), row.cells.end(), is_blank); };
      if (!fault(rows, row) && row.count != columns && !all_blank()) {
        const auto text = [](std::size_t cells) { return std::to_string(cells) + (cells == 1 ? " cell" : " cells"); };
        table_.add_problem(rows, BadCell::none, "row.length", text(row.count),
                           text(columns) + ", as in the first line" +
                               (delimiter_ == options_.decimal.value_or('.') ? "; numbers with the delimiter in quotes" : ""));
      }
      if (rows > fed) continue;
      if (rows * columns > text_.size() + most_cells_not_there()) {
        table_.add_problem(rows, BadCell::none, "problems.limit", "more problems", "these mended first");
        continue;
      }
      ++fed;
      if (row.fault || row.count != columns) {
        for (std::size_t i = 0; i < columns; ++i) table_.state(i, State::missing);
        continue;
      }
      for (std::size_t i = 0; i < columns; ++i)
        if (reads[i] != 0) table_.text(i, clean_view(row.cells[i], room));
    }
    return fed;
  }
  /// Reports what is wrong with the quotes of a row, if anything.
  bool fault(std::size_t number, const CsvRow& row) {
    if (!row.fault) return false;
    const auto& [cell, at, unclosed] = *row.fault;
    const auto column = number != BadCell::none && cell < header_.starts.size() ? cell : BadCell::none;
    const auto* problem = table_.add_problem(
        number, column, unclosed ? "csv.unclosed" : "csv.quote", unclosed ? "a quote that is not closed" : "a quote within a cell",
        unclosed ? "another quote at the end of the cell" : "quotes around the whole cell, and twice within");
    if (problem) faults_.try_emplace({number, column}, at);
    return true;
  }

  /// The problems with the lines and columns of the text: it is read once more, as far as they go.
  EvidenceError located() {
    LineCounter lines(text_);
    CsvScanner scanner(text_, delimiter_, body_);
    CsvRow row;
    SheetRows sheet(text_, header_.starts.front());
    struct RowPlace {
      std::size_t line = 0, in_sheet = 0;
    };
    std::vector<RowPlace> place_of_row;
    return table_.error([&](BadCell& bad) {
      const bool of_header = bad.row == BadCell::none;
      while (!of_header && place_of_row.size() <= bad.row) {
        const auto from = scanner.position();
        if (!scanner.next(row)) break;
        place_of_row.push_back({lines.of(row.starts.front()).line, sheet.next(from, row.starts.front())});
      }
      if (bad.other_row < place_of_row.size()) {  // of a file the line is said, not the row that is counted from 0
        auto expected = bad.problem.expected();
        const auto& other = place_of_row[bad.other_row];
        expected.resize(expected.rfind(" row "));
        expected += " line " + std::to_string(other.line);
        if (other.in_sheet != other.line) expected += " (row " + std::to_string(other.in_sheet) + " of the sheet)";
        bad.problem.arguments[1] = expected;
      }
      const auto& starts = of_header ? header_.starts : row.starts;
      auto at = bad.column < starts.size() ? starts[bad.column] : starts.front();
      if (bad.problem.code().starts_with("csv."))
        if (const auto fault = faults_.find({bad.row, bad.column}); fault != faults_.end()) at = fault->second;
      const auto [line, column] = lines.of(at);
      bad.problem.place.line = line;
      bad.problem.place.column = column;
      bad.problem.place.row = of_header ? sheet.of_header() : place_of_row.at(bad.row).in_sheet;
    });
  }

  std::string_view text_;
  ReadOptions options_;
  EvidenceTable table_;
  Renames renames_;
  char delimiter_ = ',';
  CsvRow header_;
  std::size_t body_ = 0;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> faults_;
};
}

Evidence parse_evidence(std::string_view text, const Model& model, const ReadOptions& options) {
  check_delimiter(options);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  CsvTable table(text, model, options);  // checks the options
  check_text(text, options.most_problems);
  return table.read(model);
}

Evidence read_evidence(const std::filesystem::path& path, const Model& model, const ReadOptions& options) {
  return parse_evidence(read_file(path), model, options);
}
}
