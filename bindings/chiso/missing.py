"""What units have not reported, as far as a criterion or a class waits for it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from chiso import _core
from chiso.frames_out import frame_of_table, kind_or_none
from chiso.languages import Language
from chiso.value import Immutable, check_version

if TYPE_CHECKING:
    from chiso.roster import UnreportedUnit
    from chiso.scores import Scores

MissingBy: TypeAlias = Literal["unit", "measure"]
MissingSource: TypeAlias = Literal[
    "row", "previous", "previous_row", "parameter", "previous_parameter", "table", "previous_table", "cohort", "no_row"
]


class MissingFigure(NamedTuple):
    """Something that a row of the scores lacks."""

    unit: str
    """The unit of the row."""
    block: str
    """Its block; ``""`` is the unnamed one."""
    period: str
    """The period of the row; ``""`` is the unnamed one."""
    track: str
    """The track of the row."""
    source: MissingSource
    """Where it is missing: a measure of the ``row`` itself, or on the unit's row of the ``previous`` period, or that row (``previous_row``); a
    ``parameter``; a figure of a ``table`` below the units; a figure over the ``cohort``, the rows of the block."""
    name: str | None
    """The name of the measure, parameter or table; None of what is none of these."""
    label: str
    """What it is, in words."""
    criteria: tuple[str, ...]
    """The ids of the leaves and entries that wait for it."""
    vetoes: tuple[int, ...]
    """The places of the vetoes that do, in the model, from 1."""
    classes: tuple[str, ...]
    """The ids of the classes that ask for it besides."""
    points: Decimal
    """The points of these leaves and entries."""


class Missing(_core.Missing, Immutable):
    """What units have not reported, as far as something waits for it. Made by `Scores.missing`.

    In a notebook it shows what the first units lack. Its length is the number of things that are missing, over all rows.

    Examples
    --------
    >>> model = chiso.Draft(
    ...     id="m",
    ...     measures={"late": chiso.Measure("count"), "border": chiso.Measure("yes_no"), "posts": chiso.Measure("count")},
    ...     criteria=[
    ...         chiso.Leaf("speed", 60, chiso.rules.Deduct(value="late", each=1)),
    ...         chiso.Leaf("posts", 40, chiso.rules.PerItem(value="posts", each=10), applies_when="border"),
    ...     ],
    ... ).build()
    >>> table = {"unit": ["A", "B"], "late": [3, None], "border": ["yes", "no"], "posts": [None, None]}
    >>> missing = model.score(chiso.Evidence.from_frame(table, model)).missing()
    >>> missing
    <chiso.Missing by m: 2 figures of 2 units>
    >>> [(one.unit, one.name, one.criteria, one.points) for one in missing.figures()]
    [('A', 'posts', ('posts',), Decimal('40')), ('B', 'late', ('speed',), Decimal('60'))]
    """

    __slots__ = ("_asked", "_scores")

    def __init__(self, scores: Scores, asked: dict[str, str | None]) -> None:
        super().__init__(scores._core, **asked)
        self._scores, self._asked = scores, asked

    def figures(self, language: Language | None = None) -> tuple[MissingFigure, ...]:
        """Each thing that a row lacks, by unit, period and track.

        Parameters
        ----------
        language : {"vi", "en"}, optional
            Of the labels.
        """
        return tuple(
            MissingFigure(unit, block, period, track, source, name, label, tuple(criteria), tuple(vetoes), tuple(classes), points)  # type: ignore[arg-type]
            for (unit, block, period, track), source, name, label, criteria, vetoes, classes, points in self._figures(language)
        )

    @property
    def unreported(self) -> tuple[UnreportedUnit, ...]:
        """The units of the roster without a row in a period, among the rows that were asked for: they lack everything. They are not counted by
        the length, and stand at the end of the frame with the source ``no_row``."""
        wanted = self._asked
        if wanted["track"] not in (None, self._scores.model.tracks[-1]):
            return ()
        return tuple(
            one
            for one in self._scores.evidence.unreported
            if wanted["block"] in (None, one.block) and wanted["period"] in (None, one.period)
        )

    def frame(self, *, by: MissingBy = "unit", language: Language | None = None, kind: str | None = None) -> Any:
        """One row for each thing that is missing.

        Parameters
        ----------
        by : {"unit", "measure"}
            The order: by unit, period and track, or by what is missing.
        language : {"vi", "en"}, optional
            Of what is in words.
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            If it is not given, the kind of the frame that the evidence was read from.

        Returns
        -------
        data frame
            ``unit block period track`` (text), ``source`` (categorical, as in `MissingFigure`), ``name label`` (text; the name is null of what has
            none), ``criteria classes`` (text: the ids of what waits for it, separated by ``; ``; a veto by its place, ``veto 1``; null if there
            are none), ``waiting`` (text: all of these in words), ``points`` (float64).

        Raises
        ------
        ValueError
            If `by` or `kind` is not one of these.
        """
        return frame_of_table(self.table(by=by, language=language), kind_or_none(kind) or self._scores.evidence._kind)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored_missing, (1, self._scores, self._asked)

    def __repr__(self) -> str:
        units = len({row[0][0] for row in self._figures("en")})
        of = "1 unit" if units == 1 else f"{units} units"
        return f"<chiso.Missing by {self._scores.model.id}: {len(self)} {'figure' if len(self) == 1 else 'figures'} of {of}>"


def _restored_missing(version: int, scores: Scores, asked: dict[str, str | None]) -> Missing:
    check_version("what is missing", version)
    return Missing(scores, asked)
