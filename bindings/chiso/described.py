"""The base of the classes of drafts and rules, which converts them from and to the JSON of a model."""

from __future__ import annotations

import dataclasses
import decimal
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self, TypeAlias, cast

from chiso import _core
from chiso.json_text import MOST_BRACKETS, JsonText, exact, pointed

#: A number of a model, exactly as it is written. A float stands for its shortest decimal, of at most 15 digits.
Number: TypeAlias = int | float | decimal.Decimal
#: An expression over measures, or a plain number.
Expression: TypeAlias = str | int | float | decimal.Decimal
#: Text for people: one text, or one for each language, ``{"vi": ..., "en": ...}``.
Text: TypeAlias = str | dict[str, str]

#: In a constructor: that an argument was not given, whose value is made anew each time.
ABSENT: Any = dataclasses.MISSING


#: The modules with the classes that bindings/generate writes. A class derived from one of these is read as that one.
WRITTEN = frozenset({"chiso.drafts", "chiso.rules"})
#: The classes of parts by their names, and those of rules and checks by their types.
_CLASSES: dict[str, type[Described]] = {}


class Described:
    """A part of a model, whose only attributes are the keys of its file. Parts are compared by value, numbers as the decimals that they
    stand for; an attribute with its default is not written."""

    _keys: ClassVar[dict[str, str]] = {}
    _made: ClassVar[dict[str, tuple[str, str]]] = {}
    #: The roles of the fields of a rule, as in C++ (core/fields.hpp): `end`, `points`, `distance`...
    _roles: ClassVar[dict[str, str]] = {}

    def __init_subclass__(cls) -> None:
        if cls.__module__ in WRITTEN:
            _CLASSES[cls.__name__] = cls
            if isinstance(cls.__dict__.get("type"), str):
                _CLASSES[cls.__dict__["type"]] = cls

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Restores a part that was pickled; keys that models did not have then get their defaults."""
        for field in dataclasses.fields(cast(Any, self)):
            if field.name not in state and field.default is not dataclasses.MISSING:
                state[field.name] = field.default
            if field.name not in state and field.default_factory is not dataclasses.MISSING:
                state[field.name] = field.default_factory()
        self.__dict__.update(state)

    def to_dict(self) -> dict[str, Any]:
        """The part as plain data, as the JSON of a model has it, with numbers as they were given.

        Raises
        ------
        ModelError
            If a part contains itself, or parts are nested deeper than in any model.
        """
        return cast("dict[str, Any]", _data(self, 0))

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Makes the part from plain data, as the JSON of a model has it, and from parts that are made already.

        Parameters
        ----------
        data : mapping
            The keys of the part in a model file, with their values.

        Raises
        ------
        ModelError
            With every key that is unknown or absent and every value of a wrong kind, each with its JSON pointer. Whether values fit
            together is checked by `Draft.build`.
        """
        if isinstance(data, Described):
            return cast(Self, data)
        problems = _problems_of(cls, data)
        if problems:
            raise _core.model_error(problems)
        return cls._of_checked(data)

    @classmethod
    def _of_checked(cls, data: Mapping[str, Any]) -> Self:
        """Makes the part from data that have been checked."""
        problems: list[_core.Problem] = []
        made = _part(cls, data, "", problems)
        if problems:
            raise _core.model_error(problems)
        return cast(Self, made)

    def _keyed(self) -> dict[str, Any]:
        """The values that are written, by the keys of the file."""
        rule = type(self).__dict__.get("type")
        out: dict[str, Any] = {"type": rule} if rule else {}
        for field in known(type(self)).fields.values():
            value = getattr(self, field.name)
            if not is_default(field, value):
                out[self._keys.get(field.name, field.name)] = value
        return out

    if not TYPE_CHECKING:  # otherwise a type checker would accept any name

        def __setattr__(self, name: str, value: object) -> None:
            if name not in known(type(self)).fields:
                fields = known(type(self)).fields
                near = _core.nearest(name, [*fields])
                more = f"; did you mean '{near}'?" if near else f"; it has {', '.join(fields)}"
                raise AttributeError(f"{type(self).__name__} has no '{name}' to be set{more}")
            object.__setattr__(self, name, value)

    def __eq__(self, other: object) -> bool:
        return _same(self, other) if isinstance(other, Described) else NotImplemented

    def __repr__(self) -> str:
        fields = known(type(self)).fields.values()
        given = [f"{field.name}={getattr(self, field.name)!r}" for field in fields if not is_default(field, getattr(self, field.name))]
        return f"{type(self).__name__}({', '.join(given)})"


def is_default(field: dataclasses.Field[Any], value: Any) -> bool:
    """Whether it equals the default, and so is not written."""
    if field.default is not dataclasses.MISSING:
        return field.name != "chiso" and type(value) is type(field.default) and bool(value == field.default)
    if field.default_factory is dataclasses.MISSING:
        return False
    default = field.default_factory()
    return type(value) is type(default) and bool(value == default)


