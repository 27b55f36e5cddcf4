#pragma once
#include <chiso/core/build.hpp>
#include <type_traits>
#include <utility>

namespace chiso::inline CHISO_BUILD {
/// A value that is seldom there: as std::optional, but on the heap, so that where it is not it takes the room of a pointer. Copies deeply,
/// compares by value.
template <class T>
class Rare {
 public:
  Rare() = default;
  template <class From>
  requires(!std::is_same_v<std::remove_cvref_t<From>, Rare> && std::is_constructible_v<T, From>) Rare(From&& from)
      : value_(new T(std::forward<From>(from))) {}
  Rare(const Rare& other) : value_(other.value_ ? new T(*other.value_) : nullptr) {}
  Rare(Rare&& other) noexcept : value_(std::exchange(other.value_, nullptr)) {}
  Rare& operator=(Rare other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~Rare() { delete value_; }

  bool has_value() const { return value_ != nullptr; }
  explicit operator bool() const { return has_value(); }
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return value_; }
  const T* operator->() const { return value_; }
  T& emplace() { return *(*this = Rare(T())); }
  friend bool operator==(const Rare& a, const Rare& b) { return a.value_ && b.value_ ? *a == *b : a.value_ == b.value_; }

 private:
  T* value_ = nullptr;
};
}
