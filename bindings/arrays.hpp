#pragma once
#include <pybind11/numpy.h>
#include <memory>
#include <utility>
#include <vector>

// NumPy arrays over C++ memory, without a copy.
namespace chiso_python {
namespace py = pybind11;

/// An object that keeps `owner` alive as long as an array needs it.
template <class Owner>
std::pair<const Owner*, py::capsule> owned_by_capsule(Owner owner) {
  auto own = std::make_unique<Owner>(std::move(owner));
  const Owner* at = own.get();
  py::capsule out(at, [](void* that) { delete static_cast<Owner*>(that); });
  own.release();
  return {at, std::move(out)};
}
/// An array that takes ownership of numbers; column by column if it has two dimensions.
template <class T>
py::array_t<T, py::array::f_style> array_of(std::vector<T> numbers, std::vector<py::ssize_t> shape) {
  const auto [at, owner] = owned_by_capsule(std::move(numbers));
  return py::array_t<T, py::array::f_style>(std::move(shape), at->data(), owner);
}
template <class Vector>
auto array_of(Vector numbers) {
  const auto [at, owner] = owned_by_capsule(std::move(numbers));
  return py::array_t<typename Vector::value_type>(static_cast<py::ssize_t>(at->size()), at->data(), owner);
}
}
