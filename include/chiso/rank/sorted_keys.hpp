#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/huge_page_allocator.hpp>
#include <cstddef>
#include <cstdint>
#include <span>

namespace chiso::inline CHISO_BUILD {
/// Where whole numbers stand when they are sorted, the greatest first, and equals by unit. Each is packed with its place or row into 64
/// bits, of which the number has the highest, and sorted digit by digit: O(n), without a comparison. Numbers of which only lower bits than
/// these differ are not told apart.
class SortedKeys {
 public:
  /// At most 2^32 keys, and a unit for each, by which equal ones are ordered (none: they stand in that order); and a row, each greater than
  /// the one before (none: its place).
  CHISO_INLINE SortedKeys(UnsetVector<std::uint64_t> keys, std::span<const std::uint32_t> units, std::span<const std::uint32_t> rows = {});

  /// How many keys there are.
  std::size_t size() const { return packed_.size(); }
  /// Where the key at a place in this order stood before, or its row.
  std::uint32_t operator[](std::size_t place) const { return from(packed_[place]); }
  /// The key at a place, if `is_exact`.
  std::uint64_t key(std::size_t place) const { return best_ - (packed_[place] >> place_bits_ << left_out_); }
  /// Whether the keys at two places are not told apart.
  bool is_same(std::size_t a, std::size_t b) const { return packed_[a] >> place_bits_ == packed_[b] >> place_bits_; }
  /// Whether only equal keys are not told apart.
  bool is_exact() const { return is_exact_; }
  /// Sorts the places [from, to), whose keys are not told apart, by `order`, which compares two of these: greater is better.
  template <class Compare>
  void sort_again(std::size_t from, std::size_t to, const Compare& order);

 private:
  CHISO_INLINE static void sort(UnsetVector<std::uint64_t>& list, int first_bit, int bits);
  std::uint32_t from(std::uint64_t packed) const {
    const auto place = static_cast<std::uint32_t>(packed & ((std::uint64_t{1} << place_bits_) - 1));
    return by_unit_.empty() ? place : by_unit_[place];
  }
  UnsetVector<std::uint64_t> packed_{};   // how much less than the greatest the key is, and its place among the units, or its row
  LargeVector<std::uint32_t> by_unit_{};  // where the key of each unit stood, or its row; empty if they stood by unit
  int place_bits_ = 0, left_out_ = 0;     // of a packed number, and of a key
  std::uint64_t best_ = 0;                // the greatest key
  bool is_exact_ = true;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/sorted_keys.ipp>
#endif
