"""Lists of problems: as data, as a frame and in a notebook."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, overload

from chiso._core import Problem
from chiso.frames_out import frame_of
from chiso.later import Later
from chiso.value import check_version

if TYPE_CHECKING:
    from chiso import display
else:
    display = Later("chiso.display")

#: The columns of a frame of problems, each with an empty cell.
_COLUMNS: dict[str, str | int] = {
    "code": "",
    "severity": "",
    "pointer": "",
    "line": 0,
    "column": 0,
    "row": 0,
    "found": "",
    "expected": "",
    "hint": "",
}


class Problems(Sequence[Problem]):
    """The problems of a model or a table, in its order. Errors list the first problems only; the `total` of an error counts all.

    Parameters
    ----------
    problems : sequence of Problem
        What it lists.

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
            If it is not given, the first of pyarrow, pandas and polars that is installed, otherwise a dict of lists.

        Returns
        -------
        data frame
            Columns ``code severity pointer line column row found expected hint``; ``line``, ``column`` and ``row`` are 0
            if no file is known.

        Raises
        ------
        ValueError
            If `kind` is not one of these.
        """
        if self._list:
            return frame_of({name: [getattr(problem, name) for problem in self._list] for name in _COLUMNS}, kind)
        # A frame without problems gets the same types of columns as one with problems.
        frame = frame_of({name: [empty] for name, empty in _COLUMNS.items()}, kind)
        return {name: [] for name in frame} if isinstance(frame, dict) else frame[:0]

    def _repr_html_(self) -> str:
        return display.problems_html(self, len(self))


def restored_problem(version: int, code: str, arguments: tuple[Any, ...], severity: str, place: tuple[Any, ...], hint: Any) -> Problem:
    """Restores a problem from its pickle."""
    check_version("a problem", version)
    pointer, within, line, column, row, *sheet = place  # pickles of older problems know no sheet
    at = {"pointer": pointer, "within": within, "line": line, "column": column, "row": row, "sheet": sheet[0] if sheet else ""}
    return Problem(code, arguments, severity=severity, hint=hint, **at)
