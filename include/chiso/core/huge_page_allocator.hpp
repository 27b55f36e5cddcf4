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
  using value_type = T;
  HugePageAllocator() = default;
  template <class Other>
  HugePageAllocator(const HugePageAllocator<Other>&) noexcept {}

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
  void deallocate(T* block, std::size_t count) noexcept {
    ::operator delete(block, std::align_val_t{is_large(count * sizeof(T)) ? page : alignof(T)});
  }
  /// The huge pages that are reserved for values to come; empty if the vector has values already, or is not large.
  static std::span<std::byte> pages_of(std::vector<T, HugePageAllocator>& vector) {
    const auto bytes = vector.capacity() * sizeof(T);
    if (!vector.empty() || !is_large(bytes)) return {};
    return {reinterpret_cast<std::byte*>(vector.data()), in_pages(bytes) / page * page};
  }
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
template <class T>
using LargeVector = std::vector<T, HugePageAllocator<T>>;

/// The same for vectors that are written as a whole once they have their size: they do not set their values to 0 first.
template <class T>
struct UnsetAllocator : HugePageAllocator<T> {
  using HugePageAllocator<T>::HugePageAllocator;
  template <class Other>
  struct rebind {
    using other = UnsetAllocator<Other>;
  };
  static_assert(std::is_trivially_destructible_v<T>);
  static void construct(T* at) noexcept { ::new (static_cast<void*>(at)) T; }
  template <class... From>
  static void construct(T* at, From&&... from) {
    ::new (static_cast<void*>(at)) T(std::forward<From>(from)...);
  }
};
template <class T>
using UnsetVector = std::vector<T, UnsetAllocator<T>>;
}
