#pragma once
#include <algorithm>
#include <chiso/rank/impl/ranks.ipp>
#include <chiso/rank/impl/row_ranks.ipp>
#include <chiso/rank/ordered_rows.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE OrderedRows::OrderedRows(const Scores& scores) {
  rows_.reserve(scores.rows());
  first_.push_back(0);
}
CHISO_INLINE void OrderedRows::add(const Scores& scores, const Places& order) {
  const auto& all = scores.resolved().cohorts().list[cohorts()].rows;
  const auto start = static_cast<std::ptrdiff_t>(rows_.size()), others = start + static_cast<std::ptrdiff_t>(order.size());
  rows_.insert(rows_.end(), order.rows().begin(), order.rows().end());
  if (order.size() != all.size()) {
    std::vector<std::uint32_t> ranked(rows_.begin() + start, rows_.end());
    std::sort(ranked.begin(), ranked.end());
    for (const auto row : all)
      if (!std::binary_search(ranked.begin(), ranked.end(), static_cast<std::uint32_t>(row)))
        rows_.push_back(static_cast<std::uint32_t>(row));
    const auto units = scores.evidence().unit_of_row();
    std::sort(rows_.begin() + others, rows_.end(), [&](std::uint32_t a, std::uint32_t b) { return units[a] < units[b]; });
  }
  ranked_.push_back(order.size());
  first_.push_back(rows_.size());
}
CHISO_INLINE OrderedRows::OrderedRows(const Ranks& ranks) : OrderedRows(ranks.scores()) {
  for (const auto& order : ranks.orders()) add(ranks.scores(), order);
}
CHISO_INLINE OrderedRows::OrderedRows(const RowRanks& ranks) : OrderedRows(ranks.scores()) {
  const auto units = ranks.scores().evidence().unit_of_row();
  const auto key = [&](std::uint32_t row) { return std::pair(ranks.of(row).value_or(~std::size_t{0}), units[row]); };
  for (const auto& cohort : ranks.scores().resolved().cohorts().list) {
    const auto first = static_cast<std::ptrdiff_t>(rows_.size());
    for (const auto row : cohort.rows) rows_.push_back(static_cast<std::uint32_t>(row));
    std::sort(rows_.begin() + first, rows_.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    ranked_.push_back(static_cast<std::size_t>(
        std::count_if(cohort.rows.begin(), cohort.rows.end(), [&](std::size_t row) { return ranks.of(row).has_value(); })));
    first_.push_back(rows_.size());
  }
}
}
