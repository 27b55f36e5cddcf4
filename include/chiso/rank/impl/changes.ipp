#pragma once
#include <algorithm>
#include <chiso/rank/changes.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE Decimal published_difference(const Decimal& now, const Decimal& before) {
  const int scale = (std::max)(now.scale(), before.scale());
  return Decimal::fixed(now.digits() * Decimal::power(scale - now.scale()) - before.digits() * Decimal::power(scale - before.scale()),
                        scale);
}

CHISO_INLINE std::vector<Change> changes(const RowRanks& old_ranks, const Selection& old_selection, const RowRanks& new_ranks,
                                         const Selection& new_selection) {
  const auto &old_scores = old_ranks.scores(), &new_scores = new_ranks.scores();
  const auto& before = old_scores.resolved().cohorts().list[cohort_of(old_scores, old_selection)];
  const auto& now = new_scores.resolved().cohorts().list[cohort_of(new_scores, new_selection)];
  const auto& period = old_scores.evidence().periods()[before.period];
  // Rows are sorted, not changes: these are long, and g++ 12 warns of the optional values that a sort moves.
  struct Rows {
    std::size_t rank, row, old_row;
    std::string_view unit;
  };
  std::vector<Rows> sorted;
  for (const auto row : now.rows) {
    const auto unit = new_scores.evidence().unit(row);
    if (const auto old_row = old_scores.evidence().find(unit, period, before.track))
      sorted.push_back({new_ranks.of(row).value_or(~std::size_t{0}), row, *old_row, unit});
  }
  std::sort(sorted.begin(), sorted.end(),
            [](const Rows& a, const Rows& b) { return std::pair(a.rank, a.unit) < std::pair(b.rank, b.unit); });

  std::vector<Change> out;
  out.reserve(sorted.size());
  for (const auto& [rank, row, old_row, unit] : sorted) {
    auto& change = out.emplace_back(
        Change{.unit = unit, .old_row = old_row, .new_row = row, .old_rank = old_ranks.of(old_row), .new_rank = new_ranks.of(row)});
    change.moved = old_scores.evidence().block_of_row()[old_row] != before.block;
    if (change.old_rank && change.new_rank && !change.moved)
      change.places = static_cast<std::int64_t>(*change.old_rank) - static_cast<std::int64_t>(*change.new_rank);
    const auto old_index = old_scores.index(old_row), new_index = new_scores.index(row);
    if (!old_index || !new_index) continue;
    change.points = Rational(new_index->exact()) - Rational(old_index->exact());
    change.published_points = published_difference(new_index->published(), old_index->published());
  }
  return out;
}
CHISO_INLINE std::vector<Change> changes(const Scores& old_scores, const Selection& old_selection, const Scores& new_scores,
                                         const Selection& new_selection) {
  const RowRanks old_ranks(ranks(old_scores));
  const bool same = &old_scores.evidence() == &new_scores.evidence() && &old_scores.model().draft() == &new_scores.model().draft();
  return same ? changes(old_ranks, old_selection, old_ranks, new_selection)
              : changes(old_ranks, old_selection, RowRanks(ranks(new_scores)), new_selection);
}
}
