#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/optional_box.hpp>
#include <chiso/core/words.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// How bad a problem is.
enum class Severity : std::uint8_t {
  error,   ///< What has it cannot be used.
  warning  ///< It changes no result, but is probably not meant.
};
constexpr std::array<std::string_view, 2> names_of(Severity) { return {"error", "warning"}; }
/// What people call it.
CHISO_INLINE Words severity_words(Severity severity);

/// Where a problem is: a JSON pointer, the character within the text there, and in a file the line and column. If a file cannot be read or
/// written, its name is the pointer.
struct Place {
  std::string pointer{};   ///< JSON pointer (RFC 6901) into a model or a list of rows: `/criteria/0/points`, `/3/share`. Empty: the whole.
  std::size_t within = 0;  ///< Code points into the text at `pointer` (an expression), from 0.
  std::size_t line = 0;    ///< From 1; 0 if no file is known.
  std::size_t column = 0;  ///< In code points, from 1; in a worksheet the column, of which A is 1.
  std::size_t row = 0;     ///< In a table: the row as a spreadsheet shows it, from 1; not the line after cells of several lines.
  OptionalBox<std::string> sheet{};  ///< Of a workbook: the name of the worksheet, whose `row` and `column` are told; no line then.
  /// Whether every part is equal.
  CHISO_INLINE friend bool operator==(const Place& a, const Place& b);
};

/// A place as a message shows it, apart from line and column. A pointer into a table, `/3/share`, counts its rows from 0: beside the line
/// of a file it becomes the name of the column, since the line says which row it is, and without a line the row says how it is counted:
/// `row 3 (counted from 0), share`. Every other pointer stays as it is.
CHISO_INLINE std::string to_text(const Place& place, Text::Language language);
/// The cell of a place in a workbook as spreadsheets name it: `Sheet1!D7`, `'Bảng 1'!D7`; without a column `Sheet1!7:7`, without a row the
/// sheet alone. Empty for every other place. O(length).
CHISO_INLINE std::string sheet_cell(const Place& place);

/// A row of a table that a message refers to: counted from 0 in data, by line (and row of the sheet) if the table is a text, and by row of
/// the sheet alone if it is one of a workbook.
struct TableRow {
  std::size_t row = 0;       ///< From 0, in the data.
  std::size_t line = 0;      ///< From 1; 0 if no file is known.
  std::size_t in_sheet = 0;  ///< The row as a spreadsheet shows it, from 1; 0 if it is not known.
  /// Whether every part is equal.
  friend bool operator==(const TableRow&, const TableRow&) = default;
};

/// What fills a hole of a message: data, which is shown unchanged in both languages, a whole number, a row of a table, or words in both
/// languages with holes of their own.
struct Argument {
  std::variant<std::string, std::int64_t, TableRow, Words> value;  ///< What is shown.
  std::vector<Argument> arguments;                                 ///< What fills the holes of words.

  CHISO_VALUE_MEMBERS(Argument)
  /// Data: a name, a number as it was written. Empty data is no argument, see empty().
  CHISO_INLINE Argument(std::string data);
  /// Data, of which a copy is made.
  CHISO_INLINE Argument(std::string_view data);
  /// Data, of which a copy is made.
  CHISO_INLINE Argument(const char* data);
  /// A whole number; it must fit 64 bits with a sign.
  template <std::integral Number>
  Argument(Number number) : Argument(whole(static_cast<std::int64_t>(number))) {}
  /// A row, named by its line if that is known.
  CHISO_INLINE Argument(TableRow row);
  /// Words without holes. The texts that they view must outlive the argument, as those of constants do.
  CHISO_INLINE Argument(const Words& words);
  /// Words, and what fills their holes `{0}`, `{1}` and so on.
  CHISO_INLINE Argument(const Words& words, std::vector<Argument> in_holes);
  /// Whether there is nothing to show: empty data, as of a hint where nothing is near.
  CHISO_INLINE bool empty() const;
  /// Whether they show the same in every language.
  CHISO_INLINE friend bool operator==(const Argument& a, const Argument& b);

 private:
  CHISO_INLINE static Argument whole(std::int64_t number);
};
/// What fills the holes of a message, by number.
using Arguments = std::vector<Argument>;

