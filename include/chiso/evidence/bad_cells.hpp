#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/report.hpp>
#include <chiso/evidence/cell.hpp>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A problem of a table, with the place of its cell.
struct BadCell {
  static constexpr std::size_t none = ~std::size_t{0};
  std::size_t row = none;     ///< From 0; none: of the column.
  std::size_t column = none;  ///< Place among the columns of the table; none: of the row, or of a column that is not there.
  Problem problem{};
  std::size_t other_row = none;             ///< The row that `expected` names last, where it names one.
  std::optional<OtherMarks> other_marks{};  ///< Of a number that may have been meant.
};

/// The bad cells that one look at a table finds, in the order of their rows: all are counted, the first are kept.
class BadCells {
 public:
  explicit BadCells(std::size_t most = 0) : most_(most) {}
  /// A text for `expected` is asked for only where the problem is kept.
  template <class Expected>
  BadCell* add(std::size_t row, std::size_t column, std::string_view code, std::string_view found, Expected&& expected) {
    if (++total_ > most_) return nullptr;
    BadCell bad{.row = row, .column = column};
    bad.problem = problem_at({}, Severity::error, code, shown(found), expected());
    list_.push_back(std::move(bad));
    return &list_.back();
  }
  std::vector<BadCell>& list() { return list_; }
  std::size_t total() const { return total_; }

  /// A cell as it is shown: not longer than a line, and well-formed.
  CHISO_INLINE static std::string shown(std::string_view cell);

 private:
  std::size_t most_;
  std::size_t total_ = 0;
  std::vector<BadCell> list_;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/bad_cells.ipp>
#endif
