#pragma once
#include <chiso/core/build.hpp>
#include <type_traits>
#include <utility>

namespace chiso::inline CHISO_BUILD {
/// A value on the heap that copies deeply and compares by value; it is empty only after a move. `T` may be incomplete if a Box is a
/// member, so a rule can hold parts that hold rules.
template <class T>
class Box {
 public:
  /// Holds a default value.
  Box() : value_(new T()) {}
  /// Holds a value made of whatever a `T` can be made of.
  template <class From>
    requires(!std::is_same_v<std::remove_cvref_t<From>, Box> && std::is_constructible_v<T, From>)
  Box(From&& from) : value_(new T(std::forward<From>(from))) {}
  /// Copies the value.
  Box(const Box& other) : value_(new T(*other.value_)) {}
  /// Takes the value; the other box is empty then, and may only be assigned to or destroyed.
  Box(Box&& other) noexcept : value_(std::exchange(other.value_, nullptr)) {}
  // Two operators, for the reason given in OptionalBox.
  /// Copies the value.
  Box& operator=(const Box& other) { return *this = Box(other); }
  /// Exchanges the values.
  Box& operator=(Box&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~Box() { delete value_; }  ///< Destroys the value, if there is one.

  /// The value; there must be one.
  T& operator*() { return *value_; }
  /// The value; there must be one.
  const T& operator*() const { return *value_; }
  /// Where the value is; null only after a move.
  T* operator->() { return value_; }
  /// Where the value is; null only after a move.
  const T* operator->() const { return value_; }
  /// Whether the values are equal; neither box may be empty.
  friend bool operator==(const Box& a, const Box& b) { return *a == *b; }

 private:
  T* value_;
};
}
