#pragma once
#include <algorithm>
#include <bit>
#include <chiso/core/build.hpp>
#include <chiso/core/huge_page_allocator.hpp>
#include <chiso/core/name_order.hpp>
#include <chiso/core/packed_names.hpp>
#include <cstdint>
#include <functional>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The distinct names of a column, each with a code. In a hostile table these are millions: each takes 24 bytes and its own text. As long
/// as names come in the order of their bytes, or shorter ones first (U9, U10), each is either new or the same as the last one; names are
/// hashed only once that no longer holds.
class NameIndex {
 public:
  /// The code of a name; a new one gets the next. Must not be called while names wait.
  CHISO_INLINE std::uint32_t code(std::string_view name) {
    const auto quick = quick_code(name);
    return quick != none ? quick : hashed_code(name, hash_of(name));
  }
  /// Adds the code of a name to `codes`, where it is set after hash_waiting(codes): names to be hashed wait for one another, so that their
  /// places come from memory together.
  CHISO_INLINE void append(std::string_view name, std::vector<std::uint32_t>& codes) {
    if (const auto quick = quick_code(name); quick != none) return codes.push_back(quick);
    waiting_text_ += name;
    waiting_.push_back({codes.size(), waiting_text_.size(), hash_of(name)});
    __builtin_prefetch(&slots_[waiting_.back().hash & (slots_.size() - 1)]);
    codes.push_back(none);
    if (waiting_.size() == ahead) hash_waiting(codes);
  }
  /// Hashes the names that wait; none waits afterwards.
  CHISO_INLINE void hash_waiting(std::vector<std::uint32_t>& codes) {
    std::size_t from = 0;
    for (const auto& name : waiting_) {
      codes[name.place] = hashed_code(std::string_view(waiting_text_).substr(from, name.end - from), name.hash);
      from = name.end;
    }
    waiting_.clear();
    waiting_text_.clear();
  }
  /// The names by code.
  const PackedNames& names() const { return names_; }

  /// The names in the order of their bytes, and the place of each code among them.
  struct Sorted {
    LargeVector<std::string> names{};            ///< Ascending by bytes.
    std::vector<std::uint32_t> place_of_code{};  ///< By code: the place of that name in `names`; empty if names came in their order.
    /// The place of a code's name.
    std::uint32_t place(std::uint32_t code) const { return place_of_code.empty() ? code : place_of_code[code]; }
  };
  /// Sorts the names; the index is empty afterwards.
  CHISO_INLINE Sorted sorted() && {
    LargeVector<Slot>().swap(slots_);
    Sorted out;
    out.names.reserve(names_.size());
    if (by_bytes_) {
      for (std::uint32_t code = 0; code < names_.size(); ++code) out.names.emplace_back(names_[code]);
    } else {
      out.place_of_code.resize(names_.size());
      const auto order = by_length_ && lengths_ <= most_lengths ? order_by_merging() : order_of_names(names_);
      for (std::size_t i = 0; i < order.size(); ++i) {
        if (i + ahead < order.size()) __builtin_prefetch(names_[order[i + ahead]].data());
        out.place_of_code[order[i]] = static_cast<std::uint32_t>(i);
        out.names.emplace_back(names_[order[i]]);
      }
    }
    names_ = {};
    last_ = 0;
    by_bytes_ = by_length_ = true;
    lengths_ = 1;
    return out;
  }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  static constexpr std::size_t most_lengths = 16;  // more lengths are not merged
  static constexpr std::size_t ahead = 32;         // the number of names whose memory is requested together
  struct Slot {
    std::uint32_t code = none;
    std::uint32_t hash = 0;
  };
  struct Waiting {
    std::size_t place;  ///< The place among the codes.
    std::size_t end;    ///< The end of its text in that of the waiting names.
    std::uint32_t hash;
  };

  /// The code of a name that need not be hashed; `none` for any other.
  CHISO_INLINE std::uint32_t quick_code(std::string_view name) {
    if (names_.empty()) return last_ = add(name);
    if (names_[last_] == name) return last_;  // rows of one block or period often stand together
    if (!by_bytes_ && !by_length_) return none;
    const auto before = names_.back();
    const bool follows = before.compare(name) < 0;  // by compare: clang 14 cannot rewrite `<` here
    const bool by_bytes = by_bytes_ && follows;
    const bool by_length = by_length_ && (before.size() < name.size() || (before.size() == name.size() && follows));
    if (by_bytes || by_length) {
      if (before.size() != name.size()) ++lengths_;
      by_bytes_ = by_bytes;
      by_length_ = by_length;
      return last_ = add(name);
    }
    by_bytes_ = by_length_ = false;
    grow();
    return none;
  }
  /// The order of names that came shorter ones first: those of one length are sorted already, so only a few lists must be merged.
  CHISO_INLINE std::vector<std::uint32_t> order_by_merging() const {
    std::vector<std::uint32_t> out(names_.size()), merged(names_.size());
    std::iota(out.begin(), out.end(), std::uint32_t{0});
    for (auto from = out.begin(); from != out.end();) {
      const auto length = names_[*from].size();
      const auto to = std::find_if(from, out.end(), [&](std::uint32_t code) { return names_[code].size() != length; });
      const auto is_before = [&](std::uint32_t a, std::uint32_t b) { return names_[a].compare(names_[b]) < 0; };
      // Not in place: newer clangs warn in the user's program of what libstdc++ 12 calls within std::inplace_merge.
      std::copy(merged.begin(), std::merge(out.begin(), from, from, to, merged.begin(), is_before), out.begin());
      from = to;
    }
    return out;
  }
  CHISO_INLINE std::uint32_t hashed_code(std::string_view name, std::uint32_t hash) {
    if (2 * (names_.size() + 1) > slots_.size()) grow();
    auto& slot = slots_[slot_of(name, hash)];
    if (slot.code == none) slot = {add(name), hash};
    return last_ = slot.code;
  }

  CHISO_INLINE std::uint32_t add(std::string_view name) {
    names_.add(name);
    return static_cast<std::uint32_t>(names_.size() - 1);
  }
  CHISO_INLINE static std::uint32_t hash_of(std::string_view name) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>{}(name));
  }
  /// The slot of a name, or the free one for it.
  CHISO_INLINE std::size_t slot_of(std::string_view name, std::uint32_t hash) const {
    const auto mask = slots_.size() - 1;
    auto at = hash & mask;
    while (slots_[at].code != none && (slots_[at].hash != hash || names_[slots_[at].code] != name)) at = (at + 1) & mask;
    return at;
  }
  /// Doubles the slots. The names in them are distinct, so they need not be compared.
  CHISO_INLINE void grow() {
    auto old = std::exchange(slots_, LargeVector<Slot>(std::bit_ceil(std::max<std::size_t>(16, 4 * names_.size()))));
    const auto mask = slots_.size() - 1;
    const auto put = [&](const Slot& slot) {
      auto at = slot.hash & mask;
      while (slots_[at].code != none) at = (at + 1) & mask;
      slots_[at] = slot;
    };
    if (old.empty())
      for (std::uint32_t code = 0; code < names_.size(); ++code) put({code, hash_of(names_[code])});
    for (const auto& slot : old)
      if (slot.code != none) put(slot);
  }

  PackedNames names_;
  LargeVector<Slot> slots_;  // at most half of them are taken; empty as long as names come in order
  std::uint32_t last_ = 0;
  bool by_bytes_ = true, by_length_ = true;  // whether all names came in this order
  std::size_t lengths_ = 1;                  // the number of different lengths, as long as names came by length
  std::string waiting_text_{};
  std::vector<Waiting> waiting_{};
};
}
