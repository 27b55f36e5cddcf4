"""What was published, beside what was computed."""

from __future__ import annotations

import os
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from chiso import _core
from chiso.frames_in import units_named_by
from chiso.frames_out import frame_of_table
from chiso.table_below import read_beside
from chiso.value import Immutable

if TYPE_CHECKING:
    from chiso.scores import Scores

PublishedFigure: TypeAlias = Literal["index", "rank", "class"]
PublishedCause: TypeAlias = Literal[
    "rounding",
    "full_points",
    "points",
    "adjustments",
    "held",
    "ties",
    "tie_broken",
    "exact_index",
    "published_index",
    "own_index",
    "unranked",
    "not_ranked",
    "lowered",
    "unknown",
]


class PublishedRow(NamedTuple):
    """A row of the scores."""

    unit: str
    """The name of the unit."""
    block: str
    """Its block; ``""`` is the unnamed one."""
    period: str
    """The period; ``""`` is the unnamed one."""
    track: str
    """The track."""


class PublishedDifference(NamedTuple):
    """A published figure that is not the computed one."""

    row: PublishedRow
    """Its unit, block, period and track."""
    figure: PublishedFigure
    """``index``, ``rank`` or ``class``."""
    published: Decimal | int | str
    """An index, a rank, or the id of a class."""
    expected: Decimal | int | str | None
    """What it should be; None if there should be none."""
    cause: PublishedCause
    """The likely cause; see `docs/guide/verifying.md`."""
    rounding: Literal["half_up", "half_even", "down", "up"] | None
    """Of the cause ``rounding``: in which way; ``up`` is away from zero."""
    decimals: int | None
    """Of the cause ``rounding``: to how many decimals."""


class Verification(_core.Verification, Immutable):
    """Published indices, ranks and classes, beside the computed ones. Made by `Scores.verify`.

    Examples
    --------
    >>> model = chiso.load_model("examples/models/pci_2021.json")
    >>> scores = model.score(chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore", kind="dict"))
    >>> found = scores.verify({"unit": ["Hà Nội", "Quảng Ninh"], "index": [68.6, 73.04], "rank": [10, 2]})
    >>> found
    <chiso.Verification: 4 figures, 2 differ, 19 rows not in the table>
    >>> found.differences[0].published, found.differences[0].expected, found.differences[0].cause, found.differences[0].decimals
    (Decimal('68.6'), Decimal('68.59'), 'rounding', 1)
    """

    __slots__ = ("_scores",)

    def __init__(self, scores: Scores, published: _core.Evidence) -> None:
        super().__init__(scores._core, published)
        self._scores = scores

    @property
    def differences(self) -> tuple[PublishedDifference, ...]:
        """The figures that differ, in the order of the table; of a row index, rank, class."""
        return tuple(PublishedDifference(PublishedRow(*row), *rest) for row, *rest in self._differences())  # type: ignore[arg-type]

    @property
    def unpublished(self) -> tuple[tuple[PublishedRow, PublishedFigure], ...]:
        """The figures that were computed, and that are blank in a column of the table that has others."""
        return tuple((PublishedRow(*row), figure) for row, figure in self._unpublished())  # type: ignore[misc]

    @property
    def absent_rows(self) -> tuple[PublishedRow, ...]:
        """The rows of the scores that the table lacks, in the blocks, periods and tracks of which it has some."""
        return tuple(PublishedRow(*row) for row in self._absent_rows())

    def frame(self, *, kind: str | None = None) -> Any:
        """One row for each finding.

        Parameters
        ----------
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            If it is not given, the kind of the frame that the evidence was read from.

        Returns
        -------
        data frame
            ``finding`` (text: ``differs``; ``not_published``: computed and blank; ``no_row``: the table lacks it), ``unit block period track figure``
            (text), ``published expected`` (text, because they are indices, ranks and classes), ``cause rounding`` (text), ``decimals`` (whole).

        Raises
        ------
        ValueError
            If `kind` is not one of these.
        """
        return frame_of_table(self.table(), kind or self._scores.evidence._kind)

    def __bool__(self) -> bool:
        """Whether no figure differs."""
        return not self._differences()

    def __repr__(self) -> str:
        lacking = len(self._absent_rows())
        more = f", {lacking} rows not in the table" if lacking else ""
        return f"<chiso.Verification: {self.figures} figures, {len(self._differences())} differ{more}>"


def verified(
    scores: Scores, published: Any, period: str, unit: str | None, options: _core.ReadingOptions, sheet: str | None = None
) -> Verification:
    """Reads a table of published figures, and compares it."""
    beside = _core.published_table(scores._core, period)
    index: dict[str, Any] = {}
    if not isinstance(published, str | os.PathLike):
        index, renamed = units_named_by(published, unit)
        options.rename = [*options.rename, *renamed.items()]
    return Verification(scores, read_beside(published, beside, options, sheet, index))
