#pragma once
#include <chiso/rank/impl/ranked_tallies.ipp>
#include <chiso/rank/summary.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::vector<Summary> summaries(const Scores& scores, const Ranks& ranks) {
  const RankedTallies tallies(scores, ranks);
  const auto means = tallies.averages();
  const auto published = [&](std::size_t row) { return index_of(tallies.tally(row), scores.model().publish())->published(); };
  std::vector<Summary> out(means.size());
  for (std::size_t cohort = 0; cohort < out.size(); ++cohort) {
    const auto& order = ranks.orders()[cohort];
    auto& of = out[cohort];
    of.rows = scores.resolved().cohorts().list[cohort].rows.size();
    of.ranked = order.size();
    of.averages = means[cohort];
    if (order.size() == 0) continue;
    // Ranked by the index first, and rounding never turns two of them round: the ends of the order are those of the published indices.
    of.highest = published(order.row(0));
    of.lowest = published(order.row(order.size() - 1));
    for (std::size_t place = 0; place < order.size() && order.competition(place) == 1; ++place) of.leaders.push_back(order.row(place));
  }
  return out;
}
}