def _same(one: Any, other: Any) -> bool:
    """Whether two values are equal; numbers are compared as the decimals that they stand for."""
    if one is other:
        return True
    if isinstance(one, Described):
        return type(one) is type(other) and all(_same(getattr(one, name), getattr(other, name)) for name in known(type(one)).fields)
    if isinstance(one, Mapping):
        return isinstance(other, Mapping) and one.keys() == other.keys() and all(_same(item, other[key]) for key, item in one.items())
    if isinstance(one, list | tuple):
        return isinstance(other, list | tuple) and len(one) == len(other) and all(map(_same, one, other))
    number, as_number = exact(one), exact(other)
    return bool(one == other) if number is None and as_number is None else number == as_number


def _data(value: Any, brackets: int) -> Any:
    """A value with mappings instead of parts, and with lists and mappings copied."""
    part = value._keyed() if isinstance(value, Described) else value
    if not isinstance(part, Mapping | list | tuple):
        return value
    if brackets == MOST_BRACKETS:
        raise _core.model_error([_core.Problem("json.depth", [type(value).__name__, MOST_BRACKETS])])
    if not isinstance(part, Mapping):
        listed = []
        for item in part:
            listed.append(_data(item, brackets + 1))
        return listed
    out = {}
    for key, item in part.items():
        out[key] = _data(item, brackets + 1)
    return out


class _Key(NamedTuple):
    """A key of a part: its attribute, whether the class requires it, and the type of its value."""

    name: str
    required: bool
    how: str
    of: str


class _Known(NamedTuple):
    """The fields of a class by name in the order of the file, in which what people are told of a part (`About`) comes last; and the keys of
    the file."""

    fields: dict[str, dataclasses.Field[Any]]
    keys: dict[str, _Key]


_KNOWN: dict[type[Described], _Known] = {}


def known(cls: type[Described]) -> _Known:
    """The fields and keys of a class."""
    if cls not in _KNOWN:
        keys, absent = {}, dataclasses.MISSING
        inherited = _CLASSES["About"].__annotations__
        fields = sorted(dataclasses.fields(cls), key=lambda field: field.name in inherited)  # type: ignore[arg-type]
        for field in fields:
            required = field.default is absent and field.default_factory is absent
            keys[cls._keys.get(field.name, field.name)] = _Key(field.name, required, *cls._made.get(field.name, ("", "")))
        _KNOWN[cls] = _Known({field.name: field for field in fields}, keys)
    return _KNOWN[cls]


#: The C++ names of the parts whose classes have other names.
_KINDS = {"DraftFields": "model", "Leaf": "criterion", "Group": "criterion", "TieBreak": "tie_break"}


def _problems_of(cls: type[Described], data: Any) -> list[_core.Problem]:
    """The problems that prevent making a part of this class from the data."""
    own = next(base for base in cls.__mro__ if base.__module__ in WRITTEN)
    rule, name = own.__dict__.get("type"), own.__name__
    written = JsonText(data)
    return written.with_others(_core.check_part(rule if isinstance(rule, str) else _KINDS.get(name, name.lower()), written.text))


def _part(cls: type[Described], data: Any, pointer: str, problems: list[_core.Problem]) -> Any:
    """A part of this class, of checked data. In a file a criterion may have the keys of leaves and of groups; here it is one of the two."""
    if isinstance(data, Described):
        return data
    keys, arguments = known(cls).keys, {}
    for key, value in data.items():
        if key in keys:
            name, _, how, of = keys[key]
            arguments[name] = _value(how, of, value, pointed(pointer, key), problems) if how else value
        elif key != "type":
            problems.append(_core.Problem("key.unknown", [key, ", ".join(keys)], pointer=pointed(pointer, key)))
    for key, (_, required, _, _) in keys.items():
        if required and key not in data:
            problems.append(_core.Problem("key.absent", [_core.phrase("no_key", key), key], pointer=f"{pointer}/{key}"))
    return None if problems else cls(**arguments)


def _value(how: str, of: str, value: Any, pointer: str, problems: list[_core.Problem]) -> Any:
    """The value of a key that has one part, several, or named ones."""
    if how == "many":
        return [_one(of, item, f"{pointer}/{place}", problems) for place, item in enumerate(value)]
    if how.startswith("named"):
        return {key: _value(how[6:] or "one", of, item, pointed(pointer, key), problems) for key, item in value.items()}
    return _one(of, value, pointer, problems)


def _one(of: str, value: Any, pointer: str, problems: list[_core.Problem]) -> Any:
    if isinstance(value, Described | str):  # an id stands for itself
        return value
    if of in ("Rule", "Check"):
        of = str(value["type"])
    if of == "Criterion":
        of = "Group" if "criteria" in value else "Leaf"
    return _part(_CLASSES[of], value, pointer, problems)
