#pragma once
#include <chiso/rank/warning_problems.hpp>
#include <chiso/rank/warnings.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::vector<Problem> warnings(const Ranked& ranked) {
  constexpr int128 most_apart = 20;  // percentage points
  const auto& scores = ranked.scores();
  const auto& evidence = scores.evidence();
  const auto covered = scores.coverages();
  const auto less = [](const Coverage& a, const Coverage& b) { return int128{a.known} * b.asked < int128{b.known} * a.asked; };
  std::vector<Problem> out;
  const auto& cohorts = scores.resolved().cohorts().list;
  for (std::size_t cohort = 0; cohort < cohorts.size(); ++cohort) {
    std::optional<std::size_t> low, high;
    for (const auto row : ranked.order().ranked(cohort)) {
      const auto of = covered.of(row);
      if (of.asked == 0) continue;
      if (!low || less(of, covered.of(*low))) low = row;
      if (!high || less(covered.of(*high), of)) high = row;
    }
    if (!low) continue;
    const auto least = covered.of(*low), most = covered.of(*high);
    // most.known / most.asked - least.known / least.asked > 20 / 100; each number has at most 60 bits
    const auto apart = int128{most.known} * least.asked - int128{least.known} * most.asked;
    if (100 * apart <= most_apart * (int128{most.asked} * least.asked)) continue;
    const auto percent = [&](const Coverage& of) { return of.published(scores.model().publish())->text() + "%"; };
    const auto name = [&](std::size_t row) {
      std::string of(evidence.unit(row));
      if (!evidence.period(row).empty()) of.append(", ").append(evidence.period(row));
      if (scores.model().tracks().size() > 1) of.append(", ").append(scores.model().tracks()[evidence.track(row)]);
      return of;
    };
    out.push_back(problem_at({.pointer = "/coverage"}, Severity::warning, problems::coverage_differs,
                             {percent(least), name(*low), percent(most), name(*high)}));
  }
  return out;
}
}
