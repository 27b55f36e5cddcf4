#pragma once
#include <chiso/core/build.hpp>

namespace chiso::inline CHISO_BUILD {
/// Several functions as one, for `std::visit`: each value is passed to the one that takes it.
template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
/// The functions that are passed.
template <class... F>
Overloaded(F...) -> Overloaded<F...>;  // clang 14 deduces none
}
