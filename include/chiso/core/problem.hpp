#pragma once
#include <array>
#include <chiso/core/build.hpp>
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
enum class Severity : std::uint8_t { error, warning };
constexpr std::array<std::string_view, 2> names_of(Severity) { return {"error", "warning"}; }

/// Where a problem is: a JSON pointer, the character within the text there, and in a file the line and column. If a file cannot be read or
/// written, its name is the pointer.
struct Place {
  std::string pointer{};
  std::size_t within = 0;  ///< Code points into the text at `pointer` (an expression), from 0.
  std::size_t line = 0;    ///< From 1; 0 if no file is known.
  std::size_t column = 0;  ///< In code points, from 1.
  std::size_t row = 0;     ///< In a table: the row as a spreadsheet shows it, from 1; not the line after cells of several lines.
  CHISO_INLINE friend bool operator==(const Place& a, const Place& b);
};

/// A place as a message shows it, apart from line and column. A pointer into a table, `/3/share`, counts its rows from 0: beside the line
/// of a file it becomes the name of the column, since the line says which row it is, and without a line the row says how it is counted:
/// `row 3 (counted from 0), share`. Every other pointer stays as it is.
CHISO_INLINE std::string to_text(const Place& place, Text::Language language);

/// A row of a table that a message refers to: counted from 0 in data, and by line (and row of the sheet) if the table is a text.
struct TableRow {
  std::size_t row = 0;
  std::size_t line = 0;  ///< From 1; 0 if no file is known.
  std::size_t in_sheet = 0;
  friend bool operator==(const TableRow&, const TableRow&) = default;
};

/// What fills a hole of a message: data, which is shown unchanged in both languages, a whole number, a row of a table, or words in both
/// languages with holes of their own.
struct Argument {
  std::variant<std::string, std::int64_t, TableRow, Words> value;
  std::vector<Argument> arguments;  ///< What fills the holes of words.

  CHISO_VALUE_MEMBERS(Argument)
  CHISO_INLINE Argument(std::string data);
  CHISO_INLINE Argument(std::string_view data);
  CHISO_INLINE Argument(const char* data);
  template <std::integral Number>
  Argument(Number number) : Argument(whole(static_cast<std::int64_t>(number))) {}
  CHISO_INLINE Argument(TableRow row);
  CHISO_INLINE Argument(const Words& words);
  CHISO_INLINE Argument(const Words& words, std::vector<Argument> in_holes);
  CHISO_INLINE bool empty() const;
  CHISO_INLINE friend bool operator==(const Argument& a, const Argument& b);

 private:
  CHISO_INLINE static Argument whole(std::int64_t number);
};
using Arguments = std::vector<Argument>;

CHISO_INLINE std::string to_text(const Argument& argument, Text::Language language);
/// The words with their holes filled. Braces around anything but the number of an argument are plain text.
CHISO_INLINE std::string to_text(const Words& words, const Arguments& arguments, Text::Language language);

/// Everything about one kind of problem, in Vietnamese and English. An entry is defined beside the code that reports it; every page, mark
/// and message about the kind is made from it.
struct CHISO_EXPORT ProblemEntry {
  /// What a problem is about.
  enum class Domain : std::uint8_t { text, values, model, classes, expression, rule, evidence, fitting, requests, warnings };

  std::string_view code;  ///< Stable, dotted, for programs: `key.unknown`.
  Domain domain;
  Words title;               ///< What is wrong, in a few words.
  Words meaning;             ///< What it means, and why it is a problem.
  Words remedy;              ///< What to do.
  std::string_view wrong{};  ///< A piece of a model or a table that has the problem; empty if it cannot occur in a file.
  std::string_view right{};  ///< The same piece without the problem.
  Words found{"{0}", "{0}"};
  Words expected{"{1}", "{1}"};
  enum class Marks : bool { value, key };
  Marks marks = Marks::value;  ///< What an editor underlines in a model: the value at the place, or its key.
};

/// One problem in a model or in evidence: what kind, where, and the data that its message is made from.
struct Problem {
  const ProblemEntry* entry = nullptr;  ///< Never null in a problem that chiso reports.
  Severity severity = Severity::error;
  Place place{};
  Arguments arguments{};  ///< What fills the holes of the entry's `found` and `expected`.
  Argument hint{};        ///< A suggestion; empty if nothing is near.

  CHISO_INLINE std::string code() const;
  /// What was found, and what was expected instead. O(length).
  CHISO_INLINE std::string found(Text::Language language = Text::Language::en) const;
  CHISO_INLINE std::string expected(Text::Language language = Text::Language::en) const;
  CHISO_INLINE std::string suggestion(Text::Language language = Text::Language::en) const;
  CHISO_INLINE friend bool operator==(const Problem& a, const Problem& b);
};
CHISO_INLINE Problem problem_at(Place place, Severity severity, const ProblemEntry& entry, Arguments arguments);
enum class SeverityMention : bool { left_out, said };
/// The problem in one line: `line:column: error: found ..., expected ...`, with the pointer into a model. In a table the column stands in
/// its place, after the row, counted from 0, if no line is known. The row of a sheet comes last, if it differs from the line. Control
/// characters in data are shown as `?`. O(length).
CHISO_INLINE std::string to_text(const Problem& problem, Text::Language language = Text::Language::en,
                                 SeverityMention mention = SeverityMention::said);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/core/impl/problem.ipp>
#endif
