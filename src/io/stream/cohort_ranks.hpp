#pragma once
#include <io/stream/scored_row.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// Counts the ranks of rows that come in their order.
class CohortRanks {
 public:
  explicit CohortRanks(const ScoredRowOrder& order) : order_(order) {}
  /// Whether a row begins another block, period and track than the one before; then ranks begin anew.
  bool begins(const ScoredRow& row) {
    if (is_begun_ && ScoredRowOrder::is_same_cohort(row, last_)) return false;
    is_begun_ = true;
    last_.block = row.block;
    last_.period = row.period;
    last_.track = row.track;
    place_ = first_ = dense_ = 0;
    return true;
  }
  /// Counts a ranked row.
  void add(const ScoredRow& row) {
    const bool is_tied = place_ > 0 && order_.compare(row, last_) == 0;
    ++place_;
    if (!is_tied) {
      first_ = place_;
      ++dense_;
    }
    last_.indices = row.indices;
    last_.values = row.values;
  }
  /// The rank of the last ranked row, as `ties` counts.
  std::size_t rank(Ties ties) const { return ties == Ties::competition ? first_ : ties == Ties::dense ? dense_ : place_; }
  std::size_t competition() const { return first_; }
  /// How many rows were ranked, the last one among them.
  std::size_t place() const { return place_; }
  /// The block, period and track.
  const ScoredRow& cohort() const { return last_; }

 private:
  const ScoredRowOrder& order_;
  bool is_begun_ = false;
  ScoredRow last_{};  // its numbers alone
  std::size_t place_ = 0, first_ = 0, dense_ = 0;
};
}
