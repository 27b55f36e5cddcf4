#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/ratio.hpp>
#include <chiso/model/draft.hpp>
#include <compare>
#include <cstdint>
#include <optional>

namespace chiso::inline CHISO_BUILD {
/// One index as ranks compare it: exact, or as published; or none, which is below all others. Equal by value, whatever the
/// denominator. Beside the fraction it has a prefix, a whole number that grows with it and decides nearly every comparison; only if
/// prefixes are equal, the exact fractions decide. Nothing is ever rounded to a double.
class RankingIndex {
 public:
  /// No index.
  RankingIndex() = default;
  /// `index` is one of exact_index: at least 0, in lowest terms or not.
  CHISO_INLINE RankingIndex(const std::optional<Ratio>& index, RankKey key, const PublishDraft& publish);
  /// Restores it from its `value`; empty for a value that no index has.
  CHISO_INLINE static std::optional<RankingIndex> of_value(const std::optional<Ratio>& value, RankKey key);
  /// Stands to others of places as these numbers do, below 2^62 (see OrderedValues).
  CHISO_INLINE static RankingIndex of_place(std::uint64_t place);
  /// Which is the higher, `a` being greater if it is. O(1).
  CHISO_INLINE friend std::strong_ordering operator<=>(const RankingIndex& a, const RankingIndex& b) {
    if (a.prefix_ != b.prefix_) return a.prefix_ <=> b.prefix_;
    return a.den_ == b.den_ ? a.num_ <=> b.num_ : compare(a.fraction(), b.fraction());
  }
  /// True for equal indices, whatever their denominators, and for two that are none.
  CHISO_INLINE friend bool operator==(const RankingIndex& a, const RankingIndex& b) { return (a <=> b) == 0; }
  /// A whole number that never falls while the index grows; 0 for none.
  std::uint64_t prefix() const { return prefix_; }
  /// A whole number that compares this index with others over the same denominator, if it has at most 64 bits.
  std::optional<std::uint64_t> whole_over(const RankingIndex& other) const {
    return den_ == other.den_ && num_ >> 64 == 0 ? std::optional(static_cast<std::uint64_t>(num_)) : std::nullopt;
  }
  /// What is compared: the index, or, if it is compared as published, its digits (5078 of 50.78); empty if there is none.
  std::optional<Ratio> value() const { return prefix_ == 0 ? std::nullopt : std::optional(fraction()); }

 private:
  CHISO_INLINE RankingIndex(const Ratio& value, RankKey key);
  Ratio fraction() const { return {num_, den_}; }
  std::uint64_t prefix_ = 0;
  std::int64_t den_ = 1;
  int128 num_ = 0;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/ranking_index.ipp>
#endif
