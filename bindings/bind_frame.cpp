#include <pybind11/numpy.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>
#include "arrow_capsules.hpp"
#include "bindings.hpp"
#include "casters.hpp"
#include <array>
#include <chiso/io/read/frame.hpp>
#include <cmath>
#include <io/text/unicode.hpp>
#include <string>

namespace chiso_python {
using chiso::EvidenceFrame;
namespace {
/// Calls feed(span) with the cells of an array, where they stand if they stand side by side, else tile by tile.
template <class T, class Feed>
void for_each_span(const py::array_t<T>& array, Feed&& feed) {
  if (array.ndim() != 1) throw py::value_error("a column has one dimension");
  const auto rows = static_cast<std::size_t>(array.shape(0));
  const auto step = array.strides(0);
  const auto* first = reinterpret_cast<const char*>(array.data());
  py::gil_scoped_release released;
  if (step == static_cast<py::ssize_t>(sizeof(T))) return feed(std::span(reinterpret_cast<const T*>(first), rows), std::size_t{0});
  std::array<T, 512> tile;
  for (std::size_t from = 0; from < rows; from += tile.size()) {
    const auto count = std::min(tile.size(), rows - from);
    for (std::size_t i = 0; i < count; ++i) std::memcpy(&tile[i], first + static_cast<py::ssize_t>(from + i) * step, sizeof(T));
    feed(std::span<const T>(tile).first(count), from);
  }
}
/// The part of a mask that belongs to some cells; empty where there is none.
class Mask {
 public:
  explicit Mask(const std::optional<py::array_t<bool, py::array::c_style | py::array::forcecast>>& given) {
    if (given) cells_ = std::span(reinterpret_cast<const std::uint8_t*>(given->data()), static_cast<std::size_t>(given->size()));
  }
  std::span<const std::uint8_t> part(std::size_t from, std::size_t count) const {
    return cells_.empty() ? cells_ : cells_.subspan(from, count);
  }

 private:
  std::span<const std::uint8_t> cells_{};
};
using OptionalMask = std::optional<py::array_t<bool, py::array::c_style | py::array::forcecast>>;

/// A cell that is an object of Python.
class PythonCells {
 public:
  PythonCells(EvidenceFrame& frame, std::size_t column) : frame_(frame), column_(column) {}

  void add(py::handle cell) {
    auto* object = cell.ptr();
    if (cell.is_none()) return frame_.missing(column_);
    if (PyUnicode_Check(object)) return text(object);
    if (PyBool_Check(object)) return frame_.truth(column_, object == Py_True);
    if (PyFloat_Check(object)) return frame_.number(column_, PyFloat_AS_DOUBLE(object));
    if (PyLong_Check(object)) return whole(object);
    other(cell);
  }

