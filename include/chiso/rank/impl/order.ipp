#pragma once
#include <algorithm>
#include <chiso/rank/impl/ordered_values.ipp>
#include <chiso/rank/impl/sorted_keys.ipp>
#include <chiso/rank/order.hpp>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// `greater` if `a` is better.
CHISO_INLINE std::strong_ordering compare_keys(std::span<const RankingIndex> a, std::span<const RankingIndex> b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (const auto order = a[i] <=> b[i]; order != 0) return order;
  return std::strong_ordering::equal;
}

/// Sorts places whose keys are not told apart by `compare`, which compares what stands there. Tells of each place whether it is equal to
/// the one before it.
template <class Compare>
LargeVector<std::uint8_t> told_apart(SortedKeys& sorted, const Compare& compare) {
  const auto count = sorted.size();
  const auto equals = [&](std::size_t place) { return compare(sorted[place - 1], sorted[place]) == 0; };
  LargeVector<std::uint8_t> as_before(count);
  for (std::size_t start = 0, end = 0; start < count; start = end) {
    bool tied = true;  // all of the run, which is by unit then already
    for (end = start + 1; end < count && sorted.is_same(start, end); ++end) tied = tied && equals(end);
    if (!tied) sorted.sort_again(start, end, compare);
    for (auto place = start + 1; place < end; ++place) as_before[place] = tied || equals(place) ? 1 : 0;
  }
  return as_before;
}
}

template <class AsBefore>
Places::Places(const SortedKeys& sorted, Part of, Ties ties, const AsBefore& as_before)
    : rows_(of.end - of.begin), first_(rows_.size()), dense_(ties == Ties::dense ? rows_.size() : 0), ties_(ties) {
  std::uint32_t first = 0, dense = 0;
  for (std::size_t place = 0; place < size(); ++place) {
    if (place == 0 || !as_before(of.begin + place)) {
      first = static_cast<std::uint32_t>(place);
      ++dense;
    }
    rows_[place] = sorted[of.begin + place];
    first_[place] = first;
    if (!dense_.empty()) dense_[place] = dense;
  }
}

CHISO_INLINE Order::Order(Rows rows, std::size_t width, Ties ties)
    : indices_(std::move(rows.indices)), values_(std::move(rows.values)), width_(width) {
  const auto count = rows.rows.size();
  UnsetVector<std::uint64_t> keys;
  keys.reserve(count);
  for (std::size_t i = 0; i < count && width == 1; ++i) {
    const auto whole = indices_[i].whole_over(indices_[0]);
    if (!whole) break;
    keys.push_back(*whole);
  }
  const bool are_whole = keys.size() == count;
  if (!are_whole) keys.clear();
  for (auto i = keys.size(); i < count; ++i) keys.push_back(indices_[i * width].prefix());
  SortedKeys sorted(std::move(keys), rows.units);
  const bool are_told_apart = are_whole && sorted.is_exact();
  const auto as_before = detail::told_apart(sorted, [&](std::size_t a, std::size_t b) {
    if (are_told_apart) return std::strong_ordering::equal;
    return detail::compare_keys(std::span(indices_).subspan(a * width, width), std::span(indices_).subspan(b * width, width));
  });
  Places::operator=(Places(sorted, {0, count}, ties, [&](std::size_t place) { return as_before[place] != 0; }));
  from_.resize(count);
  if (ties == Ties::ordinal) units_.resize(count);
  for (std::size_t place = 0; place < count; ++place) {
    from_[place] = rows_[place];
    rows_[place] = rows.rows[from_[place]];
    if (ties == Ties::ordinal) units_[place] = rows.units[from_[place]];
  }
}

CHISO_INLINE std::size_t Order::first_below(std::size_t from, std::span<const RankingIndex> key, bool or_equal) const {
  std::size_t end = size();
  while (from < end) {
    const auto middle = from + (end - from) / 2;
    const auto order = detail::compare_keys(this->key(middle), key);
    if (order > 0 || (order == 0 && !or_equal))
      from = middle + 1;
    else
      end = middle;
  }
  return from;
}

CHISO_INLINE std::size_t Order::place_of(std::span<const RankingIndex> key, std::optional<std::size_t> instead_of) const {
  const auto better = first_below(0, key, true);
  return better + 1 - (instead_of && *instead_of < better ? 1 : 0);
}
CHISO_INLINE std::size_t Order::rank_of(std::span<const RankingIndex> key, std::uint32_t unit,
                                        std::optional<std::size_t> instead_of) const {
  const auto better = first_below(0, key, true);  // so many are better
  if (ties_ == Ties::competition) return place_of(key, instead_of);
  if (ties_ == Ties::dense) {
    if (better == 0) return 1;
    const bool without = instead_of && *instead_of < better;  // one of them is left out
    const bool alone = without && !tied(*instead_of) && (*instead_of + 1 == size() || !tied(*instead_of + 1));
    return dense_[better - 1] + std::size_t{1} - (alone ? 1 : 0);
  }
  // Ordinal: the equals whose unit comes first stand before it too.
  const auto at = [&](std::size_t place) { return units_.begin() + static_cast<std::ptrdiff_t>(place); };
  const auto before = static_cast<std::size_t>(std::lower_bound(at(better), at(first_below(better, key, false)), unit) - units_.begin());
  return before + 1 - (instead_of && *instead_of < before ? 1 : 0);
}
}
