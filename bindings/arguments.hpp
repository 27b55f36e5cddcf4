#pragma once
#include <pybind11/pybind11.h>
#include <chiso/core/problem.hpp>
#include <mutex>
#include <set>
#include <string>

// The arguments of problems as plain data: a text is a str, a number an int, a row of a table a tuple of three numbers (row, line, row of
// the sheet), and a phrase a tuple of its English and Vietnamese words and the arguments for their holes.
namespace chiso_python {
/// A copy of a text that lives until the program ends, because Words only point at their texts. Each text that comes from Python (mostly
/// from pickles) is copied once.
inline std::string_view lasting_copy(const std::string& text) {
  static std::mutex used;
  static auto& texts = *new std::set<std::string>();
  const std::scoped_lock locked(used);
  return *texts.insert(text).first;
}
}

namespace pybind11::detail {
template <>
struct type_caster<chiso::Argument> {
  PYBIND11_TYPE_CASTER(chiso::Argument, const_name("str | int | tuple[typing.Any, ...]"));

  bool load(handle source, bool convert) {
    if (PyUnicode_Check(source.ptr())) return load_data<std::string>(source, convert);
    if (PyLong_Check(source.ptr()) && !PyBool_Check(source.ptr())) return load_data<std::int64_t>(source, convert);
    if (!PyTuple_Check(source.ptr())) return false;
    const auto parts = reinterpret_borrow<tuple>(source);
    if (parts.size() != 3) return false;
    return PyLong_Check(handle(parts[0]).ptr()) ? load_row(parts, convert) : load_phrase(parts, convert);
  }
  static handle cast(const chiso::Argument& argument, return_value_policy, handle) {
    if (const auto* data = std::get_if<std::string>(&argument.value)) return pybind11::str(*data).release();
    if (const auto* number = std::get_if<std::int64_t>(&argument.value)) return pybind11::int_(*number).release();
    if (const auto* row = std::get_if<chiso::TableRow>(&argument.value)) return make_tuple(row->row, row->line, row->in_sheet).release();
    const auto& words = std::get<chiso::Words>(argument.value);
    tuple within(argument.arguments.size());
    for (std::size_t i = 0; i < argument.arguments.size(); ++i) within[i] = pybind11::cast(argument.arguments[i]);
    return make_tuple(pybind11::str(words.en.data(), words.en.size()), pybind11::str(words.vi.data(), words.vi.size()), within).release();
  }

 private:
  template <class T>
  bool load_data(handle source, bool convert) {
    make_caster<T> data;
    if (!data.load(source, convert)) return false;
    value = chiso::Argument(cast_op<T>(std::move(data)));
    return true;
  }
  bool load_row(const tuple& parts, bool convert) {
    make_caster<std::size_t> row, line, in_sheet;
    if (!row.load(parts[0], convert) || !line.load(parts[1], convert) || !in_sheet.load(parts[2], convert)) return false;
    value = chiso::Argument(chiso::TableRow{cast_op<std::size_t>(row), cast_op<std::size_t>(line), cast_op<std::size_t>(in_sheet)});
    return true;
  }
  bool load_phrase(const tuple& parts, bool convert) {
    make_caster<std::string> en, vi;
    make_caster<chiso::Arguments> within;
    if (!en.load(parts[0], convert) || !vi.load(parts[1], convert) || !within.load(parts[2], convert)) return false;
    value = chiso::Argument(chiso::Words{chiso_python::lasting_copy(cast_op<std::string>(std::move(en))),
                                         chiso_python::lasting_copy(cast_op<std::string>(std::move(vi)))},
                            cast_op<chiso::Arguments>(std::move(within)));
    return true;
  }
};
}
