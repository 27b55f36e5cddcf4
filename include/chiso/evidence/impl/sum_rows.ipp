#pragma once
#include <algorithm>
#include <chiso/evidence/evidence.hpp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Looks for rows whose every count is the sum of other rows: totals. Sums wrap around as unsigned numbers do, and are only compared.
class SumRows {
 public:
  /// The rows before `first` are not of the table's units.
  CHISO_INLINE SumRows(const Evidence& evidence, std::size_t first) : evidence_(evidence), first_(first) {
    const auto& measures = evidence.model().measures();
    for (std::size_t i = 0; i < measures.size(); ++i)
      if (measures[i].type == MeasureType::count && evidence.statistics(i).most > 0) counts_.push_back(i);
  }
  /// The rows, in their order. O(rows x counts).
  CHISO_INLINE std::vector<std::size_t> rows() {
    const auto rows = evidence_.rows();
    if (counts_.empty() || rows < 2) return {};
    key_ = *std::max_element(counts_.begin(), counts_.end(),
                             [&](std::size_t a, std::size_t b) { return evidence_.statistics(a).most < evidence_.statistics(b).most; });
    is_sum_.assign(rows, 0);
    std::fill_n(is_sum_.begin(), first_, std::uint8_t{1});
    put_groups(evidence_.block_of_row(), evidence_.blocks().size());
    find_sums_of_the_others();
    auto of_block = std::move(groups_);
    groups_ = {};
    put_groups({}, 1);
    find_sums_since_the_last(Direction::down);
    find_sums_since_the_last(Direction::up);  // a heading above the rows that it sums up
    if (std::find(is_sum_.begin() + static_cast<std::ptrdiff_t>(first_), is_sum_.end(), 1) != is_sum_.end()) {
      find_sums_of_the_others();
      groups_ = std::move(of_block);
      find_sums_of_the_others();
    }
    std::vector<std::size_t> out;
    for (auto row = first_; row < rows; ++row)
      if (is_sum_[row] != 0) out.push_back(row);
    return out;
  }

  /// How far equal counts show that a row is a sum: small numbers are soon the sum of others.
  struct Agreement {
    std::size_t counts = 0, digits = 0;
    std::uint64_t most = 0;
    CHISO_INLINE void add(std::uint64_t sum) {
      counts += sum > 0 ? 1 : 0;
      most = (std::max)(most, sum);
      for (; sum > 0; sum /= 10) ++digits;
    }
    /// Where one row alone is summed, the other is the same row twice.
    bool is_convincing(std::size_t rows) const { return rows > 1 ? digits >= 3 : counts >= 2 && most >= 100; }
  };

 private:
  enum class Direction : bool { down, up };
  struct Total {
    std::uint64_t sum = 0;
    std::size_t rows = 0;
  };

  CHISO_INLINE bool has(std::size_t measure, std::size_t row) const { return evidence_.measure(measure).state(row) == State::value; }
  CHISO_INLINE std::uint64_t value(std::size_t measure, std::size_t row) const {
    return static_cast<std::uint64_t>(evidence_.measure(measure).values[row]);
  }

  /// Puts rows of one period and track, and of one block if blocks are given, into one group.
  CHISO_INLINE void put_groups(std::span<const std::uint32_t> block_of_row, std::size_t blocks) {
    const auto periods = evidence_.period_of_row();
    const auto tracks = evidence_.track_of_row();
    const std::uint64_t most_tracks = evidence_.model().tracks().size(), most_periods = evidence_.periods().size();
    const auto rows = evidence_.rows();
    std::vector<std::uint64_t> keys(rows);
    for (std::size_t row = 0; row < rows; ++row)
      keys[row] = ((block_of_row.empty() ? 0U : block_of_row[row]) * most_periods + periods[row]) * most_tracks + tracks[row];
    groups_.of_row.resize(rows);
    groups_.count = blocks * most_periods * most_tracks;
    if (groups_.count <= 2 * rows + 1024) {
      for (std::size_t row = 0; row < rows; ++row) groups_.of_row[row] = static_cast<std::uint32_t>(keys[row]);
      return;
    }
    auto sorted = keys;
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    groups_.count = sorted.size();
    for (std::size_t row = 0; row < rows; ++row)
      groups_.of_row[row] = static_cast<std::uint32_t>(std::lower_bound(sorted.begin(), sorted.end(), keys[row]) - sorted.begin());
  }

