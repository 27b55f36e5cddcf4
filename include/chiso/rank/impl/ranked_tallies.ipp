#pragma once
#include <chiso/rank/averages.hpp>
#include <chiso/rank/impl/node_columns.ipp>
#include <chiso/rank/impl/ordered_rows.ipp>
#include <chiso/rank/ranked.hpp>
#include <functional>

namespace chiso::inline CHISO_BUILD {
/// The ranked rows of each cohort in their order, and the tallies that they are ranked by: those of the model, or of a criterion.
class RankedTallies {
 public:
  CHISO_INLINE explicit RankedTallies(const Ranked& ranked)
      : scores_(ranked.scores()),
        order_(ranked.order()),
        competition_([&](std::size_t row) { return *ranked.ranks().competition(row); }),
        covered_(scores_.coverages()) {}
  CHISO_INLINE explicit RankedTallies(const Ranks& ranks)
      : scores_(ranks.scores()),
        order_(ranks),
        competition_([&](std::size_t row) { return *ranks.competition(row); }),
        covered_(ranks.node() ? scores_.coverages(*ranks.node()) : scores_.coverages()) {
    if (const auto node = ranks.node()) columns_ = columns_of(scores_, std::span(&*node, 1));
  }
  const Scores& scores() const { return scores_; }
  const OrderedRows& order() const { return order_; }
  CHISO_INLINE Tally tally(std::size_t row) const { return columns_.empty() ? scores_.tally(row) : columns_[0].tally(row); }
  std::size_t competition(std::size_t row) const { return competition_(row); }
  CHISO_INLINE std::vector<Averages> averages() const;

 private:
  const Scores& scores_;
  OrderedRows order_;
  std::function<std::size_t(std::size_t)> competition_;
  CoverageScores covered_;
  std::vector<NodeScores> columns_{};
};
}
