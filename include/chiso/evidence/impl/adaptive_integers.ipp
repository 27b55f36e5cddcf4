#pragma once
#include <algorithm>
#include <chiso/core/huge_page_allocator.hpp>
#include <chiso/expr/column_values.hpp>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>

namespace chiso::inline CHISO_BUILD {
/// The whole numbers of a column: four bytes each until a value needs eight, or widen() announces one; from then on eight each. Nearly
/// every count and most amounts fit into four bytes, and half the memory takes half the time to allocate, fill and read.
class AdaptiveIntegers {
 public:
  std::size_t size() const { return is_wide_ ? wide_.size() : narrow_.size(); }
  bool empty() const { return size() == 0; }
  std::int64_t operator[](std::size_t at) const { return is_wide_ ? wide_[at] : narrow_[at]; }
  ColumnValues view() const { return is_wide_ ? ColumnValues(std::span(wide_)) : ColumnValues(std::span(narrow_)); }

  static constexpr bool is_narrow(std::int64_t least, std::int64_t most) { return least >= narrow_least && most <= narrow_most; }
  /// Keeps the block of the narrow values until give_back(), because its pages may still be being faulted in (page_prefault.ipp).
  CHISO_INLINE void widen() {
    if (is_wide_) return;
    LargeVector<std::int64_t> wide;
    wide.reserve(narrow_.capacity());
    wide.assign(narrow_.begin(), narrow_.end());
    wide_ = std::move(wide);
    is_wide_ = true;
    narrow_.clear();
  }

  void give_back() {
    if (is_wide_) LargeVector<std::int32_t>().swap(narrow_);
  }

  std::size_t capacity() const { return is_wide_ ? wide_.capacity() : narrow_.capacity(); }
  CHISO_INLINE void reserve(std::size_t count) {
    stored([&](auto& values) { values.reserve(count); });
  }
  CHISO_INLINE void push_back(std::int64_t value) {
    if (!is_narrow(value, value)) widen();
    stored([&](auto& values) { values.push_back(as_stored(value, values)); });
  }
  /// `least` and `most` are those of the added values.
  CHISO_INLINE void append(std::span<const std::int64_t> added, std::int64_t least, std::int64_t most) {
    if (!is_narrow(least, most)) widen();
    stored([&](auto& values) { values.insert(values.end(), added.begin(), added.end()); });
  }
  CHISO_INLINE void set(std::size_t at, std::int64_t value) {
    if (!is_narrow(value, value)) widen();
    stored([&](auto& values) { values[at] = as_stored(value, values); });
  }
  /// New values are 0.
  CHISO_INLINE void resize(std::size_t size) {
    stored([&](auto& values) { values.resize(size); });
  }
  /// Keeps only the values at these places, which are in ascending order.
  CHISO_INLINE void keep(std::span<const std::size_t> places) {
    stored([&](auto& values) {
      for (std::size_t i = 0; i < places.size(); ++i) values[i] = values[places[i]];
      values.resize(places.size());
    });
  }
  /// The values at these places.
  CHISO_INLINE AdaptiveIntegers at(std::span<const std::uint32_t> places) const {
    AdaptiveIntegers out;
    if (is_wide_) out.widen();
    out.reserve(places.size());
    out.stored([&](auto& values) {
      for (const auto place : places) values.push_back(as_stored((*this)[place], values));
    });
    return out;
  }
  /// The values at these places, in any order; 0 for a place that is `none`.
  CHISO_INLINE AdaptiveIntegers at(std::span<const std::uint32_t> places, std::uint32_t none) const {
    AdaptiveIntegers out;
    if (is_wide_) out.widen();
    out.resize(places.size());
    const auto gather = [&](const auto& from, auto& to) {
      for (std::size_t i = 0; i < places.size(); ++i) to[i] = places[i] == none ? 0 : from[places[i]];
    };
    is_wide_ ? gather(wide_, out.wide_) : gather(narrow_, out.narrow_);
    return out;
  }
  /// The huge pages that are reserved for values to come; empty if there are values already, or if few are expected.
  CHISO_INLINE std::span<std::byte> pages() {
    return is_wide_ ? HugePageAllocator<std::int64_t>::pages_of(wide_) : HugePageAllocator<std::int32_t>::pages_of(narrow_);
  }

 private:
  static constexpr std::int64_t narrow_least = (std::numeric_limits<std::int32_t>::min)();
  static constexpr std::int64_t narrow_most = (std::numeric_limits<std::int32_t>::max)();

  template <class Values>
  static auto as_stored(std::int64_t value, const Values&) {
    return static_cast<typename Values::value_type>(value);
  }
  /// Calls f with the list that is in use.
  template <class F>
  void stored(F&& f) {
    if (is_wide_)
      f(wide_);
    else
      f(narrow_);
  }

  LargeVector<std::int32_t> narrow_{};
  LargeVector<std::int64_t> wide_{};
  bool is_wide_ = false;
};
}
