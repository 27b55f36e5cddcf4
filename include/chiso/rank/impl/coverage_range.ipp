#pragma once
#include <chiso/rank/coverage_range.hpp>
#include <chiso/rank/warning_problems.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE void CoverageRange::add(const Coverage& coverage, std::string_view unit) {
  if (coverage.asked == 0) return;
  const auto less = [](const Coverage& a, const Coverage& b) { return int128{a.known} * b.asked < int128{b.known} * a.asked; };
  if (!least_ || less(coverage, least_->coverage)) least_ = Row{coverage, std::string(unit)};
  if (!most_ || less(most_->coverage, coverage)) most_ = Row{coverage, std::string(unit)};
}
CHISO_INLINE std::optional<Problem> CoverageRange::warning(const Model& model, std::string_view period, std::uint16_t track) const {
  constexpr int128 most_apart = 20;  // percentage points
  if (!least_) return {};
  const auto &least = least_->coverage, &most = most_->coverage;
  // most.known / most.asked - least.known / least.asked > 20 / 100; each number has at most 60 bits
  const auto apart = int128{most.known} * least.asked - int128{least.known} * most.asked;
  if (100 * apart <= most_apart * (int128{most.asked} * least.asked)) return {};
  const auto percent = [&](const Coverage& of) { return of.published(model.publish())->text() + "%"; };
  const auto name = [&](const Row& row) {
    std::string out = row.unit;
    if (!period.empty()) out.append(", ").append(period);
    if (model.tracks().size() > 1) out.append(", ").append(model.tracks()[track]);
    return out;
  };
  return problem_at({.pointer = "/coverage"}, Severity::warning, problems::coverage_differs,
                    {percent(least), name(*least_), percent(most), name(*most_)});
}
}
