#pragma once
#include <algorithm>
#include <bit>
#include <chiso/core/build.hpp>
#include <chiso/evidence/impl/large_blocks.ipp>
#include <chiso/evidence/impl/name_order.ipp>
#include <cstdint>
#include <deque>
#include <functional>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The distinct names of a column, each with a code. A table of hostile text has millions: 48 bytes for a short one. As long as names come
/// in the order of their bytes, each is new or the last one; only then are they hashed.
class NameTable {
 public:
  /// The code of a name; a new one gets the next.
  CHISO_INLINE std::uint32_t code(std::string_view name) {
    if (!names_.empty() && names_[last_] == name) return last_;  // rows of one block or period often stand together
    if (in_order_) {
      if (names_.empty() || names_.back() < name) return last_ = add(name);
      in_order_ = false;
      grow();
    }
    if (2 * (names_.size() + 1) > slots_.size()) grow();
    const auto hash = hash_of(name);
    auto& slot = slots_[slot_of(name, hash)];
    if (slot.code == free) slot = {add(name), hash};
    return last_ = slot.code;
  }
  /// By code.
  const std::deque<std::string>& names() const { return names_; }

  /// The names in the order of their bytes, and the place of each code among them.
  struct Sorted {
    std::vector<std::string> names{};
    std::vector<std::uint32_t> place_of_code{};
  };
  /// The table is empty afterwards.
  CHISO_INLINE Sorted sorted() && {
    LargeVector<Slot>().swap(slots_);
    Sorted out{{}, std::vector<std::uint32_t>(names_.size())};
    out.names.reserve(names_.size());
    const auto take = [&](std::uint32_t code) {
      out.place_of_code[code] = static_cast<std::uint32_t>(out.names.size());
      out.names.push_back(std::move(names_[code]));
    };
    if (in_order_)
      for (std::uint32_t code = 0; code < names_.size(); ++code) take(code);
    else
      for (const auto code : order_of_names(names_)) take(code);
    names_.clear();
    last_ = 0;
    in_order_ = true;
    return out;
  }

 private:
  static constexpr std::uint32_t free = ~std::uint32_t{0};
  struct Slot {
    std::uint32_t code = free;
    std::uint32_t hash = 0;
  };

  CHISO_INLINE std::uint32_t add(std::string_view name) {
    names_.emplace_back(name);
    return static_cast<std::uint32_t>(names_.size() - 1);
  }
  CHISO_INLINE static std::uint32_t hash_of(std::string_view name) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>{}(name));
  }
  /// Where the code of a name stands, or would.
  CHISO_INLINE std::size_t slot_of(std::string_view name, std::uint32_t hash) const {
    const auto mask = slots_.size() - 1;
    auto at = hash & mask;
    while (slots_[at].code != free && (slots_[at].hash != hash || names_[slots_[at].code] != name)) at = (at + 1) & mask;
    return at;
  }
  /// Room for as many names again. Those that are there are distinct, so they need not be looked at.
  CHISO_INLINE void grow() {
    auto old = std::exchange(slots_, LargeVector<Slot>(std::bit_ceil(std::max<std::size_t>(16, 4 * names_.size()))));
    const auto mask = slots_.size() - 1;
    const auto put = [&](const Slot& slot) {
      auto at = slot.hash & mask;
      while (slots_[at].code != free) at = (at + 1) & mask;
      slots_[at] = slot;
    };
    if (old.empty())
      for (std::uint32_t code = 0; code < names_.size(); ++code) put({code, hash_of(names_[code])});
    for (const auto& slot : old)
      if (slot.code != free) put(slot);
  }

  std::deque<std::string> names_;
  LargeVector<Slot> slots_;  // at most half of them taken; none as long as the names come in order
  std::uint32_t last_ = 0;
  bool in_order_ = true;
};
}
