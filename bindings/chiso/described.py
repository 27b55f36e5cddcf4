"""What the classes of drafts and rules have in common: from a model's JSON and back."""

from __future__ import annotations

import dataclasses
import decimal
import json
import math
import numbers
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self, TypeAlias

from chiso import _core

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


class JsonText:
    """The text of a model in JSON, of plain data, with every number as it was written; what is no JSON is a problem in its place."""

    def __init__(self, data: Any) -> None:
        self.problems: list[_core.Problem] = []
        self.text = self._of(data, "")

    def _of(self, value: Any, pointer: str) -> str:
        if isinstance(value, Described):
            value = value.to_dict()
        if value is None:
            return "null"
        if isinstance(value, str):
            return json.dumps(value, ensure_ascii=False)
        if isinstance(value, Mapping):
            return self._object(value, pointer)
        if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
            return "[" + ", ".join(self._of(item, f"{pointer}/{place}") for place, item in enumerate(value)) + "]"
        return self._scalar(value, pointer)

    def _object(self, value: Mapping[Any, Any], pointer: str) -> str:
        items = []
        for key, item in value.items():
            within = f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"
            if not isinstance(key, str):
                self._problem(within, key, "a text as key")
            items.append(json.dumps(str(key), ensure_ascii=False) + ": " + self._of(item, within))
        return "{" + ", ".join(items) + "}"

    def _scalar(self, value: Any, pointer: str) -> str:
        if hasattr(value, "item") and hasattr(value, "dtype"):
            value = value.item()  # a scalar of NumPy
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, numbers.Integral):
            return str(int(value))
        if isinstance(value, float) and math.isfinite(value):
            shortest = decimal.Decimal(repr(value))
            if len(shortest.normalize().as_tuple().digits) <= 15:
                return _plain(shortest)
            self._problem(pointer, value, "a number of at most 15 digits, or a decimal.Decimal")
        elif isinstance(value, decimal.Decimal) and value.is_finite():
            return _plain(value)
        else:
            self._problem(pointer, value, "text, a number, a truth, None, or a list or mapping of these")
        return "0"

    def _problem(self, pointer: str, found: object, expected: str) -> None:
        shown = repr(found)
        self.problems.append(
            _core.Problem(
                code="value.python", pointer=pointer, found=shown if len(shown) <= 80 else shown[:77] + "...", expected=expected
            )
        )


def _plain(value: decimal.Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
