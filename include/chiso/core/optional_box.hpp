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
  OptionalBox() = default;  ///< Without a value.
  /// With a value made of whatever a `T` can be made of.
  template <class From>
    requires(!std::is_same_v<std::remove_cvref_t<From>, OptionalBox> && std::is_constructible_v<T, From>)
  OptionalBox(From&& from) : value_(new T(std::forward<From>(from))) {}
  /// Copies the value, if there is one.
  OptionalBox(const OptionalBox& other) : value_(other.value_ ? new T(*other.value_) : nullptr) {}
  /// Takes the value; the other one has none then.
  OptionalBox(OptionalBox&& other) noexcept : value_(std::exchange(other.value_, nullptr)) {}
  // Two operators: a single one that takes its argument by value could be noexcept, and clang then expects the same of whatever copies a
  // OptionalBox.
  /// Copies the value, if there is one.
  OptionalBox& operator=(const OptionalBox& other) { return *this = OptionalBox(other); }
  /// Exchanges the values.
  OptionalBox& operator=(OptionalBox&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~OptionalBox() { delete value_; }  ///< Destroys the value, if there is one.

  bool has_value() const { return value_ != nullptr; }    ///< Whether there is a value.
  explicit operator bool() const { return has_value(); }  ///< Whether there is a value.
  /// The value; there must be one.
  T& operator*() { return *value_; }
  /// The value; there must be one.
  const T& operator*() const { return *value_; }
  /// Where the value is; null if there is none.
  T* operator->() { return value_; }
  /// Where the value is; null if there is none.
  const T* operator->() const { return value_; }
  /// Sets a default value in place of any other, and returns it.
  T& emplace() { return *(*this = OptionalBox(T())); }
  /// Whether both have equal values, or neither has one.
  friend bool operator==(const OptionalBox& a, const OptionalBox& b) { return a.value_ && b.value_ ? *a == *b : !a.value_ && !b.value_; }

 private:
  T* value_ = nullptr;
};
}
