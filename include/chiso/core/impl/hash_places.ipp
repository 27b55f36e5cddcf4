#pragma once
#include <chiso/core/hash_places.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE bool HashPlaces::contains(std::uint64_t hash) const {
  return find(hash, [](std::uint32_t) { return true; }) != none;
}
CHISO_INLINE void HashPlaces::add(std::uint64_t hash, std::uint32_t place) {
  if (2 * (size_ + 1) > slots_.size()) {
    const auto old = std::exchange(slots_, std::vector<Slot>(slots_.empty() ? 16 : 2 * slots_.size()));
    size_ = 0;
    for (const auto& slot : old)
      if (slot.place != none) add(slot.hash, slot.place);
  }
  auto at = hash & (slots_.size() - 1);
  while (slots_[at].place != none) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = {hash, place};
  ++size_;
}
}
