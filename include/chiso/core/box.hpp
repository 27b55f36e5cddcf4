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
  Box() : value_(new T()) {}
  template <class From>
    requires(!std::is_same_v<std::remove_cvref_t<From>, Box> && std::is_constructible_v<T, From>)
  Box(From&& from) : value_(new T(std::forward<From>(from))) {}
  Box(const Box& other) : value_(new T(*other.value_)) {}
  Box(Box&& other) noexcept : value_(std::exchange(other.value_, nullptr)) {}
  // Two operators, for the reason given in OptionalBox.
  Box& operator=(const Box& other) { return *this = Box(other); }
  Box& operator=(Box&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~Box() { delete value_; }

  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return value_; }
  const T* operator->() const { return value_; }
  friend bool operator==(const Box& a, const Box& b) { return *a == *b; }

 private:
  T* value_;
};
}
