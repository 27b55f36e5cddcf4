#pragma once
#include <pybind11/pybind11.h>
#include <pybind11/typing.h>
#include <chiso/core/progress.hpp>
#include <chrono>
#include <optional>

namespace chiso_python {
namespace py = pybind11;
/// A function that is told how many rows are done, and how many there are.
using Told = py::typing::Callable<py::object(std::size_t, std::size_t)>;
/// Tells a function of Python how far long work has come, which runs without the lock of the interpreter, and stops it on Ctrl+C. Some
/// times a second only: to get the lock may take milliseconds. `told` must outlive the work; its reference is not copied, as that needs the
/// lock.
inline chiso::ProgressCallback telling(const std::optional<Told>& told) {
  using Clock = std::chrono::steady_clock;
  static constexpr auto pause = std::chrono::milliseconds(50);
  return [&told, next = Clock::now() + pause](const chiso::Progress& progress) mutable {
    const auto now = Clock::now();
    const bool is_last = told && progress.done == progress.total;
    if (now < next && !is_last) return;
    next = now + pause;
    const py::gil_scoped_acquire acquired;
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    if (told) (*told)(progress.done, progress.total);
  };
}
}
