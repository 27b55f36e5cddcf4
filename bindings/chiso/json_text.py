"""The JSON of a model, from plain data and the objects of drafts."""

from __future__ import annotations

import decimal
import json
import math
import numbers
from collections.abc import Mapping, Sequence
from typing import Any

from chiso import _core


class JsonText:
    """The text of a model in JSON, of plain data, with every number as it was written; what is no JSON is a problem in its place."""

    def __init__(self, data: Any) -> None:
        self.problems: list[_core.Problem] = []
        self.text = self._of(data, "")

    def _of(self, value: Any, pointer: str) -> str:
        if hasattr(type(value), "to_dict"):  # a part of a draft; its class need not be imported for others
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
