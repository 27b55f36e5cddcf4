#pragma once
#include <chiso/core/build.hpp>
#include <cstddef>
#include <new>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>
#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace chiso::inline CHISO_BUILD {
/// Allocates memory as `new` does, and asks the system for huge pages if a block has some megabytes: to fault in small pages takes longer
/// than to write them. If the system gives none, nothing else changes.
template <class T>
struct HugePageAllocator {
  using value_type = T;           ///< What standard containers ask an allocator for.
  HugePageAllocator() = default;  ///< It has no state.
  /// Converts from the allocator of another type, as containers ask.
  template <class Other>
  HugePageAllocator(const HugePageAllocator<Other>&) noexcept {}

  /// Memory for so many values, not initialised.
  /// @throws std::bad_array_new_length if no memory has that many bytes.
  /// @throws std::bad_alloc if there is not enough of it.
  T* allocate(std::size_t count) {
    if (count > ~std::size_t{0} / 2 / sizeof(T)) throw std::bad_array_new_length();
    const auto bytes = count * sizeof(T);
    if (!is_large(bytes)) return static_cast<T*>(::operator new(bytes, std::align_val_t{alignof(T)}));
    void* out = ::operator new(in_pages(bytes), std::align_val_t{page});
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    ::madvise(out, in_pages(bytes), MADV_HUGEPAGE);
#endif
    return static_cast<T*>(out);
  }
  /// Gives back what allocate(count) returned.
  void deallocate(T* block, std::size_t count) noexcept {
    ::operator delete(block, std::align_val_t{is_large(count * sizeof(T)) ? page : alignof(T)});
  }
  /// The huge pages that are reserved for values to come; empty if the vector has values already, or is not large.
  static std::span<std::byte> pages_of(std::vector<T, HugePageAllocator>& vector) {
    const auto bytes = vector.capacity() * sizeof(T);
    if (!vector.empty() || !is_large(bytes)) return {};
    return {reinterpret_cast<std::byte*>(vector.data()), in_pages(bytes) / page * page};
  }
  /// All are equal: what one allocates another may give back.
  friend bool operator==(const HugePageAllocator&, const HugePageAllocator&) { return true; }

 private:
  static constexpr std::size_t page = std::size_t{2} << 20;
  static constexpr bool is_large(std::size_t bytes) { return bytes >= page; }
  /// The last page is a huge one too if half of it is used.
  static constexpr std::size_t in_pages(std::size_t bytes) {
    const auto rest = bytes % page;
    return rest > page / 2 ? bytes + (page - rest) : bytes;
  }
};
/// A vector that may become large.
template <class T>
using LargeVector = std::vector<T, HugePageAllocator<T>>;

/// The same for vectors that are written as a whole once they have their size: they do not set their values to 0 first.
template <class T>
struct UnsetAllocator : HugePageAllocator<T> {
  using HugePageAllocator<T>::HugePageAllocator;
  /// How containers get the allocator of another type.
  template <class Other>
  struct rebind {
    using other = UnsetAllocator<Other>;  ///< That allocator.
  };
  static_assert(std::is_trivially_destructible_v<T>);
  /// Leaves the value unset.
  static void construct(T* at) noexcept { ::new (static_cast<void*>(at)) T; }
  /// Makes the value of what is given.
  template <class... From>
  static void construct(T* at, From&&... from) {
    ::new (static_cast<void*>(at)) T(std::forward<From>(from)...);
  }
};
/// A vector whose values are unset until they are written: resize() does not clear them.
template <class T>
using UnsetVector = std::vector<T, UnsetAllocator<T>>;
}
