#pragma once
#include <chiso/rank/impl/coverage_range.ipp>
#include <chiso/rank/warnings.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::vector<Problem> warnings(const Ranked& ranked) {
  const auto& scores = ranked.scores();
  const auto& evidence = scores.evidence();
  const auto covered = scores.coverages();
  std::vector<Problem> out;
  const auto& cohorts = scores.resolved().cohorts().list;
  for (std::size_t cohort = 0; cohort < cohorts.size(); ++cohort) {
    CoverageRange range;
    for (const auto row : ranked.order().ranked(cohort)) range.add(covered.of(row), evidence.unit(row));
    const auto row = cohorts[cohort].rows.front();
    if (auto warning = range.warning(scores.model(), evidence.period(row), cohorts[cohort].track)) out.push_back(std::move(*warning));
  }
  return out;
}
}