 private:
  /// By the name of its type, as NumPy and pandas need not be imported to tell.
  void other(py::handle cell) {
    const auto name = py::str(py::type::handle_of(cell).attr("__name__")).cast<std::string>();
    if (name == "NAType" || name == "NaTType" || name == "MaskedConstant") return frame_.missing(column_);
    if (py::isinstance(cell, imported("decimal", DecimalName{}))) return decimal(cell);
    if (name == "float32") return frame_.number(column_, cell.attr("item")().cast<float>());
    if (name == "float16") return half(cell);
    if (py::hasattr(cell, "dtype") && py::hasattr(cell, "item") && py::hasattr(cell, "shape") && py::len(cell.attr("shape")) == 0) {
      const py::object item = cell.attr("item")();
      if (is_plain(item)) return add(item);
      if (py::isinstance(item, imported("decimal", DecimalName{}))) return decimal(item);
    }
    frame_.unreadable(column_, py::str(py::repr(cell)).cast<std::string>());
  }
  void text(PyObject* object) {
    Py_ssize_t size = 0;
    const char* bytes = PyUnicode_AsUTF8AndSize(object, &size);
    if (bytes) return frame_.text(column_, {bytes, static_cast<std::size_t>(size)});
    PyErr_Clear();  // a lone surrogate
    frame_.unreadable(column_, "a text that is no UTF-8");
  }
  void whole(PyObject* object) {
    int overflow = 0;
    const auto value = PyLong_AsLongLongAndOverflow(object, &overflow);
    if (overflow == 0) return frame_.whole(column_, value);
    // Longer than any that Python itself would print is no number that somebody counted.
    if (_PyLong_NumBits(object) > 4096) return frame_.unreadable(column_, "a whole number of more than 4096 bits");
    frame_.decimal(column_, py::str(py::handle(object)).cast<std::string>());
  }
  /// What `add` takes itself: an object that gives another for ever has none.
  static bool is_plain(py::handle cell) {
    auto* object = cell.ptr();
    return cell.is_none() || PyUnicode_Check(object) || PyBool_Check(object) || PyFloat_Check(object) || PyLong_Check(object);
  }
  void decimal(py::handle cell) {
    if (cell.attr("is_nan")().cast<bool>()) return frame_.missing(column_);
    // Far exponents written out are long; none of these is a number that evidence holds.
    const auto exponent = cell.attr("adjusted")().cast<long>();
    if (!cell.attr("is_finite")().cast<bool>() || exponent > 4000 || exponent < -4000)
      return frame_.unreadable(column_, py::str(cell).cast<std::string>());
    frame_.decimal(column_, py::str("{:f}").format(cell).cast<std::string>());
  }
  /// A float stands for its shortest decimal, of its own width, which NumPy knows.
  void half(py::handle cell) {
    const auto value = cell.attr("item")().cast<double>();
    if (!std::isfinite(value)) return frame_.number(column_, value);
    const auto positional = py::module_::import("numpy").attr("format_float_positional");
    frame_.decimal(column_, positional(cell, py::arg("unique") = true, py::arg("trim") = "-").cast<std::string>());
  }
  EvidenceFrame& frame_;
  std::size_t column_;
};
}

void bind_frame(py::module_& module) {
  py::class_<EvidenceFrame>(module, "FrameReader")
      .def(py::init([](const chiso::Model& model, char decimal, std::optional<char> thousands,
                       const py::typing::Dict<py::object, py::str>& rename, std::vector<std::string> missing_words,
                       chiso::UnknownColumns unknown, chiso::AbsentMeasures absent, std::size_t most_problems) {
             chiso::FrameOptions options{.decimal = decimal,
                                         .thousands = thousands,
                                         .missing_words = std::move(missing_words),
                                         .unknown_columns = unknown,
                                         .absent_measures = absent,
                                         .most_problems = most_problems};
             for (const auto& [from, to] : rename) options.rename.emplace_back(py::str(from).cast<std::string>(), to.cast<std::string>());
             return EvidenceFrame(model, std::move(options));
           }),
           py::arg("model"), py::kw_only(), py::arg("decimal"), py::arg("thousands"), py::arg("rename"), py::arg("missing_words"),
           py::arg("unknown"), py::arg("absent"), py::arg("most_problems"))
      .def("column", &EvidenceFrame::column, py::arg("name"))
      .def("reads", &EvidenceFrame::reads, py::arg("column"))
      .def("expect_rows", &EvidenceFrame::expect_rows, py::arg("rows"))
      .def(
          "numbers",
          [](EvidenceFrame& self, std::size_t column, const py::array& cells) {
            const auto feed = [&](auto span, std::size_t) { self.numbers(column, span); };
            if (cells.dtype().is(py::dtype::of<double>()))
              for_each_span(py::array_t<double>(cells), feed);
            else
              for_each_span(py::array_t<float>(cells), feed);
          },
          py::arg("column"), py::arg("cells"))
      .def(
          "wholes",
          [](EvidenceFrame& self, std::size_t column, const py::array_t<std::int64_t>& cells, const OptionalMask& missing) {
            const Mask mask(missing);
            for_each_span(cells, [&](auto span, std::size_t from) { self.wholes(column, span, mask.part(from, span.size())); });
          },
          py::arg("column"), py::arg("cells"), py::arg("missing") = py::none())
      .def(
          "truths",
          [](EvidenceFrame& self, std::size_t column, const py::array_t<bool, py::array::c_style | py::array::forcecast>& cells,
             const OptionalMask& missing) {
            const Mask mask(missing);
            const auto count = static_cast<std::size_t>(cells.size());
            self.truths(column, std::span(reinterpret_cast<const std::uint8_t*>(cells.data()), count), mask.part(0, count));
          },
          py::arg("column"), py::arg("cells"), py::arg("missing") = py::none())
      .def(
          "cells",
          [](EvidenceFrame& self, std::size_t column, const py::typing::List<py::object>& cells) {
            PythonCells to(self, column);
            for (const auto cell : cells) to.add(cell);
          },
          py::arg("column"), py::arg("cells"))
      .def("refuse", &EvidenceFrame::refuse, py::arg("column"), py::arg("type"))
      .def(
          "stream",
          [](EvidenceFrame& self, const py::object& capsule) {
            auto& stream = held_by<ArrowArrayStream>(capsule);
            py::gil_scoped_release released;
            self.stream(stream);
          },
          py::arg("stream"))
      .def(
          "arrow_stream",
          [](EvidenceFrame& self, std::size_t column, const py::object& capsule) {
            auto& stream = held_by<ArrowArrayStream>(capsule);
            py::gil_scoped_release released;
            self.stream(column, stream);
          },
          py::arg("column"), py::arg("stream"))
      .def(
          "arrow_array",
          [](EvidenceFrame& self, std::size_t column, const py::object& schema, const py::object& array) {
            const auto& type = held_by<ArrowSchema>(schema);
            const auto& cells = held_by<ArrowArray>(array);
            py::gil_scoped_release released;
            self.arrow(column, type, cells);
          },
          py::arg("column"), py::arg("schema"), py::arg("array"))
      .def("build", &EvidenceFrame::build, py::call_guard<py::gil_scoped_release>());

  module.def("clean_text", &chiso::clean_text, py::arg("text"),
             "Text as cells and heads of tables are read: without white space around it, in NFC.");
}
}
