#pragma once
#include <chiso/core/build.hpp>
#include <type_traits>
#include <utility>

namespace chiso::inline CHISO_BUILD {
/// An optional value on the heap, for members that are seldom given: without a value it takes only the space of a pointer. It copies
/// deeply and compares by value, like std::optional.
template <class T>
class OptionalBox {
 public:
  OptionalBox() = default;
  template <class From>
    requires(!std::is_same_v<std::remove_cvref_t<From>, OptionalBox> && std::is_constructible_v<T, From>)
  OptionalBox(From&& from) : value_(new T(std::forward<From>(from))) {}
  OptionalBox(const OptionalBox& other) : value_(other.value_ ? new T(*other.value_) : nullptr) {}
  OptionalBox(OptionalBox&& other) noexcept : value_(std::exchange(other.value_, nullptr)) {}
  // Two operators: a single one that takes its argument by value could be noexcept, and clang then expects the same of whatever copies a
  // OptionalBox.
  OptionalBox& operator=(const OptionalBox& other) { return *this = OptionalBox(other); }
  OptionalBox& operator=(OptionalBox&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~OptionalBox() { delete value_; }

  bool has_value() const { return value_ != nullptr; }
  explicit operator bool() const { return has_value(); }
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return value_; }
  const T* operator->() const { return value_; }
  T& emplace() { return *(*this = OptionalBox(T())); }
  friend bool operator==(const OptionalBox& a, const OptionalBox& b) { return a.value_ && b.value_ ? *a == *b : !a.value_ && !b.value_; }

 private:
  T* value_ = nullptr;
};
}
