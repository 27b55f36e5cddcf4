#pragma once
#include <chiso/rank/averages.hpp>

namespace chiso::inline CHISO_BUILD {
/// What rows are ranked by: the tallies of the model, or those of a criterion, whatever was kept.
class RankedTallies {
 public:
  CHISO_INLINE RankedTallies(const Scores& scores, const Ranks& ranks) : scores_(scores), ranks_(ranks) {
    if (const auto node = ranks.node()) columns_ = columns_of(scores, std::span(&*node, 1));
  }
  CHISO_INLINE Tally tally(std::size_t row) const { return columns_.empty() ? scores_.tally(row) : columns_[0].tally(row); }
  CHISO_INLINE std::vector<Averages> averages() const;

 private:
  const Scores& scores_;
  const Ranks& ranks_;
  std::vector<NodeScores> columns_{};
};
}
