#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/huge_page_allocator.hpp>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Names one after the other in one block of memory: each takes its bytes and eight more.
class PackedNames {
 public:
  std::size_t size() const { return ends_.size(); }  ///< How many names there are.
  bool empty() const { return ends_.empty(); }       ///< Whether there is none.
  /// The name at a place below size(). The view is valid until a name is added.
  std::string_view operator[](std::size_t at) const {
    const auto start = at == 0 ? 0 : ends_[at - 1];
    return {bytes_.data() + start, ends_[at] - start};
  }
  /// The last name; there must be one. Valid until a name is added.
  std::string_view back() const { return (*this)[size() - 1]; }
  /// Adds a name at the end, whether or not it is there already. O(length), amortised.
  CHISO_INLINE void add(std::string_view name) {
    bytes_.resize(ends_.empty() ? 0 : ends_.back());  // drops the rest of an addition that ran out of memory
    bytes_.insert(bytes_.end(), name.begin(), name.end());
    ends_.push_back(bytes_.size());
  }
  /// Whether any of them has this ASCII character.
  bool contain(char c) const { return !bytes_.empty() && std::memchr(bytes_.data(), c, bytes_.size()) != nullptr; }
  /// Whether all of them are ASCII, which is well-formed and composed.
  bool are_ascii() const {
    unsigned char all = 0;
    for (const auto byte : bytes_) all = static_cast<unsigned char>(all | static_cast<unsigned char>(byte));
    return all < 0x80;
  }

 private:
  LargeVector<char> bytes_{};
  LargeVector<std::size_t> ends_{};
};
}
