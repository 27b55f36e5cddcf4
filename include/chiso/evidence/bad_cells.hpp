#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/report.hpp>
#include <chiso/evidence/cell.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A problem of a table, with the place of its cell.
struct BadCell {
  static constexpr std::size_t none = ~std::size_t{0};  ///< In place of a row or column: there is none.
  std::size_t row = none;                               ///< Counted from 0; none: the problem is about the whole column.
  /// The place among the columns of the table; none: the problem is about the whole row, or about a column that is absent.
  std::size_t column = none;
  Problem problem{};                        ///< If it refers to other rows, they are TableRow arguments.
  std::optional<OtherMarks> other_marks{};  ///< Other marks by which the cell may have been meant as a number.
};

/// Collects the bad cells that one pass over a table finds, in the order of their rows. It counts all of them and keeps the first ones.
class BadCells {
 public:
  /// Keeps the first `most` that are added; further ones are counted.
  CHISO_INLINE explicit BadCells(std::size_t most = 0);
  /// Adds a problem. arguments() makes the arguments of its message and is called only if the problem is kept; otherwise the result is
  /// null.
  template <class MakeArguments>
  BadCell* add(std::size_t row, std::size_t column, const ProblemEntry& entry, MakeArguments&& arguments) {
    if (++total_ > most_) return nullptr;
    return &keep(row, column, entry, arguments());
  }
  /// Those that are kept, in the order in which they were added.
  std::vector<BadCell>& list() { return list_; }
  /// How many were added, kept or not.
  std::size_t total() const { return total_; }

  /// The text of a cell as a message quotes it: shortened to a line, and well-formed UTF-8.
  CHISO_INLINE static std::string excerpt(std::string_view cell);
  /// The same as an argument of a message; an empty cell is shown as a blank.
  CHISO_INLINE static Argument excerpt_or_blank(std::string_view cell);

 private:
  CHISO_INLINE BadCell& keep(std::size_t row, std::size_t column, const ProblemEntry& entry, Arguments arguments);
  std::size_t most_;
  std::size_t total_ = 0;
  std::vector<BadCell> list_;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/bad_cells.ipp>
#endif
