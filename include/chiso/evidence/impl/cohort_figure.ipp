#pragma once
#include <chiso/evidence/cohort_figure.hpp>
#include <chiso/expr/evaluate.hpp>

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

CHISO_INLINE void CohortTotal::merge(CohortFunction function, const CohortTotal& other) {
  sum = sum + other.sum;
  const bool better = function == CohortFunction::max ? other.best > best : other.best < best;
  if (compares(function) && other.rows > 0 && (rows == 0 || better)) best = other.best;
  rows += other.rows;
}

namespace detail {
/// The running figures of a cohort. `Number` is the k of k / 10^decimals, or an exact number.
template <class Number, class Sum>
struct RunningSum {
  std::int64_t rows = 0;
  Sum sum{};
  Number best{};
  void add(CohortFunction function, const Number& value) {
    if (sums(function)) sum = sum + value;
    if (function == CohortFunction::max ? rows == 0 || value > best : function == CohortFunction::min && (rows == 0 || value < best))
      best = value;
    ++rows;
  }
};
}
CHISO_INLINE std::vector<CohortTotal> totals_of_term(const CohortTerm& term, const Cohorts& cohorts, const Batch& batch) {
  using namespace detail;
  std::vector<CohortTotal> out;
  out.reserve(cohorts.list.size());
  const auto& nodes = term.of.nodes;
  if (nodes.size() == 1 && nodes[0].op == Op::measure) {
    const auto& column = batch.measures[static_cast<std::size_t>(nodes[0].index)];
    std::vector<RunningSum<std::int64_t, int128>> running(cohorts.list.size());
    for (std::size_t row = 0; row < batch.rows; ++row) {
      const auto k = column.values[row];
      if (counts_in_cohort(term.function, term.of.type, column.state(row), k == 0)) running[cohorts.of_row[row]].add(term.function, k);
    }
    const auto power = Decimal::power(column.decimals);
    for (const auto& of : running) out.push_back({of.rows, {of.sum, power}, {of.best, power}});
    return out;
  }
  std::vector<RunningSum<Rational, Rational>> running(cohorts.list.size());
  for (std::size_t row = 0; row < batch.rows; ++row) {
    const auto outcome = evaluate(term.of, batch, row);
    if (counts_in_cohort(term.function, term.of.type, outcome.state, outcome.value.sign() == 0))
      running[cohorts.of_row[row]].add(term.function, outcome.value);
  }
  for (const auto& of : running) out.push_back({of.rows, of.sum, of.best});
  return out;
}
}
