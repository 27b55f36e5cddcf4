#pragma once
#include <chiso/io/tables/table.hpp>
#include <limits>
#include <utility>

namespace chiso::inline CHISO_BUILD {
// Columns of a table that are built cell by cell.

/// Notes which rows have a value. `has` stays empty as long as all have one.
class HasValue {
 public:
  bool all() const { return cells_.empty(); }
  void add(bool has, std::size_t before) {
    if (!has && cells_.empty()) cells_.assign(before, 1);
    if (!has || !cells_.empty()) cells_.push_back(has ? 1 : 0);
  }
  std::vector<std::uint8_t> take() { return std::move(cells_); }

 private:
  std::vector<std::uint8_t> cells_{};
};

class FigureColumn {
 public:
  FigureColumn(int decimals, std::size_t rows) {
    cells_.decimals = decimals;
    cells_.digits.reserve(rows);
  }
  void add(int128 digits) {
    const auto narrow = static_cast<std::int64_t>(digits);
    if (narrow == digits && !is_wide_ && has_.all()) return cells_.digits.push_back(narrow);  // nearly always
    add_any(digits, true);
  }
  void none() { add_any(0, false); }
  FigureCells take() {
    cells_.has = has_.take();
    return std::move(cells_);
  }

 private:
  [[gnu::noinline]] void add_any(int128 digits, bool has) {
    has_.add(has, is_wide_ ? cells_.wide.size() : cells_.digits.size());
    const auto narrow = static_cast<std::int64_t>(digits);
    if (narrow != digits && !is_wide_) {
      is_wide_ = true;
      cells_.wide.assign(cells_.digits.begin(), cells_.digits.end());
      std::vector<std::int64_t>().swap(cells_.digits);
    }
    if (is_wide_)
      cells_.wide.push_back(digits);
    else
      cells_.digits.push_back(narrow);
  }
  FigureCells cells_{};
  HasValue has_{};
  bool is_wide_ = false;
};

class WholeColumn {
 public:
  explicit WholeColumn(std::size_t rows) { cells_.values.reserve(rows); }
  void add(std::int64_t value) { add(value, true); }
  void none() { add(0, false); }
  WholeCells take() {
    cells_.has = has_.take();
    return std::move(cells_);
  }

 private:
  void add(std::int64_t value, bool has) {
    has_.add(has, cells_.values.size());
    cells_.values.push_back(value);
  }
  WholeCells cells_{};
  HasValue has_{};
};
}
