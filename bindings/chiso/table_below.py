"""Tables below the units: their tasks, products, months, subordinates."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from chiso import _core
from chiso.arguments import is_workbook
from chiso.frames_in import index_levels, read_frame
from chiso.later import Later

if TYPE_CHECKING:
    from chiso import workbook
    from chiso.evidence import Evidence
else:
    workbook = Later("chiso.workbook")

PeriodPart: TypeAlias = Literal["whole", "month", "quarter", "year"]


@dataclass(frozen=True, slots=True)
class TableBelow:
    """A table below the units and how its rows stand under them: one of ``tables`` in `read_evidence`, `Evidence.from_frame` and `Model.score`.

    Where its columns are named as usual, the data alone will do: ``tables={"tasks": frame}``.

    Parameters
    ----------
    data : path, data frame or mapping
        A CSV file or a workbook, or a frame as `Evidence.from_frame` takes it: ``unit``, optional ``period track row``, then the measures of the table; any
        number of rows for a unit, in any order. Without a column ``track``, or with one that is blank, the rows stand for every track.
    unit : str
        The column that names the unit, or a level of the index of a pandas frame. If it is another one than ``unit``, that column names the row:
        subordinates stand under their leader.
    period : {"whole", "month", "quarter", "year"}
        The part of its period in which a row stands: with ``"year"`` the rows of 2024-03 and 2024-04 both stand in 2024.
    sheet : str, optional
        The worksheet of a workbook; if it is not given, the one that is called as the table, else the only one whose head names the units.
    options
        For reading the table, instead of those for reading the evidence: ``rename``, ``unknown``, ``decimal`` and so on.

    Examples
    --------
    >>> TableBelow({"unit": ["An"], "done": [3]}, period="year", options={"unknown": "ignore"}).period
    'year'
    """

    data: Any
    unit: str = "unit"
    period: PeriodPart = "whole"
    options: Mapping[str, Any] | None = None
    sheet: str | None = None

    @classmethod
    def of(cls, given: Any) -> TableBelow:
        """The table that a user gave, as it is or as its data.

        Parameters
        ----------
        given : TableBelow, path, data frame or mapping
            Data alone stand under the units by their column ``unit``.
        """
        return given if isinstance(given, cls) else cls(given)

    def added_to(self, evidence: Evidence, name: str, options: _core.ReadingOptions) -> _core.Evidence:
        """The evidence with this table under a name of the model. For `Evidence` itself, which takes ``tables``.

        Parameters
        ----------
        evidence : Evidence
            To whose units the rows belong.
        name : str
            The name of the table in the model.
        options
            How it is read, as `arguments.reading` makes it.

        Raises
        ------
        EvidenceError
            With every bad cell of the table.
        ShapeError
            If a column is no list of cells.
        ValueError
            If a worksheet is asked for of what is no workbook.
        """
        index = {} if isinstance(self.data, str | os.PathLike) else index_levels(self.data, self.unit)
        below = _core.TableBelow(evidence._core, name, "unit" if index else self.unit, self.period)
        return read_beside(self.data, below, options, self.sheet, index)


def read_beside(
    data: Any, of: _core.TableBelow | _core.TableBeside, options: _core.ReadingOptions, sheet: str | None, index: Mapping[str, Any]
) -> _core.Evidence:
    """Reads a table below the units or beside evidence: a workbook, a CSV file or a frame, of which these levels of the index are read."""
    if isinstance(data, str | os.PathLike):
        if is_workbook(data):
            return workbook.Workbook(data).evidence(of, options, sheet).build()
        if sheet is not None:
            raise workbook.no_workbook(data)
        return _core.Evidence.read(os.fspath(data), of, options)
    if sheet is not None:
        raise ValueError("sheet= is of a workbook, and a frame is none")
    reader = _core.EvidenceReader(of, options)
    read_frame(data, reader, index)
    return reader.build()
