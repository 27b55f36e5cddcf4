#pragma once
#include <algorithm>
#include <chiso/core/problems.hpp>
#include <chiso/rank/classes.hpp>
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

CHISO_INLINE std::vector<RankedRow> ranking(const Scores& scores, const Selection& selection) {
  const auto cohort = cohort_of(scores, selection);
  const auto all = ranks(scores);
  const auto class_of = classes(scores, all);
  const auto& order = all.orders()[cohort];
  std::vector<RankedRow> out;
  for (std::size_t place = 0; place < order.size(); ++place) {
    const auto row = order.row(place);
    out.push_back({order.rank(place), row, scores.evidence().unit(row), *scores.index(row), class_of.of(row)});
  }
  return out;
}
}
