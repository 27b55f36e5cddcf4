#pragma once
#include <algorithm>
#include <chiso/rank/impl/ranking_index.ipp>
#include <chiso/rank/ordered_values.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE OrderedValues::OrderedValues(std::vector<Rational> values, ValueOrder order) : values_(std::move(values)), order_(order) {
  std::sort(values_.begin(), values_.end(), [&](const Rational& a, const Rational& b) { return is_before(a, b); });
  values_.erase(std::unique(values_.begin(), values_.end()), values_.end());
}
CHISO_INLINE RankingIndex OrderedValues::key(const TieValue& value) const {
  if (!value) return {};
  const auto at =
      std::lower_bound(values_.begin(), values_.end(), *value, [&](const Rational& a, const Rational& b) { return is_before(a, b); });
  // Even numbers are between two of the values, odd ones are theirs.
  const auto below = static_cast<std::uint64_t>(at - values_.begin());
  return RankingIndex::of_place(2 * below + (at != values_.end() && *at == *value ? 1 : 0));
}
}
