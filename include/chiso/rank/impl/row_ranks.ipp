#pragma once
#include <chiso/core/error.hpp>
#include <chiso/rank/row_ranks.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE RowRanks::RowRanks(Scores scores) : scores_(std::move(scores)), ranks_(scores_.rows()) {
  if (scores_.model().ranking().ties != Ties::competition) competition_.resize(scores_.rows());
}
CHISO_INLINE RowRanks::RowRanks(const Ranks& ranks) : RowRanks(ranks.scores()) {
  if (ranks.node()) throw ShapeError("ranks by the model are needed, not by the criterion " + scores_.model().nodes()[*ranks.node()].id);
  for (const auto& order : ranks.orders()) add(order);  // cohort by cohort, as to look up each row would jump about in memory
}
CHISO_INLINE void RowRanks::add(const Places& order) {
  ranked_.push_back(order.size());
  for (std::size_t place = 0; place < order.size(); ++place) set(order.row(place), order, place);
}
}
