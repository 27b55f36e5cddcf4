#pragma once
#include <algorithm>
#include <chiso/core/points.hpp>
#include <chiso/rank/order.hpp>
#include <numeric>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE Figure::Figure(const std::optional<Ratio>& index, RankKey key, const PublishDraft& publish) {
  if (!index) return;  // prefix 0: below every index
  *this = Figure(key == RankKey::exact ? *index : Ratio{rounded(*index, publish.decimals, publish.rounding).digits(), 1}, key);
}
CHISO_INLINE Figure::Figure(const Ratio& value, RankKey key) : value_(value) {
  // 2^55 steps to the unit: indices over one denominator always differ by more than a step. Digits are whole already. What is too large
  // (a bonus on next to nothing) has the greatest prefix, and is told apart by its fraction.
  const auto steps = (static_cast<uint128>(value_.num) << (key == RankKey::exact ? 55 : 0)) / static_cast<uint128>(value_.den);
  prefix_ = static_cast<std::uint64_t>(std::min<uint128>(steps, ~std::uint64_t{0} - 1)) + 1;
}
CHISO_INLINE std::optional<Figure> Figure::of_value(const std::optional<Ratio>& value, RankKey key) {
  if (!value) return Figure();
  // At most 100 x (achieved + bonus) over 1 quantum, and 10^9 digits of each percent.
  const auto most = int128{1} << (key == RankKey::exact ? 62 : 92);
  const auto most_den = key == RankKey::exact ? most_quanta : std::int64_t{1};
  if (value->num < 0 || value->num >= most || value->den < 1 || value->den > most_den) return {};
  return Figure(*value, key);
}

namespace ordering {
/// `greater` where `a` is better.
CHISO_INLINE std::strong_ordering compare_keys(std::span<const Figure> a, std::span<const Figure> b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (const auto order = a[i] <=> b[i]; order != 0) return order;
  return std::strong_ordering::equal;
}
}

CHISO_INLINE Order::Order(Rows rows, std::size_t width, Ties ties) : figures_(std::move(rows.figures)), width_(width), ties_(ties) {
  using ordering::compare_keys;
  const auto count = rows.rows.size();
  // Whole numbers of 128 bits are sorted: the complement of the prefix, so that the best comes first, then the unit, then where the row's
  // figures are. Runs of one prefix, already by unit, are sorted once more where they are not equal throughout.
  std::vector<uint128> packed(count);
  for (std::size_t i = 0; i < count; ++i)
    packed[i] = static_cast<uint128>(~figures_[i * width].prefix()) << 64 | static_cast<uint128>(rows.units[i]) << 32 | i;
  std::sort(packed.begin(), packed.end());
  const auto key_of = [&](uint128 one) { return std::span(figures_).subspan(static_cast<std::uint32_t>(one) * width, width); };
  const auto equal = [&](std::size_t a, std::size_t b) { return compare_keys(key_of(packed[a]), key_of(packed[b])) == 0; };

  rows_.reserve(count);
  units_.reserve(count);
  from_.reserve(count);
  first_.reserve(count);
  dense_.reserve(count);
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
      rows_.push_back(rows.rows[from]);
      units_.push_back(rows.units[from]);
      from_.push_back(from);
      const bool as_before = place > start && (tied || equal(place - 1, place));
      first_.push_back(as_before ? first_.back() : static_cast<std::uint32_t>(place));
      dense_.push_back(place == 0 ? 1 : dense_.back() + (as_before ? 0 : 1));
    }
  }
}

CHISO_INLINE std::size_t Order::first_below(std::size_t from, std::span<const Figure> key, bool or_equal) const {
  std::size_t end = size();
  while (from < end) {
    const auto middle = from + (end - from) / 2;
    const auto order = ordering::compare_keys(this->key(middle), key);
    if (order > 0 || (order == 0 && !or_equal))
      from = middle + 1;
    else
      end = middle;
  }
  return from;
}

CHISO_INLINE std::size_t Order::rank_of(std::span<const Figure> key, std::uint32_t unit, std::optional<std::size_t> instead_of) const {
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
