#include <pybind11/numpy.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>
#include "arrow_capsules.hpp"
#include "bindings.hpp"
#include "casters.hpp"
#include <algorithm>
#include <array>
#include <chiso/io/read/frame.hpp>
#include <cmath>
#include <io/read/decimal_mark.hpp>
#include <io/text/unicode.hpp>
#include <limits>
#include <string>

namespace chiso_python {
using chiso::EvidenceReader;
namespace {
struct RationalName {
  static constexpr const char* value = "Rational";
};
struct RealName {
  static constexpr const char* value = "Real";
};
/// Calls feed(span) with the cells of an array: in place if they are contiguous, otherwise tile by tile.
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
/// The part of a mask for some cells; empty if there is no mask.
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

/// Reads cells that are Python objects.
class PythonCells {
 public:
  PythonCells(EvidenceReader& reader, std::size_t column) : reader_(reader), column_(column) {}

  void add(py::handle cell) {
    auto* object = cell.ptr();
    if (cell.is_none()) return reader_.missing(column_);
    if (PyUnicode_Check(object)) return text(object);
    if (PyBool_Check(object)) return reader_.boolean(column_, object == Py_True);
    if (PyFloat_Check(object)) return reader_.number(column_, PyFloat_AS_DOUBLE(object));
    if (PyLong_Check(object)) return integer(object);
    other(cell);
  }

