#pragma once
#include <chiso/core/build.hpp>
#include <cstddef>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Writes numbers and texts one after the other; only the program that wrote them reads them.
class RowBytesWriter {
 public:
  template <class T>
  void put(const T& value) {
    put_all(std::span<const T>(&value, 1));
  }
  template <class T>
  void put_all(std::span<const T> values) {
    out_.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
  }
  CHISO_INLINE void text(std::string_view text) { out_.append(text); }
  /// Room for so many values, which is filled through the pointer; it need not be aligned.
  CHISO_INLINE char* room(std::size_t bytes) {
    out_.resize(out_.size() + bytes);
    return out_.data() + out_.size() - bytes;
  }
  CHISO_INLINE std::string_view bytes() const { return out_; }
  CHISO_INLINE void clear() { out_.clear(); }

 private:
  std::string out_{};
};
/// Reads them again.
class RowBytesReader {
 public:
  CHISO_INLINE explicit RowBytesReader(std::string_view bytes) : left_(bytes) {}
  CHISO_INLINE bool is_at_end() const { return left_.empty(); }
  template <class T>
  T get() {
    T out;
    std::memcpy(&out, text(sizeof(T)).data(), sizeof(T));
    return out;
  }
  /// So many values, copied to where they are aligned.
  template <class T>
  void get_all(std::vector<T>& out, std::size_t count) {
    out.resize(count);
    if (count > 0) std::memcpy(out.data(), text(count * sizeof(T)).data(), count * sizeof(T));
  }
  CHISO_INLINE std::string_view text(std::size_t size) {
    const auto out = left_.substr(0, size);
    left_.remove_prefix(size);
    return out;
  }

 private:
  std::string_view left_;
};
}
