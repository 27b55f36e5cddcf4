"""The arguments of users, checked as they come in, so that a mistake is reported in the terms of the caller."""

from __future__ import annotations

import operator
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from chiso import _core
from chiso.frames_out import KINDS
from chiso.json_text import shown

if TYPE_CHECKING:
    from chiso.criterion import Criterion
    from chiso.model import Model

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
    """The name of a unit, block, period or track, read as cells are: trimmed and in NFC; a whole number is its digits."""
    if isinstance(value, str):
        return _core.clean_text(_utf8(value, what))
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


def mark(value: Any, what: str, known: str) -> str:
    """A mark, which must be a single character."""
    if not isinstance(value, str) or len(value) != 1 or value not in known:
        raise ValueError(f"{what} is one of {', '.join(map(repr, known))}, not {_shown(value)}")
    return value


def kind_or_none(kind: str | None) -> str | None:
    """A kind of data frame, or None."""
    if kind is not None and kind not in KINDS:
        raise ValueError(f"a kind of data frame is one of {', '.join(KINDS)}, not {_shown(kind)}")
    return kind


def reading(
    *,
    decimal: str | None,
    thousands: str | None,
    delimiter: str | None = None,
    rename: Mapping[Any, str] | None,
    missing_words: str | Sequence[str],
    most_problems: int,
    unknown: str,
    absent: str,
) -> _core.ReadingOptions:
    """The options for reading a file or a data frame."""
    if delimiter is not None and (not isinstance(delimiter, str) or len(delimiter.encode(errors="replace")) != 1):
        raise ValueError(f"delimiter is one ASCII character, not {delimiter!r}")
    for old, new in (rename or {}).items():
        if not isinstance(new, str):
            raise TypeError(f"rename gives a column a name of the model, as text; '{old}' gets {_shown(new)}")
    words = [missing_words] if isinstance(missing_words, str) else list(missing_words)
    for word in words:
        if not isinstance(word, str):
            raise TypeError(f"missing_words are texts, not {_shown(word)}")
    if isinstance(most_problems, bool) or operator.index(most_problems) < 0:
        raise ValueError(f"most_problems is a whole number of at least 0, not {most_problems}")
    return _core.ReadingOptions(
        decimal=decimal if decimal is None else mark(decimal, "decimal", ".,"),
        thousands=thousands if thousands is None else mark(thousands, "thousands", "., '"),
        delimiter=delimiter,
        rename={_utf8(str(old), "column"): _utf8(new, "column") for old, new in (rename or {}).items()},
        missing_words=[_utf8(word, "word") for word in words],
        most_problems=operator.index(most_problems),
        unknown=unknown,
        absent=absent,
    )


def _utf8(text: str, what: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError(f"a {what} is text in UTF-8, not {text!r}, which has half of a surrogate pair") from None
    return text


def _shown(value: Any) -> str:
    kind = f"a {type(value).__qualname__}"
    return f"{shown(value)}, {kind}" if isinstance(value, str | int | float | bytes | None) else kind