 private:
  /// Reads a date, or a date and time; false for any other object.
  bool time(py::handle cell, const std::string& name) {
    if (!reader_.takes_dates(column_)) return false;
    if (name == "datetime64") {
      if (cell.attr("__ne__")(cell).cast<bool>()) return reader_.missing(column_), true;  // NaT
      const py::object day = cell.attr("astype")("datetime64[D]");
      return moment(day.attr("item")(), cell.attr("__eq__")(day).cast<bool>(), cell), true;
    }
    if (!py::isinstance(cell, imported("datetime", DateName{}))) return false;
    const auto is_0 = [&](const char* part) { return !py::hasattr(cell, part) || cell.attr(part).cast<int>() == 0; };
    const bool midnight = is_0("hour") && is_0("minute") && is_0("second") && is_0("microsecond") && is_0("nanosecond");
    return moment(cell, midnight && (!py::hasattr(cell, "tzinfo") || cell.attr("tzinfo").is_none()), cell), true;
  }
  /// Adds a day if nothing is wrong with its time; `shown` is what a message shows.
  void moment(py::handle day, bool midnight, py::handle shown) {
    const auto part = [&](const char* of) { return day.attr(of).cast<int>(); };
    const auto date = midnight && py::hasattr(day, "year") ? chiso::Date::of(part("year"), part("month"), part("day")) : std::nullopt;
    if (date) return reader_.date(column_, *date);
    chiso::add_no_date(reader_, column_, py::str(shown).cast<std::string>());
  }
  /// Reads objects of other packages by the names of their types, so that NumPy and pandas need not be imported.
  void other(py::handle cell) {
    const auto name = py::str(py::type::handle_of(cell).attr("__name__")).cast<std::string>();
    if (name == "NAType" || name == "NaTType" || name == "MaskedConstant") return reader_.missing(column_);
    if (time(cell, name)) return;
    if (py::isinstance(cell, imported("decimal", DecimalName{}))) return decimal(cell);
    if (name == "float32") return reader_.number(column_, cell.attr("item")().cast<float>());
    if (name == "float16") return positional(cell);
    if (py::hasattr(cell, "dtype") && py::hasattr(cell, "item") && py::hasattr(cell, "shape") && py::len(cell.attr("shape")) == 0) {
      const py::object item = cell.attr("item")();
      if (is_plain(item)) return add(item);
      if (py::isinstance(item, imported("decimal", DecimalName{}))) return decimal(item);
    }
    if (name == "longdouble" || name == "float128" || name == "float96") return positional(cell);
    if (py::isinstance(cell, imported("numbers", RationalName{}))) return rational(cell);
    if (py::isinstance(cell, imported("numbers", RealName{}))) return reader_.number(column_, cell.attr("__float__")().cast<double>());
    chiso::add_unreadable(reader_, column_, py::str(py::repr(cell)).cast<std::string>());
  }
  /// Adds a fraction with more digits than a measure has, so that it is rounded as the fraction would be.
  void rational(py::handle cell) {
    const auto part = [&](const char* name) { return py::module_::import("operator").attr("index")(cell.attr(name)); };
    const py::object numerator = part("numerator"), denominator = part("denominator");
    if (_PyLong_NumBits(numerator.ptr()) > 4096 || _PyLong_NumBits(denominator.ptr()) > 4096)
      return chiso::add_unreadable(reader_, column_, "a fraction of more than 4096 bits");
    const py::object context = py::module_::import("decimal").attr("Context")(py::arg("prec") = 60);
    const auto& decimal_of = imported("decimal", DecimalName{});
    decimal(context.attr("divide")(decimal_of(numerator), decimal_of(denominator)));
  }
  /// Adds a float of NumPy by the digits that it has in its own width.
  void positional(py::handle cell) {
    if (!std::isfinite(cell.attr("__float__")().cast<double>())) return reader_.number(column_, cell.attr("__float__")().cast<double>());
    const auto shown = py::module_::import("numpy").attr("format_float_positional");
    reader_.decimal(column_, shown(cell, py::arg("unique") = true, py::arg("trim") = "-").cast<std::string>());
  }
  void text(PyObject* object) {
    Py_ssize_t size = 0;
    const char* bytes = PyUnicode_AsUTF8AndSize(object, &size);
    if (bytes) return chiso::add_text(reader_, column_, {bytes, static_cast<std::size_t>(size)});
    PyErr_Clear();  // a lone surrogate
    chiso::add_unreadable(reader_, column_, "a text that is no UTF-8");
  }
  void integer(PyObject* object) {
    int overflow = 0;
    const auto value = PyLong_AsLongLongAndOverflow(object, &overflow);
    if (overflow == 0) return reader_.integer(column_, value);
    // A number longer than Python itself would print is not something that somebody counted.
    if (_PyLong_NumBits(object) > 4096) return chiso::add_unreadable(reader_, column_, "a whole number of more than 4096 bits");
    reader_.decimal(column_, py::str(py::handle(object)).cast<std::string>());
  }
  /// Whether `add` takes an object itself: one that returns another one for ever is not among these.
  static bool is_plain(py::handle cell) {
    auto* object = cell.ptr();
    return cell.is_none() || PyUnicode_Check(object) || PyBool_Check(object) || PyFloat_Check(object) || PyLong_Check(object);
  }
  void decimal(py::handle cell) {
    if (cell.attr("is_nan")().cast<bool>()) return reader_.missing(column_);
    // Numbers with large exponents are long when written out, and evidence cannot hold any of them.
    const auto exponent = cell.attr("adjusted")().cast<long>();
    if (!cell.attr("is_finite")().cast<bool>() || exponent > 4000 || exponent < -4000)
      return chiso::add_unreadable(reader_, column_, py::str(cell).cast<std::string>());
    reader_.decimal(column_, py::str("{:f}").format(cell).cast<std::string>());
  }
  EvidenceReader& reader_;
  std::size_t column_;
};
}

void bind_frame(py::module_& module) {
  py::class_<EvidenceReader>(module, "EvidenceReader")
      .def(py::init(py::overload_cast<chiso::Model, chiso::ReadingOptions>(&chiso::frame_reader)), py::arg("model"), py::arg("options"))
      .def(py::init(py::overload_cast<chiso::TableBeside, chiso::ReadingOptions>(&chiso::frame_reader)), py::arg("beside"),
           py::arg("options"))
      .def_static(
          "of_roster", [](chiso::ReadingOptions options) { return chiso::frame_reader(chiso::RosterTable{}, std::move(options)); },
          py::arg("options"), "A reader for a roster.")
      .def(py::init(py::overload_cast<chiso::TableBelow, chiso::ReadingOptions>(&chiso::frame_reader)), py::arg("below"),
           py::arg("options"))
      .def("add_column", &chiso::add_column, py::arg("name"))
      .def(
          "knows", [](const EvidenceReader& self, std::string_view name) { return self.knows(chiso::clean_text(name)); }, py::arg("name"))
      .def("reads", &EvidenceReader::reads, py::arg("column"))
      .def(
          "expect_rows", [](EvidenceReader& self, std::size_t rows) { self.expect_rows(rows, chiso::Expected::exactly); }, py::arg("rows"))
      .def(
          "numbers",
          [](EvidenceReader& self, std::size_t column, const py::array& cells) {
            const auto feed = [&](auto span, std::size_t) { self.numbers(column, span); };
            if (cells.dtype().is(py::dtype::of<double>()))
              for_each_span(py::array_t<double>(cells), feed);
            else
              for_each_span(py::array_t<float>(cells), feed);
          },
          py::arg("column"), py::arg("cells"))
      .def(
          "integers",
          [](EvidenceReader& self, std::size_t column, const py::array_t<std::int64_t>& cells, const OptionalMask& missing) {
            const Mask mask(missing);
            for_each_span(cells, [&](auto span, std::size_t from) { self.integers(column, span, mask.part(from, span.size())); });
          },
          py::arg("column"), py::arg("cells"), py::arg("missing") = py::none())
      .def(
          "booleans",
          [](EvidenceReader& self, std::size_t column, const py::array_t<bool, py::array::c_style | py::array::forcecast>& cells,
             const OptionalMask& missing) {
            const Mask mask(missing);
            const auto count = static_cast<std::size_t>(cells.size());
            self.booleans(column, std::span(reinterpret_cast<const std::uint8_t*>(cells.data()), count), mask.part(0, count));
          },
          py::arg("column"), py::arg("cells"), py::arg("missing") = py::none())
      .def("takes_dates", &EvidenceReader::takes_dates, py::arg("column"))
      .def("takes_periods", &EvidenceReader::takes_periods, py::arg("column"))
      .def(
          "times",
          [](EvidenceReader& self, std::size_t column, const py::array_t<std::int64_t>& cells, std::int64_t per_day,
             const OptionalMask& missing) {
            if (per_day < 1) throw py::value_error("a day has at least one unit");
            const Mask mask(missing);
            for_each_span(cells, [&](auto span, std::size_t from) {
              const auto gone = mask.part(from, span.size());
              for (std::size_t i = 0; i < span.size(); ++i) {
                if (span[i] == std::numeric_limits<std::int64_t>::min() || (!gone.empty() && gone[i] != 0))  // the least number is NaT
                  self.missing(column);
                else
                  chiso::add_time(self, column, span[i], per_day);
              }
            });
          },
          py::arg("column"), py::arg("cells"), py::arg("per_day"), py::arg("missing") = py::none(),
          "Moments as NumPy counts them, in units of which a day has so many.")
      .def(
          "cells",
          [](EvidenceReader& self, std::size_t column, const py::typing::List<py::object>& cells) {
            PythonCells to(self, column);
            for (const auto cell : cells) to.add(cell);
          },
          py::arg("column"), py::arg("cells"))
      .def("refuse_type", &chiso::refuse_type, py::arg("column"), py::arg("type"))
      .def(
          "arrow_table",
          [](EvidenceReader& self, const py::object& capsule) {
            auto& stream = held_by<ArrowArrayStream>(capsule);
            py::gil_scoped_release released;
            chiso::add_arrow(self, stream);
          },
          py::arg("stream"))
      .def(
          "arrow_column",
          [](EvidenceReader& self, std::size_t column, const py::object& capsule) {
            auto& stream = held_by<ArrowArrayStream>(capsule);
            py::gil_scoped_release released;
            chiso::add_arrow(self, column, stream);
          },
          py::arg("column"), py::arg("stream"))
      .def(
          "arrow_array",
          [](EvidenceReader& self, std::size_t column, const py::object& schema, const py::object& array) {
            const auto& type = held_by<ArrowSchema>(schema);
            const auto& cells = held_by<ArrowArray>(array);
            py::gil_scoped_release released;
            chiso::add_arrow(self, column, type, cells);
          },
          py::arg("column"), py::arg("schema"), py::arg("array"))
      .def(
          "build", [](EvidenceReader& self) { return self.build(); }, py::call_guard<py::gil_scoped_release>())
      .def(
          "build_roster", [](EvidenceReader& self) { return self.build_roster([](chiso::BadCell&) {}); },
          py::call_guard<py::gil_scoped_release>());

  module.def("decimal_mark_of", &chiso::decimal_mark_of, py::arg("head"),
             "The decimal mark that a head of a sheet states; None if it states none.");
  module.def(
      "clean_name", &chiso::clean_name, py::arg("name"),
      "A name as those of tables are read: in NFC, with single blanks within and none around it, without characters that nobody sees.");
}
}
