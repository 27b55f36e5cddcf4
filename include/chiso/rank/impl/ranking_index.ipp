#pragma once
#include <algorithm>
#include <chiso/core/points.hpp>
#include <chiso/rank/ranking_index.hpp>

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
  // Whole numbers of 62 bits (see exact_index), or the digits of such a number with 9 decimals.
  constexpr auto most_of_exact = int128{1} << 62;
  const auto most = key == RankKey::exact ? most_of_exact + 1 : int128{1} << 92;
  const auto most_den = key == RankKey::exact ? most_of_exact : int128{1};
  if (value->num < 0 || value->num >= most || value->den < 1 || value->den > most_den) return {};
  return RankingIndex(*value, key);
}
CHISO_INLINE RankingIndex RankingIndex::of_place(std::uint64_t place) {
  RankingIndex out;
  out.num_ = static_cast<int128>(place);
  out.prefix_ = place + 1;
  return out;
}
}
