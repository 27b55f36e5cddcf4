"""Writes the JSON of a model from plain data and the objects of drafts, and reads it as plain data."""

from __future__ import annotations

import json
import numbers
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from chiso import _core

#: The deepest nesting, as in files; 64 levels of criteria with their rules need less.
MOST_BRACKETS = 256
#: A number with more digits is not written out: a model has at most 18.
MOST_PLACES = 1000


class JsonText:
    """The JSON text of a model from plain data, with every number as it was written. A value that JSON does not have is a problem at its place."""

    def __init__(self, data: Any) -> None:
        self.problems: list[_core.Problem] = []
        self._around: list[int] = []
        self.text = self._of(data, "")

    def _of(self, value: Any, pointer: str) -> str:
        given, own = value, type(value)
        if hasattr(own, "_keyed"):  # a part of a draft; its class need not be imported for others
            value = value._keyed()
        elif hasattr(own, "to_dict"):
            value = value.to_dict()
        if value is None:
            return "null"
        if isinstance(value, str):
            return self._quoted(value, pointer)
        keyed = isinstance(value, Mapping)
        if not keyed and (not isinstance(value, Sequence) or isinstance(value, bytes | bytearray)):
            return self._scalar(value, pointer)
        if id(given) in self._around:
            return self._add("json.depth", pointer, _core.phrase("one_within_itself", own.__name__), MOST_BRACKETS)
        if len(self._around) == MOST_BRACKETS:
            return self._add("json.depth", pointer, "{" if keyed else "[", MOST_BRACKETS)
        self._around.append(id(given))
        items = []
        if keyed:
            for key, item in value.items():
                within = pointed(pointer, key)
                if not isinstance(key, str):
                    self._problem(within, key, "text_as_key")
                items.append(self._quoted(key if isinstance(key, str) else shown(key), within) + ": " + self._of(item, within))
        else:
            for place, item in enumerate(value):
                items.append(self._of(item, f"{pointer}/{place}"))
        self._around.pop()
        return f"{{{', '.join(items)}}}" if keyed else f"[{', '.join(items)}]"

    def _quoted(self, text: str, pointer: str) -> str:
        try:
            text.encode()
        except UnicodeEncodeError:
            self._problem(pointer, text, "both_surrogates")
            text = readable(text)
        return json.dumps(text, ensure_ascii=False)

    def _scalar(self, value: Any, pointer: str) -> str:
        found, value = value, of_numpy(value)
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, str):
            return self._quoted(value, pointer)
        number = exact(value)
        if number is None:
            return self._problem(pointer, found, "plain_value")
        if isinstance(value, float) and len(number.normalize().as_tuple().digits) > 15:
            return self._problem(pointer, found, "fifteen_digits")
        if not -MOST_PLACES < _exponent(number) <= number.adjusted() < MOST_PLACES:
            text = f"{number:.17E}" if isinstance(value, numbers.Integral) else str(number)
            return self._add("number.form", pointer, text)
        return _plain(number)

    def _problem(self, pointer: str, value: object, expected: str) -> str:
        return self._add("value.python", pointer, shown(value), _core.phrase(expected))

    def _add(self, code: str, pointer: str, *arguments: Any) -> str:
        """Reports a problem, and returns what is written instead of the value."""
        self.problems.append(_core.Problem(code, arguments, pointer=pointer))
        return "0"

    def with_others(self, others: Sequence[_core.Problem]) -> list[_core.Problem]:
        """The problems of the data, then the errors of the text, without those about replaced values."""
        places = {problem.pointer for problem in self.problems}
        return [*self.problems, *(other for other in others if other.severity == "error" and other.pointer not in places)]


def data_of(text: str) -> dict[str, Any]:
    """Plain data from the JSON of a model; numbers are int or `decimal.Decimal`, exact."""
    data: dict[str, Any] = json.loads(text, parse_float=Decimal)
    return data


def amount(value: Any) -> Decimal | None:
    """The decimal that a number stands for: a float for its shortest one, of its own width; None if it is no number."""
    value = of_numpy(value)
    if isinstance(value, float):
        return Decimal(float.__repr__(value))
    if isinstance(value, numbers.Integral) and not isinstance(value, bool):
        return Decimal(int(value))
    return value if isinstance(value, Decimal) else None


def exact(value: Any) -> Decimal | None:
    """The same; None too if the number is not finite."""
    number = amount(value)
    return number if number is not None and number.is_finite() else None


def parsed(text: str) -> Decimal | None:
    """The decimal that a text is; None if it is none."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def of_numpy(value: Any) -> Any:
    """A scalar of NumPy, or of a similar library, as one of Python; a NumPy float of another width as its decimal."""
    if getattr(value, "shape", None) != () or not hasattr(value, "dtype"):
        return value
    item = value.item()
    narrow = type(value).__module__ == "numpy" and isinstance(item, float) and not isinstance(value, float)
    return Decimal(str(value)) if narrow else item


def pointed(pointer: str, key: object) -> str:
    """The JSON pointer of a member."""
    name = readable(key) if isinstance(key, str) else shown(key)
    return f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}"


def shown(value: object) -> str:
    """A value as Python writes it, or its beginning."""
    try:
        text = readable(repr(value))
    except Exception:  # very long numbers, very deep lists, and anything that other classes raise
        text = f"<{type(value).__name__}>"
    return text if len(text) <= 80 else text[:77] + "..."


def readable(text: str) -> str:
    """A text with lone surrogates, which a file cannot contain, as escapes."""
    return text if text.isascii() else text.encode(errors="backslashreplace").decode()


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int), "of finite ones it is"
    return min(exponent, number.adjusted())


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
