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
/// The result of reading a cell: a value (the k of k / 10^decimals, the index of an option, 0 or 1, the number of a date), a state, or a
/// problem.
struct Cell {
  std::int64_t value = 0;
  State state = State::value;
  const ProblemEntry* problem = nullptr;  ///< Null if the cell has no problem.
};

/// Reads a truth: yes/no, true/false, có/không in any case, or 1/0. Empty for any other text.
CHISO_INLINE std::optional<bool> yes_no(std::string_view text);

/// Other marks by which a text is a number that the measure accepts, and that number.
struct OtherMarks {
  char decimal = '.';
  std::optional<char> thousands{};
  std::string number{};  ///< The number, written with a decimal point.
};

/// Reads the cells of one measure exactly (SPEC 2.1, 3). Text must be trimmed and in NFC. Plain numbers are read without allocating.
class CellReader {
 public:
  CHISO_INLINE CellReader(Measure measure, const ReadingOptions& options);
  CHISO_INLINE Cell text(std::string_view text) const;
  /// Reads a number. A float stands for its shortest decimal of its own width; NaN is missing. It is passed by reference because NaN does
  /// not survive being passed by value under -ffast-math.
  CHISO_INLINE Cell number(const double& value) const;
  CHISO_INLINE Cell number(const float& value) const;
  CHISO_INLINE Cell integer(std::int64_t value) const;
  CHISO_INLINE Cell boolean(bool value) const;
  CHISO_INLINE Cell date(Date value) const;
  /// Reads `-?` digits with an optional decimal part after a point, whatever marks the table uses.
  CHISO_INLINE Cell decimal(std::string_view digits) const;

  /// What a text may have been meant to be if it is not a number by the marks of the table, or has too many decimals: `95,51` or
  /// `1.234,5`.
  CHISO_INLINE std::optional<OtherMarks> other_marks(std::string_view text) const;

  /// What a cell with this problem should contain instead.
  CHISO_INLINE Argument expected(const ProblemEntry& problem) const;
  const Measure& measure() const { return measure_; }
  /// The smallest and the largest k that the measure accepts; 0 and 1 for yes/no; the numbers of the first and the last date.
  std::int64_t least() const { return least_; }
  std::int64_t most() const { return most_; }

 private:
  CHISO_INLINE Cell number_text(std::string_view text) const;
  CHISO_INLINE Cell grouped_number(std::string_view text, char decimal, std::optional<char> thousands) const;
  CHISO_INLINE Cell number_of(bool negative, std::string_view whole, std::string_view fraction) const;
  CHISO_INLINE Cell within_range(int128 k) const;
  CHISO_INLINE Cell option(std::string_view text) const;
  template <class Float>
  Cell floating(const Float& value) const;

  Measure measure_;
  char decimal_;
  std::optional<char> thousands_;
  std::vector<std::string> missing_words_;
  std::int64_t least_ = 0;  // in units of k
  std::int64_t most_ = 0;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/cell.ipp>
#endif
