"""The JSON of a model, from plain data and the objects of drafts."""

from __future__ import annotations

import json
import numbers
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from chiso import _core

#: As of files: more than 64 levels of criteria with their rules take.
MOST_BRACKETS = 256
TOO_DEEP = f"at most {MOST_BRACKETS} brackets inside one another"
#: A number that has more is not written out: the most that a model reads are 18.
MOST_PLACES = 1000


class JsonText:
    """The text of a model in JSON, of plain data, with every number as it was written; what is no JSON is a problem in its place."""

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
            return self._add(code="json.depth", pointer=pointer, found=f"a {own.__name__} within itself", expected=TOO_DEEP)
        if len(self._around) == MOST_BRACKETS:
            return self._add(code="json.depth", pointer=pointer, found="{" if keyed else "[", expected=TOO_DEEP)
        self._around.append(id(given))
        items = []
        if keyed:
            for key, item in value.items():
                within = pointed(pointer, key)
                if not isinstance(key, str):
                    self._problem(within, key, "a text as key")
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
            self._problem(pointer, text, "both halves of a pair of surrogates")
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
            return self._problem(pointer, found, "text, a number, a truth, None, or a list or mapping of these")
        if isinstance(value, float) and len(number.normalize().as_tuple().digits) > 15:
            return self._problem(pointer, found, "a number of at most 15 digits, or a decimal.Decimal")
        if not -MOST_PLACES < _exponent(number) <= number.adjusted() < MOST_PLACES:
            text = f"{number:.17E}" if isinstance(value, numbers.Integral) else str(number)
            return self._add(
                code="number.form", pointer=pointer, found=text, expected="a plain decimal of at most 18 digits, without an exponent"
            )
        return _plain(number)

    def _problem(self, pointer: str, value: object, expected: str) -> str:
        return self._add(code="value.python", pointer=pointer, found=shown(value), expected=expected)

    def _add(self, *, code: str, pointer: str, found: str, expected: str) -> str:
        """What stands in place of the value, where there is a problem."""
        self.problems.append(_core.Problem(code=code, pointer=pointer, found=found, expected=expected))
        return "0"


def exact(value: Any) -> Decimal | None:
    """The decimal that a number stands for: a float for its shortest one, of its own width; None of what is no finite number."""
    value = of_numpy(value)
    if isinstance(value, float):
        value = Decimal(float.__repr__(value))
    elif isinstance(value, numbers.Integral) and not isinstance(value, bool):
        return Decimal(int(value))
    return value if isinstance(value, Decimal) and value.is_finite() else None


def of_numpy(value: Any) -> Any:
    """A scalar of NumPy, or of what is made like it, as one of Python; of NumPy a float of another width as its decimal."""
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
    except Exception:  # of a number of very many digits, lists of very many levels, and whatever classes of others raise
        text = f"<{type(value).__name__}>"
    return text if len(text) <= 80 else text[:77] + "..."


def readable(text: str) -> str:
    """Lone surrogates, which no file can hold, as their escapes."""
    return text if text.isascii() else text.encode(errors="backslashreplace").decode()


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int), "of finite ones it is"
    return min(exponent, number.adjusted())


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
