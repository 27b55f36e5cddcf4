"""Who is scored: rosters of units, and the units of one that have not reported."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from chiso import _core
from chiso.arguments import name_of, reading
from chiso.frames_in import read_frame


class RosterUnit(NamedTuple):
    """A unit of a roster."""

    unit: str
    """Its present name."""
    block: str
    """Its block; ``""`` if the roster has no blocks."""
    label: str
    """What people call it; ``""``: its name."""
    was: tuple[str, ...]
    """Its former names."""


class UnreportedUnit(NamedTuple):
    """A unit of the roster that has no row in a period."""

    unit: str
    """Its name."""
    block: str
    """Its block; ``""`` is the unnamed one."""
    period: str
    """The period; ``""`` is the unnamed one."""


def roster_of(given: Any) -> _core.Roster | None:
    """The roster that a user gave, as evidence takes it.

    Parameters
    ----------
    given : path, data frame, mapping or sequence of str
        A CSV file or a frame with ``unit``, perhaps ``block``, ``label`` and ``was``; or the names of units alone. None stays None.

    Raises
    ------
    EvidenceError
        With every problem of the roster.
    FileError
        If the file cannot be read.
    ShapeError
        If a column is no list of cells.
    """
    if given is None or isinstance(given, _core.Roster):
        return given
    if isinstance(given, str | os.PathLike):
        return _core.Roster.read(os.fspath(given))
    if isinstance(given, Sequence) and not isinstance(given, Mapping | bytes):
        given = {"unit": [name_of(name, "unit") for name in given]}
    reader = _core.EvidenceReader.of_roster(reading())
    read_frame(given, reader, {})
    return reader.build_roster()
