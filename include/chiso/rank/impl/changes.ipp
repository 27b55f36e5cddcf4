#pragma once
#include <algorithm>
#include <chiso/core/problems.hpp>
#include <chiso/rank/changes.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE Decimal published_difference(const Decimal& now, const Decimal& before) {
  const int scale = (std::max)(now.scale(), before.scale());
  return Decimal::fixed(now.digits() * Decimal::power(scale - now.scale()) - before.digits() * Decimal::power(scale - before.scale()),
                        scale);
}

namespace detail {
/// The old rows that the units of a new cohort are compared with: of a period and track, ranked among the units of a block if it occurs.
struct OldRows {
  const RowRanks& ranks;
  std::string_view period;
  std::size_t track;
  std::optional<std::uint32_t> block;
};
CHISO_INLINE void add_changes(const OldRows& old, const RowRanks& new_ranks, const Cohort& now, std::vector<Change>& out) {
  const auto &old_scores = old.ranks.scores(), &new_scores = new_ranks.scores();
  // Rows are sorted, not changes: these are long, and g++ 12 warns of the optional values that a sort moves.
  struct Rows {
    std::size_t rank, row, old_row;
    std::string_view unit;
  };
  std::vector<Rows> sorted;
  for (const auto row : now.rows) {
    const auto unit = new_scores.evidence().unit(row);
    if (const auto old_row = old_scores.evidence().find(unit, old.period, old.track))
      sorted.push_back({new_ranks.of(row).value_or(~std::size_t{0}), row, *old_row, unit});
  }
  std::sort(sorted.begin(), sorted.end(),
            [](const Rows& a, const Rows& b) { return std::pair(a.rank, a.unit) < std::pair(b.rank, b.unit); });

  out.reserve(out.size() + sorted.size());
  for (const auto& [rank, row, old_row, unit] : sorted) {
    auto& change = out.emplace_back(
        Change{.unit = unit, .old_row = old_row, .new_row = row, .old_rank = old.ranks.of(old_row), .new_rank = new_ranks.of(row)});
    change.moved = old.block != old_scores.evidence().block_of_row()[old_row];
    if (change.old_rank && change.new_rank && !change.moved)
      change.places = static_cast<std::int64_t>(*change.old_rank) - static_cast<std::int64_t>(*change.new_rank);
    const auto old_index = old_scores.index(old_row), new_index = new_scores.index(row);
    if (!old_index || !new_index) continue;
    change.points = Rational(new_index->exact()) - Rational(old_index->exact());
    change.published_points = published_difference(new_index->published(), old_index->published());
  }
}
}

CHISO_INLINE std::vector<Change> changes(const RowRanks& old_ranks, const Selection& old_selection, const RowRanks& new_ranks,
                                         const Selection& new_selection) {
  const auto &old_scores = old_ranks.scores(), &new_scores = new_ranks.scores();
  const auto& before = old_scores.resolved().cohorts().list[cohort_of(old_scores, old_selection)];
  const auto& now = new_scores.resolved().cohorts().list[cohort_of(new_scores, new_selection)];
  std::vector<Change> out;
  detail::add_changes({old_ranks, old_scores.evidence().periods()[before.period], before.track, before.block}, new_ranks, now, out);
  return out;
}
CHISO_INLINE std::vector<Change> changes_of_all_blocks(const RowRanks& old_ranks, const PeriodAndTrack& before, const RowRanks& new_ranks,
                                                       const PeriodAndTrack& now) {
  const auto track_of = [](const Model& model, const std::string& name) {
    return name.empty() ? model.tracks().size() - 1 : index_of_name(nouns::track, name, model.tracks());
  };
  const auto &old_scores = old_ranks.scores(), &new_scores = new_ranks.scores();
  const auto &old_evidence = old_scores.evidence(), &new_evidence = new_scores.evidence();
  index_of_name(nouns::period, before.period, old_evidence.periods());
  const auto old_track = track_of(old_scores.model(), before.track), track = track_of(new_scores.model(), now.track);
  const auto period = index_of_name(nouns::period, now.period, new_evidence.periods());
  const auto& old_blocks = old_evidence.blocks();
  std::vector<Change> out;
  for (const auto& cohort : new_scores.resolved().cohorts().list) {
    if (cohort.period != period || cohort.track != track) continue;
    const auto at = std::find(old_blocks.begin(), old_blocks.end(), new_evidence.blocks()[cohort.block]);
    const auto block = at == old_blocks.end() ? std::nullopt : std::optional(static_cast<std::uint32_t>(at - old_blocks.begin()));
    detail::add_changes({old_ranks, before.period, old_track, block}, new_ranks, cohort, out);
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
