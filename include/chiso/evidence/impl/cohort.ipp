#pragma once
#include <algorithm>
#include <chiso/evidence/cohort.hpp>
#include <chiso/expr/evaluate.hpp>
#include <numeric>
#include <tuple>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE Cohorts cohorts(const Evidence& evidence) {
  const auto blocks = evidence.block_of_row(), periods = evidence.period_of_row();
  const auto tracks = evidence.track_of_row();
  const auto rows = evidence.rows();
  // Counting sorts by track, period, block in turn: each keeps the order of the ones before, and of the rows.
  std::vector<std::uint32_t> order(rows), next(rows);
  std::iota(order.begin(), order.end(), std::uint32_t{0});
  const auto sort_by = [&](const auto& key, std::size_t keys) {
    if (keys < 2) return;
    std::vector<std::size_t> place(keys + 1);
    for (const auto value : key) ++place[value + 1U];
    std::partial_sum(place.begin(), place.end(), place.begin());
    for (const auto row : order) next[place[key[row]]++] = row;
    order.swap(next);
  };
  sort_by(tracks, evidence.model().tracks().size());
  sort_by(periods, evidence.periods().size());
  sort_by(blocks, evidence.blocks().size());

  Cohorts out;
  out.of_row.resize(rows);
  const auto key = [&](std::uint32_t row) { return std::tuple(blocks[row], periods[row], tracks[row]); };
  for (std::size_t i = 0; i < rows;) {
    const auto start = i;
    while (i < rows && key(order[i]) == key(order[start])) out.of_row[order[i++]] = static_cast<std::uint32_t>(out.list.size());
    const auto at = [&](std::size_t place) { return order.begin() + static_cast<std::ptrdiff_t>(place); };
    out.list.push_back({blocks[order[start]], periods[order[start]], tracks[order[start]], {at(start), at(i)}});
  }
  return out;
}

CHISO_INLINE bool CohortState::counts(const Outcome& outcome) const {
  return counts_in_cohort(function_, of_, outcome.state, outcome.value.sign() == 0);
}
CHISO_INLINE void CohortState::add(const Outcome& outcome) {
  if (!counts(outcome)) return;
  ++rows_;
  if (sums()) sum_ = sum_ + outcome.value;
  if (compares()) ++values_[outcome.value];
}
CHISO_INLINE void CohortState::remove(const Outcome& outcome) {
  if (!counts(outcome)) return;
  --rows_;
  if (sums()) sum_ = sum_ - outcome.value;
  if (!compares()) return;
  const auto at = values_.find(outcome.value);
  if (at != values_.end() && --at->second == 0) values_.erase(at);
}
CHISO_INLINE void CohortState::merge(const CohortState& other) {
  rows_ += other.rows_;
  sum_ = sum_ + other.sum_;
  for (const auto& [value, rows] : std::map(other.values_)) values_[value] += rows;  // a copy: it may be this one
}
CHISO_INLINE Outcome CohortState::result() const {
  const bool none = values_.empty();
  return cohort_figure(function_, rows_, sum_,
                       none                               ? Rational()
                       : function_ == CohortFunction::max ? values_.rbegin()->first
                                                          : values_.begin()->first);
}

namespace cohort_sums {
/// The running figures of a cohort: `Number` is k of k / 10^decimals, or exact.
template <class Number, class Sum>
struct Running {
  std::int64_t rows = 0;
  Sum sum{};
  Number best{};
  void add(CohortFunction function, const Number& value) {
    if (function == CohortFunction::sum || function == CohortFunction::mean)
      sum = sum + value;
    else if (rows == 0 || (function == CohortFunction::max && value > best) || (function == CohortFunction::min && value < best))
      best = value;
    ++rows;
  }
};
}
CHISO_INLINE std::vector<Outcome> cohort_figures(const CohortTerm& term, const Cohorts& cohorts, const Batch& batch) {
  using namespace cohort_sums;
  std::vector<Outcome> out;
  out.reserve(cohorts.list.size());
  const auto& nodes = term.of.nodes;
  if (nodes.size() == 1 && nodes[0].op == Op::measure) {
    const auto& column = batch.measures[static_cast<std::size_t>(nodes[0].index)];
    std::vector<Running<std::int64_t, int128>> running(cohorts.list.size());
    for (std::size_t row = 0; row < batch.rows; ++row) {
      const auto k = column.values[row];
      if (counts_in_cohort(term.function, term.of.type, column.state(row), k == 0)) running[cohorts.of_row[row]].add(term.function, k);
    }
    const auto power = Decimal::power(column.decimals);
    for (const auto& of : running) out.push_back(cohort_figure(term.function, of.rows, {of.sum, power}, {of.best, power}));
    return out;
  }
  std::vector<Running<Rational, Rational>> running(cohorts.list.size());
  for (std::size_t row = 0; row < batch.rows; ++row) {
    const auto outcome = evaluate(term.of, batch, row);
    if (counts_in_cohort(term.function, term.of.type, outcome.state, outcome.value.sign() == 0))
      running[cohorts.of_row[row]].add(term.function, outcome.value);
  }
  for (const auto& of : running) out.push_back(cohort_figure(term.function, of.rows, of.sum, of.best));
  return out;
}
}
