#pragma once
#include <chiso/core/error.hpp>
#include <chiso/rank/row_ranks.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE RowRanks::RowRanks(const Ranks& ranks) : RowRanks(ranks.scores()) {
  if (ranks.node()) throw ShapeError("ranks by the model are needed, not by the criterion " + scores_.model().nodes()[*ranks.node()].id);
  for (const auto& order : ranks.orders()) {  // cohort by cohort, as to look each row's up would jump about in memory
    ranked_.push_back(order.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
      ranks_[order.row(place)] = static_cast<std::uint32_t>(order.rank(place));
      competition_[order.row(place)] = static_cast<std::uint32_t>(order.competition(place));
    }
  }
}
}
