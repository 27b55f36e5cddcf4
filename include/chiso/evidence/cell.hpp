#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/expr/measure.hpp>
#include <chiso/expr/state.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
enum class UnknownColumns : std::uint8_t { refuse, ignore };
constexpr std::array<std::string_view, 2> names_of(UnknownColumns) { return {"refuse", "ignore"}; }
enum class AbsentMeasures : std::uint8_t { refuse, missing };
constexpr std::array<std::string_view, 2> names_of(AbsentMeasures) { return {"refuse", "missing"}; }

/// How cells are read.
struct CellOptions {
  char decimal = '.';                        ///< `.` or `,`.
  std::optional<char> thousands{};           ///< `.`, `,`, a blank or an apostrophe; groups of three.
  std::vector<std::string> missing_words{};  ///< Words in a measure's cell that mean missing, beside a blank: exactly so written.
  UnknownColumns unknown_columns = UnknownColumns::refuse;
  AbsentMeasures absent_measures = AbsentMeasures::refuse;  ///< What a measure without a column is.
  std::size_t most_problems = 1000;                         ///< How many problems an error lists; its total counts all.
};
/// @throws Error with every problem: marks that are none, or one mark for two things.
CHISO_INLINE void check(const CellOptions& options);

/// What a cell was read as: a value (the k of k / 10^decimals, the index of an option, 0 or 1), a state, or a problem.
struct Cell {
  std::int64_t value = 0;
  State state = State::value;
  const char* problem = nullptr;  ///< Its code; null: none.
};

/// yes/no, true/false, có/không, any case, 1/0; empty for anything else.
CHISO_INLINE std::optional<bool> yes_no(std::string_view text);

/// Other marks by which a text is a number that the measure takes, and the number that it then is.
struct OtherMarks {
  char decimal = '.';
  std::optional<char> thousands{};
  std::string number{};  ///< With a point.
};

/// Reads the cells of one measure, exactly (SPEC 2.1, 3). Text must come trimmed and in NFC. No allocation for plain numbers.
class CellReader {
 public:
  CHISO_INLINE CellReader(Measure measure, const CellOptions& options);
  CHISO_INLINE Cell text(std::string_view text) const;
  /// A float stands for its shortest decimal of its own width; NaN is missing. References: NaN does not pass by value under -ffast-math.
  CHISO_INLINE Cell number(const double& value) const;
  CHISO_INLINE Cell number(const float& value) const;
  CHISO_INLINE Cell whole(std::int64_t value) const;
  CHISO_INLINE Cell truth(bool value) const;
  /// `-?` digits with an optional decimal part after a point, whatever the marks of the table are.
  CHISO_INLINE Cell decimal(std::string_view digits) const;

  /// How a text that is no number by the marks told, or has too many decimals, may have been meant: `95,51` or `1.234,5`.
  CHISO_INLINE std::optional<OtherMarks> other_marks(std::string_view text) const;

  /// What the problem with this code expected instead.
  CHISO_INLINE std::string expected(std::string_view problem) const;
  const Measure& measure() const { return measure_; }
  /// The least and the most k of the numbers that the measure takes; of yes/no 0 and 1.
  std::int64_t least() const { return least_; }
  std::int64_t most() const { return most_; }

 private:
  CHISO_INLINE Cell number_text(std::string_view text) const;
  CHISO_INLINE Cell grouped_number(std::string_view text, char decimal, std::optional<char> thousands) const;
  CHISO_INLINE Cell settled(bool negative, std::string_view whole, std::string_view fraction) const;
  CHISO_INLINE Cell within_range(int128 k) const;
  CHISO_INLINE Cell option(std::string_view text) const;
  template <class Float>
  Cell floating(const Float& value) const;

  Measure measure_;
  CellOptions options_;
  std::int64_t least_ = 0;  // of k
  std::int64_t most_ = 0;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/cell.ipp>
#endif
