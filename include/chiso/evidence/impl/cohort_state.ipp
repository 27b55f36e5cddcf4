#pragma once
#include <chiso/evidence/cohort_state.hpp>
#include <chiso/evidence/impl/cohort_figure.ipp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE bool CohortState::counts(const Outcome& outcome) const {
  return counts_in_cohort(function_, of_, outcome.state, outcome.value.sign() == 0);
}
CHISO_INLINE void CohortState::add(const Outcome& outcome) {
  if (!counts(outcome)) return;
  ++rows_;
  if (sums(function_)) sum_ = sum_ + outcome.value;
  if (compares(function_)) ++values_[outcome.value];
}
CHISO_INLINE void CohortState::remove(const Outcome& outcome) {
  if (!counts(outcome)) return;
  --rows_;
  if (sums(function_)) sum_ = sum_ - outcome.value;
  if (!compares(function_)) return;
  const auto at = values_.find(outcome.value);
  if (at != values_.end() && --at->second == 0) values_.erase(at);
}
CHISO_INLINE void CohortState::merge(const CohortState& other) {
  rows_ += other.rows_;
  sum_ = sum_ + other.sum_;
  for (const auto& [value, rows] : std::map(other.values_)) values_[value] += rows;  // a copy, because the other may be this one
}
CHISO_INLINE Outcome CohortState::result() const {
  CohortTotal total{.rows = rows_, .sum = sum_};
  if (!values_.empty()) total.best = function_ == CohortFunction::max ? values_.rbegin()->first : values_.begin()->first;
  return cohort_figure(function_, total);
}
}
