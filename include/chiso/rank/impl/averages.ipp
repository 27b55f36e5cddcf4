#pragma once
#include <chiso/expr/rational.hpp>
#include <chiso/rank/averages.hpp>
#include <chiso/rank/impl/ranked_tallies.ipp>
#include <cstdint>
#include <unordered_map>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// The exact sum: by denominator first, then in pairs, then pairs of these, so that long numbers are few.
CHISO_INLINE Rational sum_of_indices(std::span<const Ratio> indices) {
  std::unordered_map<std::int64_t, int128> by_denominator;
  for (const auto& index : indices) by_denominator[static_cast<std::int64_t>(index.den)] += index.num;
  std::unordered_map<std::int64_t, int128> in_lowest_terms;  // 8 of 10 and 80 of 100 meet here
  for (const auto& [den, num] : by_denominator) {
    const auto lowest = reduced(num, den);
    in_lowest_terms[static_cast<std::int64_t>(lowest.den)] += lowest.num;
  }
  std::vector<Rational> parts;
  parts.reserve(in_lowest_terms.size());
  for (const auto& [den, num] : in_lowest_terms) parts.emplace_back(num, den);
  for (std::size_t count = parts.size(); count > 1; count = (count + 1) / 2) {
    for (std::size_t i = 0; i < count / 2; ++i) parts[i] = parts[2 * i] + parts[2 * i + 1];
    if (count % 2 != 0) parts[count / 2] = parts[count - 1];
  }
  return parts.front();
}
}

CHISO_INLINE Decimal mean(std::span<const Ratio> indices, const PublishDraft& publish) {
  const Rational count(static_cast<int128>(indices.size()));
  const auto published = [&](const Rational& sum) { return (sum / count).rounded(publish.decimals, publish.rounding); };
  // Whole parts, and of each fraction the multiples of 2^-64 that are in it: the sum lies from `least` to `least` and one of these for
  // each index. Rounding never falls as a number grows, so if both ends are rounded alike, so is the sum.
  int128 whole = 0, parts = 0;
  for (const auto& index : indices) {
    const auto rest = index.num % index.den;
    whole += index.num / index.den;
    parts += static_cast<int128>((static_cast<uint128>(rest) << 64) / static_cast<uint128>(index.den));
  }
  const Rational unit(1, int128{1} << 64);
  const auto least = Rational(whole) + Rational(parts) * unit;
  const auto low = published(least);
  return low == published(least + count * unit) ? low : published(detail::sum_of_indices(indices));
}

CHISO_INLINE std::vector<Averages> averages(const Ranked& ranked) { return RankedTallies(ranked).averages(); }
CHISO_INLINE std::vector<Averages> averages(const Ranks& ranks) { return RankedTallies(ranks).averages(); }
CHISO_INLINE std::vector<Averages> RankedTallies::averages() const {
  const auto& publish = scores_.model().publish();
  std::vector<Averages> out;
  std::vector<Ratio> indices;
  for (std::size_t cohort = 0; cohort < order_.cohorts(); ++cohort) {
    auto& of = out.emplace_back();
    const auto rows = order_.ranked(cohort);
    if (rows.empty()) continue;
    indices.clear();
    Ratio pooled{0, 0}, known{0, 0};
    for (const auto row : rows) {
      // Its numerator is scale x (achieved + bonus - penalty), held as the index is; its denominator what is applicable.
      const auto& exact = indices.emplace_back(*exact_index(tally(row), publish));
      pooled.num += exact.num;
      pooled.den += exact.den;
      known.num += 100 * int128{covered_.known[row]};
      known.den += covered_.asked[row];
    }
    if (known.den != 0) of.coverage = rounded(known, publish.decimals, publish.rounding);
    of.mean_index = mean(indices, publish);
    of.pooled_index = rounded(pooled, publish.decimals, publish.rounding);
  }
  return out;
}
}
