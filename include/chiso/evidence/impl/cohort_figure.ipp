#pragma once
#include <chiso/evidence/cohort_figure.hpp>
#include <chiso/expr/evaluate.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE Outcome cohort_figure(CohortFunction function, const CohortTotal& of) {
  if (function == CohortFunction::count) return {State::value, Rational(of.rows)};
  if (of.rows == 0) return {State::missing, {}};
  if (function == CohortFunction::sum) return {State::value, of.sum};
  return {State::value, function == CohortFunction::mean ? of.sum / Rational(of.rows) : of.best};
}
CHISO_INLINE bool operator==(const CohortTotal& a, const CohortTotal& b) { return a.rows == b.rows && a.sum == b.sum && a.best == b.best; }

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
