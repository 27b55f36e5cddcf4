#pragma once
#include <algorithm>
#include <chiso/evidence/cohort.hpp>
#include <chiso/evidence/columns.hpp>
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

CHISO_INLINE CohortName name_of(const Evidence& evidence, const Cohort& cohort) {
  return {evidence.blocks()[cohort.block], evidence.periods()[cohort.period], cohort.track};
}
CHISO_INLINE std::string to_text(const CohortName& name, const Model& model) {
  return "block '" + name.block + "', period '" + name.period + "', track '" + model.tracks()[name.track] + "'";
}
CHISO_INLINE void check_one_table(std::span<const CohortName> names, const Model& model) {
  for (const auto& name : names) {
    if (name.track >= model.tracks().size()) throw ShapeError("a cohort of a track that the model lacks");
    if (model.declares_blocks() && !name.block.empty() && !model.block(name.block))
      throw ShapeError("a cohort of block '" + name.block + "', which the model lacks");
    const auto& first = names.front();
    if (name.block.empty() != first.block.empty())
      throw ShapeError("cohorts of the unnamed block and of block '" + first.block + name.block + "' are of no one table");
    if (shape_of_period(name.period) != shape_of_period(first.period))
      throw ShapeError("cohorts of periods '" + first.period + "' and '" + name.period + "', which have two shapes, are of no one table");
  }
}

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
  for (const auto& [value, rows] : std::map(other.values_)) values_[value] += rows;  // a copy: it may be this one
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

namespace cohort_sums {
/// The running figures of a cohort: `Number` is k of k / 10^decimals, or exact.
template <class Number, class Sum>
struct Running {
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
  using namespace cohort_sums;
  std::vector<CohortTotal> out;
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
    for (const auto& of : running) out.push_back({of.rows, {of.sum, power}, {of.best, power}});
    return out;
  }
  std::vector<Running<Rational, Rational>> running(cohorts.list.size());
  for (std::size_t row = 0; row < batch.rows; ++row) {
    const auto outcome = evaluate(term.of, batch, row);
    if (counts_in_cohort(term.function, term.of.type, outcome.state, outcome.value.sign() == 0))
      running[cohorts.of_row[row]].add(term.function, outcome.value);
  }
  for (const auto& of : running) out.push_back({of.rows, of.sum, of.best});
  return out;
}
}
