#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <chiso/rank/sorted_keys.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE SortedKeys::SortedKeys(UnsetVector<std::uint64_t> keys, std::span<const std::uint32_t> units,
                                    std::span<const std::uint32_t> rows) {
  if (keys.empty()) return;
  if (!std::is_sorted(units.begin(), units.end())) {
    packed_.reserve(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) packed_.push_back(std::uint64_t{units[i]} << 32 | i);
    sort(packed_, 32, static_cast<int>(std::bit_width(*std::max_element(units.begin(), units.end()))));
    by_unit_.assign(packed_.begin(), packed_.end());  // the lower half
    for (std::size_t i = 0; i < keys.size(); ++i) packed_[i] = keys[by_unit_[i]];
    keys.swap(packed_);
  }
  std::uint64_t differing = 0;
  for (const auto key : keys) {
    best_ = (std::max)(best_, key);
    differing |= key ^ keys.front();
  }
  // Of the key only bits are packed that differ somewhere: from the lowest of these, or a higher one where there is no room for all.
  const bool are_rows = by_unit_.empty() && !rows.empty();
  place_bits_ = static_cast<int>(std::bit_width(are_rows ? rows.back() : keys.size() - 1));
  const auto bits = static_cast<int>(std::bit_width(differing)), same = differing == 0 ? 0 : std::countr_zero(differing);
  left_out_ = (std::max)(same, bits + place_bits_ - 64);
  is_exact_ = left_out_ == same;
  const auto from = best_ | ((std::uint64_t{1} << left_out_) - 1);  // what is left out is never borrowed from
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = (from - keys[i]) >> left_out_ << place_bits_ | (are_rows ? rows[i] : i);
  packed_ = std::move(keys);
  sort(packed_, place_bits_, bits - left_out_);
  if (!rows.empty())
    for (auto& place : by_unit_) place = rows[place];
}

/// By `bits` bits from `first_bit` on; those below ascend already, and those above are 0.
CHISO_INLINE void SortedKeys::sort(UnsetVector<std::uint64_t>& list, int first_bit, int bits) {
  constexpr std::size_t worthwhile = 2048;  // for shorter lists the counts of the digits' values would take longer
  if (list.size() < worthwhile) return std::sort(list.begin(), list.end());
  // So few values that the places at which they are written stay in the nearest cache.
  constexpr int most_bits = 9;
  const auto digits = static_cast<std::size_t>((bits + most_bits - 1) / most_bits);
  const int digit_bits = digits == 0 ? 0 : (bits + static_cast<int>(digits) - 1) / static_cast<int>(digits);
  const auto digit = [&](std::uint64_t one, std::size_t i) {
    return one >> (first_bit + digit_bits * static_cast<int>(i)) & ((std::uint64_t{1} << digit_bits) - 1);
  };
  std::array<std::array<std::uint32_t, std::size_t{1} << most_bits>, 64 / most_bits + 1> next{};
  for (const auto one : list)
    for (std::size_t i = 0; i < digits; ++i) ++next[i][digit(one, i)];
  UnsetVector<std::uint64_t> other(list.size());
  for (std::size_t i = 0; i < digits; ++i) {
    auto& places = next[i];
    std::uint32_t before = 0;
    for (auto& count : places) before += std::exchange(count, before);
    for (const auto one : list) other[places[digit(one, i)]++] = one;
    list.swap(other);
  }
}

template <class Compare>
void SortedKeys::sort_again(std::size_t from, std::size_t to, const Compare& order) {
  const auto at = [&](std::size_t place) { return packed_.begin() + static_cast<std::ptrdiff_t>(place); };
  std::sort(at(from), at(to), [&](std::uint64_t a, std::uint64_t b) {
    const auto of = order(this->from(a), this->from(b));
    return of != 0 ? of > 0 : a < b;
  });
}
}
