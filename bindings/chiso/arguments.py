"""The arguments of users, checked as they come in, so that a mistake is reported in the terms of the caller."""

from __future__ import annotations

import operator
import os
import stat
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from chiso import _core
from chiso.later import Later

if TYPE_CHECKING:
    from chiso import json_text
    from chiso.criterion import Criterion
    from chiso.model import Model
else:
    json_text = Later("chiso.json_text")

_T = TypeVar("_T")


def expect(value: Any, kind: type[_T], what: str) -> _T:
    """Returns the value, which must be of this class."""
    if not isinstance(value, kind):
        raise TypeError(f"{what} is a chiso.{kind.__name__}, not {_shown(value)}")
    return value


def expect_model(value: Model, what: str) -> _core.Model:
    """Returns the C++ object of a model; anything else is an error."""
    core = getattr(value, "_core", None)
    if not isinstance(core, _core.Model):
        raise TypeError(f"{what} is a chiso.Model, not {_shown(value)}")
    return core


def name_of(value: Any, what: str) -> str:
    """The name of a unit, block, period or track, read as cells are: as people see it, in NFC; a whole number is its digits."""
    if isinstance(value, str):
        return _core.clean_name(_utf8(value, what))
    if isinstance(value, bool):
        raise TypeError(f"a {what} is named by text or a whole number, not {_shown(value)}")
    try:
        return str(operator.index(value))
    except TypeError:
        raise TypeError(f"a {what} is named by text or a whole number, not {_shown(value)}") from None


def optional_name(value: Any, what: str) -> str | None:
    """A name as above; None means all of them."""
    return None if value is None else name_of(value, what)


def id_of(value: str | Criterion) -> str:
    """The id of a criterion or entry; the argument may also be the criterion itself."""
    id = getattr(value, "id", value)
    if not isinstance(id, str):
        raise TypeError(f"a criterion is named by its id, or given itself, not {_shown(value)}")
    return _utf8(id, "criterion")


def optional_id(value: str | Criterion | None) -> str | None:
    """An id as above; None means none."""
    return None if value is None else id_of(value)


def number_of(value: Any, what: str) -> str:
    """A number, or its text, as a decimal number is written out; a float stands for its shortest decimal."""
    number = json_text.parsed(value) if isinstance(value, str) else json_text.amount(value)
    if number is not None and number.is_finite() and abs(number.adjusted()) < json_text.MOST_PLACES:
        return format(number, "f")
    is_number = isinstance(value, str) or number is not None
    raise (ValueError if is_number else TypeError)(f"{what} is a number or its text, such as 2.5, not {_shown(value)}")


def reading(**given: Any) -> _core.ReadingOptions:
    """The options for reading a file or a data frame, by their names in `read_evidence`."""
    options = _core.ReadingOptions()
    if "header_line" in given:
        given["header_line"], given["header_lines"] = _lines(given["header_line"])
    for name, value in given.items():
        setattr(options, name, _READ[name](value, name) if name in _READ else value)
    return options


def _character(value: Any, what: str) -> str | None:
    """A character, or None; which ones may be a mark is checked with the other options."""
    if value is not None and (not isinstance(value, str) or len(value) != 1 or not value.isascii()):
        raise ValueError(f"{what} is one ASCII character, not {_shown(value)}")
    return value


def _lines(value: Any) -> tuple[int, int]:
    """The first of the lines with the heads, 0 if it is not told, and how many they are: of a line, "3-4", or the first and last of them."""
    if value is None:
        return 0, 1
    parts = value.split("-") if isinstance(value, str) else value if isinstance(value, Sequence) else [value]
    try:
        first, last = (int(part) if isinstance(part, str) else operator.index(part) for part in [parts[0], parts[-1]])
    except (TypeError, ValueError, IndexError):
        first, last = 0, 0
    if isinstance(value, bool) or not 1 <= first <= last or not 1 <= len(parts) <= 2:
        raise ValueError(f"header_line is a line of the file from 1, or the first and last of several, as in '3-4', not {_shown(value)}")
    return first, last - first + 1


def _renames(value: Mapping[Any, str] | None, what: str) -> list[tuple[str, str]]:
    """Pairs of a column and a name of the model."""
    for old, new in (value or {}).items():
        if not isinstance(new, str):
            raise TypeError(f"{what} gives a column a name of the model, as text; '{old}' gets {_shown(new)}")
    return [(_utf8(str(old), "column"), _utf8(new, "column")) for old, new in (value or {}).items()]


def _fillings(value: Mapping[str, Any] | None, what: str) -> list[tuple[str, str]]:
    """Pairs of a column and what stands in it."""
    return [(_utf8(name, "column"), name_of(text, name)) for name, text in (value or {}).items()]


def _words(value: str | Sequence[str], what: str) -> list[str]:
    """Texts; a single one stands for a list of it."""
    words = [value] if isinstance(value, str) else list(value)
    for word in words:
        if not isinstance(word, str):
            raise TypeError(f"{what} are texts, not {_shown(word)}")
    return [_utf8(word, "word") for word in words]


def _encoding(value: Any, what: str) -> str:
    """The name of an encoding; none is UTF-8. Which names are known is checked with the other options."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(f"{what} is a name such as 'windows-1258', not {_shown(value)}")
    return _utf8(value, "encoding")


def _count(value: Any, what: str) -> int:
    """A whole number of at least 0."""
    if isinstance(value, bool) or operator.index(value) < 0:
        raise ValueError(f"{what} is a whole number of at least 0, not {value}")
    return operator.index(value)


def is_workbook(path: str | os.PathLike[str]) -> bool:
    """Whether a file is one of a spreadsheet program, whatever its name ends in; of a file that cannot be read, or only once, it says no."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return False
        with open(path, "rb") as file:
            return file.read(4) in (b"PK\3\4", b"\xd0\xcf\x11\xe0")
    except OSError:
        return False


def threads_of(value: int | None) -> int:
    """How many threads are asked for; 0 means as many as the machine has."""
    if value is None:
        return 0
    if isinstance(value, bool) or not 1 <= operator.index(value) <= 1024:
        raise ValueError(f"threads is a whole number from 1 to 1024, or None, not {value}")
    return operator.index(value)


#: How the values of options are read; the others are names of enumerations, which the extension checks.
_READ: dict[str, Callable[[Any, str], Any]] = {
    "decimal": _character,
    "thousands": _character,
    "delimiter": _character,
    "rename": _renames,
    "missing_words": _words,
    "ignore": _words,
    "most_problems": _count,
    "skip_last": _count,
    "encoding": _encoding,
    "fill": _fillings,
}


def _utf8(text: str, what: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError(f"a {what} is text in UTF-8, not {text!r}, which has half of a surrogate pair") from None
    return text


def _shown(value: Any) -> str:
    kind = f"a {type(value).__qualname__}"
    return f"{json_text.shown(value)}, {kind}" if isinstance(value, str | int | float | bytes | None) else kind
