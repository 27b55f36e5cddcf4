#include <algorithm>
#include <chiso/core/as_seen.hpp>
#include <chiso/core/text.hpp>
#include <chiso/core/utf8.hpp>
#include <io/read/form_head.hpp>
#include <io/read/heads_search.hpp>
#include <io/text/csv_scanner.hpp>
#include <io/text/unicode.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
bool is_form_head(std::string_view as_written) {
  const auto text = clean_head(as_written);
  std::string_view head = text;
  const auto end = end_of_line(head);
  if (end == head.npos || as_seen(head.substr(0, end)) != "measure") return false;
  for (auto at = end; at != head.npos; at = end_of_line(head)) {
    head.remove_prefix(at + 1);
    const auto line = as_seen(head.substr(0, end_of_line(head)));
    if (line == form_words.en || line == form_words.vi) return true;
  }
  return false;
}

bool may_be_a_form(const ReadingOptions& options) { return options.header_line == 0 && options.layout != TableLayout::pairs; }

ReadingOptions with_form(std::string_view text, ReadingOptions options) {
  constexpr std::size_t looked_at = std::size_t{1} << 16U;
  if (!may_be_a_form(options) || text.substr(0, looked_at).find("measure") == text.npos) return options;
  for (const char delimiter : {';', '\t', ','}) {
    if (options.delimiter && delimiter != *options.delimiter) continue;
    CsvScanner scanner(text, delimiter);
    CsvRow row;
    for (std::size_t rows = 0; rows < HeadsSearch::most_rows && scanner.next(row); ++rows) {
      if (std::none_of(row.cells.begin(), row.cells.end(), is_form_head)) continue;
      options.header_line = LineCounter(text).of(row.starts.front()).line;
      options.layout = TableLayout::rows;
      return options;
    }
    if (options.delimiter) break;
  }
  return options;
}
}
