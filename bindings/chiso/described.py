"""What the classes of drafts and rules have in common: from a model's JSON and back."""

from __future__ import annotations

import dataclasses
import decimal
from collections.abc import Mapping
from typing import Any, ClassVar, Self, TypeAlias

#: A number of a model: exact as it is written. A float is its shortest decimal, of at most 15 digits.
Number: TypeAlias = int | float | decimal.Decimal
#: An expression over measures, or a number in its place.
Expression: TypeAlias = str | int | float | decimal.Decimal
#: Text for people: one, or one in each language, ``{"vi": ..., "en": ...}``.
Text: TypeAlias = str | dict[str, str]


class Described:
    """A part of a model, with the keys of its file as attributes. Compared by value; what is as where absent is not written."""

    _keys: ClassVar[dict[str, str]] = {}
    _made: ClassVar[dict[str, tuple[str, str]]] = {}

    @classmethod
    def _fields(cls) -> tuple[dataclasses.Field[Any], ...]:
        return dataclasses.fields(cls)  # type: ignore[arg-type]

    def to_dict(self) -> dict[str, Any]:
        """The same as a model's JSON has it, but with numbers as they were given."""
        rule = type(self).__dict__.get("type")
        out: dict[str, Any] = {"type": rule} if rule else {}
        for field in self._fields():
            value = getattr(self, field.name)
            if not _is_default(field, value):
                out[self._keys.get(field.name, field.name)] = _data(value)
        return out

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """From what the JSON of a valid model holds."""
        known = {cls._keys.get(name, name): name for name in cls._names()}
        arguments = {}
        for key, value in data.items():
            if key in known:
                how, of = cls._made.get(known[key], ("", ""))
                arguments[known[key]] = _made(how, of, value)
        return cls(**arguments)

    @classmethod
    def _names(cls) -> list[str]:
        return [field.name for field in cls._fields()]

    def __repr__(self) -> str:
        shown = [
            f"{field.name}={getattr(self, field.name)!r}"
            for field in self._fields()
            if not _is_default(field, getattr(self, field.name))
        ]
        return f"{type(self).__name__}({', '.join(shown)})"


def _is_default(field: dataclasses.Field[Any], value: Any) -> bool:
    if field.default is not dataclasses.MISSING:
        return field.name != "chiso" and type(value) is type(field.default) and bool(value == field.default)
    return field.default_factory is not dataclasses.MISSING and bool(value == field.default_factory())


def _data(value: Any) -> Any:
    if isinstance(value, Described):
        return value.to_dict()
    if isinstance(value, Mapping):
        return {key: _data(item) for key, item in value.items()}
    return [_data(item) for item in value] if isinstance(value, list | tuple) else value


def _made(how: str, of: str, value: Any) -> Any:
    if how == "many":
        return [_made("one", of, item) for item in value]
    if how.startswith("named"):
        return {key: _made(how[6:] or "one", of, item) for key, item in value.items()}
    return _class_of(of, value).from_dict(value) if how and isinstance(value, Mapping) else value


def _class_of(name: str, data: Mapping[str, Any]) -> type[Described]:
    from chiso import drafts, rules

    if name == "Rule":
        return rules.by_type[data["type"]]
    if name == "Criterion":
        return drafts.Group if "criteria" in data else drafts.Leaf
    return getattr(rules if hasattr(rules, name) else drafts, name)  # type: ignore[no-any-return]