/// An argument as a message shows it. O(length).
CHISO_INLINE std::string to_text(const Argument& argument, Text::Language language);
/// The words with their holes filled. Braces around anything but the number of an argument are plain text.
CHISO_INLINE std::string to_text(const Words& words, const Arguments& arguments, Text::Language language);

/// Everything about one kind of problem, in Vietnamese and English. An entry is defined beside the code that reports it; every page, mark
/// and message about the kind is made from it.
struct CHISO_EXPORT ProblemEntry {
  /// What a problem is about.
  enum class Domain : std::uint8_t {
    text,        ///< A file as text: encoding, JSON, CSV, size.
    values,      ///< Keys and values of JSON: names, kinds, ids.
    model,       ///< A model: measures, criteria, parameters, tables, checks.
    classes,     ///< Bands, vetoes, quotas.
    expression,  ///< An expression.
    rule,        ///< A rule, one of its parts or its ends.
    evidence,    ///< A table of evidence: heads, cells, rows.
    fitting,     ///< Tables that do not fit one another, or the model.
    requests,    ///< What was asked for: a name, a row, a file.
    warnings     ///< What is reported as a warning.
  };

  std::string_view code;         ///< Stable, dotted, for programs: `key.unknown`. The entry has a page of this name in docs/problems.
  Domain domain;                 ///< The chapter of the list of problems that it stands in.
  Words title;                   ///< What is wrong, in a few words.
  Words meaning;                 ///< What it means, and why it is a problem.
  Words remedy;                  ///< What to do.
  std::string_view wrong{};      ///< A piece of a model or a table that has the problem; empty if it cannot occur in a file.
  std::string_view right{};      ///< The same piece without the problem.
  Words found{"{0}", "{0}"};     ///< What was found; its holes are filled by the arguments of the problem.
  Words expected{"{1}", "{1}"};  ///< What was expected instead, likewise.
  /// What an editor may underline.
  enum class Marks : bool {
    value,  ///< The value at the place.
    key     ///< The key that the value has.
  };
  Marks marks = Marks::value;  ///< What an editor underlines in a model: the value at the place, or its key.
};

/// One problem in a model or in evidence: what kind, where, and the data that its message is made from.
struct Problem {
  const ProblemEntry* entry = nullptr;  ///< Never null in a problem that chiso reports.
  Severity severity = Severity::error;  ///< Errors refuse the whole, warnings refuse nothing.
  Place place{};                        ///< Where it is, as far as that is known.
  Arguments arguments{};                ///< What fills the holes of the entry's `found` and `expected`.
  Argument hint{};                      ///< A suggestion; empty if nothing is near.

  /// The code of its entry: `key.unknown`.
  CHISO_INLINE std::string code() const;
  /// What was found, as the message says it. O(length).
  CHISO_INLINE std::string found(Text::Language language = Text::Language::en) const;
  /// What was expected instead. O(length).
  CHISO_INLINE std::string expected(Text::Language language = Text::Language::en) const;
  /// What was probably meant, such as the nearest name; empty if nothing is near.
  CHISO_INLINE std::string suggestion(Text::Language language = Text::Language::en) const;
  /// Whether kind, severity, place and data are the same. Kinds are compared by the address of their entry.
  CHISO_INLINE friend bool operator==(const Problem& a, const Problem& b);
};
/// A problem without a hint; `entry` must outlive it.
CHISO_INLINE Problem problem_at(Place place, Severity severity, const ProblemEntry& entry, Arguments arguments);
/// Whether the text of a problem begins with how bad it is.
enum class SeverityMention : bool {
  left_out,  ///< Without the word: of an exception, which is an error.
  said       ///< `error:` or `warning:` stands before what was found.
};
/// The problem in one line: `line:column: error: found ..., expected ...`, with the pointer into a model. In a table the column stands in
/// its place, after the row, counted from 0, if no line is known; in a workbook it begins with the cell, `Sheet1!D7: error: ...`. The row
/// of a sheet comes last, if it differs from the line. Control characters in data are shown as `?`. O(length).
CHISO_INLINE std::string to_text(const Problem& problem, Text::Language language = Text::Language::en,
                                 SeverityMention mention = SeverityMention::said);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/core/impl/problem.ipp>
#endif
