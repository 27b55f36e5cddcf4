"""The scorecard: one unit, criterion by criterion, with the reasons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from chiso import _core
from chiso.arguments import id_of
from chiso.value import Immutable, check_version

if TYPE_CHECKING:
    from chiso.criterion import Criterion
    from chiso.scores import Scores


class ScoreLine(_core.ScoreLine, Immutable):
    """One criterion or entry of a scorecard. Made by `Scorecard`, as ``card["id"]``. Immutable; lines are equal if they are of the same criterion on equal cards."""

    __slots__ = ("_card",)

    def __init__(self, card: Scorecard, place: int) -> None:
        super().__init__(card, place)
        self._card = card

    def __eq__(self, other: object) -> bool:
        return self.id == other.id and self._card == other._card if isinstance(other, ScoreLine) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.id, self._card))

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored_line, (1, self._card, self.id)

    def __repr__(self) -> str:
        return f"<chiso.ScoreLine {self.id}: {self.points} of {self.applicable}>"


class Scorecard(_core.Scorecard, Immutable):
    """One row of the scores with its reasons: a line for every criterion, then for every entry of bonus and penalty. Made by `Scores.card`.

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

    __slots__ = ("_scores",)

    def __init__(self, scores: Scores, row: int) -> None:
        super().__init__(scores._core, row)
        self._scores = scores

    @property
    def lines(self) -> tuple[ScoreLine, ...]:
        """Every criterion, a group before its contents, then the entries."""
        return tuple(ScoreLine(self, place) for place in range(len(self)))

    def __getitem__(self, id: str | Criterion) -> ScoreLine:
        """The line of a criterion or entry.

        Raises
        ------
        UnknownNameError
            If the model has no criterion or entry with this id.
        """
        return ScoreLine(self, self._place_of(id_of(id)))

    def __iter__(self) -> Iterator[ScoreLine]:
        return iter(self.lines)

    def __contains__(self, line: object) -> bool:
        """Whether there is a line with this id. A line itself is in the card if it is one of this card or of an equal one."""
        return line._card == self if isinstance(line, ScoreLine) else any(each.id == line for each in self)

    def _ipython_key_completions_(self) -> list[str]:
        return [line.id for line in self.lines]

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored_scorecard, (self._scores, self.unit, self.period, self.track)

    def __repr__(self) -> str:
        place = f"rank {self.rank} of {self.ranked}" if self.rank else "no rank"
        state = "" if self.complete else ", incomplete"
        where = " ".join(part for part in (self.period, self.track) if part)
        index = "no index" if self.index is None else f"index {self.index}"
        return f"<chiso.Scorecard of {self.unit}, {where}: {index}, {place}{state}>"


def _restored_scorecard(scores: Scores, unit: str, period: str, track: str) -> Scorecard:
    return scores.card(unit, period=period, track=track)


def _restored_line(version: int, card: Scorecard, id: str) -> ScoreLine:
    check_version("a line of a scorecard", version)
    return card[id]
