#pragma once
#include <chiso/core/build.hpp>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Places in a list by the hash of what stands there; several may have one hash. It is a plain class, for headers that every unit
/// includes: there a std::unordered_map costs the compiler more than all else that the header has.
class HashPlaces {
 public:
  static constexpr std::uint32_t none = ~std::uint32_t{0};  ///< No place.
  /// The first place of this hash for which is_it(place); `none` if there is none. O(1) on average.
  template <class IsIt>
  std::uint32_t find(std::uint64_t hash, const IsIt& is_it) const {
    if (slots_.empty()) return none;
    const auto mask = slots_.size() - 1;
    for (auto at = hash & mask; slots_[at].place != none; at = (at + 1) & mask)
      if (slots_[at].hash == hash && is_it(slots_[at].place)) return slots_[at].place;
    return none;
  }
  /// Whether a place of this hash was added. O(1) on average.
  CHISO_INLINE bool contains(std::uint64_t hash) const;
  /// Whether nothing was added.
  bool empty() const { return size_ == 0; }
  /// Adds a place, which is not `none`, also if one of this hash is there. O(1) on average.
  CHISO_INLINE void add(std::uint64_t hash, std::uint32_t place);

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t place = none;
  };
  std::vector<Slot> slots_{};  // at most half of them are taken; their number is a power of 2
  std::size_t size_ = 0;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/core/impl/hash_places.ipp>
#endif
