"""What chiso raises: a text for people, and every problem as data."""

from __future__ import annotations

import errno
import sys
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from chiso._core import Problem
from chiso.later import Later
from chiso.problems import Problems

if TYPE_CHECKING:
    from chiso import display
else:
    display = Later("chiso.display")


class Error(ValueError):
    """The base class of everything that chiso raises.

    Attributes
    ----------
    problems : Problems
        The problems as data. If there are very many, the first of them.
    total : int
        The number of problems, listed or not.
    """

    def __init__(self, message: str, problems: Sequence[Problem] = (), total: int | None = None) -> None:
        super().__init__(message)
        self.problems = Problems(problems)
        self.total = len(self.problems) if total is None else total

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self), list(self.problems), self.total)

    def _repr_html_(self) -> str:
        return display.problems_html(self.problems, self.total)


class ModelError(Error):
    """The model is invalid."""


class EvidenceError(Error):
    """The evidence is invalid."""


class ShapeError(Error):
    """The arguments do not fit together: a column has another length, or scores belong to another model."""


class UnknownNameError(Error, KeyError):
    """The requested unit, block, period, track, criterion or measure does not exist. It is a `KeyError` too."""

    def __str__(self) -> str:
        return str(self.args[0])


class FileError(Error, OSError):
    """A file cannot be read or written. It is an `OSError` too, and a `FileNotFoundError` if the file does not exist."""

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
    """The file does not exist."""


def file_error(message: str, problems: Sequence[Problem], number: int) -> FileError:
    """The error of a file, with the error number of the system; 0 if the system reported none."""
    return (_MissingFileError if number == errno.ENOENT else FileError)(message, problems, None, number or None)


class ChisoWarning(UserWarning):
    """Something in a model or a table is unusual, but not wrong."""


def warn_of(problems: Sequence[Problem]) -> None:
    """Issues a warning for each problem, at the line of the user's code that called chiso."""
    level, frame = 1, sys._getframe()
    while frame.f_back is not None and frame.f_globals.get("__name__", "").partition(".")[0] == "chiso":
        level, frame = level + 1, frame.f_back
    for problem in problems:
        warnings.warn(str(problem), ChisoWarning, stacklevel=level)


def restored_problem(
    code: str, severity: str, pointer: str, within: int, line: int, column: int, row: int, found: str, expected: str, hint: str
) -> Problem:
    """A problem from a pickle that was made before problems had arguments: it holds English texts."""
    return Problem.of_texts(code, severity, pointer, within, line, column, row, found, expected, hint)
