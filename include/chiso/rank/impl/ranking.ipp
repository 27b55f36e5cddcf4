#pragma once
#include <algorithm>
#include <chiso/core/problems.hpp>
#include <chiso/rank/ranking.hpp>
#include <chiso/score/problems.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::size_t cohort_of(const Scores& scores, const Selection& selection) {
  const auto& evidence = scores.evidence();
  const auto block = index_of_name(nouns::block, selection.block, evidence.blocks());
  const auto period = index_of_name(nouns::period, selection.period, evidence.periods());
  const auto tracks = scores.model().tracks();
  const auto track = selection.track.empty() ? tracks.size() - 1 : index_of_name(nouns::track, selection.track, tracks);
  const auto& list = scores.resolved().cohorts().list;
  const auto at = std::find_if(list.begin(), list.end(), [&](const Cohort& cohort) {
    return cohort.block == block && cohort.period == period && cohort.track == track;
  });
  if (at == list.end())
    throw UnknownNameError(
        problem_at({}, Severity::error, problems::row_absent,
                   {Argument(absent_rows::of_block, {selection.block, selection.period, tracks[track]}), absent_rows::of_the_evidence}));
  return static_cast<std::size_t>(at - list.begin());
}

CHISO_INLINE std::vector<RankedRow> ranking(const Ranked& ranked, const Selection& selection) {
  const auto& scores = ranked.scores();
  const auto rows = ranked.order().ranked(cohort_of(scores, selection));
  std::vector<RankedRow> out;
  out.reserve(rows.size());
  for (const auto row : rows)
    out.push_back({*ranked.ranks().of(row), row, scores.evidence().unit(row), *scores.index(row), ranked.classes().of(row)});
  return out;
}
CHISO_INLINE std::vector<RankedRow> ranking(const Scores& scores, const Selection& selection) {
  cohort_of(scores, selection);  // what does not occur is reported before anything is ranked
  return ranking(Ranked(scores), selection);
}
}
