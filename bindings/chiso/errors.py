"""What chiso raises: a text for people, and every problem as data."""

from __future__ import annotations

import errno
import sys
import warnings
from collections.abc import Sequence
from typing import Any, overload

from chiso._core import Problem


class Problems(Sequence[Problem]):
    """The problems of a model or a table, in its order. Errors list at most the first; `total` of the error counts all.

    Examples
    --------
    >>> problems = chiso.check_model('{"chiso": 1, "id": "first", "measures": {}}')
    >>> problems
    1:1: error: /criteria: found no criteria, expected criteria: the tree [key.absent]
    >>> problems.frame(kind="dict")["code"]
    ['key.absent']
    """

    __slots__ = ("_list",)

    def __init__(self, problems: Sequence[Problem]) -> None:
        self._list = tuple(problems)

    @overload
    def __getitem__(self, place: int) -> Problem: ...
    @overload
    def __getitem__(self, place: slice) -> Problems: ...
    def __getitem__(self, place: int | slice) -> Problem | Problems:
        return Problems(self._list[place]) if isinstance(place, slice) else self._list[place]

    def __len__(self) -> int:
        return len(self._list)

    def __eq__(self, other: object) -> bool:
        return self._list == other._list if isinstance(other, Problems) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._list)

    def __repr__(self) -> str:
        return "\n".join(str(problem) for problem in self._list) or "no problems"

    def frame(self, kind: str | None = None) -> Any:
        """The problems as a data frame.

        Parameters
        ----------
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            Where not given, the first of pyarrow, pandas, polars that is installed, else a dict of lists.

        Returns
        -------
        data frame
            Columns ``code severity pointer line column row found expected hint``; ``line``, ``column`` and ``row`` are 0
            where no file is known.
        """
        from chiso.frames import frame_of

        names = ["code", "severity", "pointer", "line", "column", "row", "found", "expected", "hint"]
        # Without a problem the columns have the types that they have with one.
        rows = self._list or (Problem(code=""),)
        frame = frame_of({name: [getattr(problem, name) for problem in rows] for name in names}, kind)
        if self._list:
            return frame
        return {name: [] for name in frame} if isinstance(frame, dict) else frame[:0]

    def _repr_html_(self) -> str:
        from chiso.display import problems_html

        return problems_html(self, len(self))


class Error(ValueError):
    """What chiso raises.

    Attributes
    ----------
    problems : Problems
        Every problem as data; of very many, the first.
    total : int
        How many there are, listed or not.
    """

    def __init__(self, message: str, problems: Sequence[Problem] = (), total: int | None = None) -> None:
        super().__init__(message)
        self.problems = Problems(problems)
        self.total = len(self.problems) if total is None else total

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self), list(self.problems), self.total)

    def _repr_html_(self) -> str:
        from chiso.display import problems_html

        return problems_html(self.problems, self.total)


class ModelError(Error):
    """An invalid model."""


class EvidenceError(Error):
    """Invalid evidence."""


class ShapeError(Error):
    """Arguments that do not fit together, such as a column of another length."""


class UnknownNameError(Error, KeyError):
    """A name that was asked for and does not occur: of a unit, block, period, track, criterion or measure."""

    def __str__(self) -> str:
        return str(self.args[0])


class FileError(Error, OSError):
    """A file that cannot be read or written. One that is not there is a `FileNotFoundError`, too."""

    def __init__(self, message: str, problems: Sequence[Problem] = (), total: int | None = None, number: int | None = None) -> None:
        super().__init__(message, problems, total)
        self.errno = number
        if self.problems:
            self.filename = self.problems[0].pointer

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self), list(self.problems), self.total, self.errno)

    def __str__(self) -> str:
        return str(self.args[0])


class _MissingFileError(FileError, FileNotFoundError):
    """A file that is not there."""


def file_error(message: str, problems: Sequence[Problem], number: int) -> FileError:
    """The error of a file, of the class that Python has for the system's number of the reason (0: none)."""
    return (_MissingFileError if number == errno.ENOENT else FileError)(message, problems, None, number or None)


class ChisoWarning(UserWarning):
    """Something in a model or a table that is odd but not wrong."""


def warn_of(problems: Sequence[Problem]) -> None:
    """Warns of each where the user's own code stands."""
    level, frame = 1, sys._getframe()
    while frame.f_back is not None and frame.f_globals.get("__name__", "").partition(".")[0] == "chiso":
        level, frame = level + 1, frame.f_back
    for problem in problems:
        warnings.warn(str(problem), ChisoWarning, stacklevel=level)


def restored_problem(
    code: str, severity: str, pointer: str, within: int, line: int, column: int, row: int, found: str, expected: str, hint: str
) -> Problem:
    """A problem from its pickle."""
    return Problem(
        code=code,
        severity=severity,
        pointer=pointer,
        within=within,
        line=line,
        column=column,
        row=row,
        found=found,
        expected=expected,
        hint=hint,
    )
