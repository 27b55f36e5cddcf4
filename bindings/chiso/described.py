"""What the classes of drafts and rules have in common: from a model's JSON and back."""

from __future__ import annotations

import dataclasses
import decimal
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self, TypeAlias, cast

from chiso import _core
from chiso.json_text import MOST_BRACKETS, TOO_DEEP, exact, pointed, readable, shown

#: A number of a model: exact as it is written. A float is its shortest decimal, of at most 15 digits.
Number: TypeAlias = int | float | decimal.Decimal
#: An expression over measures, or a number in its place.
Expression: TypeAlias = str | int | float | decimal.Decimal
#: Text for people: one, or one in each language, ``{"vi": ..., "en": ...}``.
Text: TypeAlias = str | dict[str, str]


class Described:
    """A part of a model, with the keys of its file as attributes, and no others. Compared by value, numbers as the decimals that they
    stand for; what is as where absent is not written."""

    _keys: ClassVar[dict[str, str]] = {}
    _made: ClassVar[dict[str, tuple[str, str]]] = {}
    #: What fields of a rule are for, by the roles of C++ (core/fields.hpp): `end`, `points`, `distance`...
    _roles: ClassVar[dict[str, str]] = {}

    @classmethod
    def _fields(cls) -> tuple[dataclasses.Field[Any], ...]:
        return dataclasses.fields(cls)  # type: ignore[arg-type]

    def to_dict(self) -> dict[str, Any]:
        """The same as a model's JSON has it, but with numbers as they were given.

        Raises
        ------
        ModelError
            Where a part holds itself, or parts are more levels deep than any model.
        """
        return cast("dict[str, Any]", _data(self, 0))

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """From what the JSON of a model holds, and parts that are made already. What is made is checked by `Draft.build`.

        Raises
        ------
        ModelError
            With every key that is unknown or absent, and everything that is no list, mapping or rule where one is needed, each with
            its JSON pointer.
        """
        reader = _Reader()
        made = reader.part(cls, data, "", 0)
        if reader.problems:
            raise _core.model_error(reader.problems)
        return cast(Self, made)

    @classmethod
    def _names(cls) -> list[str]:
        return [field.name for field in cls._fields()]

    def _keyed(self) -> dict[str, Any]:
        """What is written of it, by the keys of the file."""
        rule = type(self).__dict__.get("type")
        out: dict[str, Any] = {"type": rule} if rule else {}
        for field in self._fields():
            value = getattr(self, field.name)
            if not is_default(field, value):
                out[self._keys.get(field.name, field.name)] = value
        return out

    if not TYPE_CHECKING:  # a checker knows the names, and would take any

        def __setattr__(self, name: str, value: object) -> None:
            if name not in _known(type(self)).names:
                near = _core.nearest(name, self._names())
                more = f"; did you mean '{near}'?" if near else f"; it has {', '.join(self._names())}"
                raise AttributeError(f"{type(self).__name__} has no '{name}' to be set{more}")
            object.__setattr__(self, name, value)

    def __eq__(self, other: object) -> bool:
        return _same(self, other) if isinstance(other, Described) else NotImplemented

    def __repr__(self) -> str:
        given = [
            f"{field.name}={getattr(self, field.name)!r}" for field in self._fields() if not is_default(field, getattr(self, field.name))
        ]
        return f"{type(self).__name__}({', '.join(given)})"


def is_default(field: dataclasses.Field[Any], value: Any) -> bool:
    """Whether it is as where absent, and so not written."""
    if field.default is not dataclasses.MISSING:
        return field.name != "chiso" and type(value) is type(field.default) and bool(value == field.default)
    if field.default_factory is dataclasses.MISSING:
        return False
    default = field.default_factory()
    return type(value) is type(default) and bool(value == default)


def _same(one: Any, other: Any) -> bool:
    """Whether they are equal, numbers as the decimals that they stand for."""
    if one is other:
        return True
    if isinstance(one, Described):
        return type(one) is type(other) and all(_same(getattr(one, name), getattr(other, name)) for name in one._names())
    if isinstance(one, Mapping):
        return isinstance(other, Mapping) and one.keys() == other.keys() and all(_same(item, other[key]) for key, item in one.items())
    if isinstance(one, list | tuple):
        return isinstance(other, list | tuple) and len(one) == len(other) and all(map(_same, one, other))
    number, as_number = exact(one), exact(other)
    return bool(one == other) if number is None and as_number is None else number == as_number


def _data(value: Any, brackets: int) -> Any:
    """The same with mappings in place of parts, and lists and mappings of its own."""
    part = value._keyed() if isinstance(value, Described) else value
    if not isinstance(part, Mapping | list | tuple):
        return value
    if brackets == MOST_BRACKETS:
        raise _core.model_error([_core.Problem(code="json.depth", found=type(value).__name__, expected=TOO_DEEP)])
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
    """A key of a part: the attribute, whether it must be there, and what it is made of."""

    name: str
    required: bool
    how: str
    of: str


