#pragma once
#include <chiso/core/build.hpp>
#include <chiso/model/draft.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
using KnowsName = std::function<bool(std::string_view)>;

/// The labels of measures, by which people head their columns: a row that has them is one of heads too, though its names must be told.
class HeadLabels {
 public:
  explicit HeadLabels(const std::vector<std::pair<std::string, MeasureDraft>>& measures);
  bool has(std::string_view head) const;

 private:
  std::unordered_set<std::string> labels_{};
};

/// Whether a row numbers the columns, as one right below the heads does: three or more cells, the numbers of which grow by one, behind
/// letters that do: `A, B, 1, 2`, `(1), (2), (3)=(1)+(2)`. O(cells).
bool numbers_the_columns(std::span<const std::string> cells);

/// Rows further down that have more names that are known than the heads that were read.
struct HeadsBelow {
  std::size_t first = 0, last = 0;  ///< Their lines, or rows of a worksheet, from 1.
  std::string names{};              ///< The names that are known, for a message.
  /// As the options and the message tell them: `3`, `3-4`.
  std::string lines() const { return first == last ? std::to_string(first) : std::to_string(first) + "-" + std::to_string(last); }
};

/// Looks for heads among the first rows of a table whose first row may be a title: one row, or two together.
class HeadsSearch {
 public:
  static constexpr std::size_t most_rows = 20;
  /// `known` is how many names of the heads that were read are known.
  HeadsSearch(std::size_t known, KnowsName knows);
  /// Begins with the first row again, as another delimiter parts it.
  void start();
  /// The next row. A row that the heads were read from is looked at only together with the next one.
  enum class Row : bool { of_heads, below };
  void add(std::size_t line, std::span<const std::string> cells, Row row);
  bool is_over() const { return rows_ >= most_rows; }
  const std::optional<HeadsBelow>& found() const { return best_; }
  /// Adds to heads the row right below them that numbers the columns, which is theirs: `A, B, 1, 2`, `(1), (2), (3)=(1)+(2)`.
  void add_numbers(HeadsBelow& heads) const;

 private:
  /// The names of a row, or of two that are read together.
  struct Known {
    std::vector<std::uint8_t> columns{};
    std::string names{};
    std::size_t count = 0;  // of names, that of the units by a usual word counting twice: no title and no unit is called so
    void add(std::span<const std::string> cells, const KnowsName& knows);
  };
  KnowsName knows_;
  std::size_t most_;
  std::size_t rows_ = 0, line_before_ = 0;
  std::vector<std::pair<std::size_t, std::size_t>> numbering_{};  // the line before each row that numbers the columns, and its own
  Known before_{};
  std::optional<HeadsBelow> best_{};
};
}
