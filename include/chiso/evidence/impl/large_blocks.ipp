#pragma once
#include <chiso/core/build.hpp>
#include <cstddef>
#include <new>
#include <span>
#include <vector>
#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace chiso::inline CHISO_BUILD {
/// Gives memory as `new` does. Of blocks of some megabytes it asks the system for large pages: to have them in small ones takes longer than
/// to write them. Where the system gives none, nothing else changes.
template <class T>
struct LargeBlocks {
  using value_type = T;
  LargeBlocks() = default;
  template <class Other>
  LargeBlocks(const LargeBlocks<Other>&) noexcept {}

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
  /// The large pages that are reserved for what is not there yet; empty where the vector has values, or is no large block.
  static std::span<std::byte> pages_of(std::vector<T, LargeBlocks>& vector) {
    const auto bytes = vector.capacity() * sizeof(T);
    if (!vector.empty() || !is_large(bytes)) return {};
    return {reinterpret_cast<std::byte*>(vector.data()), in_pages(bytes) / page * page};
  }
  friend bool operator==(const LargeBlocks&, const LargeBlocks&) { return true; }

 private:
  static constexpr std::size_t page = std::size_t{2} << 20;
  static constexpr bool is_large(std::size_t bytes) { return bytes >= page; }
  /// The last page is a large one too where half of it is used.
  static constexpr std::size_t in_pages(std::size_t bytes) {
    const auto rest = bytes % page;
    return rest > page / 2 ? bytes + (page - rest) : bytes;
  }
};
template <class T>
using LargeVector = std::vector<T, LargeBlocks<T>>;
}
