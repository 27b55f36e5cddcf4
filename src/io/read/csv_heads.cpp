#include <algorithm>
#include <chiso/core/text.hpp>
#include <io/read/csv_heads.hpp>
#include <io/read/decimal_mark.hpp>
#include <io/read/layout.hpp>
#include <io/text/unicode.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
/// Where a line of a text starts, counted from 1; its end if there are fewer lines.
std::size_t start_of_line(std::string_view text, std::size_t line) {
  std::size_t at = 0;
  for (; line > 1 && at < text.size(); --line) {
    at = std::min(text.find_first_of("\r\n", at), text.size() - 1);
    at += text.substr(at, 2) == "\r\n" ? 2 : 1;
  }
  return at;
}

/// The delimiter that the first line names, as spreadsheets take it: `sep=;`.
std::optional<char> named_delimiter(std::string_view text) {
  const auto start = text.substr(0, std::string_view("sep=;\n").size());
  const auto line = start.substr(0, end_of_line(start));
  return line.size() == 5 && lower_case(line.substr(0, 4)) == "sep=" ? std::optional(line[4]) : std::nullopt;
}

std::size_t known_in(const CsvRow& row, const KnowsName& knows) {
  return static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(), [&](auto cell) { return knows(clean_head(cell)); }));
}

char found_delimiter(std::string_view text, std::size_t from, std::size_t lines, const KnowsName& knows) {
  char best = ';';
  std::pair<std::size_t, std::size_t> most{0, 0};
  for (const char candidate : {';', '\t', ','}) {
    CsvRow row;
    CsvScanner scanner(text, candidate, from);  // the cells are views of it
    std::pair<std::size_t, std::size_t> score{0, 0};
    for (std::size_t line = 0; line < lines && scanner.next(row); ++line) {
      score.first += known_in(row, knows);
      score.second = std::max(score.second, row.count);
    }
    if (score > most) {
      most = score;
      best = candidate;
    }
  }
  return best;
}

/// The number of a row in a spreadsheet that shows the text: a row whose cells have line breaks counts once.
std::size_t sheet_row(std::string_view text, char delimiter, std::size_t start) {
  CsvScanner scanner(text.substr(0, start), delimiter);
  CsvRow row;
  std::size_t out = 1, from = 0;
  const auto add = [&](std::size_t to) { out += SheetRows::line_ends(text, from, to); };
  while (scanner.next(row)) {
    add(row.starts.front());
    from = scanner.position();
    ++out;
  }
  add(start);
  return out;
}
}

CsvHeads read_heads(std::string_view text, const ReadingOptions& options, const KnowsName& knows, std::span<const std::string> tracks) {
  CsvHeads out;
  const auto named = options.header_line == 0 ? named_delimiter(text) : std::nullopt;
  const auto from = start_of_line(text, named ? 2 : options.header_line);
  const auto lines = std::max<std::size_t>(options.header_lines, 1);
  out.delimiter = options.delimiter ? *options.delimiter : named ? *named : found_delimiter(text, from, lines, knows);
  CsvScanner scanner(text, out.delimiter, from);
  std::vector<std::uint8_t> is_known;
  CsvRow row;
  std::size_t last = 0;
  for (std::size_t line = 0; line < lines && scanner.next(row); ++line) {
    last = row.starts.front();
    out.count = std::max(out.count, row.count);
    out.names.resize(std::max(out.names.size(), row.cells.size()));
    is_known.resize(out.names.size());
    for (auto column = out.starts.size(); column < row.starts.size(); ++column) out.starts.push_back(row.starts[column]);
    const auto above = out.names;
    std::vector<std::string> names;
    for (const auto cell : row.cells) names.push_back(clean_head(cell));
    if (line > 0 && numbers_the_columns(names) && std::none_of(names.begin(), names.end(), knows)) row.cells.clear();  // no names
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      if (auto pair = head_of_pair(above, names, column, options, tracks); !pair.empty()) {
        out.names[column] = std::move(pair);
        continue;
      }
      if (!out.decimal) out.decimal = decimal_mark_of(row.cells[column]);
      auto name = clean_head(row.cells[column]);
      if (is_known[column] != 0 || name.empty()) continue;
      is_known[column] = lines > 1 && knows(name) ? 1 : 0;
      auto& whole = out.names[column];
      if (is_known[column] != 0 || whole.empty()) out.starts[column] = row.starts[column];
      whole = is_known[column] != 0 || whole.empty() ? std::move(name) : whole + "\n" + name;
    }
    if (!out.fault) out.fault = row.fault;
    out.body = scanner.position();
  }
  out.sheet_row = sheet_row(text, out.delimiter, last);
  return out;
}

std::optional<HeadsBelow> heads_below(std::string_view text, const CsvHeads& heads, const ReadingOptions& options, const KnowsName& knows) {
  if (options.header_line > 0) return {};
  HeadsSearch search(static_cast<std::size_t>(std::count_if(heads.names.begin(), heads.names.end(), knows)), knows);
  for (const char delimiter : {heads.delimiter, ';', '\t', ','}) {
    if (options.delimiter && delimiter != *options.delimiter) continue;
    search.start();
    CsvScanner scanner(text, delimiter);
    LineCounter lines(text);
    CsvRow row;
    for (bool is_first = true; !search.is_over() && scanner.next(row); is_first = false) {
      std::vector<std::string> cells;
      for (const auto cell : row.cells) cells.push_back(clean_head(cell));
      const bool of_heads = is_first && delimiter == heads.delimiter;
      search.add(lines.of(row.starts.front()).line, cells, of_heads ? HeadsSearch::Row::of_heads : HeadsSearch::Row::below);
    }
  }
  auto found = search.found();
  if (found) search.add_numbers(*found);
  return found;
}
}
