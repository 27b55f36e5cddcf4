#pragma once
#include <algorithm>
#include <bit>
#include <chiso/core/points.hpp>
#include <chiso/rank/order.hpp>
#include <numeric>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE RankingIndex::RankingIndex(const std::optional<Ratio>& index, RankKey key, const PublishDraft& publish) {
  if (!index) return;  // prefix 0: below every index
  *this = RankingIndex(key == RankKey::exact ? *index : Ratio{rounded(*index, publish.decimals, publish.rounding).digits(), 1}, key);
}
CHISO_INLINE RankingIndex::RankingIndex(const Ratio& value, RankKey key) : den_(static_cast<std::int64_t>(value.den)), num_(value.num) {
  // 2^55 steps to the unit: indices over one denominator always differ by more than a step. Digits are whole already. What is too large
  // (a bonus on next to nothing) has the greatest prefix, and is told apart by its fraction.
  const auto steps = (static_cast<uint128>(num_) << (key == RankKey::exact ? 55 : 0)) / static_cast<uint128>(den_);
  prefix_ = static_cast<std::uint64_t>(std::min<uint128>(steps, ~std::uint64_t{0} - 1)) + 1;
}
CHISO_INLINE std::optional<RankingIndex> RankingIndex::of_value(const std::optional<Ratio>& value, RankKey key) {
  if (!value) return RankingIndex();
  // At most 100 x (achieved + bonus) over 1 quantum, and 10^9 digits of each percent.
  const auto most = int128{1} << (key == RankKey::exact ? 62 : 92);
  const auto most_den = key == RankKey::exact ? most_quanta : std::int64_t{1};
  if (value->num < 0 || value->num >= most || value->den < 1 || value->den > most_den) return {};
  return RankingIndex(*value, key);
}

namespace detail {
/// `greater` if `a` is better.
CHISO_INLINE std::strong_ordering compare_keys(std::span<const RankingIndex> a, std::span<const RankingIndex> b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (const auto order = a[i] <=> b[i]; order != 0) return order;
  return std::strong_ordering::equal;
}
}

/// Sorts by distributing among ranges of equal width first: keys of many rows are spread out, so few of them are left to compare.
/// O(n log n) whatever they are.
namespace detail {
CHISO_INLINE void sort_packed(std::vector<uint128>& packed) {
  constexpr std::size_t worthwhile = 4096, in_a_range = 8;
  if (packed.size() < worthwhile) return std::sort(packed.begin(), packed.end());
  const auto prefix = [](uint128 one) { return static_cast<std::uint64_t>(one >> 64); };
  const auto [least, most] = std::minmax_element(packed.begin(), packed.end());
  const auto first = prefix(*least), width = prefix(*most) - first;
  const auto bits = std::bit_width(width), wanted = std::bit_width(packed.size() / in_a_range);
  const auto shift = bits > wanted ? bits - wanted : 0;
  const auto range_of = [&](uint128 one) { return static_cast<std::size_t>((prefix(one) - first) >> shift); };
  std::vector<std::uint32_t> end((width >> shift) + 1);
  for (const auto one : packed) ++end[range_of(one)];
  std::partial_sum(end.begin(), end.end(), end.begin());
  std::vector<uint128> out(packed.size());
  for (const auto one : packed) out[--end[range_of(one)]] = one;  // now each is where its range begins
  const auto at = [&](std::size_t range) {
    return out.begin() + static_cast<std::ptrdiff_t>(range < end.size() ? end[range] : out.size());
  };
  for (std::size_t range = 0; range < end.size(); ++range) std::sort(at(range), at(range + 1));
  packed = std::move(out);
}
}

CHISO_INLINE Order::Order(Rows rows, std::size_t width, Ties ties) : indices_(std::move(rows.indices)), width_(width), ties_(ties) {
  using detail::compare_keys;
  const auto count = rows.rows.size();
  // Whole numbers of 128 bits are sorted: the complement of the prefix, so that the best comes first, then the unit, then the place of the
  // row's key. Runs of one prefix, already by unit, are sorted once more if they are not equal throughout.
  std::vector<uint128> packed(count);
  bool told_apart = width == 1;  // prefixes tell all keys apart, as they do for indices over one denominator
  for (std::size_t i = 0; i < count; ++i) {
    const auto& index = indices_[i * width];
    told_apart = told_apart && index.is_told_apart_from(indices_[0]);
    packed[i] = static_cast<uint128>(~index.prefix()) << 64 | static_cast<uint128>(rows.units[i]) << 32 | i;
  }
  detail::sort_packed(packed);
  const auto key_of = [&](uint128 one) { return std::span(indices_).subspan(static_cast<std::uint32_t>(one) * width, width); };
  const auto equal = [&](std::size_t a, std::size_t b) { return told_apart || compare_keys(key_of(packed[a]), key_of(packed[b])) == 0; };

  rows_.resize(count);
  from_.resize(count);
  first_.resize(count);
  if (ties == Ties::ordinal) units_.resize(count);
  if (ties == Ties::dense) dense_.resize(count);
  for (std::size_t start = 0, end = 0; start < count; start = end) {
    bool tied = true;  // all of the run
    for (end = start + 1; end < count && packed[end] >> 64 == packed[start] >> 64; ++end) tied = tied && equal(end - 1, end);
    const auto at = [&](std::size_t place) { return packed.begin() + static_cast<std::ptrdiff_t>(place); };
    if (!tied)
      std::sort(at(start), at(end), [&](uint128 a, uint128 b) {
        const auto order = compare_keys(key_of(a), key_of(b));
        return order != 0 ? order > 0 : a < b;
      });
    for (auto place = start; place < end; ++place) {
      const auto from = static_cast<std::uint32_t>(packed[place]);
      rows_[place] = rows.rows[from];
      from_[place] = from;
      const bool as_before = place > start && (tied || equal(place - 1, place));
      first_[place] = as_before ? first_[place - 1] : static_cast<std::uint32_t>(place);
      if (ties == Ties::ordinal) units_[place] = static_cast<std::uint32_t>(packed[place] >> 32);
      if (ties == Ties::dense) dense_[place] = place == 0 ? 1 : dense_[place - 1] + (as_before ? 0 : 1);
    }
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

CHISO_INLINE std::size_t Order::rank_of(std::span<const RankingIndex> key, std::uint32_t unit,
                                        std::optional<std::size_t> instead_of) const {
  const auto better = first_below(0, key, true);            // so many are better
  const bool without = instead_of && *instead_of < better;  // one of them is left out
  if (ties_ == Ties::competition) return better + 1 - (without ? 1 : 0);
  if (ties_ == Ties::dense) {
    if (better == 0) return 1;
    const bool alone = without && !tied(*instead_of) && (*instead_of + 1 == size() || !tied(*instead_of + 1));
    return dense_[better - 1] + std::size_t{1} - (alone ? 1 : 0);
  }
  // Ordinal: the equals whose unit comes first stand before it too.
  const auto at = [&](std::size_t place) { return units_.begin() + static_cast<std::ptrdiff_t>(place); };
  const auto before = static_cast<std::size_t>(std::lower_bound(at(better), at(first_below(better, key, false)), unit) - units_.begin());
  return before + 1 - (instead_of && *instead_of < before ? 1 : 0);
}
}
