#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/date.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/evidence/reading_options.hpp>
#include <chiso/expr/measure.hpp>
#include <chiso/expr/state.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What a text that is a number shows about the decimal mark and the thousands mark of its table.
enum class MarkClue : std::uint8_t {
  none,      ///< Nothing: it has no mark, or the marks were told.
  two_ways,  ///< Its only mark stands before exactly three digits, and after one to three that are not 0 alone: `1.000` may be 1 or 1000.
  one_way    ///< Its marks can be read in one way only: `12.5`, `1.234.567`.
};

/// The result of reading a cell: a value (the k of k / 10^decimals, the index of an option, 0 or 1, the number of a date), a state, or a
/// problem.
struct Cell {
  std::int64_t value = 0;                 ///< 0 unless the state is `value`.
  State state = State::value;             ///< `missing` beside a problem; never `undefined`.
  MarkClue clue = MarkClue::none;         ///< Of a number that is text: what it shows about the marks.
  const ProblemEntry* problem = nullptr;  ///< Null if the cell has no problem.

  /// A cell that shows nothing about marks.
  constexpr Cell(std::int64_t of_value = 0, State of_state = State::value, const ProblemEntry* of_problem = nullptr)
      : value(of_value), state(of_state), problem(of_problem) {}
};

/// Reads a truth: yes/no, true/false, có/không in any case, or 1/0. Empty for any other text.
CHISO_INLINE std::optional<bool> yes_no(std::string_view text);

/// Other marks by which a text is a number that the measure accepts, and that number.
struct OtherMarks {
  char decimal = '.';               ///< The decimal mark.
  std::optional<char> thousands{};  ///< The thousands mark; empty if the number has none.
  std::string number{};             ///< The number, written with a decimal point.
};

/// Reads the cells of one measure exactly (docs/guide/cells.md tells what is taken). A number x is k / 10^decimals where these differ by at
/// most min(10^-9 x max(1, |x|), 10^-decimals / 100); with more decimals it is a problem, or, if the measure's `excess` says `round`,
/// rounded half away from zero; of a float, what is within that distance of a half counts as the half. Every |k| is at most 2^53. Text must
/// be trimmed and in NFC, options and truths as people see them (as_seen). Plain numbers are read without allocating. A cell that cannot be
/// read is returned with its problem; nothing is thrown. O(length).
class CellReader {
 public:
  /// Takes the marks and the words that mean missing from the options, whose other members are not looked at.
  CHISO_INLINE CellReader(Measure measure, const ReadingOptions& options);
  /// Reads text: a number by the marks of the table, an option, a truth, a date, a word for not applicable, or one that means missing
  /// according to the options. Empty text is missing.
  CHISO_INLINE Cell text(std::string_view text) const;
  /// Reads a number. A float stands for its shortest decimal of its own width; NaN is missing. It is passed by reference because NaN does
  /// not survive being passed by value under -ffast-math.
  CHISO_INLINE Cell number(const double& value) const;
  /// Reads a float, by its shortest decimal as a float.
  CHISO_INLINE Cell number(const float& value) const;
  /// Reads a whole number. For a choice it stands for its digits, for a yes/no it is 1 or 0; it is no date (cell.date).
  CHISO_INLINE Cell integer(std::int64_t value) const;
  /// Reads a truth: a problem (cell.type) unless the measure is yes/no.
  CHISO_INLINE Cell boolean(bool value) const;
  /// Reads a date: a problem (cell.type) unless the measure is a date.
  CHISO_INLINE Cell date(Date value) const;
  /// Reads `-?` digits with an optional decimal part after a point, whatever marks the table uses.
  CHISO_INLINE Cell decimal(std::string_view digits) const;

  /// What a text may have been meant to be if it is not a number by the marks of the table, or has too many decimals: `95,51` or
  /// `1.234,5`.
  CHISO_INLINE std::optional<OtherMarks> other_marks(std::string_view text) const;

  /// What a cell with this problem should contain instead.
  CHISO_INLINE Argument expected(const ProblemEntry& problem) const;
  /// The measure whose cells are read.
  const Measure& measure() const { return measure_; }
  /// The smallest k that the measure accepts: by its `min`, else -2^53 (0 of a count); 0 for yes/no; the number of the first date.
  std::int64_t least() const { return least_; }
  /// The largest k that it accepts: by its `max`, else 2^53; 1 for yes/no; the number of the last date.
  std::int64_t most() const { return most_; }
  /// The decimal mark of numbers that are text.
  char decimal_mark() const { return decimal_; }
  /// Whether the options told a mark, so that no number can be read in two ways.
  bool marks_are_told() const { return marks_are_told_; }
  /// Whether no word means missing.
  bool has_no_missing_words() const { return missing_words_.empty(); }

 private:
  CHISO_INLINE Cell number_text(std::string_view text) const;
  CHISO_INLINE Cell number_or_word(std::string_view text) const;
  CHISO_INLINE __attribute__((noinline)) Cell unusual_number(std::string_view text) const;
  CHISO_INLINE Cell grouped_number(std::string_view text, char decimal, std::optional<char> thousands) const;
  /// What a number was before it was digits.
  enum class From : bool { text, a_float };
  CHISO_INLINE Cell number_of(bool negative, std::string_view whole, std::string_view fraction, From from = From::text) const;
  CHISO_INLINE std::optional<std::string> whole_text(std::string_view text) const;
  CHISO_INLINE bool is_missing_word(std::string_view text) const;
  CHISO_INLINE Cell word(std::string_view text, const Cell& otherwise) const;
  CHISO_INLINE Cell within_range(int128 k) const;
  CHISO_INLINE Cell option(std::string_view text) const;
  template <class Float>
  Cell floating(const Float& value) const;

  Measure measure_;
  char decimal_;
  std::optional<char> thousands_;
  bool marks_are_told_;
  std::vector<std::string> missing_words_;
  std::int64_t least_ = 0;  // in units of k
  std::int64_t most_ = 0;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/cell.ipp>
#endif
