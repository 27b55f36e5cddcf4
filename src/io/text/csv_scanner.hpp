#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A row of a table of text: its cells without quotes, and where each starts in the text.
struct CsvRow {
  static constexpr std::size_t most_cells = 100'000;
  std::vector<std::string_view> cells{};  ///< The first cells, up to a limit. Valid until the next row is read.
  std::vector<std::size_t> starts{};
  std::size_t count = 0;  ///< How many cells it has in all.
  /// What is wrong with quotes; at most one fault is reported for each row.
  struct Fault {
    std::size_t cell = 0;
    std::size_t at = 0;  ///< Offset in the text.
    bool unclosed = false;
  };
  std::optional<Fault> fault{};
};

/// Splits a text into rows (RFC 4180): a cell in quotes may contain delimiters, line breaks, and quotes written twice. Lines end with LF,
/// CRLF or CR; empty lines are not rows.
class CsvScanner {
 public:
  CsvScanner(std::string_view text, char delimiter, std::size_t from = 0);
  /// Reads the next row; false at the end.
  bool next(CsvRow& row);
  /// Goes on at a place of a text, which may be another one.
  void go_on(std::string_view text, std::size_t at) {
    text_ = text;
    at_ = at;
  }
  /// Where the next row starts.
  std::size_t position() const { return at_; }

 private:
  void cell(CsvRow& row);
  static void add(CsvRow& row, std::string_view cell);
  void quoted(CsvRow& row);
  std::size_t end_of_plain(std::size_t from) const;
  bool ends(std::size_t at) const { return at == text_.size() || (text_[at] != '"' && special(text_[at])); }
  bool special(char c) const { return special_[static_cast<unsigned char>(c)]; }

  std::string_view text_;
  char delimiter_;
  std::size_t at_;
  std::array<bool, 256> special_{};
  std::deque<std::string> unquoted_;  // cells that had to be assembled; a deque does not move them
  std::size_t used_ = 0;
};

/// Numbers the rows of a text as a spreadsheet does: empty lines count, and a row whose cells contain line breaks counts once.
class SheetRows {
 public:
  /// `header` is the number of the row with the heads.
  SheetRows(std::string_view text, std::size_t header) : text_(text), header_(header), last_(header) {}
  std::size_t of_header() const { return header_; }
  /// The number of the next row, which begins at `start`; the row before ended at `from`.
  std::size_t next(std::size_t from, std::size_t start) { return last_ += 1 + line_ends(text_, from, start); }
  /// How many lines end in a part of a text.
  static std::size_t line_ends(std::string_view text, std::size_t from, std::size_t to) {
    std::size_t out = 0;
    for (auto at = from; at < to; ++at) out += text[at] == '\n' ? 1 : (text[at] == '\r' && text.substr(at + 1, 1) != "\n") ? 1 : 0;
    return out;
  }

 private:
  std::string_view text_;
  std::size_t header_;
  std::size_t last_;
};

/// The line and column, in code points, of places in a text that are asked for in order.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}
  struct LineAndColumn {
    std::size_t line = 1;
    std::size_t column = 1;
  };
  LineAndColumn of(std::size_t at);

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  LineAndColumn here_{};
};
}
