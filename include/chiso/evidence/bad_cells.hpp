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
  static constexpr std::size_t none = ~std::size_t{0};
  std::size_t row = none;                   ///< From 0; none: of the column.
  std::size_t column = none;                ///< Place among the columns of the table; none: of the row, or of a column that is not there.
  Problem problem{};                        ///< Other rows that it refers to are TableRow arguments.
  std::optional<OtherMarks> other_marks{};  ///< By which the cell may have been meant as a number.
};

/// The bad cells that one look at a table finds, in the order of their rows: all are counted, the first are kept.
class BadCells {
 public:
  explicit BadCells(std::size_t most = 0) : most_(most) {}
  /// arguments() makes what stands in the message, and is called only if the problem is kept; else the result is null.
  template <class MakeArguments>
  BadCell* add(std::size_t row, std::size_t column, const ProblemEntry& entry, MakeArguments&& arguments) {
    if (++total_ > most_) return nullptr;
    BadCell bad{.row = row, .column = column};
    bad.problem = problem_at({}, Severity::error, entry, arguments());
    list_.push_back(std::move(bad));
    return &list_.back();
  }
  std::vector<BadCell>& list() { return list_; }
  std::size_t total() const { return total_; }

  /// A cell as it is shown: not longer than a line, and well-formed.
  CHISO_INLINE static std::string excerpt(std::string_view cell);
  /// The same; an empty one is said to be a blank.
  CHISO_INLINE static Argument shown(std::string_view cell);

 private:
  std::size_t most_;
  std::size_t total_ = 0;
  std::vector<BadCell> list_;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/bad_cells.ipp>
#endif
