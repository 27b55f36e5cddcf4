#pragma once
#include <chiso/rank/impl/ranked_tallies.ipp>
#include <chiso/rank/summary.hpp>

namespace chiso::inline CHISO_BUILD {
namespace detail {
CHISO_INLINE std::vector<Summary> summaries(const RankedTallies& ranked) {
  const auto means = ranked.averages();
  const auto& scores = ranked.scores();
  const auto published = [&](std::size_t row) { return index_of(ranked.tally(row), scores.model().publish())->published(); };
  std::vector<Summary> out(means.size());
  for (std::size_t cohort = 0; cohort < out.size(); ++cohort) {
    const auto rows = ranked.order().ranked(cohort);
    auto& of = out[cohort];
    of.rows = ranked.order().of(cohort).size();
    of.ranked = rows.size();
    of.averages = means[cohort];
    if (rows.empty()) continue;
    // Ranked by the index first, and rounding never turns two of them round: the ends of the order are those of the published indices.
    of.highest = published(rows.front());
    of.lowest = published(rows.back());
    for (std::size_t place = 0; place < rows.size() && ranked.competition(rows[place]) == 1; ++place) of.leaders.push_back(rows[place]);
  }
  return out;
}
}
CHISO_INLINE std::vector<Summary> summaries(const Ranked& ranked) { return detail::summaries(RankedTallies(ranked)); }
CHISO_INLINE std::vector<Summary> summaries(const Ranks& ranks) { return detail::summaries(RankedTallies(ranks)); }
}
