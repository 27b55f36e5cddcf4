#pragma once
#include <chiso/core/build.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A view of the whole numbers of a column, like std::span: eight bytes each, or four if all are small.
class ColumnValues {
 public:
  ColumnValues() = default;  ///< No values.
  /// Takes anything that converts to a span: vectors, arrays, spans.
  template <std::convertible_to<std::span<const std::int64_t>> Values>
  ColumnValues(const Values& values) : wide_(std::span<const std::int64_t>(values).data()), size_(std::size(values)) {}
  /// Likewise of values of four bytes.
  template <std::convertible_to<std::span<const std::int32_t>> Values>
  ColumnValues(const Values& values) : narrow_(std::span<const std::int32_t>(values).data()), size_(std::size(values)) {}

  std::size_t size() const { return size_; }  ///< How many values there are.
  bool empty() const { return size_ == 0; }   ///< Whether there are none.
  /// The value at a place below size(). O(1), but a loop over many is faster within visit().
  std::int64_t operator[](std::size_t row) const { return narrow_ ? narrow_[row] : wide_[row]; }
  /// Calls f with the values as they are stored, a span of int32 or of int64.
  template <class F>
  decltype(auto) visit(F&& f) const {
    return narrow_ ? std::forward<F>(f)(std::span(narrow_, size_)) : std::forward<F>(f)(std::span(wide_, size_));
  }
  /// A view of `count` values from `first` on; all of them must be there.
  ColumnValues subspan(std::size_t first, std::size_t count) const {
    auto out = *this;
    if (narrow_)
      out.narrow_ += first;
    else
      out.wide_ += first;
    out.size_ = count;
    return out;
  }
  /// A copy as a vector of `Value`, which must hold every value.
  template <class Value, class Vector = std::vector<Value>>
  Vector copied_as() const {
    return visit([](auto values) { return Vector(values.begin(), values.end()); });
  }
  /// Whether the values are equal, whatever they take. O(size).
  friend bool operator==(const ColumnValues& a, const ColumnValues& b) {
    bool same = a.size_ == b.size_;
    for (std::size_t row = 0; same && row < a.size_; ++row) same = a[row] == b[row];
    return same;
  }

 private:
  const std::int64_t* wide_ = nullptr;
  const std::int32_t* narrow_ = nullptr;  // null if the column is wide
  std::size_t size_ = 0;
};
}
