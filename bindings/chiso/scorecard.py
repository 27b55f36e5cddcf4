"""The scorecard: one unit, criterion by criterion, with the reasons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from chiso import _core
from chiso.arguments import id_of
from chiso.figures import Figure
from chiso.value import Value, check_version

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

    from chiso.criterion import Criterion, Language
    from chiso.scores import Scores


class ScoreLine(Value[_core.ScoreLine]):
    """One criterion or entry of a scorecard. Immutable; lines are equal if they are of the same criterion on equal cards."""

    __slots__ = ("_card",)

    def __init__(self, core: _core.ScoreLine, card: Scorecard) -> None:
        self._core = core
        self._card = card

    @property
    def id(self) -> str:
        """The id of the criterion or entry."""
        return self._core.id

    @property
    def number(self) -> str:
        """The number as printed; it may be empty."""
        return self._core.number

    @property
    def depth(self) -> int:
        """How many groups contain it; 0 at the top."""
        return self._core.depth

    @property
    def max(self) -> Decimal:
        """The most points that it can earn."""
        return self._core.max

    @property
    def points(self) -> Figure:
        """The points that it earned, as published."""
        return self._core.points

    @property
    def applicable(self) -> Figure:
        """The points that it could have earned; 0 for entries of bonus and penalty."""
        return self._core.applicable

    @property
    def index(self) -> Figure | None:
        """100 x points / applicable, as published; None if nothing is applicable."""
        return self._core.index

    @property
    def complete(self) -> bool:
        """Whether no evidence is missing."""
        return self._core.complete

    @property
    def state(self) -> str | None:
        """``scored``, ``undefined``, ``missing``, ``not_applicable`` or ``stated``; None for groups."""
        return self._core.state

    @property
    def reason(self) -> str:
        """The reason for the points, in English and with the names of the model; empty if there is none."""
        return self._core.reason

    @property
    def value(self) -> Fraction | None:
        """What the rule measured, exactly, if that is one number or truth; otherwise None."""
        return self._core.value

    @property
    def own_points(self) -> Figure | None:
        """For a leaf whose points are stated, the points that its rule gives, as published; otherwise None."""
        return self._core.own_points

    @property
    def missing(self) -> list[str]:
        """The measures that it reads and that are missing."""
        return self._core.missing

    @property
    def not_applicable(self) -> list[str]:
        """The measures that it reads and that do not apply."""
        return self._core.not_applicable

    def label(self, language: Language = "vi") -> str:
        """Its name in a language, otherwise in the other one, otherwise its id."""
        return self._core.label(language)

    def reason_in(self, language: Language) -> str:
        """The reason as people read it, with labels instead of names."""
        return self._core.reason_in(language)

    def __eq__(self, other: object) -> bool:
        return self.id == other.id and self._card == other._card if isinstance(other, ScoreLine) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.id, self._card))

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored_line, (1, self._card, self.id)

    def __repr__(self) -> str:
        return f"<chiso.ScoreLine {self.id}: {self.points} of {self.applicable}>"


class Scorecard(Value[_core.Scorecard]):
    """One row of the scores with its reasons: a line for every criterion, then for every entry of bonus and penalty.

    Figures are published decimals that remember what they were rounded from, as in ``card.index.exact``. Immutable; cards are equal if
    they are of the same row of equal scores.

    Examples
    --------
    >>> model = chiso.load_model("examples/models/pci_2021.json")
    >>> scores = model.score(chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore", kind="dict"))
    >>> card = scores.card("Hà Nội")
    >>> card["land"].points, card["land"].reason
    (Figure('3.30'), 'value 6.6')
    >>> card.index.exact
    Fraction(6859, 100)
    """

    __slots__ = ("_row", "_scores")

    def __init__(self, core: _core.Scorecard, scores: Scores, row: int) -> None:
        self._core = core
        self._scores = scores
        self._row = row

    @property
    def unit(self) -> str:
        """The unit that was scored."""
        return self._core.unit

    @property
    def block(self) -> str:
        """The block in which it is ranked; empty for the unnamed block."""
        return self._core.block

    @property
    def period(self) -> str:
        """The period; empty for the unnamed period."""
        return self._core.period

    @property
    def track(self) -> str:
        """The track: who stated the evidence."""
        return self._core.track

    @property
    def index(self) -> Figure | None:
        """The index in percent, as published; None if nothing is applicable."""
        return self._core.index

    @property
    def points(self) -> Figure:
        """The points achieved, as published."""
        return self._core.points

    @property
    def applicable(self) -> Figure:
        """The points that it could have achieved."""
        return self._core.applicable

    @property
    def bonus(self) -> Figure:
        """The bonus, limited to its cap."""
        return self._core.bonus

    @property
    def penalty(self) -> Figure:
        """The penalty, limited to its cap."""
        return self._core.penalty

    @property
    def complete(self) -> bool:
        """Whether no evidence is missing; an incomplete row has an index, but no rank and no class."""
        return self._core.complete

    @property
    def rank(self) -> int | None:
        """The rank within its block, period and track, as the model counts ties."""
        return self._core.rank

    @property
    def ranked(self) -> int:
        """The number of units ranked there."""
        return self._core.ranked

    @property
    def class_(self) -> str | None:
        """The id of its class."""
        return self._core.class_id or None

    @property
    def lines(self) -> tuple[ScoreLine, ...]:
        """Every criterion, a group before its contents, then the entries."""
        return tuple(ScoreLine(line, self) for line in self._core.lines())

    def html(self, language: Language = "vi", *, depth: int = 64) -> str:
        """The card as a page of HTML for A4, a phone, light and dark; groups below `depth` levels are folded."""
        return _core.scorecard_page(self._scores._core, self._row, language, depth)

    def text(self, language: Language = "vi", *, depth: int = 64) -> str:
        """The card as text."""
        return _core.scorecard_text(self._scores._core, self._row, language, depth)

    def __getitem__(self, id: str | Criterion) -> ScoreLine:
        """The line of a criterion or entry.

        Raises
        ------
        UnknownNameError
            If the model has no criterion or entry with this id.
        """
        return ScoreLine(self._core.line(id_of(id)), self)

    def __iter__(self) -> Iterator[ScoreLine]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self._core.lines())

    def __contains__(self, line: object) -> bool:
        """Whether there is a line with this id. A line itself is in the card if it is one of this card or of an equal one."""
        return line._card == self if isinstance(line, ScoreLine) else any(each.id == line for each in self._core.lines())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Scorecard):
            return NotImplemented
        return self._row == other._row and (self._scores is other._scores or self._scores == other._scores)

    def __hash__(self) -> int:
        return hash((self.unit, self.block, self.period, self.track))

    def _ipython_key_completions_(self) -> list[str]:
        return [line.id for line in self.lines]

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored_scorecard, (self._scores, self.unit, self.period, self.track)

    def __repr__(self) -> str:
        place = f"rank {self.rank} of {self.ranked}" if self.rank else "no rank"
        state = "" if self.complete else ", incomplete"
        where = " ".join(part for part in (self.period, self.track) if part)
        return f"<chiso.Scorecard of {self.unit}, {where}: {self.index} %, {place}{state}>"

    def _repr_html_(self) -> str:
        return _core.scorecard_fragment(self._scores._core, self._row, "vi")


def _restored_scorecard(scores: Scores, unit: str, period: str, track: str) -> Scorecard:
    return scores.card(unit, period=period, track=track)


def _restored_line(version: int, card: Scorecard, id: str) -> ScoreLine:
    check_version("a line of a scorecard", version)
    return card[id]