  /// Of each group, what the rows that are no sums come to.
  CHISO_INLINE std::vector<Total> totals(std::size_t measure) const {
    std::vector<Total> out(groups_.count);
    const auto column = evidence_.measure(measure);
    column.values.visit([&](auto values) {
      for (std::size_t row = 0; row < values.size(); ++row) {
        if (is_sum_[row] != 0 || column.state(row) != State::value) continue;
        auto& total = out[groups_.of_row[row]];
        total.sum += static_cast<std::uint64_t>(values[row]);
        ++total.rows;
      }
    });
    return out;
  }
  CHISO_INLINE void find_sums_of_the_others() {
    const auto key_totals = totals(key_);
    std::vector<std::size_t> found;
    std::vector<std::vector<Total>> of_counts;  // made for the first row that may be a sum
    for (std::size_t row = 0; row < groups_.of_row.size(); ++row) {
      const auto& total = key_totals[groups_.of_row[row]];
      if (is_sum_[row] != 0 || total.rows < 2 || !has(key_, row) || 2 * value(key_, row) != total.sum || total.sum == 0) continue;
      if (of_counts.empty())
        for (const auto measure : counts_) of_counts.push_back(totals(measure));
      Agreement agreement;
      bool equal = true;
      for (std::size_t i = 0; i < counts_.size() && equal; ++i) {
        if (!has(counts_[i], row)) continue;
        const auto own = value(counts_[i], row);
        equal = 2 * own == of_counts[i][groups_.of_row[row]].sum;
        agreement.add(own);
      }
      if (equal && agreement.is_convincing(total.rows - 1)) found.push_back(row);
    }
    // Of two equal rows, which are each the sum of the other, the lower one is meant.
    std::vector<std::size_t> last(groups_.count, groups_.of_row.size());
    for (const auto row : found) last[groups_.of_row[row]] = row;
    for (const auto row : found)
      if (last[groups_.of_row[row]] == row) is_sum_[row] = 1;
  }

  CHISO_INLINE void find_sums_since_the_last(Direction direction) {
    struct Run {
      std::uint64_t sum = 0;
      std::vector<std::size_t> rows{};
    };
    std::vector<Run> runs(groups_.count);
    const auto rows = groups_.of_row.size();
    for (std::size_t i = 0; i < rows; ++i) {
      const auto row = direction == Direction::down ? i : rows - 1 - i;
      auto& run = runs[groups_.of_row[row]];
      const bool counts = has(key_, row);
      const auto own = counts ? value(key_, row) : 0;
      // Each row that may be a sum and is none doubles the total, so few are compared in full.
      if (is_sum_[row] == 0 && own > 0 && own == run.sum && is_sum_of(row, run.rows)) is_sum_[row] = 1;
      if (is_sum_[row] != 0) {
        run = {};
        continue;
      }
      run.sum += own;
      run.rows.push_back(row);
    }
  }
  CHISO_INLINE bool is_sum_of(std::size_t row, const std::vector<std::size_t>& others) const {
    if (others.size() < 2) return false;
    Agreement agreement;
    for (const auto measure : counts_) {
      if (!has(measure, row)) continue;
      std::uint64_t sum = 0;
      for (const auto other : others) sum += has(measure, other) ? value(measure, other) : 0;
      if (sum != value(measure, row)) return false;
      agreement.add(sum);
    }
    return agreement.is_convincing(others.size());
  }

  const Evidence& evidence_;
  std::size_t first_;
  std::vector<std::size_t> counts_{};  // the measures that are counts, and have a value above 0
  std::size_t key_ = 0;                // the count with the greatest value, which is compared first
  struct Groups {
    std::vector<std::uint32_t> of_row{};
    std::size_t count = 0;
  };
  Groups groups_{};
  std::vector<std::uint8_t> is_sum_{};
};
}
