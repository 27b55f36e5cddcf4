#pragma once
#include <pybind11/pybind11.h>
#include <chiso/io/arrow_c.hpp>

// The capsules of the Arrow PyCapsule interface: https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html
namespace chiso_python {
namespace py = pybind11;

template <class Struct>
constexpr const char* capsule_name();
template <>
constexpr const char* capsule_name<ArrowSchema>() {
  return "arrow_schema";
}
template <>
constexpr const char* capsule_name<ArrowArray>() {
  return "arrow_array";
}
template <>
constexpr const char* capsule_name<ArrowArrayStream>() {
  return "arrow_array_stream";
}

/// The struct in a capsule, which stays its owner and releases it. @throws ValueError for another capsule, TypeError for any other object.
template <class Struct>
Struct& held_by(const py::object& capsule) {
  if (!PyCapsule_CheckExact(capsule.ptr())) throw py::type_error(std::string("no capsule of an ") + capsule_name<Struct>());
  auto* held = static_cast<Struct*>(PyCapsule_GetPointer(capsule.ptr(), capsule_name<Struct>()));
  if (!held) throw py::error_already_set();
  if (!held->release) throw py::value_error(std::string("the ") + capsule_name<Struct>() + " has been consumed already");
  return *held;
}

/// A capsule with a new struct, which fill(struct) makes; it is released with the capsule unless a consumer has taken it.
template <class Struct, class Fill>
py::object capsule_of(Fill&& fill) {
  auto made = std::make_unique<Struct>();
  made->release = nullptr;
  fill(made.get());
  auto* capsule = PyCapsule_New(made.get(), capsule_name<Struct>(), [](PyObject* of) {
    auto* held = static_cast<Struct*>(PyCapsule_GetPointer(of, capsule_name<Struct>()));
    if (held->release) held->release(held);
    delete held;
  });
  if (!capsule) {
    if (made->release) made->release(made.get());
    throw py::error_already_set();
  }
  made.release();
  return py::reinterpret_steal<py::object>(capsule);
}
}