class _Known(NamedTuple):
    """What a class has: its attributes, and the keys of the file."""

    names: frozenset[str]
    keys: dict[str, _Key]


_KNOWN: dict[type[Described], _Known] = {}


def _known(cls: type[Described]) -> _Known:
    if cls not in _KNOWN:
        keys, absent = {}, dataclasses.MISSING
        for field in cls._fields():
            required = field.default is absent and field.default_factory is absent
            keys[cls._keys.get(field.name, field.name)] = _Key(field.name, required, *cls._made.get(field.name, ("", "")))
        _KNOWN[cls] = _Known(frozenset(cls._names()), keys)
    return _KNOWN[cls]


def _class_of(name: str) -> type[Described]:
    from chiso import drafts, rules

    return getattr(rules if hasattr(rules, name) else drafts, name)  # type: ignore[no-any-return]


def _rules() -> Mapping[str, type[Described]]:
    from chiso.rules import by_type

    return by_type


class _Reader:
    """Makes parts of plain data, and notes what it cannot make."""

    def __init__(self) -> None:
        self.problems: list[_core.Problem] = []

    def part(self, cls: type[Described], data: Any, pointer: str, brackets: int) -> Any:
        """A part of this class; nothing that can be used where there are problems."""
        if isinstance(data, Described):
            return data
        if not isinstance(data, Mapping):
            return self._wrong(data, pointer, "an object")
        if brackets >= MOST_BRACKETS:
            return self._problem("json.depth", pointer, "{", TOO_DEEP)
        known = _known(cls).keys
        found = len(self.problems)
        arguments = {}
        for key, value in data.items():
            if key in known:
                name, _, how, of = known[key]
                arguments[name] = self._made(how, of, value, pointed(pointer, key), brackets + 1) if how else value
            elif key == "type" and "type" in cls.__dict__:
                if value != cls.__dict__["type"]:
                    self._problem("value.unknown", f"{pointer}/type", shown(value), f"one of {cls.__dict__['type']}")
            else:
                hint = _core.nearest(readable(key), list(known)) if isinstance(key, str) else ""
                self._problem("key.unknown", pointed(pointer, key), shown(key), f"one of {', '.join(known)}", hint)
        for key, (_, required, _, _) in known.items():
            if required and key not in data:
                self._problem("key.absent", f"{pointer}/{key}", f"no {key}", key)
        return cls(**arguments) if len(self.problems) == found else None

    def _made(self, how: str, of: str, value: Any, pointer: str, brackets: int) -> Any:
        if how == "many":
            if not isinstance(value, list | tuple):
                return self._wrong(value, pointer, "a list")
            return [self._one(of, item, f"{pointer}/{place}", brackets + 1) for place, item in enumerate(value)]
        if how.startswith("named"):
            if not isinstance(value, Mapping):
                return self._wrong(value, pointer, "an object")
            within = how[6:] or "one"
            return {key: self._made(within, of, item, pointed(pointer, key), brackets + 1) for key, item in value.items()}
        return self._one(of, value, pointer, brackets)

    def _one(self, of: str, value: Any, pointer: str, brackets: int) -> Any:
        if isinstance(value, Described) or (of == "Item" and isinstance(value, str)):
            return value
        if of == "Rule":
            by_type = _rules()
            types = ", ".join(by_type)
            if not isinstance(value, Mapping):
                return self._wrong(value, pointer, "a rule: an object with its type")
            if "type" not in value:
                return self._problem("key.absent", f"{pointer}/type", "no type", f"type: one of {types}")
            type = value["type"]
            if not isinstance(type, str) or type not in by_type:
                hint = _core.nearest(readable(type), list(by_type)) if isinstance(type, str) else ""
                return self._problem("rule.unknown", f"{pointer}/type", shown(type), f"one of {types}", hint)
            return self.part(by_type[type], value, pointer, brackets)
        if of == "Criterion":
            of = "Group" if isinstance(value, Mapping) and "criteria" in value else "Leaf"
        return self.part(_class_of(of), value, pointer, brackets)

    def _wrong(self, value: Any, pointer: str, expected: str) -> None:
        found = "an object" if isinstance(value, Mapping) else "a list" if isinstance(value, list | tuple) else shown(value)
        self._problem("json.type", pointer, "null" if value is None else found, expected)

    def _problem(self, code: str, pointer: str, found: str, expected: str, hint: str = "") -> None:
        self.problems.append(_core.Problem(code=code, pointer=pointer, found=found, expected=expected, hint=hint))
