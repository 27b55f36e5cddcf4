#pragma once
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include "language.hpp"
#include <chiso/core/decimal.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/ratio.hpp>
#include <chiso/core/text.hpp>
#include <chiso/expr/rational.hpp>
#include <string>

namespace chiso_python {
namespace py = pybind11;

/// An object of a Python module, looked up once.
template <class Name>
const py::object& imported(const char* module, Name) {
  PYBIND11_CONSTINIT static py::gil_safe_call_once_and_store<py::object> stored;
  return stored.call_once_and_store_result([&] { return py::object(py::module_::import(module).attr(Name::value)); }).get_stored();
}
struct DecimalName {
  static constexpr const char* value = "Decimal";
};
struct DateName {
  static constexpr const char* value = "date";
  static constexpr char type[] = "datetime.date";
};
struct FractionName {
  static constexpr const char* value = "Fraction";
  static constexpr char type[] = "fractions.Fraction";
};
struct FigureName {
  static constexpr const char* value = "Figure";
  static constexpr char type[] = "chiso.figures.Figure";
};

/// An object of a Python class that signatures name.
template <class Name>
struct ObjectOf : py::object {
  using py::object::object;
  ObjectOf(py::object made) : py::object(std::move(made)) {}
};

inline py::object as_decimal(const chiso::Decimal& value) { return imported("decimal", DecimalName{})(value.text()); }
/// A whole number of 128 bits.
inline py::object as_whole(chiso::int128 value) {
  return py::reinterpret_steal<py::object>(PyLong_FromString(chiso::Decimal(value, 0).text().c_str(), nullptr, 10));
}
}

namespace pybind11::detail {
template <class Name>
struct handle_type_name<chiso_python::ObjectOf<Name>> {
  static constexpr auto name = const_name(Name::type);
};
/// Turns off pybind11's own conversion of enumerations, by value: ours is by name.
template <class E>
struct type_caster_enum_type_enabled<E, std::enable_if_t<chiso::Named<E>>> : std::false_type {};

/// Only from C++ to Python: numbers of a model come as text, in its JSON.
template <>
struct type_caster<chiso::Decimal> {
  PYBIND11_TYPE_CASTER(chiso::Decimal, const_name("decimal.Decimal"));
  static bool load(handle, bool) { return false; }
  static handle cast(const chiso::Decimal& value, return_value_policy, handle) { return chiso_python::as_decimal(value).release(); }
};
/// `vi` or `en`; as an argument also None: the one in force.
template <>
struct type_caster<chiso::Text::Language> {
  PYBIND11_TYPE_CASTER(chiso::Text::Language, io_name("typing.Literal['vi', 'en'] | None", "typing.Literal['vi', 'en']"));
  bool load(handle source, bool) {
    if (source.is_none()) return value = chiso_python::language_in_force(), true;
    if (!PyUnicode_Check(source.ptr())) return false;
    const auto name = reinterpret_borrow<pybind11::str>(source).cast<std::string>();
    if (name != "vi" && name != "en") throw value_error("a language is 'vi' or 'en', not '" + name + "'");
    value = name == "vi" ? chiso::Text::Language::vi : chiso::Text::Language::en;
    return true;
  }
  static handle cast(chiso::Text::Language value, return_value_policy, handle) {
    return pybind11::str(value == chiso::Text::Language::vi ? "vi" : "en").release();
  }
};
/// Enumerations that have names in files are these names in Python.
template <class E>
struct type_caster<E, std::enable_if_t<chiso::Named<E>>> {
  PYBIND11_TYPE_CASTER(E, const_name("str"));
  bool load(handle source, bool) {
    if (!PyUnicode_Check(source.ptr())) return false;
    const auto name = reinterpret_borrow<pybind11::str>(source).cast<std::string>();
    const auto found = chiso::named<E>(name);
    if (!found) {
      std::string known;
      for (const auto one : names_of(E{})) known += (known.empty() ? "'" : ", '") + std::string(one) + "'";
      throw value_error("'" + name + "' is none of " + known);
    }
    value = *found;
    return true;
  }
  static handle cast(E value, return_value_policy, handle) { return pybind11::str(chiso::name_of(value)).release(); }
};
}
